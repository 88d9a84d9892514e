import { describe, expect, it } from 'vitest';
import { constantIn } from '../../src/conjectures/constant.ts';
import { constantReport } from '../../src/judge/constant.ts';
import { decimalAbove, decimalBelow, guessAbove, guessBelow } from '../../src/judge/constant-guess.ts';
import type { ConstantReport } from '../../src/report/constant.ts';
import { constantText } from '../../src/report/constant-text.ts';
import type { Extreme, Found } from '../../src/search/constant/find.ts';

const extreme = (ratio: string, more: Partial<Extreme> = {}): Extreme => ({
  lo: ratio,
  hi: ratio,
  exact: null,
  instance: { weights: ['1', '1', '3'], n: 2 },
  atoms: [],
  bits: [],
  ...more,
});

const part = (n: number | null, more: Partial<Found>): Found => ({
  n,
  atLeast: null,
  atMost: null,
  hopeless: null,
  looked: { enumerated: 10, maxTotal: 8, searched: 20, far: 0, climbed: 5 },
  unheard: { free: 1, premiseFails: 0, noValue: 0, undecided: 0, ties: 0 },
  firstWithoutValue: null,
  complete: true,
  ...more,
});

const report = (parts: readonly Found[], text = 'gap <= C * S2', given: string | null = null): ConstantReport =>
  constantReport(constantIn({ id: 'typed', text, for: given, selection: 'best-of-n' }, 'C'), parts, 1);

const least = (n: number | null, ratio: string, more: Partial<Extreme> = {}): Found =>
  part(n, { atLeast: extreme(ratio, more) });

describe('the outcome', () => {
  it('is that of the most demanding part, with a row for each n', () => {
    const { outcome, atLeast, table, looked, unheard } = report([least(2, '0.19'), least(3, '0.43'), least(4, '0.3')]);
    expect([outcome, atLeast?.lo, looked.enumerated, looked.maxTotal, unheard.free]).toEqual([
      'least',
      '0.43',
      30,
      8,
      3,
    ]);
    expect(table.map((row) => [row.n, row.atLeast?.lo])).toEqual([
      [2, '0.19'],
      [3, '0.43'],
      [4, '0.3'],
    ]);
    expect(atLeast?.policy.weights).toEqual([
      { atoms: 2, weight: '1' },
      { atoms: 1, weight: '3' },
    ]);
  });

  it('compares numbers, not texts', () => {
    expect(report([least(2, '9.5'), least(3, '12.5'), least(4, '2e-7')]).atLeast?.lo).toBe('12.5');
    const most = (ratio: string): Found => part(2, { atMost: extreme(ratio) });
    expect(report([most('9.5'), most('12.5'), most('-3')]).atMost?.lo).toBe('-3');
  });

  it('is none where demands contradict each other, or nothing helps, and any where there are none', () => {
    const both = (a: string, b: string): Found[] => [least(2, a), part(3, { atMost: extreme(b) })];
    expect(report(both('1', '2')).outcome).toBe('between');
    expect(report(both('2', '1')).outcome).toBe('none');
    const touching = [least(2, '1', { exact: '1' }), part(3, { atMost: extreme('1', { exact: '1' }) })];
    expect(report(touching).outcome).toBe('between');
    expect(report(touching, 'gap < C * S2').outcome).toBe('none');
    expect(constantText(report(both('2', '1')))).toContain('no C above 1 survives');
    const hopeless = report([least(2, '1'), part(3, { hopeless: { weights: ['1'], n: 3 } })]);
    expect(hopeless.outcome).toBe('none');
    expect(constantText(hopeless)).toContain('it is false whatever C is on weights 1, n = 3');
    expect(report([part(2, {})])).toMatchObject({ outcome: 'any', status: 'inconclusive', next: null });
  });

  it('tells a text that is to be tested, with the bound itself only where it is allowed', () => {
    expect(report([least(2, '0.374999', { exact: null })])).toMatchObject({
      guess: { value: '3/8', attained: false },
      next: 'gap <= 3/8 * S2',
    });
    expect(report([least(2, '0.5', { exact: '1/2' })]).guess).toEqual({ value: '1/2', attained: true });
    expect(report([least(2, '0.5', { exact: '1/2' })], 'gap < C * S2').guess).toBeNull();
    expect(report([least(2, '0.3471234567891')])).toMatchObject({ guess: null, next: 'gap <= 0.347124 * S2' });
  });
});

