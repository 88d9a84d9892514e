/** TiesDivergences.v: the bounds at the outcomes themselves. */

import { exactField } from '../../src/arithmetic/exact-field.ts';
import { chiSquareBound, hellingerBound, renyiBound, reverseKlBound } from '../../src/theory/divergence-bounds.ts';
import { totalVariationBound } from '../../src/theory/total-variation.ts';
import { ofTied, randomTies } from './ties.ts';
import { chiSquareOf, hellingerOf, klBetweenOf, renyiOf, reverseKlOf, totalVariationOf } from './ties-shares.ts';
import { atMost, equal, translate, within } from './translation.ts';
import { enclosed, form, ln, p, rational, ZERO } from './words.ts';

export const tiesDivergences = [
  translate('likelihood_ratio_ties_le', '6f8a886c76cb', (instance) =>
    randomTies(instance).map((mass, i) => atMost(mass.div(p(instance.q, i)), rational(instance.q.n))),
  ),
  translate('chi_square_ties_le', 'ae615ed871e4', (instance) => {
    const { n } = instance.q;
    return within(chiSquareOf(instance), chiSquareBound(n), rational((n - 1) ** 2, 2 * n - 1));
  }),
  translate('reverse_kl_ties_le', '69ad59988f31', (instance) => {
    const { n } = instance.q;
    return within(reverseKlOf(instance), reverseKlBound(exactField, n), form(rational(n - 1)).sub(ln(rational(n))));
  }),
  // At a = 2, 3, 4.
  translate('renyi_ties_le', '8cfd5e6941a3', (instance) => {
    const [{ n }, a] = [instance.q, instance.random.integer(2, 4)];
    const written = ln(rational(n ** a, a * (n - 1) + 1)).scale(rational(1, a - 1));
    return within(renyiOf(instance, a), renyiBound(exactField, n, a), written);
  }),
  translate(
    'hellinger_ties_le',
    '9c20a8749e2b',
    (instance) => {
      const { n } = instance.q;
      const written = enclosed((field) => {
        const affinity = field.div(field.mul(field.integer(2), field.sqrt(field.integer(n))), field.integer(n + 1));
        return field.mul(field.integer(2), field.sub(field.integer(1), affinity));
      });
      return within(
        hellingerOf(instance),
        enclosed((field) => hellingerBound(field, n)),
        written,
      );
    },
    { draws: 2 },
  ),
  translate(
    'total_variation_ties_le',
    '697ce7acc9f1',
    (instance) => {
      const { n } = instance.q;
      const written = enclosed((field) => {
        const log = field.log(field.rational(rational(1, n)));
        const power = (num: number) => field.exp(field.mul(field.rational(rational(num, n - 1)), log));
        return field.sub(power(1), power(n));
      });
      return within(totalVariationOf(instance), totalVariationBound(n), written);
    },
    { draws: 2 },
  ),
  translate('total_variation_ties_one', 'ba2152ca8ce0', (instance) => [
    equal(totalVariationOf(instance, randomTies(instance, 1)), ZERO),
  ]),
  translate('kl_superadditive_ties', '7c6f42d60994', (instance) => {
    const [n, m] = [instance.q.n, instance.q.n + instance.random.integer(0, 3)];
    const parts = klBetweenOf(instance, n, 1).add(klBetweenOf(instance, m, n));
    const whole = klBetweenOf(instance, m, 1);
    return [equal(whole, ofTied(instance).at(m).kl), atMost(parts, whole)];
  }),
];
