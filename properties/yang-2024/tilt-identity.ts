import { sumOf } from '../../src/arithmetic/bigint.ts';
import { exactField } from '../../src/arithmetic/exact-field.ts';
import { LogForm } from '../../src/arithmetic/log-form.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { difference, exactReal, multiple, type Real, rationalReal } from '../../src/arithmetic/real.ts';
import { defineClaim, equal } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { klBetween, levelRewards, meanReward, otherKl, weightsOnAtoms } from '../../src/quantities/other-policy.ts';
import { tiltedWeights } from '../../src/selection/tilt.ts';

const ZERO = rationalReal(Rational.ZERO);

export const claim = defineClaim({
  id: 'tilt-identity',
  title: 'What a law loses to the tilt',
  statement: 'KL(φ‖p) − KL(q‖p) = KL(φ‖q) + λ(E_φ r − E_q r) for q ∝ p e^{λr} and every law φ',
  source: 'Yang et al., arXiv 2404.01730',
  hypotheses:
    'finite policy, any law φ on its outcomes, best-of-n for integer n ≥ 1 among them; checked for n ≤ 24 at rewards 0, 1, 2, … with e^λ = n and e^λ = 2/3',
  expected: 'holds',
  proof: { theorems: ['tilt_identity', 'level_policy'] },
  domain: { atoms: 1, draws: 1, maxDraws: 24, auxiliary: true, exactForms: true },
  shares: { ...COMMON_SHARES, 'best-common': 0.02, 'collisions-rare': 0 },
  cost: 'high',
  extensions: {
    'continuous-parts': {
      notApplicable:
        'it is checked exactly, which needs atoms; on a continuous part of constant reward nothing changes',
    },
    'real-draws': { notApplicable: 'it is checked exactly, and the probabilities are rational for integer n only' },
  },
  *relations(q) {
    const { policy } = q;
    const p = policy.atoms;
    const rewards = levelRewards(policy);
    for (const base of bases(q)) {
      const tilt = tiltedWeights(p, rewards, base.num, base.den);
      for (const [name, phi] of laws(q)) {
        const gain = meanReward(phi, rewards).sub(meanReward(tilt, rewards));
        const loss = klBetween(exactField, phi, p).sub(klBetween(exactField, tilt, p));
        const other = klBetween(exactField, phi, tilt).add(LogForm.log(base).scale(gain));
        // In a coprime base all terms of a form that is 0 cancel.
        const excess = exactReal(loss.sub(other).refined());
        yield equal(`KL(${name}‖p) − KL(q‖p) − KL(${name}‖q) − λ(E_${name} r − E_q r)`, excess, '0', ZERO);
      }
    }
  },
  *crossChecks(q) {
    const p = q.policy.atoms;
    const rewards = levelRewards(q.policy);
    for (const base of bases(q)) {
      const tilt = tiltedWeights(p, rewards, base.num, base.den);
      const other = difference(times(meanReward(tilt, rewards), base), exactReal(LogForm.log(meanPower(q, base))));
      yield { name: 'KL(q‖p) and λ E_q r − log Z', one: otherKl(tilt, p), other };
    }
    yield { name: 'KL(π‖p) as of any law', one: q.kl, other: otherKl(bestOfN(q), p) };
  },
  *derivation(q) {
    const p = q.policy.atoms;
    const rewards = levelRewards(q.policy);
    for (const base of bases(q)) {
      const tilt = tiltedWeights(p, rewards, base.num, base.den);
      const whole = sumOf(tilt);
      for (const [i, weight] of tilt.entries()) {
        const ratio = Rational.of(weight * q.policy.total, (p[i] as bigint) * whole);
        const right = difference(
          times(Rational.of(rewards[i] as bigint), base),
          exactReal(LogForm.log(meanPower(q, base))),
        );
        yield {
          name: 'log(q/p) = λr − log Z',
          relation: equal('log(q/p)', exactReal(LogForm.log(ratio)), 'λr − log Z', right),
        };
      }
    }
  },
});

/** The bases e^λ: n, and one below 1. */
function bases(q: BestOfN): Rational[] {
  return [q.draws, Rational.of(2, 3)];
}

function laws(q: BestOfN): [string, bigint[]][] {
  return [
    ['φ', weightsOnAtoms(q.policy, q.auxiliary)],
    ['π', bestOfN(q)],
  ];
}

/** C_i^n − C_{i−1}^n */
function bestOfN({ policy: { atoms, cumulative }, n }: BestOfN): bigint[] {
  const powers = cumulative.map((weight) => weight ** BigInt(n));
  return atoms.map((_, i) => (powers[i + 1] as bigint) - (powers[i] as bigint));
}

function times(q: Rational, base: Rational): Real {
  return multiple(q, exactReal(LogForm.log(base)));
}

/** Z = Σ p e^{λr} */
function meanPower({ policy }: BestOfN, base: Rational): Rational {
  return levelRewards(policy).reduce(
    (z, reward, i) => z.add(policy.mass(i).mul(base.pow(Number(reward)))),
    Rational.ZERO,
  );
}
