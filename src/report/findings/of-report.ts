import type { Model, Status } from '../model.ts';
import type { ClaimReport, Report, SampleReport } from '../schema.ts';
import { violatedInWords } from '../violated.ts';
import { EXPECTED_IN_WORDS, instanceInWords, STOPPED_IN_WORDS } from '../words.ts';
import type { Finding, Findings, FindingsFormat, Outcome } from './finding.ts';

const OUTCOME: Record<Status, Outcome> = { ok: 'passed', failed: 'failed', inconclusive: 'undecided' };

/** A report in a format of findings. */
export function reported(format: FindingsFormat): (model: Model) => string {
  return (model) => format(findingsOf(model));
}

/** The findings of a run of `verify`: one for each part of it that has a status. */
function findingsOf(model: Model): Findings {
  const { report } = model;
  const findings = [
    ...report.claims.map((claim) => ofClaim(claim, model)),
    ...(report.samples?.claims ?? []).map(ofSamples),
    ...report.regions.map(ofRegion),
    ...report.sharpness.map(ofSharpness),
    ...(report.proofs ? [ofProofs(report.proofs)] : []),
    ...(report.partial === undefined ? [] : [ofPartial(report.partial)]),
    ...(report.stale ?? []).map(ofStale),
  ];
  return { suite: 'bonafide verify', subject: 'bonafide verify', findings };
}

function ofClaim(claim: ClaimReport, { evidence, links }: Model): Finding {
  const { id, statement, status, expected, reasons, counterexample, source, hypotheses } = claim;
  const found = `${EXPECTED_IN_WORDS[expected]}: ${evidence[id] ?? ''}`;
  const details = [
    ...(reasons.length > 0 ? [found] : []),
    ...(counterexample ? [`counterexample: ${instanceInWords(counterexample.instance)}`] : []),
    ...(counterexample?.violated ? [violatedInWords(counterexample.violated)] : []),
    `hypotheses: ${hypotheses}`,
    `source: ${source}`,
  ];
  const [file] = links.sections[id]?.split('#') ?? [];
  return {
    id,
    name: statement,
    outcome: OUTCOME[status],
    message: reasons.length > 0 ? reasons.join('; ') : found,
    details: details.join('\n'),
    place: file === undefined ? null : { file },
  };
}

/** A finding about something that has no place. */
function plain(id: string, name: string, status: Status, message: string, lines: readonly string[] = []): Finding {
  return { id, name, outcome: OUTCOME[status], message, details: lines.join('\n'), place: null };
}

function ofSamples(claim: SampleReport['claims'][number]): Finding {
  const { id, status, policies, holds, refuted, undecided, stopped } = claim;
  if (stopped) return plain(id, `${id} on the samples`, status, STOPPED_IN_WORDS[stopped]);
  const counts = `of ${policies} policies, it holds on ${holds}, is refuted on ${refuted} and undecided on ${undecided}`;
  return plain(id, `${id} on the samples`, status, counts);
}

function ofRegion({ id, statement, status, from, to, certified, failures }: Report['regions'][number]): Finding {
  const lines = failures.map(({ n, outcome, where }) => `n = ${n}: ${outcome} ${where}`);
  return plain(id, statement, status, `certified on all of (0, 1] for ${certified} n of ${from}…${to}`, lines);
}

function ofSharpness({ claim, statement, status, instance, relative }: Report['sharpness'][number]): Finding {
  const lines = [`at ${instanceInWords(instance)}`];
  return plain(`${claim}-sharp`, statement, status, `the sides come within ${relative.hi} of each other`, lines);
}

function ofProofs({ status, theorems, faults }: NonNullable<Report['proofs']>): Finding {
  const reasons = theorems.flatMap(({ name, ok, reason }) => (ok ? [] : [`${name}: ${reason}`]));
  const proved = `${theorems.length - reasons.length} of ${theorems.length} theorems proved in Coq`;
  return plain('proofs', 'the theorems are proved as they are recorded', status, proved, [...faults, ...reasons]);
}

function ofPartial(missing: string): Finding {
  return plain('pieces', 'the results of all pieces of the campaign are there', 'inconclusive', missing);
}

function ofStale({ file, detail }: NonNullable<Report['stale']>[number]): Finding {
  return plain('saved-counterexample', `the saved counterexample ${file} refutes its claim`, 'failed', detail);
}
