import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../properties/index.ts';
import { CANONICAL } from '../../src/cli/canonical.ts';
import { reportSchema } from '../../src/report/schema.ts';
import { extentOf } from '../../src/search/budget.ts';
import { runClaim } from '../../src/search/run-claim.ts';
import { temporaryFolder } from '../evidence/folder.ts';
import { bonafide, refusal } from './bonafide.ts';

describe('verify --quick', () => {
  it('checks a little of everything, says what it scales and leaves out, and writes nothing', async () => {
    const folder = await temporaryFolder();
    const places = ['--out', join(folder, 'out'), '--counterexamples', join(folder, 'kept')];
    const claims = ['win-rate', 'win-rate-equality'];
    const { code, out, err } = await bonafide('verify', ...claims, '--quick', '--workers', '1', ...places);
    expect(code).toBe(0);
    expect(out).toMatch(
      /\nNote: quick, at most 200 distinct instances a claim, minimum shares of regimes scaled to that, /,
    );
    expect(err).toMatch(
      /\nnothing was saved: a quick run leaves the reports and counterexamples of complete runs as they are\n$/,
    );
    expect(await readdir(folder)).toEqual([]);
  });

  it('reports the shares that it asked for, and no regions, sharp constants and proofs', async () => {
    const { out } = await bonafide('verify', 'win-rate', '--quick', '--workers', '1', '--json');
    const report = reportSchema.parse(JSON.parse(out));
    expect(report).toMatchObject({ runs: 'quick', status: 'ok', regions: [], sharpness: [], proofs: null });
    const [claim] = report.claims;
    expect(claim?.exhaustive).not.toBeNull();
    expect(claim?.regimes.find(({ id }) => id === 'best-rare')?.minimumShare).toBeLessThan(0.1);
  });

  it.each(['--full', '--runs 5', '--time 5'])('excludes %s', async (other) => {
    expect(await refusal('verify', '--quick', ...other.split(' '))).toBe(
      '--quick cannot be combined with --full, --runs or --time',
    );
  });
});

describe('the quick budget', () => {
  it.each(catalogue.filter(({ expected }) => expected === 'fails').map((claim) => [claim.id, claim] as const))(
    'refutes %s with the canonical seed',
    (_, claim) => {
      const { derivation: _steps, ...plain } = claim;
      const extent = { ...extentOf(claim, 'quick'), climbs: 0, cells: 0 };
      expect(runClaim(plain, { ...extent, seed: CANONICAL.seed }).refutedBy).not.toEqual([]);
    },
  );
});
