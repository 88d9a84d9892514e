import type { Claim } from '../claims/claim.ts';
import { REGIMES, type Regime } from '../claims/regimes.ts';
import { type Demand, minimumShare } from '../claims/shares.ts';
import { provenance } from '../evidence/counterexample.ts';
import type { Counterexample } from '../evidence/schema.ts';
import { cellFacts } from '../run/assess.ts';
import type { Stop } from '../run/stopped.ts';
import type { Cell, ClaimRun } from '../search/claim-run.ts';
import type { ClaimReport } from './schema.ts';

/** A claim, what a survey found about it, and the path of its saved counterexample below the store; null where none was saved. */
export interface ClaimResult {
  readonly claim: Claim;
  readonly run: ClaimRun;
  readonly file: string | null;
  /** Both sides of the relation that the counterexample violates. */
  readonly violated?: Counterexample['violated'] | null;
  /** Where the claim's code gave no answer: how it ended its search, and in words. */
  readonly stopped?: Stopped;
}

/** How the code of a claim ended its search, and the same as the predicate of a sentence. */
export interface Stopped {
  readonly how: Stop;
  readonly what: string;
}

/** The judgement on a claim. */
export type Judgement = Pick<ClaimReport, 'status' | 'reasons' | 'grade' | 'proof'> & {
  readonly shortfalls: readonly string[];
  readonly demand: Demand;
};

/** The report on one claim; `file` is the path of its saved counterexample below the store. */
export function reportClaim(
  claim: Claim,
  run: ClaimRun,
  { file, violated = null, stopped }: ClaimResult,
  judgement: Judgement,
): ClaimReport {
  const { id, title, statement, source, hypotheses, expected } = claim;
  const { status, reasons, shortfalls, demand, grade, proof } = judgement;
  const { instances, outcomes, decidedBy, trivial, smallestMargin, counterexample, firstUndecided } = run;
  const { derivation, exhaustive, far, climb, cells, noticedAt, reach, refutedBy } = run;
  return {
    id,
    title,
    statement,
    source,
    hypotheses,
    expected,
    status,
    reasons,
    ...(shortfalls.length > 0 && { shortfalls: [...shortfalls] }),
    ...(stopped && { stopped: stopped.how }),
    grade,
    proof,
    seed: run.seed,
    instances,
    outcomes,
    refutedBy: [...refutedBy],
    reach,
    decidedBy,
    trivial,
    regimes: (Object.keys(REGIMES) as Regime[]).map((regime) => ({
      id: regime,
      label: REGIMES[regime],
      instances: run.regimes[regime] ?? 0,
      minimumShare: minimumShare(claim.shares[regime] ?? 0, instances, demand),
    })),
    smallestMargin,
    counterexample: counterexample && {
      file,
      instance: counterexample.instance,
      violated,
      smallest: provenance(counterexample.found).smallest,
    },
    firstUndecided,
    noticedAt,
    derivation: derivation && { ...derivation, steps: [...derivation.steps] },
    exhaustive: exhaustive && { ...exhaustive, grid: [...exhaustive.grid] },
    far,
    climb,
    assumptions: cells.map(reportCell),
  };
}

function reportCell(cell: Cell): ClaimReport['assumptions'][number] {
  const { assumption, counterexample } = cell;
  const { label, extension, why, instances, silent, outcomes } = cellFacts(cell);
  return { id: assumption, label, extension, why, instances, silent, outcomes, counterexample };
}
