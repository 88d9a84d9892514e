import { ASSUMPTIONS, type Claim } from '../claims/claim.ts';
import { REGIMES, type Regime } from '../claims/regimes.ts';
import { type Demand, minimumShare, SHARES_FROM } from '../claims/shares.ts';
import type { Cell, ClaimRun, Outcomes, Way } from '../search/claim-run.ts';
import { MAX_TRIVIAL_SHARE } from '../search/statistics.ts';

/** The status of a run or of a part of it. `ok`: all is as expected. `failed`: it is not. `inconclusive`: the run does not decide that. */
export type Status = 'ok' | 'failed' | 'inconclusive';

export interface Assessment {
  readonly status: Status;
  /** One sentence for each problem; empty when all is as expected. */
  readonly reasons: readonly string[];
  /** What the search was too short to show, in runs where that does not count. */
  readonly shortfalls: readonly string[];
}

/**
 * Compares the findings of a survey with what the claim expects and with the shares of regimes that the search promises. What the run
 * does not demand of its search is a shortfall.
 */
export function assess(claim: Claim, run: ClaimRun, demand: Demand = 'all'): Assessment {
  const unexpected: string[] = [];
  const inconclusive: string[] = [];
  if (run.disagreement) unexpected.push(`two computations of one number disagree: ${run.disagreement.name}`);
  if (run.derivation?.broken) unexpected.push(`the step “${run.derivation.broken.step}” of its proof fails`);
  if (claim.expected !== 'fails') unexpected.push(...refutations(run));
  const unrefuted =
    claim.expected === 'fails' && run.refutedBy.length === 0
      ? [`it is known to be false, and ${lookedByInWords(run)} did not refute it`]
      : [];
  const isBeside = demand === 'nothing';
  if (run.missing) {
    // What is not there may be what would refute it, or what a share lacks.
    inconclusive.push(`it lacks ${run.missing.pieces} of its ${run.missing.of} pieces`);
  } else if (!isBeside) unexpected.push(...unrefuted);
  if (run.outcomes.undecided > 0) inconclusive.push(`${run.outcomes.undecided} instances were left undecided`);
  if (!run.complete && run.requested !== null)
    inconclusive.push(`it ended after ${run.instances} of ${run.requested} instances`);
  if (run.exhaustive && run.exhaustive.outcomes.undecided > 0) {
    inconclusive.push(`${run.exhaustive.outcomes.undecided} enumerated instances were left undecided`);
  }
  if (run.far && run.far.outcomes.undecided > 0) {
    inconclusive.push(`${run.far.outcomes.undecided} instances far out were left undecided`);
  }
  const { faults, missing } = cellFaults(run, demand);
  unexpected.push(...faults);
  const missed = missedShares(claim, run, demand);
  if (!isBeside && !run.missing) inconclusive.push(...missed);
  const shortfalls = [...missing, ...(isBeside ? [...unrefuted, ...missed] : [])];
  if (unexpected.length > 0) return { status: 'failed', reasons: [...unexpected, ...inconclusive], shortfalls };
  return { status: inconclusive.length > 0 ? 'inconclusive' : 'ok', reasons: inconclusive, shortfalls };
}

/** The cells that differ from what the claim declares, without those whose instances were too few to refute it. */
function cellFaults({ cells }: ClaimRun, demand: Demand): { faults: string[]; missing: string[] } {
  const [faults, missing]: [string[], string[]] = [[], []];
  for (const facts of cells.map(cellFacts)) {
    const fault = cellFault(facts);
    const isMissing = demand === 'scaled' && facts.extension === 'fails' && cellFound(facts) === 'holds';
    if (fault) (isMissing ? missing : faults).push(fault);
  }
  return { faults, missing };
}

/** One clause for each part of the run that refuted the claim. */
function refutations({ refutedBy, outcomes, instances, exhaustive, far }: ClaimRun): string[] {
  const counts: Record<Way, string> = {
    search: `it was refuted on ${outcomes.refuted} of ${instances} instances`,
    exhaustive: `enumeration refuted it on ${exhaustive?.outcomes.refuted} of ${exhaustive?.instances} instances`,
    far: `it was refuted on ${far?.outcomes.refuted} of ${far?.instances} instances far out`,
    climb: 'hill climbing refuted it',
  };
  return refutedBy.map((way) => counts[way]);
}

/** The parts of the run that decided instances, as the subject of a sentence. */
function lookedByInWords({ exhaustive, far }: ClaimRun): string {
  const others = [...(exhaustive ? ['enumeration'] : []), ...(far ? ['instances far out'] : [])];
  return ['the search', ...others].join(' and ');
}

/** Where an assumption fails, a claim may be silent on at most this share of the instances. */
const MAX_SILENT_SHARE = 0.75;

/** The facts about a cell of the matrix. */
export interface CellFacts {
  readonly label: string;
  readonly extension: 'holds' | 'fails' | 'not applicable';
  /** Why the question does not arise; null where it does. */
  readonly why: string | null;
  readonly instances: number;
  readonly silent: number;
  readonly outcomes: Outcomes;
}

export function cellFacts({ assumption, declared, instances, silent, outcomes }: Cell): CellFacts {
  const why = typeof declared === 'object' && 'notApplicable' in declared ? declared.notApplicable : null;
  const extension = why !== null ? 'not applicable' : declared === 'holds' ? 'holds' : 'fails';
  return { label: ASSUMPTIONS[assumption], extension, why, instances, silent, outcomes };
}

/** Whether the claim was found to hold there. */
export function cellFound({ extension, instances, outcomes }: CellFacts): CellFacts['extension'] | 'undecided' {
  if (extension === 'not applicable') return 'not applicable';
  if (outcomes.refuted > 0) return 'fails';
  return outcomes.holds === instances && instances > 0 ? 'holds' : 'undecided';
}

/** How a cell of the matrix differs from what the claim declares; null where it does not. */
export function cellFault(facts: CellFacts): string | null {
  const { label, extension, instances, silent } = facts;
  const where = `with ${label}`;
  if (extension === 'not applicable') return null;
  if (instances === 0) return `it states nothing about any instance ${where}`;
  if (silent > MAX_SILENT_SHARE * (silent + instances)) return `it states nothing about ${silent} instances ${where}`;
  if (cellFound(facts) === extension) return null;
  return extension === 'holds'
    ? `it should hold ${where}, but fails on some instance`
    : `it should fail ${where}, but was not refuted there`;
}

function missedShares(claim: Claim, run: ClaimRun, demand: Demand): string[] {
  const { instances, regimes } = run;
  const isShort = instances > 0 && instances < SHARES_FROM && demand !== 'scaled';
  const asked = Object.entries(isShort ? {} : claim.shares).map(([regime, share]): [Regime, number] => [
    regime as Regime,
    minimumShare(share, instances, demand),
  ]);
  const missed = asked.filter(([regime, share]) => instances === 0 || (regimes[regime] ?? 0) / instances < share);
  const reasons = missed.map(
    ([regime, share]) => `the regime ${REGIMES[regime]} got less than its share of ${percent(share)}`,
  );
  if (run.trivial > MAX_TRIVIAL_SHARE * run.instances) {
    reasons.push(`more than ${percent(MAX_TRIVIAL_SHARE)} of the instances have n = 1 or one atom`);
  }
  return reasons;
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}
