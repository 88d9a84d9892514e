/** TopRatio.v: the number between the KL and −ln of the best outcome's mass. */

import type { LogForm } from '../../src/arithmetic/log-form.ts';
import type { BestOfN } from '../../src/theory/best-of-n.ts';
import { atMost, translate } from './translation.ts';
import { bestOf, cdf, ln, ONE, p, size } from './words.ts';

/** ln(π/p) of the last outcome. */
const topRatio = (q: BestOfN): LogForm => ln((bestOf(q)[size(q) - 1] ?? ONE).div(ONE.sub(cdf(q, size(q) - 1))));

export const topRatioLaws = [
  translate('kl_le_ln_top_ratio', '35e27bd8059e', ({ q }) => [atMost(q.kl, topRatio(q))]),
  translate('ln_top_ratio_le', '05c28d16f4c8', ({ q }) => [atMost(topRatio(q), ln(ONE.div(p(q, size(q) - 1))))]),
];
