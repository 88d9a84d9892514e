import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../evidence/write-whole.ts';
import { type ProofReport, proofReportSchema } from './report.ts';

export function digest(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** The text of this room's own files: a gate that has changed trusts nothing that an earlier one let through. */
export async function gateVersion(): Promise<string> {
  const files = (await readdir(import.meta.dirname)).filter((file) => /\.[jt]s$/.test(file)).sort();
  return digest(
    ...files,
    ...(await Promise.all(files.map((file) => readFile(join(import.meta.dirname, file), 'utf8')))),
  );
}

/** The report that was kept under a key; null when there is none or it is damaged. */
export async function recall(folder: string, key: string): Promise<ProofReport | null> {
  try {
    const { sum, report } = JSON.parse(await readFile(join(folder, `${key}.json`), 'utf8'));
    return sum === digest(key, JSON.stringify(report)) ? { ...proofReportSchema.parse(report), cached: true } : null;
  } catch {
    return null;
  }
}

/** Keeps a report. Where that cannot be done, the next run does the work again. */
export async function keep(folder: string, key: string, report: ProofReport): Promise<void> {
  const entry = { sum: digest(key, JSON.stringify(report)), report };
  await mkdir(folder, { recursive: true })
    .then(() => writeWhole(join(folder, `${key}.json`), JSON.stringify(entry)))
    .catch(() => undefined);
}
