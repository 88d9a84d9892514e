import type { Sharpness } from '../../properties/shared/sharpness.ts';
import { printInterval } from '../arithmetic/print.ts';
import type { Claim } from '../claims/claim.ts';
import { instanceToJson } from '../claims/instance.ts';
import type { ProofReport } from '../coq/gate/report.ts';
import type { Status } from '../report/model.ts';
import type { Report, SampleReport } from '../report/schema.ts';
import { NEAR } from '../report/sharpness.ts';
import type { Standing } from '../run/assess.ts';
import type { CheckResult } from '../run/messages.ts';
import type { RegionRun } from '../run/regions.ts';

/** The worst standing: `unexpected` is worse than `inconclusive`, which is worse than `expected`. */
export function worst(standings: readonly Standing[]): Standing {
  return (['unexpected', 'inconclusive'] as const).find((bad) => standings.includes(bad)) ?? 'expected';
}

const STATUS: Record<Standing, Status> = { expected: 'ok', unexpected: 'failed', inconclusive: 'inconclusive' };

/** The status of a run whose parts have these standings. */
export function statusOf(standings: readonly Standing[]): Status {
  return STATUS[worst(standings)];
}

/** An inequality in one variable is as expected where its boxes were certified, and confirmed by the re-checker, for every n. */
export function judgeRegion({ id, statement, from, to, certificates, failures }: RegionRun): Report['regions'][number] {
  const boxes = certificates.reduce((sum, certificate) => sum + certificate.boxes.length, 0);
  const standing = worst(failures.map(({ outcome }) => (outcome === 'refuted' ? 'unexpected' : 'inconclusive')));
  return { id, statement, standing, from, to, certified: certificates.length, boxes, failures: [...failures] };
}

const DIGITS = 6;

/** A constant counts as sharp if the inequality comes within `NEAR` of an equality. */
export function judgeSharpness({ claim, instance, relation, relative }: Sharpness): Report['sharpness'][number] {
  return {
    claim,
    statement: `${relation.left.name} ≤ ${relation.right.name}`,
    standing: relative.hi.lte(NEAR) ? 'expected' : 'unexpected',
    instance: instanceToJson(instance),
    // An enclosure that contains 0 has no leading digit; its upper end says how near the sides are.
    relative: relative.containsZero() ? { lo: '0', hi: relative.hi.toPrecision(2) } : printInterval(relative, DIGITS),
  };
}

/** The part of a report about the proofs. It does not name the checker, so that it is the same on every machine. */
export function judgeProofs({ verdict, theorems, axioms, faults }: ProofReport): NonNullable<Report['proofs']> {
  return { standing: standingOfProofs(verdict), theorems, axioms, faults };
}

export function standingOfProofs(verdict: ProofReport['verdict']): Standing {
  if (verdict === 'proved') return 'expected';
  return verdict === 'rejected' ? 'unexpected' : 'inconclusive';
}

/** The results of a claim on empirical policies. A false claim may hold on some of them. */
export function judgeSampleClaim({ id, expected }: Claim, { outcomes }: CheckResult): SampleReport['claims'][number] {
  const count = (wanted: string): number => outcomes.filter((outcome) => outcome === wanted).length;
  const [holds, refuted, undecided] = [count('holds'), count('refuted'), count('undecided')];
  const broken = expected !== 'fails' && refuted > 0;
  const standing = broken ? 'unexpected' : undecided > 0 ? 'inconclusive' : 'expected';
  return { id, expected, standing, policies: holds + refuted + undecided, holds, refuted, undecided };
}
