import { Rational } from '../../src/arithmetic/rational.ts';
import { difference, type Real, rationalReal } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim, equal, type Relation, type Step } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { sumOfSomeLocalGaps } from '../../src/quantities/local-gap.ts';
import { defineEnclosed } from '../../src/quantities/quantity.ts';
import { enclosedOnly, localGapScales, placeOf, scaledTopGap, someAtoms } from '../shared/atoms.ts';
import { belowBest } from '../shared/below-best.ts';
import { inDecimals } from '../shared/cross-checks.ts';

export const claim = defineClaim({
  id: 'atom-by-atom',
  title: 'Mass and quantile of some atoms bound the KL',
  statement: 'KL(π‖p) ≤ log n − (n−1)/n − Σ_{i∈S} g(F_{i−1}, F_i) for every set S of atoms',
  source: 'this project, docs/theory-ours.md',
  hypotheses:
    'finite policy, integer n ≥ 1; several sets S, each without one of the two best atoms where there are two',
  expected: 'holds',
  proof: { theorems: ['gap_ge_subset', 'level_policy', 'random_ties_kl'] },
  domain: { atoms: 1, draws: 1 },
  shares: COMMON_SHARES,
  cost: 'high',
  *relations(q) {
    const below = belowBest(q);
    for (const set of sets(q)) {
      if (below && set.atoms.has(q.policy.atoms.length - 1)) {
        yield withoutTheBest(q, below.rest, set);
        continue;
      }
      yield atMost(
        'KL',
        q.isTrivial ? q.kl : enclosedOnly(q.kl),
        `log n − (n−1)/n − Σ g over ${set.name}`,
        difference(q.atomlessKl, gapOver(q, set)),
      );
    }
  },
  *crossChecks(q) {
    for (const set of sets(q)) {
      yield* inDecimals(`Σ g over ${set.name}`, q, gapOver(q, set), (law) =>
        sumOfSomeLocalGaps(law, (i) => set.atoms.has(i)),
      );
      if (set.atoms.size === 1) {
        const [only] = set.atoms;
        yield { name: `g of ${set.name} and F^n γ(p/F)`, one: gapOver(q, set), other: scaledTopGap(q, only as number) };
      }
    }
  },
  derivation: steps,
});

interface Named {
  readonly name: string;
  readonly atoms: ReadonlySet<number>;
}

/** Each set lacks one of the two best atoms, because the local gaps of lower atoms alone can be too small to resolve. */
function sets(q: BestOfN): Named[] {
  const fromBest = someAtoms(q, Number.POSITIVE_INFINITY).reverse();
  const of = (name: string, wanted: (place: number) => boolean): Named => ({
    name,
    atoms: new Set(fromBest.filter((_, place) => wanted(place))),
  });
  // Beside continuous parts a single atom cannot be left out.
  if (fromBest.length < 2) return q.isTrivial ? [of('all', () => true)] : [];
  return [
    of('the second best', (place) => place === 1),
    of('all but the best', (place) => place > 0),
    of('every other', (place) => place % 2 === 0),
  ];
}

/**
 * The form for sets S with the best atom where it is missed too rarely to resolve what is below it. D̃_n − Σ g over S − KL is a sum of
 * local gaps below the best atom. Each is F^n times the local gap in the policy below the best. So this difference is
 * F^n (D̃_n − Σ g′ over S without the best − KL′).
 */
function withoutTheBest(q: BestOfN, rest: BestOfN, { name, atoms }: Named): Relation {
  const set = { name, atoms: new Set([...atoms].filter((i) => i < rest.policy.atoms.length)) };
  const most = set.atoms.size === 0 ? q.atomlessKl : difference(q.atomlessKl, gapOver(rest, set));
  return atMost('KL below the best', rest.kl, `log n − (n−1)/n − Σ g′ over ${name}`, most);
}

/** Σ g, in nats, over the atoms with these indices. */
const GAP_OVER = defineEnclosed<[atoms: readonly number[]]>({
  symbol: 'Σ g over',
  formula: (law, atoms) => {
    const set = new Set(atoms);
    return sumOfSomeLocalGaps(law, (i) => set.has(i));
  },
});

function gapOver(q: BestOfN, { atoms }: Named): Real {
  return q.isTrivial ? q.topGapAt(Rational.ONE) : q.of(GAP_OVER, [...atoms]);
}

function* steps(q: BestOfN): Generator<Step> {
  yield {
    name: 'KL = log n − (n−1)/n − Σ g',
    relation: equal('KL', q.kl, 'formula − Σ g', difference(q.atomlessKl, q.gapByParts)),
  };
  for (const i of someAtoms(q)) {
    yield localGapScales(q, i);
    const { share } = placeOf(q, i);
    yield { name: 'γ(p_i/F_i) ≥ 0', relation: atMost('0', rationalReal(Rational.ZERO), 'γ', q.topGapAt(share)) };
  }
}
