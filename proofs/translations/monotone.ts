/** Monotone.v */

import { difference } from '../../src/arithmetic/real.ts';
import { klToFewer } from '../../src/theory/growth.ts';
import { meanUnderLaw } from '../../src/theory/reward.ts';
import { atMost, below, equal, type Instance, toReal, translate } from './translation.ts';
import { bestOf, lawOf, ln, ONE, rational, size, sumOfForms } from './words.ts';

/** m ≥ n, or m > n. */
const later = ({ q, random }: Instance, more = 0): Instance['q'] => q.at(q.n + random.integer(more, 3));

export const monotone = [
  translate('reward_monotone', '4c84ae5b2f3c', (instance) => {
    const { q, random } = instance;
    const rewards = [rational(random.integer(-9, 9), 3)];
    while (rewards.length < size(q))
      rewards.push((rewards.at(-1) ?? rational(0)).add(rational(random.integer(0, 5), 4)));
    return [atMost(meanUnderLaw(lawOf(q), rewards), meanUnderLaw(lawOf(later(instance)), rewards))];
  }),
  translate('kl_superadditive', '73f43ac6b14b', (instance) => {
    const [{ q }, more] = [instance, later(instance)];
    const between = klToFewer(lawOf(more), q.n);
    const [to, from] = [bestOf(more), bestOf(q)];
    const defined = sumOfForms(size(q), (i) => ln((to[i] ?? ONE).div(from[i] ?? ONE)).scale(to[i] ?? ONE));
    return [equal(between, defined), atMost(between, difference(more.kl, q.kl))];
  }),
  translate('kl_monotone', 'fb9c4aab15a6', (instance) => [atMost(instance.q.kl, later(instance).kl)]),
  translate('win_rate_monotone', 'ce796942d62b', (instance) => [atMost(instance.q.winRate, later(instance).winRate)]),
  translate(
    'kl_strictly_monotone',
    '85dee52b35be',
    (instance) => [below(toReal(instance.q.kl), later(instance, 1).kl)],
    { atoms: 2 },
  ),
  translate(
    'win_rate_strictly_monotone',
    '57cb58533a1e',
    (instance) => [below(instance.q.winRate, later(instance, 1).winRate)],
    {
      atoms: 2,
    },
  ),
];
