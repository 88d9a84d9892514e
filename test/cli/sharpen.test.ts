import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { inThread } from '../../src/cli/in-thread.ts';
import { Interrupted } from '../../src/cli/interrupted.ts';
import { main } from '../../src/cli/main.ts';
import { type ConstantReport, constantSchema } from '../../src/report/constant.ts';
import { constantExtent } from '../../src/search/constant/extent.ts';
import { bonafide, capturing, refusal } from './bonafide.ts';
import { SERVICES } from './services.ts';

const sharpen = (...args: string[]): ReturnType<typeof bonafide> =>
  bonafide('sharpen', ...args, '--runs', '20', '--workers', '1');

async function reportOf(...args: string[]): Promise<ConstantReport & { code: number }> {
  const { out, code } = await sharpen(...args, '--json');
  return { ...constantSchema.parse(JSON.parse(out)), code };
}

describe('sharpen', () => {
  it('prints the least constant, the policy that forces it, a table of n and a text to test', async () => {
    const { code, out, err } = await sharpen('n/(n+1) - W <= C * (n-1) S2', '--for', 'n = 2..3');
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n').slice(0, 7)).toEqual([
      'LEAST C FOUND: 1/6 in n/(n+1) - W <= C * (n-1) S2, for n = 2..3',
      '  no C below 1/6 survives: p = (1), n = 2; the bound there is 1/6',
      '  nothing that was looked at demands more, which is no proof that nothing does',
      "  C = 1/6 is attained there; to test it: bonafide test 'n/(n+1) - W <= 1/6 * (n-1) S2' --for 'n = 2..3'",
      '  n  C at least   by',
      '  2  1/6          p = (1)',
      '  3  1/8 = 0.125  p = (1)',
    ]);
    expect(out).toMatch(
      /\n {2}looked at: \d+ policies of total up to 8 and small grids, \d+ adversarial ones, \d+ far out, \d+ steps of climbs\n$/,
    );
  });

  it('is the same on any number of threads, and says how it rises with K', async () => {
    const args = ['sharpen', 'gap <= C * S2', '--for', 'n = 4..5', '--runs', '20'];
    const [one, two] = [await bonafide(...args, '--workers', '1'), await bonafide(...args, '--workers', '2')];
    expect(one).toEqual(two);
    expect(one.out).toMatch(/^LEAST C FOUND: 0\.9562\d+… in gap/);
    expect(one.out).toMatch(
      /no C below 0\.9562\d+ survives: weights 16384 × 1, \d+, n = 5; the bound there is in \[0\.9562\d+, 0\.9562\d+\]\n/,
    );
    expect(one.out).toMatch(
      /it still rises with K: 0\.956\d+… at K = 4097, 0\.956\d+… at K = 8193, 0\.9562\d+… at K = 16385\n/,
    );
  });

  it('prints JSON of its schema, with the name of the constant and the selection', async () => {
    const { code, ...report } = await reportOf(
      'W >= c',
      '--unknown',
      'c',
      '--selection',
      'worst-of-n',
      '--for',
      'n = 3',
    );
    expect(code).toBe(0);
    expect(report).toMatchObject({
      unknown: 'c',
      outcome: 'greatest',
      conjecture: { selection: 'worst-of-n', for: 'n = 3' },
      atLeast: null,
      next: 'W >= 1/4',
    });
    expect(Number(report.atMost?.lo)).toBeCloseTo(1 / 4, 4);
  });

  it('grows with n where no constant is in sight', async () => {
    const report = await reportOf('D <= C');
    expect(report.growth?.rungs.map(({ at }) => at)).toEqual([10, 100, 1000]);
    expect(report.next).toBeNull();
  });

  it('finds that no constant survives, and is inconclusive where nothing says what it is', async () => {
    const none = await sharpen('D <= C*(1-pmax)', '--for', 'n = 2');
    expect([none.code, none.out.split('\n').slice(0, 2)]).toEqual([
      0,
      ['NO C SURVIVES in D <= C*(1-pmax), for n = 2', '  it is false whatever C is on weights 1, n = 2'],
    ]);
    expect(await reportOf('W - 1 <= C*(pmax - 1)', '--for', 'K = 1 and n = 2')).toMatchObject({
      code: 3,
      outcome: 'any',
    });
  });

  it('ends at its time', async () => {
    const report = await reportOf('H <= C', '--for', 'n = 2', '--full', '--time', '0.5');
    expect(report.complete).toBe(false);
  });
});

describe('bad input', () => {
  it('points at what is not linear', async () => {
    const { code, out, err } = await bonafide('sharpen', 'gap <= C^2 S2');
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^bonafide: column 8: C must occur linearly: [^\n]*\n {2}gap <= C\^2 S2\n {9}\^~~\n$/);
  });

  it.each([
    [[], 'give a comparison with a constant'],
    [['gap <= KL S2', '--unknown', 'KL'], '--unknown must be a name without a meaning'],
    [['gap <= C S2', '--for', 'n = 3..2'], 'no n is within the limits of --for'],
    [['gap <= C S2', '--runs', '0'], '--runs must be an integer'],
  ])('%j', async (args, message) => {
    expect(await refusal('sharpen', ...args)).toContain(message);
  });
});

it('is looked at while it goes on', async () => {
  const controller = new AbortController();
  const typed = { id: 'x', text: 'H <= C', for: null, selection: 'best-of-n' } as const;
  const extent = constantExtent(false, 100_000_000, 1);
  const input = { typed, unknown: 'C', n: 2, extent, seed: 1, seconds: null };
  const onLook = (instances: number): void => (instances > 0 ? controller.abort() : undefined);
  const work = inThread('sharpen', input, { ...SERVICES, signal: controller.signal }, null, onLook);
  await expect(work).rejects.toThrow(Interrupted);
});

it('hears Ctrl-C within a second', async () => {
  const controller = new AbortController();
  const { console, finished } = capturing();
  const args = ['sharpen', 'H <= C', '--for', 'n = 2..3', '--runs', '100000000', '--workers', '1'];
  const running = main(args, { ...SERVICES, console, signal: controller.signal });
  await setTimeout(2_000);
  const before = performance.now();
  controller.abort();
  expect(finished(await running)).toEqual({
    code: 3,
    out: '',
    err: 'bonafide: interrupted; saved files are complete\n',
  });
  expect(performance.now() - before).toBeLessThan(1_000);
});
