import { sumOf } from '../../src/arithmetic/bigint.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { rationalReal } from '../../src/arithmetic/real.ts';
import { atMost, type CrossCheck, defineClaim, equal } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';
import { runningBest } from '../../src/selection/oracles/running-best.ts';
import { exactPmf, pmf } from '../../src/selection/pmf.ts';
import { composedPmf, enumeration, rationals } from '../shared/cross-checks.ts';
import { isTooLarge, ONE, parts, step } from '../shared/steps.ts';

/** Enclosures of the PMF are compared with the exact PMF for policies of at most this many outcomes. */
const MAX_OUTCOMES = 4;

/** Compares the exact PMF with the enumeration of all K^n draws where it is feasible, elsewhere with composition of shorter draws. */
export const claim = defineClaim({
  id: 'pmf',
  title: 'The law of best-of-n',
  statement: 'π_i = F_i^n − F_{i−1}^n, shared in proportion within a tie; the π_i sum to 1',
  source: 'Beirami et al., arXiv 2401.01879, section 2, lemma on the PMF',
  hypotheses: 'finite policy, integer n from 1 to 10^6, ties broken at random',
  expected: 'holds',
  proof: {
    theorems: [
      'best_of_pmf',
      'best_of_policy',
      'best_of_enumeration',
      'random_ties_enumeration',
      'random_ties_distribution',
      'level_best_of',
    ],
  },
  // An exact probability has n·log₂(total) bits. At 10^9 draws that takes minutes and gigabytes.
  domain: { atoms: 1, draws: 1, maxDraws: 1_000_000 },
  shares: COMMON_SHARES,
  cost: 'high',
  reach: { draws: 2000, atoms: 100 },
  extensions: { 'real-draws': { notApplicable: 'only an integer number of draws can be made' } },
  *relations(quantities) {
    const { policy, n } = quantities;
    const stated = exactPmf(policy, n);
    const drawn = enumeration(quantities)?.pmf ?? composedPmf(quantities);
    for (const [y, probability] of stated.entries()) {
      yield equal(`π(${y + 1})`, rationalReal(probability), 'drawn', rationalReal(drawn[y] as Rational));
    }
    // The probabilities of the levels have a common denominator, so that their sum is cheap.
    const levels = exactPmf(FinitePolicy.fromWeights(policy.atoms), n);
    const sum = levels.reduce((a, b) => a.add(b), Rational.ZERO);
    yield equal('Σ π', rationalReal(sum), '1', rationalReal(Rational.ONE));
  },
  *crossChecks({ policy, n }) {
    if (policy.atoms.length < policy.weights.length) yield* ofTies(policy);
    if (policy.weights.length > MAX_OUTCOMES) return;
    const exact = exactPmf(policy, n);
    for (const [y, enclosed] of pmf(policy, n, false).entries()) {
      yield { name: `π(${y + 1}) enclosed and exact`, one: enclosed, other: rationalReal(exact[y] as Rational) };
    }
  },
  *derivation(quantities) {
    if (isTooLarge(quantities)) return;
    const { policy, n } = quantities;
    const stated = exactPmf(FinitePolicy.fromWeights(policy.atoms), n);
    const whole = policy.total ** BigInt(n);
    const power = (i: number): bigint => (policy.cumulative[i] as bigint) ** BigInt(n);
    const drawn = runningBest(policy, n);
    const few = parts(quantities);
    for (const { index } of few) {
      const upTo = sumOf(drawn.slice(0, index + 1));
      const [none, all] = [Rational.of(upTo, whole), Rational.of(power(index + 1), whole)];
      yield step('no draw is above', equal('drawn at most', rationalReal(none), 'F_i^n', rationalReal(all)));
      const increment = rationalReal(Rational.of(power(index + 1) - power(index), whole));
      const probability = rationalReal(stated[index] as Rational);
      yield step('one of them is not below', equal('π_i', probability, 'F_i^n − F_{i−1}^n', increment));
      yield step('F grows', atMost('0', rationalReal(Rational.ZERO), 'π_i', probability));
    }
    for (const [y, probability] of exactPmf(policy, n).slice(0, few.length).entries()) {
      const level = policy.atomOf(y);
      const share = Rational.of(policy.weights[y] as bigint, policy.atoms[level] as bigint);
      const shared = rationalReal(share.mul(stated[level] as Rational));
      yield step('a level is shared in proportion', equal('π(y)', rationalReal(probability), 'p(y)/P π_L', shared));
    }
    const sum = stated.reduce((all, probability) => all.add(probability), Rational.ZERO);
    yield step('the sum telescopes', equal('Σ π', rationalReal(sum), '1', ONE));
  },
});

/** Three draws are the fewest that show whether a tie is broken with multiplicity. The instance's own n is mostly too large to list. */
const TIE_DRAWS = 3;

function* ofTies(policy: FinitePolicy): Generator<CrossCheck> {
  const drawn = enumeration(new BestOfN(policy, TIE_DRAWS));
  if (!drawn) return;
  for (const [y, probability] of exactPmf(policy, TIE_DRAWS).entries()) {
    yield rationals(`π(${y + 1}) of ${TIE_DRAWS} draws and by enumeration`, probability, drawn.pmf[y] as Rational);
  }
}
