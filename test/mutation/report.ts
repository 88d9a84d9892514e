/** reports/mutation.json: what became of the mutants of each file. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ROOT } from './scope.ts';
import type { Mutant, Mutated } from './stryker.ts';

export const REPORT = 'reports/mutation.json';

/** A mutant as the lines that it is in, without it and with it; line breaks and indentation are single spaces. */
export const mutation = z.strictObject({ mutator: z.string(), from: z.string(), to: z.string() });
export type Mutation = z.infer<typeof mutation>;

const count = z.int().nonnegative();

const fileReport = z.strictObject({
  /** The start of the SHA-256 of the source, which tells whether it has changed since. */
  source: z.string(),
  killed: count,
  /** Mutants with which the tests do not end; they count as noticed. */
  timedOut: count,
  survived: z.array(mutation),
});
export type FileReport = z.infer<typeof fileReport>;

const report = z.record(z.string(), fileReport);
export type Report = z.infer<typeof report>;

export function readReport(): Report {
  return report.parse(JSON.parse(readFileSync(`${ROOT}${REPORT}`, 'utf8')));
}

export const digestOf = (source: string): string => createHash('sha256').update(source).digest('hex').slice(0, 16);

export const onOneLine = (text: string): string => text.trim().replace(/\s+/g, ' ');

/** The lines of a mutant, without it and with it. */
function mutationOf(source: string, { mutatorName, replacement, location: { start, end } }: Mutant): Mutation {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const before = (lines[0] ?? '').slice(0, start.column - 1);
  const after = (lines.at(-1) ?? '').slice(end.column - 1);
  return { mutator: mutatorName, from: onOneLine(lines.join('\n')), to: onOneLine(before + replacement + after) };
}

/** @throws Error where a mutant breaks the run itself, so that nobody knows what the tests say. */
export function summarise(file: string, { source, mutants }: Mutated): FileReport {
  const broken = mutants.find(({ status }) => status === 'RuntimeError');
  if (broken) throw new Error(`${file}:${broken.location.start.line}: the run broke with ${broken.replacement}`);
  const those = (...statuses: Mutant['status'][]): Mutant[] =>
    mutants.filter(({ status }) => statuses.includes(status));
  return {
    source: digestOf(source),
    killed: those('Killed').length,
    timedOut: those('Timeout').length,
    survived: those('Survived', 'NoCoverage').map((mutant) => mutationOf(source, mutant)),
  };
}

export interface Score {
  readonly mutants: number;
  readonly noticed: number;
}

export function scoreOf(reports: readonly FileReport[]): Score {
  const sum = (of: (report: FileReport) => number): number => reports.reduce((all, one) => all + of(one), 0);
  const noticed = sum(({ killed, timedOut }) => killed + timedOut);
  return { mutants: noticed + sum(({ survived }) => survived.length), noticed };
}

/** A share in percent, rounded down to a tenth, so that only all mutants are 100 %. */
export function inPercent({ mutants, noticed }: Score): string {
  return mutants === 0 ? '–' : `${(Math.floor((noticed * 1000) / mutants) / 10).toFixed(1)} %`;
}
