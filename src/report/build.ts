import { ASSUMPTIONS, type Claim } from '../claims/claim.ts';
import { REGIMES, type Regime } from '../claims/regimes.ts';
import { provenance } from '../evidence/counterexample.ts';
import { assess, type Standing } from '../run/assess.ts';
import type { CheckResult } from '../run/messages.ts';
import type { Cell, ClaimRun } from '../search/claim-run.ts';
import type { ClaimReport, Report, SampleReport } from './schema.ts';

/** What a report says of one claim; `file` is where its counterexample was saved, below the store. */
export function reportClaim(claim: Claim, run: ClaimRun, file: string | null): ClaimReport {
  const { id, title, statement, source, hypotheses, expected } = claim;
  const { standing, reasons } = assess(claim, run);
  const { instances, outcomes, decidedBy, trivial, smallestMargin, counterexample, firstUndecided } = run;
  const { derivation, exhaustive, far, climb, cells, noticedAt, reach, refutedBy } = run;
  return {
    id,
    title,
    statement,
    source,
    hypotheses,
    expected,
    standing,
    reasons: [...reasons],
    grade: gradeOf(run),
    proof: null,
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
      minimumShare: claim.shares[regime] ?? 0,
    })),
    smallestMargin,
    counterexample: counterexample && {
      file,
      instance: counterexample.instance,
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

function reportCell({
  assumption,
  declared,
  instances,
  silent,
  outcomes,
  counterexample,
}: Cell): ClaimReport['assumptions'][number] {
  const why = typeof declared === 'object' && 'unasked' in declared ? declared.unasked : null;
  return {
    id: assumption,
    label: ASSUMPTIONS[assumption],
    survives: why !== null ? 'unasked' : declared === 'yes' ? 'yes' : 'no',
    why,
    instances,
    silent,
    outcomes,
    counterexample,
  };
}

/** What all parts of the run together say: any of them may refute a claim, or leave an instance undecided. */
function gradeOf({ outcomes, refutedBy, isExact, instances, exhaustive, far }: ClaimRun): ClaimReport['grade'] {
  if (refutedBy.length > 0) return 'refuted';
  const parts = [outcomes, exhaustive?.outcomes, far?.outcomes];
  if (instances === 0 || parts.some((part) => part && part.undecided > 0)) return 'none';
  return isExact ? 'exact' : 'certified';
}

/** How a claim fared on real policies. That a falsehood holds on one of them is no surprise. */
export function reportSampleClaim(claim: Claim, { outcomes }: CheckResult): SampleReport['claims'][number] {
  const count = (wanted: string): number => outcomes.filter((outcome) => outcome === wanted).length;
  const [holds, refuted, undecided] = [count('holds'), count('refuted'), count('undecided')];
  const broken = claim.expected !== 'fails' && refuted > 0;
  const standing: Standing = broken ? 'unexpected' : undecided > 0 ? 'inconclusive' : 'expected';
  const policies = holds + refuted + undecided;
  return { id: claim.id, expected: claim.expected, standing, policies, holds, refuted, undecided };
}

/** The whole report, with the worst standing as verdict. */
export function buildReport(parts: Omit<Report, 'format' | 'verdict'>): Report {
  const { claims, regions, sharpness, proofs, samples } = parts;
  const all = [...claims, ...regions, ...sharpness, ...(proofs ? [proofs] : []), ...(samples?.claims ?? [])];
  const standings = all.map(({ standing }) => standing);
  const verdict = (['unexpected', 'inconclusive'] as const).find((bad) => standings.includes(bad)) ?? 'expected';
  return { format: 'bonafide-report/1', verdict, ...parts };
}
