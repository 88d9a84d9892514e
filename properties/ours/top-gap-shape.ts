import { Rational } from '../../src/arithmetic/rational.ts';
import { type Real, rationalReal, sum } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim, equal, type Step } from '../../src/claims/claim.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { localGap } from '../../src/quantities/local-gap.ts';
import { defineEnclosed } from '../../src/quantities/quantity.ts';
import { enclosedOnly, LOCAL_GAP, localGapAt, placeOf, scaledTopGap, someAtoms, someMasses } from '../shared/atoms.ts';
import { inDecimals } from '../shared/cross-checks.ts';

/** How many atoms are checked. The identity is decided exactly at each. */
const FEW = 4;

export const claim = defineClaim({
  id: 'top-gap-shape',
  title: 'Scaling, merging and growth of the local gap',
  statement:
    'g(F_{i−1}, F_i) = F_i^n γ(p_i/F_i), g(F_{i−1}, F_{i+1}) ≥ g(F_{i−1}, F_i) + g(F_i, F_{i+1}), and γ is nondecreasing',
  source: 'this project, docs/theory-ours.md',
  hypotheses: 'finite policy, integer n ≥ 1; at some of the policy’s own points',
  expected: 'holds',
  proof: { theorems: ['local_gap_scale', 'local_gap_merge', 'top_gap_monotone'] },
  domain: { atoms: 1, draws: 1, exactForms: true },
  shares: { 'best-critical': 0.1, 'collisions-critical': 0.1, 'collisions-common': 0.2, ties: 0.05 },
  cost: 'high',
  extensions: { 'real-draws': { notApplicable: 'exact forms, which decide the identity, need an integer n' } },
  *relations(q) {
    for (const i of someAtoms(q, FEW)) {
      yield equal(`g(${i + 1})`, localGapAt(q, i), 'F^n γ(p/F)', scaledTopGap(q, i));
      const { mass, share } = placeOf(q, i);
      if (i < q.policy.atoms.length - 1) {
        yield atMost('γ(p)', topGapAt(q, mass.reduced()), 'γ(p/F)', topGapAt(q, share));
      }
      if (i === 0 || q.policy.continuousParts.has(i - 1)) continue;
      yield atMost(
        'g + g',
        sum(enclosedOnly(localGapAt(q, i - 1)), enclosedOnly(localGapAt(q, i))),
        'g of both',
        merged(q, i),
      );
    }
    let before: Rational | null = null;
    for (const mass of someMasses(q)) {
      if (before) yield atMost(`γ(${before})`, topGapAt(q, before), `γ(${mass})`, topGapAt(q, mass));
      before = mass;
    }
  },
  *crossChecks(q) {
    for (const i of someAtoms(q, FEW)) {
      const { below, upTo } = placeOf(q, i);
      yield* inDecimals(`g(${i + 1})`, q, localGapAt(q, i), ({ field, n }) => localGap(field, below, upTo, n));
    }
  },
  derivation: steps,
});

/** Without the exact form: the growth is strict, so enclosures show it. */
function topGapAt(q: BestOfN, mass: Rational): Real {
  return enclosedOnly(q.topGapAt(mass));
}

/** g(F_{i−2}, F_i): the local gap of an atom merged with the one below it. */
function merged(q: BestOfN, i: number): Real {
  const { below } = placeOf(q, i - 1);
  const { upTo } = placeOf(q, i);
  return enclosedOnly(q.of(LOCAL_GAP, below, upTo));
}

/** π log(π/p) of an atom with the interval [a, b]. */
const ENTROPY = defineEnclosed<[a: Rational, b: Rational]>({
  symbol: 'π log π/p',
  formula: ({ field, n }, a, b) => {
    const won = field.sub(field.pow(field.rational(b), n), field.pow(field.rational(a), n));
    return field.relativeEntropy(won, field.rational(b.sub(a)));
  },
  isZero: ({ isOneDraw }) => isOneDraw,
});

/** Merging is the log-sum inequality in two terms. */
function* steps(q: BestOfN): Generator<Step> {
  for (const i of someAtoms(q, FEW)) {
    if (i === 0) continue;
    const [low, high] = [placeOf(q, i - 1), placeOf(q, i)];
    const entropy = (a: Rational, b: Rational): Real => q.of(ENTROPY, a, b);
    const apart = sum(entropy(low.below, low.upTo), entropy(high.below, high.upTo));
    const relation = atMost('together', entropy(low.below, high.upTo), 'apart', apart);
    yield { name: 'the log-sum inequality for two neighbours', relation };
  }
  const top = q.policy.atoms.length - 1;
  const whole = equal('γ(1)', q.topGapAt(Rational.ONE), 'log n − (n−1)/n', q.atomlessKl);
  yield { name: 'γ(1) = log n − (n−1)/n', relation: whole };
  yield { name: 'γ ≥ 0', relation: atMost('0', rationalReal(Rational.ZERO), 'γ(ε_∞)', q.topGapAt(q.policy.mass(top))) };
}
