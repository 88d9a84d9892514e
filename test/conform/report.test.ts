import { describe, expect, it } from 'vitest';
import { untied } from '../../src/claims/instance.ts';
import type { Work } from '../../src/conform/conform.ts';
import { findingsOf } from '../../src/conform/finding.ts';
import { conformText } from '../../src/conform/text.ts';
import { conformed, program, WORK } from './run.ts';

const two: Work = {
  ...WORK,
  cases: async () => ({ instances: [untied([1n, 3n], 1), untied([1n, 1n], 3)], vectors: 2 }),
};

describe('the report', () => {
  it('of a program with a slip names the slip, the smallest instance and the regimes', async () => {
    const command = program('slipping', 'log-base-2');
    const result = await conformed(command, { want: ['kl'] }, two);
    const text = conformText(result);
    expect(text).toMatch(/^does not conform: .*slipping\.mjs log-base-2\n2 instances of the vectors and 0 generated/);
    expect(text).toContain('kl: 1 right, 1 wrong; worst relative error 4.4e-1');
    expect(text).toContain(
      'the only wrong answer is in bits: the logarithms are of base 2 (docs/conform.md#slip-log-base-2)',
    );
    expect(text).toMatch(
      /smallest: weights 1, 1, n = 2\n +answer 0\.1887\d+, truth in \[0\.13081203594113\d+, 0\.13081203594113\d+\]/,
    );
    expect(text).toContain('request {"id":1,"weights":["1","1"],"ranks":[0,1],"n":2,"ties":"level","want":["kl"]}');
    expect(text).toMatch(/^best-common +n·ε_∞ ≫ 1|^best-critical +n·ε_∞ ≈ 1 +2 +1 +4\.4e-1/m);
    const [kl, behaviour] = findingsOf(result);
    expect(kl).toMatchObject({
      id: 'conform/kl',
      outcome: 'failed',
      message:
        '1 of 2 answers for kl are wrong; 1 of them are in bits: the logarithms are of base 2 (docs/conform.md#slip-log-base-2)',
    });
    expect(behaviour).toMatchObject({ id: 'conform/behaviour', outcome: 'passed' });
  });

  it('of a program that conforms is short', async () => {
    const result = await conformed(program('slipping', 'none'), { want: ['kl', 'winRate'] }, two);
    expect(conformText(result)).toMatch(/^conforms: /);
    expect(findingsOf(result).map(({ id, outcome }) => [id, outcome])).toEqual([
      ['conform/kl', 'passed'],
      ['conform/winRate', 'passed'],
      ['conform/behaviour', 'passed'],
    ]);
  });

  it('of a program that crashes names the instance and what it wrote', async () => {
    const result = await conformed(
      program('misbehaving', 'crash'),
      {},
      {
        ...WORK,
        cases: async () => ({ instances: [untied([1n], 1), untied([1n], 2), untied([1n], 3)], vectors: 3 }),
      },
    );
    const text = conformText(result);
    expect(text).toContain('2 answered, 1 ended the program');
    expect(text).toContain('the program ended with exit code 9 on weights 1, n = 2\n  request {"id":1,');
    expect(text).toContain('  standard error: Segmentation fault');
    expect(findingsOf(result).at(-1)).toMatchObject({ outcome: 'failed', details: expect.stringContaining('n = 2') });
  });

  it('of a program that is silent names the instance', async () => {
    const work: Work = { ...WORK, cases: async () => ({ instances: [untied([1n], 1), untied([1n], 2)], vectors: 2 }) };
    const result = await conformed(program('misbehaving', 'silent'), { timeout: 1 }, work);
    expect(conformText(result)).toMatch(/^undecided: /);
    expect(conformText(result)).toMatch(/\nno answer came in time on weights 1, n = 2\n {2}request \{"id":1,/);
    expect(findingsOf(result).at(-1)).toMatchObject({ outcome: 'undecided' });
  });
});
