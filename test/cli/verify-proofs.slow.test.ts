import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { reportSchema } from '../../src/report/schema.ts';
import { temporaryFolder } from '../evidence/folder.ts';
import { bonafide, capturing } from './bonafide.ts';
import { fakeCoqc } from './fake-coqc.ts';
import { SERVICES } from './services.ts';

const QUICK = ['verify', 'kl-bound', 'pmf', 'equality', '--runs', '120', '--workers', '1'];

afterEach(() => void vi.unstubAllEnvs());

describe('verify with the proofs', () => {
  it('ends with 1 when they are rejected, and says so of each claim that rests on them', async () => {
    await fakeCoqc(`console.error('File "x", line 3, characters 0-1: Error: no such luck'); process.exit(1);`);
    const folder = await temporaryFolder();
    const { code, out, err } = await bonafide(...QUICK, '--proofs', '--out', folder);
    expect(code).toBe(1);
    expect(out).toMatch(/^WRONG kl-bound {2}holds: certified on 120 instances$/m);
    expect(out).toContain('its theorem kl_le_formula is not proved');
    expect(out).toMatch(/^WRONG 0 of \d+ theorems proved in Coq; claims that are proved: 0$/m);
    expect(out).toMatch(/^ {8}\w+\.v:3: Error: no such luck$/m);
    expect(err).toContain('proofs: coqc: the proofs are rejected by Coq 8.17.99');
    const report = reportSchema.parse(JSON.parse(await readFile(join(folder, 'verification.json'), 'utf8')));
    expect(report).toMatchObject({ status: 'failed', proofs: { status: 'failed' } });
    expect(await readFile(join(folder, 'proofs.md'), 'utf8')).toContain('**Rejected:**');
  });

  it('does not believe a checker that checks nothing', async () => {
    await fakeCoqc('');
    const { code, out } = await bonafide(...QUICK, '--proofs');
    expect(code).toBe(1);
    expect(out).toContain('coqc accepts a false statement: it checks nothing');
  });

  it('leaves them out unless they are asked for, where it verifies some claims only', async () => {
    await fakeCoqc('process.exit(1);');
    const folder = await temporaryFolder();
    const { code, out } = await bonafide(...QUICK, '--out', folder);
    expect(code).toBe(0);
    expect(out).not.toContain('theorems proved in Coq');
    expect((await readdir(folder)).sort()).toEqual(['index.html', 'verification.json', 'verification.md']);
  });

  it('ends them with the search when it is interrupted', async () => {
    await fakeCoqc('setInterval(() => {}, 1000);');
    const interrupt = new AbortController();
    const { console, finished } = capturing((text) => {
      if (text.startsWith('equality:')) interrupt.abort();
    });
    const code = await main([...QUICK, '--proofs'], { ...SERVICES, console, signal: interrupt.signal });
    expect(finished(code)).toMatchObject({ code: 3, out: '' });
  });
});
