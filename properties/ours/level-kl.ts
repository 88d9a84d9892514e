import { Rational } from '../../src/arithmetic/rational.ts';
import { rationalReal, sum } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim, equal, type Step } from '../../src/claims/claim.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';
import { kl } from '../../src/quantities/kl.ts';
import { enclosedOnly, levelsOf, localGapAt } from '../shared/atoms.ts';
import { byTheGap, inDecimals } from '../shared/cross-checks.ts';

export const claim = defineClaim({
  id: 'level-kl',
  title: 'Levels diverge least',
  statement: 'KL between levels ≤ KL between outcomes, in whatever order ties are broken',
  source: 'this project, docs/theory-ours.md',
  hypotheses: 'finite policy with ties, integer n ≥ 1, searched up to n = 32; two orders inside the levels',
  expected: 'holds',
  proof: { theorems: ['level_kl_le'] },
  // Ties below a heavy level change the KL by about F^n. With few draws the comparisons can resolve that.
  domain: { atoms: 1, draws: 1, maxDraws: 32, ties: true },
  shares: { 'best-critical': 0.1, 'best-common': 0.04, 'collisions-common': 0.2, ties: 1 },
  cost: 'high',
  extensions: { 'continuous-parts': { notApplicable: 'a continuous part ties with nothing' } },
  *relations(q) {
    const level = enclosedOnly(levelsOf(q).kl);
    yield atMost('KL of levels', level, 'KL as listed', enclosedOnly(listed(q).kl));
    yield atMost('KL of levels', level, 'KL as listed backwards', enclosedOnly(backwards(q).kl));
  },
  *crossChecks(q) {
    for (const policies of [levelsOf(q), listed(q)]) {
      yield* inDecimals('KL', policies, policies.kl, kl);
      yield* byTheGap(policies);
    }
  },
  derivation: steps,
});

function listed({ policy, draws }: BestOfN): BestOfN {
  return new BestOfN(FinitePolicy.fromRanked(policy.weights, policy.ranks, { ties: 'order' }), draws);
}

function backwards({ policy, draws }: BestOfN): BestOfN {
  const { weights, ranks } = policy;
  const places = weights.map((_, y) => y).sort((x, y) => (ranks[x] as number) - (ranks[y] as number) || y - x);
  const reordered = places.map((y) => weights[y] as bigint);
  return new BestOfN(FinitePolicy.fromRanked(reordered, ranks, { ties: 'order' }), draws);
}

/** Merging the outcomes of a level raises the sum of their local gaps. The KL is D̃_n minus the sum of all local gaps. */
function* steps(q: BestOfN): Generator<Step> {
  const [whole, parts] = [levelsOf(q), listed(q)];
  for (const policies of [whole, parts]) {
    const relation = equal('gap', policies.gap, 'Σ g', policies.gapByParts);
    yield { name: 'gap = Σ g, of levels and of outcomes', relation };
  }
  const { ranks } = q.policy;
  for (const rank of new Set(ranks.filter((level, y) => y > 0 && level === ranks[y - 1]))) {
    const local = ranks.flatMap((level, y) => (level === rank ? [localGapAt(parts, y)] : []));
    const together = local.reduce(sum, rationalReal(Rational.ZERO));
    const relation = atMost('Σ g of its outcomes', together, 'g of the level', localGapAt(whole, rank));
    yield { name: 'merging the outcomes of a level raises Σ g', relation };
  }
}
