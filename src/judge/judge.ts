import type { Claim } from '../claims/claim.ts';
import type { Demand } from '../claims/shares.ts';
import type { ProofReport } from '../coq/gate/report.ts';
import type { Replay } from '../evidence/replay.ts';
import type { Certificate } from '../regions/certificate.ts';
import type { ClaimResult } from '../report/build.ts';
import { type Known, NOTHING_KNOWN } from '../report/known.ts';
import type { CellFinding, Links, Model } from '../report/model.ts';
import { sampleNotes } from '../report/sample-notes.ts';
import type { ClaimReport, Report, SampleReport } from '../report/schema.ts';
import { cellFault, cellFound, type Status } from '../run/assess.ts';
import type { CheckResult } from '../run/messages.ts';
import type { RegionRun } from '../run/regions.ts';
import { judgeClaim } from './claim.ts';
import { countsOf, kindOf } from './counts.ts';
import { evidenceInWords } from './evidence.ts';
import { judgeProofs, judgeRegion, judgeSampleClaim, worst } from './parts.ts';
import { sourcesOf } from './sources.ts';

/** The results on samples. */
export interface SampleResults extends Omit<SampleReport, 'claims' | 'notes'> {
  readonly checks: readonly { readonly claim: Claim; readonly result: CheckResult }[];
}

/** All findings of a run. */
export interface Results extends Pick<Report, 'seed' | 'runs' | 'sharpness'> {
  readonly claims: readonly ClaimResult[];
  readonly regions: readonly RegionRun[];
  /** Null where the proofs were not checked. */
  readonly proofs: ProofReport | null;
  readonly samples: SampleResults | null;
  /** The saved counterexamples, recomputed. */
  readonly replays: readonly Replay[];
  /** What is asked of the search; `all` where it is left out. */
  readonly demand?: Demand;
  /** What is missing of a campaign, in words; left out where nothing is. */
  readonly partial?: string;
  /** Whether the run ended before everything requested was checked. */
  readonly isInterrupted: boolean;
}

/** Decides everything about a run: whether each part is as expected, and the run's status, which is the worst of the parts. */
export function judge({ seed, runs, sharpness, replays, isInterrupted, demand, partial, ...found }: Results): Report {
  const proofs = found.proofs && judgeProofs(found.proofs);
  const claims = found.claims.map((result) => judgeClaim(result, proofs, demand));
  const regions = found.regions.map(judgeRegion);
  const samples = found.samples && judgeSamples(found.samples);
  const stale = replays.filter(({ outcome }) => outcome !== 'refuted');
  const parts = [...claims, ...regions, ...sharpness, ...(proofs ? [proofs] : []), ...(samples?.claims ?? [])];
  const statuses: Status[] = [...parts.map(({ status }) => status), ...stale.map(() => 'failed' as const)];
  if (partial !== undefined) statuses.push('inconclusive');
  return {
    format: 'bonafide-report/2',
    status: isInterrupted ? 'inconclusive' : worst(statuses),
    seed,
    runs,
    claims,
    regions,
    sharpness,
    proofs,
    samples,
    ...(partial !== undefined && { partial }),
    ...(stale.length > 0 && { stale: stale.map(({ file, detail }) => ({ file, detail })) }),
  };
}

function judgeSamples({ checks, ...rest }: SampleResults): SampleReport {
  const parts = { ...rest, claims: checks.map(({ claim, result }) => judgeSampleClaim(claim, result)) };
  return { ...parts, notes: sampleNotes(parts) };
}

/** What a model has beside a report. */
export interface Beside {
  /** The boxes of the certified inequalities; none where they are left out. */
  readonly certificates?: readonly Certificate[];
  readonly links: Links;
  /** Where counterexamples were saved; nowhere where it is left out. */
  readonly store?: string | null;
  readonly known?: Known;
}

/** A report with everything else that formats show, derived from it. */
export function modelOf(
  report: Report,
  { certificates = [], links, store = null, known = NOTHING_KNOWN }: Beside,
): Model {
  const ofEach = <T>(of: (claim: ClaimReport) => T): Record<string, T> =>
    Object.fromEntries(report.claims.map((claim) => [claim.id, of(claim)]));
  return {
    report,
    evidence: ofEach(evidenceInWords),
    matrix: ofEach(({ assumptions }) => assumptions.map(judgeCell)),
    sharpness: report.sharpness.length > 0 ? worst(report.sharpness.map(({ status }) => status)) : null,
    kinds: ofEach(kindOf),
    counts: countsOf(report.claims, known.catalogue),
    sources: sourcesOf(report.claims, known.papers),
    certificates,
    links,
    store,
    known,
  };
}

function judgeCell(cell: ClaimReport['assumptions'][number]): CellFinding {
  return { found: cellFound(cell), isDeclared: cellFault(cell) === null };
}
