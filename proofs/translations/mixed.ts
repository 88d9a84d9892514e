/** Mixed.v: `atom i` is false for the outcomes that are stretches. */

import { exactField } from '../../src/arithmetic/exact-field.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/theory/best-of-n.ts';
import { kl } from '../../src/theory/kl.ts';
import { Law } from '../../src/theory/law.ts';
import { sumOfLocalGaps } from '../../src/theory/local-gap.ts';
import { atMost, equal, type Instance, translate, unequal } from './translation.ts';
import {
  bestOf,
  cdf,
  type form,
  formula,
  interval,
  ln,
  ONE,
  Phi,
  p,
  rational,
  size,
  sumOfForms,
  ZERO,
} from './words.ts';

/** Some outcomes of an instance made stretches: none, some or all. */
function mixed({ q, random }: Instance): {
  law: Law<ReturnType<typeof rational>, ReturnType<typeof form>>;
  of: BestOfN;
} {
  const stretches = q.policy.outcomes.flatMap((_, i) => (random.integer(0, 2) > 0 ? [i] : []));
  const policy = FinitePolicy.fromWeights(q.policy.outcomes, { stretches });
  return { law: new Law(exactField, policy, q.n), of: new BestOfN(policy, q.n) };
}

export const mixedKl = [
  translate('mixed_gap', '5aaf85369154', (instance) => {
    const { law, of } = mixed(instance);
    const [{ q }, best] = [instance, bestOf(instance.q)];
    const defined = sumOfForms(size(q), (i) => {
      if (law.policy.stretches.has(i)) return Phi(q.n, cdf(q, i + 1)).sub(Phi(q.n, cdf(q, i)));
      return ln((best[i] ?? ONE).div(p(q, i))).scale(best[i] ?? ONE);
    });
    return [equal(kl(law), defined), equal(formula(of.n).sub(kl(law)), sumOfLocalGaps(law))];
  }),
  translate('mixed_kl_le_formula', '62495cbea921', (instance) => {
    const { law, of } = mixed(instance);
    return [atMost(kl(law), formula(of.n)), atMost(of.kl, formula(of.n))];
  }),
  translate(
    'mixed_kl_eq_formula_iff',
    'ba4b0ce83f9f',
    (instance) => {
      const { law, of } = mixed(instance);
      return [(law.policy.isAtomless ? equal : unequal)(kl(law), formula(of.n))];
    },
    { draws: 2 },
  ),
  translate('stretch_is_limit', '2dae00dc7d56', ({ q: { n }, random }) => {
    const [[a, b], N] = [interval(random), random.integer(1, 4)];
    const x = (j: number) => a.add(rational(j, N).mul(b.sub(a)));
    const atoms = sumOfForms(N, (j) => {
      const mass = x(j + 1)
        .pow(n)
        .sub(x(j).pow(n));
      return ln(mass.div(x(j + 1).sub(x(j)))).scale(mass);
    });
    const rest = Phi(n, b).sub(Phi(n, a)).sub(atoms);
    return [atMost(ZERO, rest), atMost(rest, rational(n * (n - 1), 2 * N).mul(b.sub(a).pow(2)))];
  }),
];
