import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../evidence/folder.ts';
import { bonafide, refusal } from './bonafide.ts';

const QUICK = ['verify', 'equality', '--runs', '3', '--workers', '1'];

describe('verify --reporter', () => {
  it.each([
    ['text', /\nevery claim behaved as expected\n$/],
    ['json', /^\{\n {2}"format": "bonafide-report\/2"/],
    ['junit', /^<\?xml version="1.0" encoding="UTF-8"\?>\n<testsuites name="bonafide verify" tests="1" failures="0"/],
    ['sarif', /"version": "2.1.0"/],
    ['github', /^1 passed, 0 failed, 0 undecided\n$/],
  ])('prints %s', async (reporter, pattern) => {
    const { code, out } = await bonafide(...QUICK, '--reporter', reporter);
    expect([code, out]).toEqual([0, expect.stringMatching(pattern)]);
  });

  it('names places from the working directory, wherever the reports are saved', async () => {
    const args = ['verify', 'kl-bound', '--time', '0.000001', '--workers', '1', '--reporter', 'github'];
    const { out } = await bonafide(...args, '--out', join(await temporaryFolder(), 'out'));
    expect(out).toMatch(/^::warning file=docs\/theory.md,title=KL/);
  });

  it('refuses other formats, and two at once', async () => {
    expect(await refusal(...QUICK, '--reporter', 'tap')).toBe(
      '--reporter must be text, json, junit, sarif or github, not "tap"',
    );
    expect(await refusal(...QUICK, '--reporter', 'junit', '--json')).toBe(
      '--json cannot be combined with --reporter; give one of them',
    );
  });
});
