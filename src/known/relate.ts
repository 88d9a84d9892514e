import type { Claim } from '../claims/claim.ts';
import { decideOn } from '../claims/decide.ts';
import { inDomain } from '../claims/in-domain.ts';
import type { Instance } from '../claims/instance.ts';
import type { Conjecture } from '../conjectures/conjecture.ts';
import { type Between, Candidate } from './candidate.ts';
import type { Bond } from './known.ts';
import { type OnInstance, onInstances } from './ours.ts';
import { sidesOf } from './sides.ts';
import { Values } from './values.ts';

/** A claim that has to do with a conjecture. */
export interface Related {
  readonly claim: Claim;
  /** The relation of the claim that is meant. */
  readonly states: string;
  readonly how: Bond;
  readonly instances: number;
}

interface Near extends Related {
  readonly distance: number;
}

/** What is looked for among claims. */
interface Wanted {
  readonly is: '≤' | '=';
  readonly bonds: readonly Between[];
  readonly ours: readonly OnInstance[];
  readonly refuting: Instance | null;
  readonly shouldStop: () => boolean;
}

/** Costly claims are not evaluated at more draws. */
const MANY_DRAWS = 1_000;

/** At most this many claims that imply the conjecture are named, and as many that it implies. */
const NAMED = 2;

/** The claims of a catalogue that conjectures are compared with. What it has evaluated it keeps for the next conjecture. */
export class KnownClaims {
  readonly #claims: readonly Claim[];
  readonly #values = new Values();

  constructor(claims: readonly Claim[]) {
    this.#claims = claims;
  }

  /**
   * The claims that a conjecture is the same as, or else the nearest ones that it follows from or implies, as far as instances tell. There
   * are none of a conjecture that is not one comparison by ≤, ≥ or =.
   *
   * Guarantee: on each instance, numbers that should be equal have enclosures of 40 digits that overlap. That is no proof.
   *
   * @param refuting the counterexample to the conjecture; null where there is none
   * @param shouldStop asked between instances; where it is true, nothing is said to be related
   * @throws ClaimFault where the code of a claim throws.
   */
  relatedTo(
    conjecture: Conjecture,
    refuting: Instance | null,
    shouldStop: () => boolean = () => false,
  ): readonly Related[] {
    const is = relationIn(conjecture);
    if (!is) return [];
    const ours = onInstances(conjecture, refuting, this.#values);
    const by = (...bonds: readonly Between[]): readonly Near[] =>
      this.#claims.flatMap((claim) => this.#nearest(claim, { is, bonds, ours, refuting, shouldStop }));
    const same = by('same');
    if (shouldStop()) return [];
    if (same.length > 0 || is === '=') return same;
    const others = by('implied by', 'implies').toSorted((a, b) => a.distance - b.distance);
    const most = (wanted: Bond): readonly Related[] => others.filter(({ how }) => how === wanted).slice(0, NAMED);
    return [...most('implied by'), ...most('implies')];
  }

  /** The relation of a claim that is nearest to the conjecture; none where no relation of it is related. */
  #nearest(claim: Claim, wanted: Wanted): readonly Near[] {
    const related = this.#candidates(claim, wanted).flatMap(({ states, bond, instances, distance }) => {
      const how = bond && this.#meant(bond, claim, wanted.refuting);
      return how ? [{ claim, states, how, instances, distance }] : [];
    });
    return related.sort((a, b) => a.distance - b.distance).slice(0, 1);
  }

  /** The relations of a claim that may be related to the conjecture after all instances that both are about. */
  #candidates(claim: Claim, { is, bonds, ours, shouldStop }: Wanted): readonly Candidate[] {
    let candidates: readonly Candidate[] | null = null;
    for (const { instance, sides } of ours) {
      if (shouldStop()) return [];
      const own = inDomain(instance, claim.domain) && isCheap(claim, instance) ? sides() : null;
      if (!own) continue;
      const theirs = this.#values.relations(claim, instance);
      candidates ??= [...theirs].flatMap(([states, relation]) =>
        relation.is === is ? [new Candidate(states, is, bonds)] : [],
      );
      candidates = candidates.filter((candidate) => {
        const relation = theirs.get(candidate.states);
        if (relation) candidate.add(instance.n, own, sidesOf(relation));
        return relation !== undefined && candidate.isPossible;
      });
      if (candidates.length === 0) break;
    }
    return candidates ?? [];
  }

  /**
   * What a bond says of the conjecture; null where it says nothing: all is consistent with following from what is false, and with a false
   * conjecture that implies what is true.
   */
  #meant(bond: Between, claim: Claim, refuting: Instance | null): Bond | null {
    const isFalse = claim.expected === 'fails';
    if (bond === 'implied by') return isFalse ? null : bond;
    if (bond === 'implies') return claim.expected === 'holds' && refuting ? null : bond;
    return isFalse && refuting && this.#refutes(refuting, claim) ? 'refuted with' : bond;
  }

  #refutes(instance: Instance, claim: Claim): boolean {
    return inDomain(instance, claim.domain) && decideOn(claim, this.#values.quantities(instance)).outcome === 'refuted';
  }
}

/** Costly claims raise fractions to the n-th power. */
function isCheap({ cost }: Claim, { n }: Instance): boolean {
  return cost !== 'high' || n <= MANY_DRAWS;
}

/** How the one comparison of a conjecture compares; null where it has several, or others than ≤, ≥ and =. */
function relationIn({ formula }: Conjecture): '≤' | '=' | null {
  if (formula.kind !== 'comparison') return null;
  if (formula.is === '=') return '=';
  return formula.is === '<=' || formula.is === '>=' ? '≤' : null;
}
