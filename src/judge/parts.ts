import { printInterval } from '../arithmetic/print.ts';
import type { Claim } from '../claims/claim.ts';
import { instanceToJson } from '../claims/instance.ts';
import type { Sharpness } from '../claims/sharpness.ts';
import type { ProofReport } from '../coq/gate/report.ts';
import type { Report, SampleReport } from '../report/schema.ts';
import { NEAR } from '../report/sharpness.ts';
import type { Status } from '../run/assess.ts';
import type { CheckResult } from '../run/messages.ts';
import type { RegionRun } from '../run/regions.ts';

/** The worst status: `failed` is worse than `inconclusive`, which is worse than `ok`. */
export function worst(statuses: readonly Status[]): Status {
  return (['failed', 'inconclusive'] as const).find((bad) => statuses.includes(bad)) ?? 'ok';
}

/** An inequality in one variable is as expected where its boxes were certified, and confirmed by the re-checker, for every n. */
export function judgeRegion({ id, statement, from, to, certificates, failures }: RegionRun): Report['regions'][number] {
  const boxes = certificates.reduce((sum, certificate) => sum + certificate.boxes.length, 0);
  const status = worst(failures.map(({ outcome }) => (outcome === 'refuted' ? 'failed' : 'inconclusive')));
  return { id, statement, status, from, to, certified: certificates.length, boxes, failures: [...failures] };
}

const DIGITS = 6;

/** A constant counts as sharp if the inequality comes within `NEAR` of an equality. */
export function judgeSharpness({ claim, instance, relation, relative }: Sharpness): Report['sharpness'][number] {
  return {
    claim,
    statement: `${relation.left.name} ≤ ${relation.right.name}`,
    status: relative.hi.lte(NEAR) ? 'ok' : 'failed',
    instance: instanceToJson(instance),
    // An enclosure that contains 0 has no leading digit; its upper end says how near the sides are.
    relative: relative.containsZero() ? { lo: '0', hi: relative.hi.toPrecision(2) } : printInterval(relative, DIGITS),
  };
}

/** The part of a report about the proofs. It does not name the checker, so that it is the same on every machine. */
export function judgeProofs({ verdict, theorems, axioms, faults }: ProofReport): NonNullable<Report['proofs']> {
  return { status: statusOfProofs(verdict), theorems, axioms, faults };
}

export function statusOfProofs(verdict: ProofReport['verdict']): Status {
  if (verdict === 'proved') return 'ok';
  return verdict === 'rejected' ? 'failed' : 'inconclusive';
}

/** The results of a claim on empirical policies. A false claim may hold on some of them. */
export function judgeSampleClaim(
  { id, expected }: Claim,
  { outcomes, stopped }: CheckResult,
): SampleReport['claims'][number] {
  const count = (wanted: string): number => outcomes.filter((outcome) => outcome === wanted).length;
  const [holds, refuted, undecided] = [count('holds'), count('refuted'), count('undecided')];
  const broken = expected !== 'fails' && refuted > 0;
  const status = broken ? 'failed' : undecided > 0 || stopped ? 'inconclusive' : 'ok';
  const counts = { policies: holds + refuted + undecided, holds, refuted, undecided };
  return { id, expected, status, ...counts, ...(stopped && { stopped }) };
}
