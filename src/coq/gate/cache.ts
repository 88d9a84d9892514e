import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readRegularText } from '../../io/read-text.ts';
import { sourceDigest } from '../../io/source-digest.ts';
import { writeWhole } from '../../io/write-whole.ts';
import { type ProofReport, proofReportSchema } from './report.ts';

/** The place of a cached result, and the key that signs it. An entry that somebody else wrote is ignored. */
export interface Shelf {
  readonly folder: string;
  readonly key: string;
  readonly secret: Buffer;
}

export function digest(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** A hash of the gate's own sources: a changed gate does not trust results of an earlier one. */
export function gateVersion(): Promise<string> {
  return sourceDigest('src/coq/gate');
}

/** The cached report; null where there is none, it is damaged or it was not signed with this user's key. */
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

/** Caches a report. Where that fails, the next run repeats the work. */
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
