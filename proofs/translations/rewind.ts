/** Rewind.v */

import { exactField } from '../../src/arithmetic/exact-field.ts';
import type { Rational } from '../../src/arithmetic/rational.ts';
import { rewindKl, rewindKlByTerms, rewindLaw, rewindLawAfter, rewindWinRate } from '../../src/theory/rewind.ts';
import { atMost, equal, type Instance, translate } from './translation.ts';
import { pairByPair } from './win-rate.ts';
import { areProbabilities, cdf, index, p, size, ZERO } from './words.ts';

/** The recursion: the first draw is kept if it is good, and otherwise all begins anew. */
function rewound({ q }: Instance, k: number, t: number, i: number): Rational {
  if (t === 0) return ZERO;
  return (i < k ? ZERO : p(q, i)).add(cdf(q, k).mul(rewound({ q } as Instance, k, t - 1, i)));
}

const cut = ({ q, random }: Instance): number => index(random, size(q));
const topPart = ({ q }: Instance, k: number): Rational[] => rewindLaw(exactField, q.policy, k);

export const rewind = [
  translate('rewind_law', 'f1d354071e58', (instance) => {
    const [k, t, i] = [cut(instance), instance.random.integer(0, 5), cut(instance)];
    const law = rewindLawAfter(exactField, instance.q.policy, k, t);
    return [equal(rewound(instance, k, t, i), law[i] as Rational)];
  }),
  // At a distance of F_k^t from the limit.
  translate('rewind_converges', '8cfbc06e0ee0', (instance) => {
    const [k, t, i] = [cut(instance), instance.random.integer(1, 20), cut(instance)];
    const away = rewound(instance, k, t, i).sub(topPart(instance, k)[i] as Rational);
    return [atMost(away.abs(), cdf(instance.q, k).pow(t))];
  }),
  translate('top_part_distribution', 'ebeb19c9b66b', (instance) => areProbabilities(topPart(instance, cut(instance)))),
  translate('rewind_kl', 'e4156e0deac2', (instance) => {
    const [k, { policy }] = [cut(instance), instance.q];
    return [equal(rewindKlByTerms(exactField, policy, k), rewindKl(exactField, policy, k))];
  }),
  translate('rewind_win_rate', '0fdce37b85b7', (instance) => {
    const [k, { q }] = [cut(instance), instance];
    const masses = Array.from({ length: size(q) }, (_, i) => p(q, i));
    return [equal(pairByPair(topPart(instance, k), masses), rewindWinRate(q.policy, k))];
  }),
];
