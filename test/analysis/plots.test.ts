import { describe, expect, it } from 'vitest';
import { boughtForKl } from '../../src/analysis/plots/cross-plot.ts';
import { ACROSS, figure, UP } from '../../src/analysis/plots/frame.ts';
import { klHistogram } from '../../src/analysis/plots/histogram-plot.ts';
import { type Drawn, type KlAt, klOverDraws } from '../../src/analysis/plots/kl-plot.ts';
import { linear, logarithmic } from '../../src/analysis/plots/scale.ts';
import { type Element, elementsOf, misplaced, pointsOf } from './elements.ts';

function marksOf(drawn: Drawn): Element[] {
  const words = { id: 'a', title: 'a', description: 'a', legend: [], caption: 'a' };
  return elementsOf(String(figure({ ...words, ...drawn })));
}

function at(n: number, lower: number, upper: number, estimate: [number, number] | null = null): KlAt {
  const formula = Math.log(n) - 1 + 1 / n;
  return { n, formula, interval: { lower, upper }, estimate: estimate && { lower: estimate[0], upper: estimate[1] } };
}

const OF =
  (meaning: string) =>
  ({ attributes }: Element) =>
    attributes.class === meaning;

/** The number at a place of an axis from 0 to `most`. */
const read = (place: number, [from, to]: readonly [number, number], most: number): number =>
  ((place - from) / (to - from)) * most;

describe('the KL over n', () => {
  const rows = [at(4, 0.5, 0.6, [0.55, 0.56]), at(16, 1.5, 1.7), at(64, 1.6, 3.175)];
  const most = 3.175;

  it('has a bar at each n, from one end of the interval to the other', () => {
    const elements = marksOf(klOverDraws(rows, true));
    const bars = elements.filter(OF('interval')).filter(({ attributes }) => attributes.x1 === attributes.x2);
    expect(bars).toHaveLength(3);
    for (const [i, { n, interval }] of rows.entries()) {
      const [[x, low], [, high]] = pointsOf(bars[i] as Element) as [[number, number], [number, number]];
      expect(read(x, ACROSS, Math.log(64))).toBeCloseTo(Math.log(n), 2);
      expect(read(low, UP, most)).toBeCloseTo(interval?.lower as number, 2);
      expect(read(high, UP, most)).toBeCloseTo(interval?.upper as number, 2);
    }
    expect(elements.filter(OF('estimate'))).toHaveLength(1);
    expect(misplaced(elements)).toEqual([]);
  });

  it('has the formula at all n from 1 to the largest', () => {
    const [curve] = marksOf(klOverDraws(rows, true)).filter(OF('formula')) as [Element];
    const points = pointsOf(curve);
    for (const [x, y] of points) {
      const n = Math.exp(read(x, ACROSS, Math.log(64)));
      expect(read(y, UP, most)).toBeCloseTo(Math.log(n) - 1 + 1 / n, 1);
    }
    expect([points[0], points.at(-1)?.[0]]).toEqual([[ACROSS[0], UP[0]], ACROSS[1]]);
  });

  it('has fields between n that reach from the lower end before to the upper end after and the formula', () => {
    const fields = marksOf(klOverDraws(rows, true)).filter(OF('between')).map(pointsOf);
    const heights = fields.map((points) => points.map(([, y]) => read(y, UP, most)));
    expect(heights.map((some) => Math.min(...some).toFixed(2))).toEqual(['0.00', '0.50', '1.50']);
    expect(heights.map((some) => Math.max(...some).toFixed(2))).toEqual(['0.60', '1.70', '3.17']);
    for (const points of fields) {
      for (const [x, y] of points) {
        const n = Math.exp(read(x, ACROSS, Math.log(64)));
        expect(read(y, UP, most)).toBeLessThan(Math.max(Math.log(n) - 1 + 1 / n, 0) + 0.02);
      }
    }
  });

  it('has its dots on the axis where the KL is 0', () => {
    const dots = marksOf(klOverDraws([at(1, 0, 0, [0, 0])], true))
      .filter(OF('estimate'))
      .map(pointsOf);
    expect(dots).toEqual([Array(2).fill([ACROSS[0], UP[0]])]);
  });

  it('has no field where intervals contradict that KL grows, and none where that is not known', () => {
    const contradictory = [at(4, 0.6, 0.6), at(16, 0.1, 0.2)];
    expect(marksOf(klOverDraws(contradictory, true)).filter(OF('between'))).toHaveLength(1);
    expect(marksOf(klOverDraws(rows, false)).filter(OF('between'))).toEqual([]);
  });

  it.each([
    ['n = 1 alone', [at(1, 0, 0, [0, 0])]],
    ['no KL at all', [at(1, 0, 0, [0, 0]), at(8, 0, 0, [0, 0])]],
    ['intervals of no width', [at(2, 0.1, 0.1, [0.1, 0.1])]],
    ['more than the formula', [{ ...at(2, 0, 5), other: 7 }]],
    ['many and large n', Array.from({ length: 40 }, (_, i) => at(i < 39 ? i + 1 : 1e9, 0, 1e-9))],
  ])('is in its picture for %s', (_, some) => {
    expect(misplaced(marksOf(klOverDraws(some, true)))).toEqual([]);
  });
});

