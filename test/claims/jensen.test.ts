import { describe, expect, it } from 'vitest';
import { Rational } from '../../src/arithmetic/rational.ts';
import type { Step } from '../../src/claims/claim.ts';
import { isViolated } from '../../src/claims/decide.ts';
import { jensenParts, jensenSteps } from '../../src/claims/jensen.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';
import { CHI_SQUARE, powerDivergence } from '../../src/quantities/divergences.ts';
import { holds } from '../arithmetic/exact.ts';
import { rational } from './planted.ts';

const CHI = jensenParts('χ²', CHI_SQUARE);
const ROOT = jensenParts('√', powerDivergence(Rational.of(1, 2)));
/** χ² without atoms at n = 3: ∫ (3u²)² − 1 = 4/5. */
const WHOLE = rational('4/5');

const weights = (count: number): bigint[] => Array.from({ length: count }, (_, i) => BigInt(i + 1));
const drawn = (count: number, continuousParts: number[] = [], n = 3): BestOfN =>
  new BestOfN(FinitePolicy.fromWeights(weights(count), { continuousParts }), n);

/** The atoms that the steps of one proof look at. */
function atomsOf(q: BestOfN, steps: readonly Step[]): number[] {
  const parts = [...q.policy.atoms.keys()].map((index) => q.of(CHI.ofAtom, index));
  return steps.slice(0, -1).map(({ relation }) => parts.indexOf(relation.left.value));
}

describe('the steps of a proof by Jensen’s inequality', () => {
  it('look at up to four atoms, from the lowest to the highest, and at no continuous part', () => {
    const at = (count: number, continuousParts: number[] = []): number[] => {
      const q = drawn(count, continuousParts);
      return atomsOf(q, [...jensenSteps(q, CHI, WHOLE)]);
    };
    expect([1, 2, 3, 4, 7].map((count) => at(count))).toEqual([[0], [0, 1], [0, 1, 2], [0, 1, 2, 3], [0, 2, 4, 6]]);
    expect([at(3, [0]), at(7, [0, 6]), at(2, [0, 1])]).toEqual([[1, 2], [1, 2, 4, 5], []]);
  });

  it('compare an atom with the integral over its interval, and the sum of these with the whole', () => {
    const q = drawn(2);
    const steps = [...jensenSteps(q, CHI, WHOLE)];
    expect(steps.map(({ name, relation: { left, is, right } }) => [name, left.name, is, right.name])).toEqual([
      ["χ²: Jensen on an atom's interval", 'p φ(π/p)', '≤', '∫'],
      ["χ²: Jensen on an atom's interval", 'p φ(π/p)', '≤', '∫'],
      ['χ²: the integrals add up to that over [0, 1]', 'Σ ∫', '=', '∫'],
    ]);
    // On [0, 1/3]: (1/27 − 1/3)²/(1/3) = 64/243, and ∫ (3u² − 1)² = 9/5·(1/3)^5 − 2·(1/3)^3 + 1/3 = 4/15.
    const expected = [
      ['64/243', '4/15'],
      ['32/243', '8/15'],
      ['4/5', '4/5'],
    ];
    for (const [i, { relation }] of steps.entries()) {
      for (const [k, { value }] of [relation.left, relation.right].entries())
        expect(holds(value.enclose(30), Rational.parse(expected[i]?.[k] ?? ''))).toBe(true);
    }
    expect(steps.some(({ relation }) => isViolated(relation))).toBe(false);
    expect([CHI.ofAtom, CHI.overInterval, CHI.overAll].map(({ symbol }) => symbol)).toEqual(['χ²', '∫ χ²', 'Σ ∫ χ²']);
  });

  it('are turned round where the function is concave', () => {
    const steps = [...jensenSteps(drawn(2), ROOT, drawn(2).of(ROOT.overAll), true)];
    expect(steps.map(({ relation: { left, is, right } }) => [left.name, is, right.name])).toEqual([
      ['∫', '≤', 'p φ(π/p)'],
      ['∫', '≤', 'p φ(π/p)'],
      ['Σ ∫', '=', '∫'],
    ]);
    expect(steps.some(({ relation }) => isViolated(relation))).toBe(false);
    const straight = [...jensenSteps(drawn(2), ROOT, drawn(2).of(ROOT.overAll))];
    expect(straight.slice(0, 2).every(({ relation }) => isViolated(relation))).toBe(true);
  });

  it('are none of one draw, and some of a real number just above it', () => {
    expect([...jensenSteps(drawn(3, [], 1), CHI, WHOLE)]).toEqual([]);
    expect([...jensenSteps(drawn(3, [], 1.5), CHI, WHOLE)]).toHaveLength(4);
  });
});
