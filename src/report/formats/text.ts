import { join } from 'node:path';
import { oneLine } from '../escape.ts';
import { logInWords } from '../log-in-words.ts';
import type { Model } from '../model.ts';
import { POLICIES, sampleClaims, sampleCounts, sampleTable } from '../sample-table.ts';
import type { ClaimReport, Report } from '../schema.ts';
import { NEAR } from '../sharpness.ts';
import { violatedInWords } from '../violated.ts';
import { countsInWords, EXPECTED_IN_WORDS, instanceInWords, quickInWords, STATUS_IN_WORDS } from '../words.ts';

/** The report as plain lines. */
export function summary(model: Model): string {
  const { report, sharpness } = model;
  const width = Math.max(...report.claims.map(({ id }) => id.length));
  const lines = report.claims.flatMap((claim) => claimLines(claim, model, width));
  for (const { id, status, from, to, certified, boxes, failures } of report.regions) {
    lines.push(
      `${MARKS[status].padEnd(5)} ${id}: certified on all of (0, 1] for ${certified} n of ${from}…${to}, ${boxes} boxes`,
    );
    lines.push(...failures.map(({ n, outcome, where }) => `        n = ${n}: ${outcome} ${where}`));
  }
  if (sharpness) {
    const loose = report.sharpness.filter(({ status }) => status !== 'ok');
    lines.push(
      `${MARKS[sharpness].padEnd(5)} ${report.sharpness.length} instances on which sharp inequalities are within ${NEAR} of equalities`,
    );
    lines.push(...loose.map(({ claim, relative }) => `        ${claim}: only within ${relative.hi}`));
  }
  if (report.proofs) lines.push(...proofLines(report.proofs, model.counts));
  for (const { file, detail } of report.stale ?? [])
    lines.push(`${MARKS.failed} the saved ${oneLine(file)} refutes nothing: ${oneLine(detail)}`);
  if (report.samples) {
    const { log, notes } = report.samples;
    lines.push(
      '',
      ...logInWords(log),
      sampleCounts(report.samples),
      POLICIES[report.samples.kind],
      sampleTable(report.samples),
      ...notes.map((note) => `Note: ${note}.`),
      '',
      sampleClaims(report.samples),
      '',
    );
  }
  if (report.partial !== undefined) lines.push(`${MARKS.inconclusive.padEnd(5)} ${oneLine(report.partial)}`);
  const short = report.claims.filter(({ shortfalls }) => shortfalls).length;
  const where = report.runs === 'quick' ? 'in a quick run' : 'beside samples';
  if (short > 0)
    lines.push(`Note: the search was too short for ${short} of its claims; ${where} this does not count as a failure.`);
  if (report.runs === 'quick') lines.push(`Note: ${quickInWords(report)}; without --quick, verify checks all of it.`);
  return [...lines, ...countsText(model), STATUS_IN_WORDS[report.status]].join('\n');
}

/** What became of the claims, by what was expected of them; nothing where there is only one. */
function countsText({ counts, report }: Model): string[] {
  return counts.claims < 2 ? [] : [`${countsInWords(counts)}; seed ${report.seed}`];
}

function proofLines({ status, theorems, faults }: NonNullable<Report['proofs']>, { kinds }: Model['counts']): string[] {
  const proved = theorems.filter(({ ok }) => ok).length;
  const found =
    status === 'inconclusive'
      ? 'the proofs were not checked: there is no coqc on the PATH and no embedded checker; --no-proofs leaves them out'
      : `${proved} of ${theorems.length} theorems proved in Coq; claims that are proved: ${kinds.proved}`;
  const reasons = theorems.flatMap(({ name, reason, ok }) =>
    ok || status === 'inconclusive' ? [] : [`${name}: ${reason}`],
  );
  return [`${MARKS[status].padEnd(5)} ${found}`, ...[...faults, ...reasons].map((line) => `        ${line}`)];
}

const MARKS: Record<ClaimReport['status'], string> = { ok: 'ok', failed: 'WRONG', inconclusive: 'OPEN' };

function claimLines(claim: ClaimReport, { evidence, store }: Model, width: number): string[] {
  const found = evidence[claim.id] ?? '';
  const { id, expected, status, counterexample, smallestMargin, reasons } = claim;
  const lines = [`${MARKS[status].padEnd(5)} ${id.padEnd(width)}  ${EXPECTED_IN_WORDS[expected]}: ${found}`];
  const indent = ' '.repeat(width + 8);
  if (counterexample) {
    const { instance, violated, file } = counterexample;
    lines.push(`${indent}counterexample: ${instanceInWords(instance)}`);
    if (violated) lines.push(`${indent}${violatedInWords(violated)}`);
    const where =
      store !== null && file !== null ? `saved: ${join(store, file)}` : 'not saved; --counterexamples DIR saves it';
    if (status !== 'ok') lines.push(`${indent}${where}`);
  }
  if (smallestMargin)
    lines.push(`${indent}smallest margin ${smallestMargin.lo}, at ${instanceInWords(smallestMargin.instance)}`);
  return [...lines, ...reasons.map((reason) => `${indent}${oneLine(reason)}`)];
}
