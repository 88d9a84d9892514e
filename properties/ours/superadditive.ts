import { LogForm } from '../../src/arithmetic/log-form.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { difference, exactReal, product, type Real, rationalReal, sum } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim, equal, type Relation, type Step } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import { MAX_DRAWS } from '../../src/policy/draws.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { klToFewer } from '../../src/quantities/growth.ts';
import { defineEnclosed } from '../../src/quantities/quantity.ts';
import { sumOver } from '../../src/selection/law.ts';
import { logLikelihoodRatio } from '../../src/selection/likelihood.ts';
import { enclosedOnly, LOG_LIKELIHOOD_RATIO, moreDraws, someAtoms } from '../shared/atoms.ts';
import { type BelowBest, belowBest, logOdds, shareTo } from '../shared/below-best.ts';
import { composedPmf, inDecimals } from '../shared/cross-checks.ts';

/** The cross-check by definition is made, exactly, where n times the number of outcomes is at most this. */
const CHEAP = 200;

export const claim = defineClaim({
  id: 'superadditive',
  title: 'Further draws cost divergence',
  statement: 'KL(π^(m)‖p) ≥ KL(π^(n)‖p) + KL(π^(m)‖π^(n)) for m ≥ n',
  source: 'this project, docs/theory-ours.md',
  hypotheses: 'finite policy, integer n ≥ 2; for m = n + 1 and m = 2n',
  expected: 'holds',
  proof: { theorems: ['kl_superadditive', 'kl_superadditive_ties'] },
  // 2n must be a valid number of draws too.
  domain: { atoms: 1, draws: 2, maxDraws: MAX_DRAWS / 2 },
  shares: COMMON_SHARES,
  cost: 'high',
  extensions: { 'one-draw': { notApplicable: 'both sides are one number by definition' } },
  *relations(q) {
    const below = belowBest(q);
    for (const m of moreDraws(q)) {
      if (below) {
        yield costsBelow(below, m);
        continue;
      }
      const parts = sum(enclosedOnly(q.kl), between(q, m));
      yield atMost(`KL of ${q.n} + KL of ${m} from ${q.n}`, parts, `KL of ${m}`, enclosedOnly(q.at(m).kl));
    }
  },
  *crossChecks(q) {
    const more = q.at(q.draws.add(Rational.ONE));
    yield* inDecimals('KL(π^(n+1)‖π^(n))', more, between(q, q.draws.add(Rational.ONE)), (law) =>
      klToFewer(law, q.draws),
    );
    if (q.n * q.policy.weights.length > CHEAP || !more.hasExactForms) return;
    yield {
      name: 'KL(π^(n+1)‖π^(n)) by definition',
      one: between(q, q.draws.add(Rational.ONE)),
      other: exactReal(byDefinition(q, more)),
    };
  },
  derivation: steps,
});

/**
 * The form for a best atom that is missed with a probability s too small to resolve. With φ = F^(m−n), λ = −log p_K − (n−1) log F, and
 * primes for the policy below the best, the right side minus the left side is
 *
 *   s ((1−φ) (λ + log(1−s)) + φ KL′(m) − KL′(n) − φ KL′(m from n)),
 *
 * and log(1−s) > −1.
 */
function costsBelow(below: BelowBest, m: Rational): Relation {
  const { rest } = below;
  const factor = shareTo(below, m.sub(rest.draws));
  const scale = difference(rationalReal(Rational.ONE), factor);
  const left = sum(enclosedOnly(rest.kl), product(factor, between(rest, m)));
  const odds = product(scale, difference(logOdds(below), rationalReal(Rational.ONE)));
  const right = sum(odds, product(factor, enclosedOnly(rest.at(m).kl)));
  return atMost(`KL′ + φ KL′ of ${m} from ${rest.draws}`, left, `(1−φ) (λ − 1) + φ KL′ of ${m}`, right);
}

/** KL(π^(m)‖π^(n)), which is 0 for one atom. */
function between(q: BestOfN, m: Rational): Real {
  return q.at(m).of(KL_TO_FEWER, q.draws);
}

const KL_TO_FEWER = defineEnclosed<[fewer: Rational]>({
  symbol: 'KL to fewer draws',
  formula: klToFewer,
  isZero: ({ policy }) => policy.atoms.length === 1 && policy.isDiscrete,
});

function byDefinition(q: BestOfN, more: BestOfN): LogForm {
  const fewer = composedPmf(q);
  return composedPmf(more).reduce(
    (total, won, y) => total.add(LogForm.log(won.div(fewer[y] as Rational)).scale(won)),
    LogForm.ZERO,
  );
}

function* steps(q: BestOfN): Generator<Step> {
  const more = q.at(q.draws.add(Rational.ONE));
  // Σ π^(n+1)_i log(π^(n)_i/p_i)
  const mixed = more.of(MEAN_SCORE, q.draws);
  const parts = sum(between(q, q.draws.add(Rational.ONE)), mixed);
  yield { name: 'KL(π^(m)‖p) = KL(π^(m)‖π^(n)) + Σ π^(m) s', relation: equal('KL', more.kl, 'sum', parts) };
  const places = someAtoms(q);
  for (const [before, i] of places.slice(1).entries()) {
    const ratioAt = (at: number): Real => q.of(LOG_LIKELIHOOD_RATIO, at);
    const relation = atMost('s before', ratioAt(places[before] as number), 's', ratioAt(i));
    yield { name: 's_i = log(π^(n)_i/p_i) grows', relation };
  }
  if (q.isTrivial) return;
  const rise = difference(mixed, enclosedOnly(q.kl));
  yield {
    name: 'Σ π^(m) s ≥ Σ π^(n) s = KL(π^(n)‖p)',
    relation: atMost('0', rationalReal(Rational.ZERO), 'rise', rise),
  };
}

const MEAN_SCORE = defineEnclosed<[fewer: Rational]>({
  symbol: 'Σ π^(m) s',
  formula: (law, fewer) => {
    const { field, policy } = law;
    return sumOver(law, ({ index, probability }) =>
      field.scale(probability, logLikelihoodRatio(field, policy, fewer, index)),
    );
  },
});
