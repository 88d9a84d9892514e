import { describe, expect, it } from 'vitest';
import { bonafide } from '../cli/bonafide.ts';
import { run } from '../cli/process.ts';
import { moduleOf } from './claim.ts';
import { MISBEHAVES } from './misbehaves.ts';
import { SAYS_NOTHING } from './says-nothing.ts';

const SMALL = ['--runs', '600', '--workers', '1'];

describe('a hostile claim', () => {
  it.each([...SAYS_NOTHING, ...MISBEHAVES])('that $name', async ({ code, says, alone, endless, ...hostile }) => {
    const args = ['verify', '--claim', await moduleOf(hostile), ...SMALL, ...(endless ? ['--claim-timeout', '2'] : [])];
    const { err, out, ...finished } = await (alone ? run(args) : bonafide(...args));
    expect(err + out).toMatch(says);
    expect(finished.code).toBe(code);
    expect(err).not.toMatch(/ at .*:\d+/);
  });
});
