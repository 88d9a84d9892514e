import type { Catalogue } from '../claims/catalogue.ts';
import type { Claim } from '../claims/claim.ts';
import type { Domain } from '../claims/domain.ts';
import type { Instance } from '../claims/instance.ts';
import type { Conjecture } from '../conjectures/conjecture.ts';
import type { Known } from './known.ts';
import { KnownClaims, type Related } from './relate.ts';

/** What was evaluated of a catalogue, for as long as it is in use. */
const evaluated = new WeakMap<Catalogue, KnownClaims>();

/**
 * What a catalogue knows of a conjecture, as far as instances tell. `refuting` is its counterexample; null where there is none.
 * It is asked between instances whether the work should stop; then nothing is said to be known.
 * @throws ClaimFault where the code of a claim throws.
 */
export function knownIn(
  catalogue: Catalogue,
  conjecture: Conjecture,
  refuting: Instance | null,
  shouldStop?: () => boolean,
): Known[] {
  const claims = evaluated.get(catalogue) ?? new KnownClaims(catalogue.claims);
  evaluated.set(catalogue, claims);
  return claims
    .relatedTo(conjecture, refuting, shouldStop)
    .map((related) => knownOf(related, conjecture.claim.domain, catalogue.sectionOf));
}

function knownOf({ claim, states, how, instances }: Related, domain: Domain, sectionOf: Catalogue['sectionOf']): Known {
  return {
    claim: claim.id,
    states,
    how,
    instances,
    where: narrowerIn(claim.domain, domain),
    status: statusOf(claim),
    theorems: [...(claim.proof?.theorems ?? [])],
    section: sectionOf(claim.id),
  };
}

function statusOf({ expected, proof }: Claim): Known['status'] {
  if (expected === 'fails') return 'refuted';
  if (expected === 'open') return 'open';
  return proof && proof.beyond === undefined ? 'proved' : 'holds';
}

/** The limits of a claim's domain that a conjecture's lacks, such as n ≥ 3; null where there are none. */
function narrowerIn(theirs: Domain, ours: Domain): string | null {
  const most = (of: number | undefined): number => of ?? Number.POSITIVE_INFINITY;
  const limits = [
    ...narrower('n', [theirs.draws, most(theirs.maxDraws)], [ours.draws, most(ours.maxDraws)]),
    ...narrower('K', [theirs.atoms, most(theirs.maxAtoms)], [ours.atoms, most(ours.maxAtoms)]),
  ];
  return limits.length > 0 ? limits.join(' and ') : null;
}

type Range = readonly [least: number, most: number];

function narrower(name: string, [least, most]: Range, [ourLeast, ourMost]: Range): string[] {
  if (least === most && ourLeast < ourMost) return [`${name} = ${least}`];
  return [...(least > ourLeast ? [`${name} ≥ ${least}`] : []), ...(most < ourMost ? [`${name} ≤ ${most}`] : [])];
}
