import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reportSchema } from '../../src/report/schema.ts';
import { temporaryFolder } from '../evidence/folder.ts';
import { bonafide } from './bonafide.ts';

describe('verify --quick of the whole catalogue', () => {
  it.each(['20240119', '1'])('is green with seed %s, leaves out what it says, and writes nothing', async (seed) => {
    const folder = await temporaryFolder();
    const { code, out } = await bonafide('verify', '--quick', '--seed', seed, '--json', '--out', join(folder, 'out'));
    expect(code).toBe(0);
    const report = reportSchema.parse(JSON.parse(out));
    expect(report).toMatchObject({ runs: 'quick', status: 'ok', regions: [], sharpness: [], proofs: null });
    const falsehoods = report.claims.filter(({ expected }) => expected === 'fails');
    expect(falsehoods.filter(({ grade }) => grade !== 'refuted')).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });
});
