/** The plug-in estimate of the mean reward of best-of-n from n samples, for rewards that the auxiliary weights give. */

import { Rational } from '../../src/arithmetic/rational.ts';
import type { CrossCheck } from '../../src/claims/claim.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { meanOfBest, plugInMean } from '../../src/quantities/plug-in-mean.ts';
import { stepRewards } from '../../src/quantities/reward.ts';
import { rationals } from './cross-checks.ts';

/** The most lists of samples that are enumerated for an instance. */
const ENUMERATED = 256;

/** The mean of the estimate, and what it estimates. */
export function plugIn(q: BestOfN): { readonly mean: Rational; readonly target: Rational } {
  const { policy, n, auxiliary } = q;
  const rewards = stepRewards(policy, auxiliary);
  return { mean: plugInMean(policy, rewards, n, n), target: meanOfBest(policy, rewards, n) };
}

/** The mean over all lists of n samples, from the estimate's definition, where these are few. */
export function* plugInAgain(q: BestOfN): Generator<CrossCheck> {
  const { policy, n, auxiliary } = q;
  const count = policy.atoms.length;
  if (count ** n > ENUMERATED) return;
  const rewards = stepRewards(policy, auxiliary);
  let mean = Rational.ZERO;
  for (let code = 0; code < count ** n; code += 1) {
    const list = Array.from({ length: n }, (_, place) => Math.floor(code / count ** place) % count).sort(
      (a, b) => a - b,
    );
    const chance = list.reduce((product, atom) => product.mul(policy.mass(atom)), Rational.ONE);
    mean = mean.add(chance.mul(estimateOf(list.map((atom) => rewards[atom] as Rational))));
  }
  yield rationals('the mean of the plug-in estimate, by enumeration', plugIn(q).mean, mean);
}

/** Σ x_(i) ((i/n)^n − ((i−1)/n)^n) for n sorted rewards. */
function estimateOf(sorted: readonly Rational[]): Rational {
  const n = sorted.length;
  return sorted.reduce((sum, reward, i) => {
    const weight = Rational.of(i + 1, n)
      .pow(n)
      .sub(Rational.of(i, n).pow(n));
    return sum.add(reward.mul(weight));
  }, Rational.ZERO);
}
