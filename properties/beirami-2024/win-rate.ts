import { Rational } from '../../src/arithmetic/rational.ts';
import { difference, multiple, product, type Real, rationalReal, sum } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim, equal } from '../../src/claims/claim.ts';
import { isAtMost, n, over, plus } from '../../src/claims/expression/expression.ts';
import { WIN_RATE } from '../../src/claims/expression/symbols.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';
import { winRateBound, winRateByTrapezoids } from '../../src/quantities/win-rate.ts';
import type { Law, LawAtom } from '../../src/selection/law.ts';
import { asStated, enumeration, inDecimals, rationals } from '../shared/cross-checks.ts';
import {
  defineTerms,
  isTooLarge,
  ONE,
  parts,
  powerOf,
  step,
  terms,
  topTrapezoidError,
  total,
  ZERO,
} from '../shared/steps.ts';

const STATED = isAtMost(WIN_RATE, over(n, plus(n, 1)));

export const claim = defineClaim({
  id: 'win-rate',
  title: 'The win rate is at most n/(n+1)',
  statement: 'W = Σ π_i (F_{i−1} + F_i)/2 ≤ n/(n+1)',
  source: 'Beirami et al., arXiv 2401.01879, Theorem 5.3',
  hypotheses: 'finite policy, integer n ≥ 1; ties with the reference count one half',
  expected: 'holds',
  proof: { theorems: ['win_rate_le', 'win_rate_mid_cdf', 'win_rate_ties_le', 'level_policy', 'win_rate_ties_levels'] },
  domain: { atoms: 1, draws: 1 },
  shares: COMMON_SHARES,
  states: [STATED],
  *crossChecks(q) {
    yield asStated('n/(n+1)', q, STATED, q.winRateBound);
    yield rationals('n/(n+1) = 1 − 1/(n+1)', winRateBound(q.draws), Rational.ONE.sub(Rational.ONE.div(nextOf(q))));
    yield* inDecimals('W by trapezoids', q, q.winRate, winRateByTrapezoids);
    const drawn = enumeration(q);
    if (drawn) yield { name: 'W and W by enumeration', one: q.winRate, other: rationalReal(drawn.winRate) };
    const { weights, ranks, atoms } = q.policy;
    // The win rate must not depend on how ties are broken.
    if (atoms.length < weights.length) {
      const ordered = new BestOfN(FinitePolicy.fromRanked(weights, ranks, { ties: 'order' }), q.draws);
      yield { name: 'W and W when the listed order breaks ties', one: q.winRate, other: ordered.winRate };
    }
  },
  *derivation(q) {
    if (isTooLarge(q)) return;
    const wins = [...terms(q, WINS)];
    yield step('the terms add up to W', equal('Σ π (a+b)/2', total(wins), 'W', q.winRate));
    const trapezoids = [...terms(q, TRAPEZOIDS)];
    yield step(
      'the trapezoid identity',
      equal('Σ p (a^n+b^n)/2', total(trapezoids), '1 − W', difference(ONE, q.winRate)),
    );
    const powers = [...terms(q, POWER_INCREMENTS)];
    yield step('the increments of F^(n+1) add up to 1', equal('Σ (b^(n+1) − a^(n+1))', total(powers), '1', ONE));
    for (const [i, part] of parts(q).entries()) {
      const [won, missed, increment] = [wins[i], trapezoids[i], powers[i]] as [Real, Real, Real];
      yield step('the identity of an interval', equal('both', sum(won, missed), 'b^(n+1) − a^(n+1)', increment));
      const error = difference(missed, multiple(Rational.ONE.div(nextOf(q)), increment));
      const scaled = product(powerOf(q, part.b, 1), topTrapezoidError(q, part.share));
      yield step('the error of a trapezoid scales', equal('T(a, b)', error, 'b^(n+1) τ((b−a)/b)', scaled));
      yield step('a chord lies above a convex function', atMost('0', ZERO, 'τ', topTrapezoidError(q, part.share)));
    }
    yield step('so the win rate is below', atMost('W', q.winRate, 'n/(n+1)', q.winRateBound));
  },
});

function win<Q, T>({ field }: Law<Q, T>, { probability, below, upTo }: LawAtom<Q>): T {
  const middle = field.mul(field.add(below, upTo), field.rational(Rational.of(1, 2)));
  return field.lift(field.mul(probability, middle));
}

function trapezoid<Q, T>({ field, n }: Law<Q, T>, { mass, below, upTo }: LawAtom<Q>): T {
  const ends = field.add(field.pow(below, n), field.pow(upTo, n));
  return field.lift(field.mul(field.mul(mass, ends), field.rational(Rational.of(1, 2))));
}

function powerIncrement<Q, T>({ field, n }: Law<Q, T>, { below, upTo }: LawAtom<Q>): T {
  const next = n.add(Rational.ONE);
  return field.lift(field.sub(field.pow(upTo, next), field.pow(below, next)));
}

const WINS = defineTerms('π (a+b)/2', win);
const TRAPEZOIDS = defineTerms('p (a^n+b^n)/2', trapezoid);
const POWER_INCREMENTS = defineTerms('b^(n+1) − a^(n+1)', powerIncrement);

function nextOf({ draws }: BestOfN): Rational {
  return draws.add(Rational.ONE);
}