describe('growth', () => {
  const rungs = (...ratios: number[]): Extreme['atoms'] =>
    ratios.map((ratio, i) => ({ at: 2 ** i, lo: `${ratio}`, hi: `${ratio}` }));
  const decades = (...ratios: number[]): Found[] => [
    part(null, {}),
    ...ratios.map((ratio, i) => least(10 ** (i + 1), `${ratio}`)),
  ];

  it.each([
    ['a power of n', [0.3, 30, 3000], 'n'],
    ['log n', [2.3, 4.6, 6.9], 'n'],
    ['1 − 1/n', [0.9, 0.99, 0.999], undefined],
    ['what falls', [3, 2, 1], undefined],
  ])('along n: %s', (_, ratios, along) => {
    expect(report(decades(...ratios)).growth?.along).toBe(along);
    // With a largest n there is nothing beyond.
    expect(report(decades(...ratios), 'gap <= C * S2', 'n <= 1000').growth).toBeNull();
  });

  it('along K and the masses; what settles is told as a rise', () => {
    expect(report([least(2, '3', { atoms: rungs(1, 2, 3) })]).growth?.along).toBe('K');
    expect(report([least(2, '3', { bits: rungs(1, 10, 100) })]).growth?.along).toBe('bits');
    const settles = report([least(2, '1.75', { atoms: rungs(1, 1.5, 1.75) })]);
    expect([settles.growth, settles.rise.length]).toEqual([null, 3]);
    expect(report([least(2, '3', { atoms: rungs(1, 2, 3) })], 'gap <= C * S2', 'K <= 4').growth).toBeNull();
  });

  it('is told, and then nothing is guessed', () => {
    const grown = report(decades(12.25, 99.5, 998));
    expect(grown).toMatchObject({ guess: null, next: null });
    expect(constantText(grown)).toContain('it grows with n: 12.25 at n = 10, 99.5 at n = 100, 998 at n = 1000');
  });
});

describe('guesses', () => {
  const enclosed = (lo: string, hi = lo, exact: string | null = null) => ({ lo, hi, exact });
  it.each([
    ['0.0416666664', '1/24'],
    ['0.3749', '3/8'],
    ['0.99999', '1'],
    ['1.9999', '2'],
    ['0.193147180559', null],
    ['3.4704578945', null],
    ['0.37501', null],
  ])('above %s: %s', (text, value) => {
    expect(guessAbove(enclosed(text))?.toString() ?? null).toBe(value);
    const below = guessBelow(enclosed(`-${text}`))?.toString() ?? null;
    expect(below).toBe(value && `-${value}`);
  });

  it('is the bound where that is simple, and above the upper end where not', () => {
    expect(guessAbove(enclosed('0.16666', '0.16667', '1/6'))?.toString()).toBe('1/6');
    expect(guessAbove(enclosed('0.4999999', '0.5000001'))).toBeNull();
  });

  it.each([
    ['0.3471234567', 4, '0.3472', '0.3471'],
    ['12.5', 6, '12.5000', '12.5000'],
    ['-0.00123456', 3, '-0.00123', '-0.00124'],
    ['7968728.82', 6, '7968729', '7968728'],
    ['2e-12', 2, '0.0000000000020', '0.0000000000020'],
  ])('decimals next to %s to %i digits', (text, digits, above, below) => {
    expect([decimalAbove(text, digits), decimalBelow(text, digits)]).toEqual([above, below]);
  });
});