describe('what is bought for KL', () => {
  const GAIN = { label: 'reward', range: null, atomless: null };
  const bought = (n: number, gain: number, half: number | null) => ({
    n,
    kl: { interval: { lower: 0.1, upper: 0.3 }, estimate: { lower: 0.2, upper: 0.2 } },
    gain: {
      interval: half === null ? null : { lower: gain - half, upper: gain + half },
      estimate: { lower: gain, upper: gain },
    },
    words: '',
  });

  it('is a cross of both intervals with a dot at the estimates', () => {
    const elements = marksOf(boughtForKl([bought(3, 10, 1), bought(4, 20, 2)], GAIN));
    const most = Math.log(4) - 1 + 1 / 4;
    const dots = elements.filter(OF('estimate')).map(pointsOf);
    expect(dots.map(([[x] = [0]]) => read(x, ACROSS, most).toFixed(2))).toEqual(['0.20', '0.20']);
    const arms = elements.filter(OF('interval')).map(pointsOf) as [[number, number], [number, number]][];
    const across = arms.filter(([[left], [right]]) => right - left > 20);
    expect(across.map(([[left], [right]]) => [left, right].map((x) => read(x, ACROSS, most).toFixed(2)))).toEqual([
      ['0.10', '0.30'],
      ['0.10', '0.30'],
    ]);
    // From 9 to 22 with a twentieth to spare at both ends.
    const value = (y: number): number => 8.35 + read(y, UP, 14.3);
    const upright = arms.filter(([[, low], [, high]]) => low - high > 20);
    expect(upright.map(([[, low], [, high]]) => [value(low), value(high)].map(Math.round))).toEqual([
      [9, 11],
      [18, 22],
    ]);
  });

  it('has no dot without an estimate, and no upright arm without an interval', () => {
    const without = { ...bought(4, 1, 1), kl: { interval: { lower: 0, upper: 1 }, estimate: null } };
    expect(marksOf(boughtForKl([without], GAIN)).filter(OF('estimate'))).toEqual([]);
    expect(marksOf(boughtForKl([bought(4, 1, null)], GAIN)).filter(OF('interval'))).toHaveLength(3);
  });

  it.each([
    [[bought(4, 0, null)]],
    [[bought(4, 0, 0)]],
    [[bought(1e9, 1e150, 1e149), bought(1, -1e150, 0)]],
    [[bought(4, 1e-300, 1e-301)]],
    [[bought(4, 1e15, 0.5), bought(5, 1e15 + 1, 0.5)]],
    [Array.from({ length: 30 }, (_, i) => bought(1000 + i, 1, 1))],
  ])('is in its picture, for rewards of any size: %#', (some) => {
    expect(misplaced(marksOf(boughtForKl(some, GAIN)))).toEqual([]);
  });
});

describe('the histogram', () => {
  it('has a column for each count that is not 0, as high as it', () => {
    const elements = marksOf(klHistogram({ n: 4, top: 0.6, counts: [1, 0, 3] }));
    const columns = elements.filter(OF('column')).map(pointsOf);
    expect(columns.map((points) => Math.round(read(Math.min(...points.map(([, y]) => y)), UP, 3)))).toEqual([1, 3]);
    expect(columns.map((points) => read(Math.min(...points.map(([x]) => x)), ACROSS, 0.6).toFixed(2))).toEqual([
      '0.00',
      '0.40',
    ]);
    expect(misplaced(elements)).toEqual([]);
    const ticks = elements.filter(({ name, attributes }) => name === 'text' && attributes['text-anchor'] === 'end');
    expect(ticks.map(({ text }) => text)).toEqual(expect.arrayContaining(['0', '1', '2', '3']));
  });
});

describe('scales', () => {
  it.each([
    [0, 1, ['0', '0.2', '0.4', '0.6', '0.8', '1.0']],
    [-3, 12, ['0', '5', '10']],
    [0.1, 0.13, ['0.10', '0.11', '0.12', '0.13']],
    [0, 2e6, ['0', '500000', '1000000', '1500000', '2000000']],
    [1e9, 1e9 + 100, ['1e9']],
    [-3e9, -1e9, ['-3e9', '-2.5e9', '-2e9', '-1.5e9', '-1e9']],
    [123_456.7, 123_457.1, ['123456.7', '123456.8', '123456.9', '123457.0', '123457.1']],
    [1e-7, 3e-7, ['1e-7', '1.5e-7', '2e-7', '2.5e-7', '3e-7']],
  ])('mark round numbers from %d to %d', (low, high, texts) => {
    expect(linear(low, high, [0, 1]).ticks.map(({ text }) => text)).toEqual(texts);
  });

  it('put what is outside at the ends, and what is one number in the middle', () => {
    expect([-1, 0, 5, 10, 11].map(linear(0, 10, [100, 0]).at)).toEqual([100, 100, 50, 0, 0]);
    expect(linear(7, 7, [0, 2]).at(7)).toBeCloseTo(1, 12);
    expect(linear(0, 0, [0, 2]).at(0)).toBe(1);
  });

  it('mark the draws that have room', () => {
    const texts = (draws: readonly number[]): string[] => logarithmic(draws, [0, 300]).ticks.map(({ text }) => text);
    expect(texts([4, 16, 64])).toEqual(['1', '4', '16', '64']);
    expect(texts([100, 101, 102])).toEqual(['1', '102']);
    expect(texts([1])).toEqual(['1']);
    expect(texts([1_000_000_000])).toEqual(['1', '1e9']);
  });
});
