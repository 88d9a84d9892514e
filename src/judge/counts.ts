import type { Counts, Kind } from '../report/model.ts';
import type { ClaimReport } from '../report/schema.ts';

/** What a claim rests on. */
export function kindOf({ grade, expected, proof }: ClaimReport): Kind {
  if (grade === 'proved' || grade === 'refuted') return grade;
  if (grade === 'none') return 'undecided';
  return expected === 'holds' && proof?.beyond ? 'proved except' : 'certified';
}

/** Counts the claims of a report. The ids of the catalogue tell which are the user's own. */
export function countsOf(claims: readonly ClaimReport[], catalogue: readonly string[] = []): Counts {
  const of = (expected: ClaimReport['expected']): Counts['theorems'] => {
    const some = claims.filter((claim) => claim.expected === expected);
    return { all: some.length, asExpected: some.filter(({ status }) => status === 'ok').length };
  };
  const count = (isMeant: (claim: ClaimReport) => boolean): number => claims.filter(isMeant).length;
  const kinds = (kind: Kind): number => count((claim) => kindOf(claim) === kind);
  return {
    claims: claims.length,
    own: catalogue.length === 0 ? 0 : count(({ id }) => !catalogue.includes(id)),
    theorems: of('holds'),
    falsehoods: of('fails'),
    questions: of('open').all,
    kinds: {
      proved: kinds('proved'),
      'proved except': kinds('proved except'),
      certified: kinds('certified'),
      refuted: kinds('refuted'),
      undecided: kinds('undecided'),
    },
    provedFalse: {
      always: count(({ proof }) => proof?.refutes === 'every policy'),
      sometimes: count(({ proof }) => proof?.refutes === 'some policy'),
    },
  };
}
