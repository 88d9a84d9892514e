import type { Claim } from '../claims/claim.ts';
import type { Demand } from '../claims/shares.ts';
import { type ClaimResult, reportClaim, type Stopped } from '../report/build.ts';
import { leftOut } from '../report/coverage.ts';
import type { ClaimReport, Report } from '../report/schema.ts';
import { type Assessment, assess } from '../run/assess.ts';
import type { ClaimRun } from '../search/claim-run.ts';

type Proofs = NonNullable<Report['proofs']>;

/** What the theorems of a claim prove, or the reasons to doubt them. */
interface Proved {
  readonly proof: ClaimReport['proof'];
  readonly doubts: readonly string[];
}

const NOTHING: Proved = { proof: null, doubts: [] };

/**
 * Judges a claim: whether it behaved as it should in all parts of a run, why not, and the evidence for it. `proofs` is null where the
 * proofs were not checked.
 */
export function judgeClaim(result: ClaimResult, proofs: Proofs | null, demand: Demand = 'all'): ClaimReport {
  const { claim, run, stopped } = result;
  const { status, reasons, shortfalls } = stopped ? unanswered(stopped) : assess(claim, run, demand);
  const { proof, doubts } = provedOf(claim, run, proofs);
  const grade = gradeOf(run);
  const isProved = claim.expected === 'holds' && proof?.beyond === null && (grade === 'exact' || grade === 'certified');
  return reportClaim(claim, run, result, {
    status: doubts.length > 0 ? 'failed' : status,
    reasons: [...reasons, ...doubts],
    shortfalls,
    demand,
    grade: isProved ? 'proved' : grade,
    proof,
  });
}

/** Code that gives no answer decides nothing about its claim. */
function unanswered({ what }: Stopped): Assessment {
  return { status: 'inconclusive', reasons: [`it ${what}`], shortfalls: [] };
}

/** The grade from all parts of the run: any of them can refute a claim or leave an instance undecided. */
function gradeOf({ outcomes, refutedBy, isExact, instances, exhaustive, far }: ClaimRun): ClaimReport['grade'] {
  if (refutedBy.length > 0) return 'refuted';
  const parts = [outcomes, exhaustive?.outcomes, far?.outcomes];
  if (instances === 0 || parts.some((part) => part && part.undecided > 0)) return 'none';
  return isExact ? 'exact' : 'certified';
}

function provedOf(claim: Claim, { outcomes, exhaustive, far }: ClaimRun, proofs: Proofs | null): Proved {
  if (!claim.proof || !proofs || proofs.status === 'inconclusive') return NOTHING;
  const { theorems, refutes, beyond: said } = claim.proof;
  const broken = theorems.filter((name) => !proofs.theorems.some((theorem) => theorem.name === name && theorem.ok));
  const doubts = broken.map((name) => `its theorem ${name} is not proved`);
  const parts = [outcomes, exhaustive?.outcomes, far?.outcomes];
  const holds = parts.reduce((sum, part) => sum + (part?.holds ?? 0), 0);
  if (refutes === 'every policy' && holds > 0)
    doubts.push(`it holds on ${holds} instances, where its theorems say that it is false for every policy`);
  if (doubts.length > 0) return { proof: null, doubts };
  const statements = proofs.theorems.filter(({ name }) => theorems.includes(name)).map(({ statement }) => statement);
  // One policy is enough to show that a false claim is false, so its theorems need not cover the whole domain.
  const beyond = claim.expected === 'fails' ? (said ?? null) : leftOut(claim, said, statements);
  return { proof: { theorems: [...theorems], beyond, ...(refutes && { refutes }) }, doubts };
}
