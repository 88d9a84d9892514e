import type { ClaimReport } from '../report/schema.ts';
import { exceptFor, STOPPED_IN_WORDS } from '../report/words.ts';

/** The evidence for or against a claim, in a few words. No other place words it. */
export function evidenceInWords(claim: ClaimReport): string {
  switch (claim.grade) {
    case 'refuted':
      return `${refutedInWords(claim)}${alwaysFalse(claim)}`;
    case 'proved':
      return `proved, and ${decidedInWords(claim)} on ${claim.instances} instances`;
    case 'exact':
    case 'certified':
      return `${provedInPart(claim)}${claim.grade} on ${claim.instances} instances`;
    case 'none':
      if (claim.stopped) return STOPPED_IN_WORDS[claim.stopped];
      return claim.instances === 0 ? 'not looked at' : undecidedInWords(claim);
  }
}

/** For a claim that holds: the words that it is proved in part, with what the theorems leave out. */
function provedInPart({ expected, proof }: ClaimReport): string {
  return expected === 'holds' && proof?.beyond ? `proved${exceptFor(proof)}, and ` : '';
}

function alwaysFalse({ proof }: ClaimReport): string {
  return proof?.refutes === 'every policy' ? ', and proved false for every policy' : '';
}

/** On how many instances of the search it was refuted, or which other part of the run refuted it. */
function refutedInWords({ outcomes, instances, refutedBy, exhaustive, far }: ClaimReport): string {
  if (outcomes.refuted > 0) return `refuted on ${outcomes.refuted} of ${instances} instances`;
  if (exhaustive && exhaustive.outcomes.refuted > 0) {
    return `refuted by enumeration, on ${exhaustive.outcomes.refuted} of ${exhaustive.instances} instances`;
  }
  if (far && far.outcomes.refuted > 0)
    return `refuted on ${far.outcomes.refuted} of ${far.instances} instances far out`;
  return refutedBy.includes('climb') ? 'refuted by hill climbing' : 'refuted';
}

function undecidedInWords({ outcomes, instances, exhaustive, far }: ClaimReport): string {
  const parts = [{ outcomes, instances }, exhaustive, far].flatMap((part) => part ?? []);
  const undecided = parts.reduce((sum, part) => sum + part.outcomes.undecided, 0);
  return `${undecided} of ${parts.reduce((sum, part) => sum + part.instances, 0)} instances undecided`;
}

function decidedInWords({ decidedBy, instances }: ClaimReport): string {
  return decidedBy.exact === instances ? 'exact' : 'certified';
}
