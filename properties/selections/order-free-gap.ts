import { sum } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim } from '../../src/claims/claim.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { gapsBelowTop } from '../../src/quantities/order-free.ts';
import { defineQuantity, type Evaluated } from '../../src/quantities/quantity.ts';
import { inDecimals } from '../shared/cross-checks.ts';

export const claim = defineClaim({
  id: 'order-free-gap',
  title: 'The gap is largest where each atom is the best',
  statement:
    'gap ≤ Σ γ(p_i), so D̃_n − E_{y∼p}[γ(p(y))/p(y)] ≤ KL(π‖p); checked without the best atom, whose terms are equal',
  source: 'this project, docs/theory-selections.md',
  hypotheses: 'finite policy, integer n ≥ 3; false for n = 2',
  expected: 'holds',
  domain: { atoms: 2, draws: 3 },
  shares: { 'best-critical': 0.1, 'best-common': 0.1, 'collisions-critical': 0.1, 'collisions-common': 0.2 },
  cost: 'high',
  extensions: {
    'real-draws': { witness: { weights: [1n, 1n], ranks: [0, 1], n: 1.875 } },
    'one-draw': 'holds',
    'one-atom': 'holds',
  },
  relations: (q) => [atMost('Σ g below the best', q.of(IN_PLACE), 'Σ γ below the best', q.of(ON_TOP))],
  *crossChecks(q) {
    yield* inDecimals('Σ γ(p_i) below the best', q, q.of(ON_TOP), (law) => gapsBelowTop(law, 'on top'));
    if (!isAlone(q)) yield { name: 'gap and its parts', one: q.gap, other: sum(q.of(IN_PLACE), q.bestAtomGap) };
  },
});

/** Whether there is no atom below the best one. */
function isAlone({ policy: { atoms, continuousParts } }: Evaluated | BestOfN): boolean {
  return atoms.every((_, i) => i === atoms.length - 1 || continuousParts.has(i));
}

const isZero = (q: Evaluated): boolean => q.isOneDraw || isAlone(q);

/** Σ_{i<K} g(F_{i−1}, F_i) */
const IN_PLACE = defineQuantity({ symbol: 'Σ g', formula: (law) => gapsBelowTop(law, 'in place'), isZero });
/** Σ_{i<K} γ(p_i) */
const ON_TOP = defineQuantity({ symbol: 'Σ γ', formula: (law) => gapsBelowTop(law, 'on top'), isZero });
