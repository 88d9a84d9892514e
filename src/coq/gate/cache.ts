import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readRegularText } from '../../io/read-text.ts';
import { writeWhole } from '../../io/write-whole.ts';
import { type ProofReport, proofReportSchema } from './report.ts';

/** Where a result is kept, and the key that it is signed with: an entry that somebody else wrote is none. */
export interface Shelf {
  readonly folder: string;
  readonly key: string;
  readonly secret: Buffer;
}

export function digest(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** The text of this room's own files: a gate that has changed trusts nothing that an earlier one let through. */
export async function gateVersion(): Promise<string> {
  const files = (await readdir(import.meta.dirname)).filter((file) => /\.[jt]s$/.test(file)).sort();
  return digest(
    ...files,
    ...(await Promise.all(files.map((file) => readRegularText(join(import.meta.dirname, file))))),
  );
}

/** The report that was kept; null when there is none, it is damaged or it was not written with this user's key. */
export async function recall({ folder, key, secret }: Shelf): Promise<ProofReport | null> {
  try {
    const { seal, report } = JSON.parse(await readRegularText(join(folder, `${key}.json`)));
    const expected = sealOf(secret, key, report);
    const given = Buffer.from(String(seal), 'hex');
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
    return { ...proofReportSchema.parse(report), cached: true };
  } catch {
    return null;
  }
}

/** Keeps a report. Where that cannot be done, the next run does the work again. */
export async function keep({ folder, key, secret }: Shelf, report: ProofReport): Promise<void> {
  const entry = { seal: sealOf(secret, key, report).toString('hex'), report };
  await mkdir(folder, { recursive: true })
    .then(() => writeWhole(join(folder, `${key}.json`), JSON.stringify(entry)))
    .catch(() => undefined);
}

function sealOf(secret: Buffer, key: string, report: unknown): Buffer {
  return createHmac('sha256', secret)
    .update(JSON.stringify([key, report]))
    .digest();
}
