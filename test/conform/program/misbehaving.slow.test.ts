import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { untied } from '../../../src/claims/instance.ts';
import type { Work } from '../../../src/conform/conform.ts';
import type { ConformOptions } from '../../../src/conform/options.ts';
import { conformed, program, WORK } from '../run.ts';

/** Instances of one outcome, whose KL is 0, and two of n = 2, on which the programs fail. */
const ONES = Array.from({ length: 10 }, (_, i) => untied([1n], i === 4 || i === 7 ? 2 : i + 10));
const FEW: Work = { ...WORK, cases: async () => ({ instances: ONES, vectors: ONES.length }) };

const run = (how: string, options: Partial<ConformOptions> = {}) =>
  conformed(program('misbehaving', how), options, FEW);

describe('a program that answers', () => {
  it.each(['well', 'backwards', 'banner', 'half', 'stderr'])('conforms: %s', async (how) => {
    const { status, instances, givenUp } = await run(how);
    expect([status, instances.answered, givenUp]).toEqual(['conforms', ONES.length, null]);
  });

  it('but prints a banner is told to print it elsewhere', async () => {
    const { troubles } = await run('banner');
    expect(troubles).toEqual([{ kind: 'not-an-answer', count: 1, example: 'Loading the model …' }]);
  });

  it('but leaves half a line is told so', async () => {
    expect((await run('half')).troubles).toEqual([{ kind: 'half-line', count: 1, example: '{"id": 1, "k' }]);
  });

  it.each([
    ['twice', 'second-answer', '{"id":1,"kl":0}'],
    ['unknown', 'unknown-id', '{"id":1000001,"kl":0}'],
  ])('%s breaks the protocol', async (how, kind, example) => {
    const { status, troubles, instances } = await run(how);
    expect([status, instances.answered]).toEqual(['wrong', ONES.length]);
    expect(troubles).toEqual([{ kind, count: ONES.length, example }]);
  });

  it.each([
    ['nan', 'NaN'],
    ['infinity', '-Infinity'],
    ['null', 'null'],
    ['text', '"0.25"'],
    ['nothing', 'nothing'],
  ])('no number is wrong: %s', async (how, said) => {
    const { status, quantities } = await run(how);
    expect(status).toBe('wrong');
    expect(quantities[0]).toMatchObject({ wrong: ONES.length, worst: { relative: null }, smallest: { said } });
  });

  it('shows what it wrote to standard error, where something is wrong', async () => {
    const { errors } = await conformed(program('misbehaving', 'stderr'), { want: ['winRate'] }, FEW);
    expect(errors).toEqual(['one', 'two', 'three']);
  });
});

describe('a program that ends', () => {
  it.each([
    ['crash', 'ended with exit code 9', ['Segmentation fault']],
    ['kill', 'was killed by SIGKILL', []],
  ])('on some instances is survived: %s', async (how, words, errors) => {
    const { status, instances, crash } = await run(how);
    expect(status).toBe('wrong');
    expect(instances).toMatchObject({ answered: ONES.length - 2, crashed: 2, notAsked: 0 });
    expect(crash).toMatchObject({ how: words, instance: { weights: ['1'], n: 2 }, isCutShort: false, errors });
  });

  it('has the instance that ended it shrunk', async () => {
    const large = untied([3n, 1n, 4n, 1n, 5n], 2);
    const work: Work = { ...WORK, cases: async () => ({ instances: [ONES[0], large] as never, vectors: 2 }) };
    const { crash } = await conformed(program('misbehaving', 'crash'), {}, work);
    expect(crash).toMatchObject({
      instance: { weights: ['1'], n: 2 },
      request: '{"id":1,"weights":["1"],"ranks":[0],"n":2,"ties":"level","want":["kl"]}',
    });
  });

  it.each([
    ['exits', 'ended with exit code 7 before its first answer and wrote nothing to standard error'],
    [
      'complains',
      'ended with exit code 1 before its first answer; on standard error: ModuleNotFoundError: no module named bon',
    ],
  ])('before it answers is refused in one sentence: %s', async (how, words) => {
    await expect(run(how)).rejects.toThrow(`the program ${words}`);
    await expect(run(how, { batch: true })).rejects.toThrow(`the program ${words}`);
  });

  it('cannot be started', async () => {
    await expect(conformed(['no-such-program'], {}, FEW)).rejects.toThrow(
      'the program "no-such-program" cannot be started: there is no such file or folder',
    );
    // It is not executable.
    await expect(conformed([fileURLToPath(import.meta.url)], {}, FEW)).rejects.toThrow(
      'cannot be started: permission denied; make it executable, or give its interpreter first',
    );
  });
});

describe('a program that is silent', () => {
  it('on some instances is asked the others', async () => {
    const { status, instances } = await run('silent', { timeout: 1 });
    expect(status).toBe('undecided');
    expect(instances).toMatchObject({ answered: ONES.length - 2, timedOut: 2 });
  });

  it('on some instances, and goes on, left them out', async () => {
    const { status, instances } = await run('skips', { timeout: 1 });
    expect(status).toBe('wrong');
    expect(instances).toMatchObject({ answered: ONES.length - 2, unanswered: 2 });
  });

  it.each(['deaf', 'closes', 'at-the-end', 'no-id'])('from the beginning is given up: %s', async (how) => {
    const { status, instances, givenUp } = await run(how, { timeout: 1 });
    expect([status, instances.answered]).toEqual(['undecided', 0]);
    expect(givenUp).toContain('no answer came within 1 s: a program must flush its output after each line');
  });

  it('has its lines without an id counted', async () => {
    expect((await run('no-id', { timeout: 1 })).troubles).toEqual([
      { kind: 'not-an-answer', count: ONES.length, example: '{"kl":1}' },
    ]);
  });
});

describe('in batches', () => {
  it.each(['at-the-end', 'well', 'backwards'])('a program may answer late: %s', async (how) => {
    const { status, instances } = await run(how, { batch: true });
    expect([status, instances.answered]).toEqual(['conforms', ONES.length]);
  });

  it('a crash is traced to its instance', async () => {
    const { status, instances, crash } = await run('crash', { batch: true });
    expect(status).toBe('wrong');
    expect(instances).toMatchObject({ answered: ONES.length - 2, crashed: 2 });
    expect(crash).toMatchObject({ how: 'ended with exit code 9', instance: { n: 2 } });
  });

  it('what is left out is counted', async () => {
    const { status, instances } = await run('skips', { batch: true });
    expect(status).toBe('wrong');
    expect(instances).toMatchObject({ answered: ONES.length - 2, unanswered: 2 });
  });

  it('a wrong answer is shrunk', async () => {
    const work: Work = { ...WORK, cases: async () => ({ instances: [untied([3n, 1n, 4n], 7)], vectors: 1 }) };
    const { quantities } = await conformed(program('misbehaving', 'at-the-end'), { batch: true }, work);
    expect(quantities[0]?.smallest).toMatchObject({ instance: { weights: ['1', '1'], n: 1 }, said: '0.25' });
  });
});

it('the rest is not asked of a program that falls silent too often', async () => {
  const instances = Array.from({ length: 30 }, (_, i) => untied([1n], i === 0 ? 5 : 2));
  const work: Work = { ...WORK, cases: async () => ({ instances, vectors: 30 }) };
  const result = await conformed(program('misbehaving', 'kill'), {}, work);
  expect(result.givenUp).toBe('the program crashed or fell silent too often');
  expect(result.instances.crashed + result.instances.notAsked).toBe(29);
  expect(result.instances.crashed).toBeGreaterThan(5);
});
