/** KL.v */

import { difference } from '../../src/arithmetic/real.ts';
import { atMost, below, translate, unequal } from './translation.ts';

export const kl = [
  translate('kl_le_formula', '3f59f8ddd35d', ({ q }) => [atMost(q.kl, q.formula)]),
  translate('kl_lt_formula', '089c08141458', ({ q }) => [below(q.kl, q.formula)], { draws: 2 }),
  translate('kl_ne_formula', '5f1880a79028', ({ q }) => [unequal(q.kl, q.formula)], { draws: 2 }),
  translate('gap_ge_top', 'ac2ac52df567', ({ q }) => [atMost(q.bestAtomGap, difference(q.formula, q.kl))]),
];
