import { describe, expect, it } from 'vitest';
import { boughtForKl } from '../../src/analysis/plots/cross-plot.ts';
import { figure } from '../../src/analysis/plots/figure.ts';
import { type Drawn, drawsAxis } from '../../src/analysis/plots/frame.ts';
import { klHistogram } from '../../src/analysis/plots/histogram-plot.ts';
import { type KlAt, klOverDraws } from '../../src/analysis/plots/kl-plot.ts';
import { across, up } from '../../src/pictures/frame.ts';
import { newDocument } from '../../src/pictures/in-node.ts';
import { FORMULA } from '../../src/pictures/theme.ts';
import { type Element, elementsOf, marksOf, misplaced, pointsOf } from './elements.ts';

const [ACROSS, UP] = [across({ left: 100, right: 110 }), up({ height: 400 })];

function drawn(what: Drawn): Element[] {
  const words = { id: 'a', title: 'a', description: 'a', legend: [], caption: 'a' };
  return elementsOf(String(figure(newDocument(), { ...words, drawn: what })));
}

function at(n: number, lower: number, upper: number, estimate: [number, number] | null = null): KlAt {
  const formula = Math.log(n) - 1 + 1 / n;
  return { n, formula, interval: { lower, upper }, estimate: estimate && { lower: estimate[0], upper: estimate[1] } };
}

/** The number at a place of an axis from 0 to `most`. */
const read = (place: number, [from, to]: readonly [number, number], most: number): number =>
  ((place - from) / (to - from)) * most;

describe('the KL over n', () => {
  const rows = [at(4, 0.5, 0.6, [0.55, 0.56]), at(16, 1.5, 1.7), at(64, 1.6, 3.175)];
  const most = 3.175;

  it('has a bar at each n, from one end of the interval to the other', () => {
    const elements = drawn(klOverDraws(rows, true));
    const bars = marksOf(elements, 'interval').filter(({ name }) => name === 'line');
    expect(bars).toHaveLength(3);
    for (const [i, { n, interval }] of rows.entries()) {
      const [[x, low], [, high]] = pointsOf(bars[i] as Element) as [[number, number], [number, number]];
      expect(read(x, ACROSS, Math.log(64))).toBeCloseTo(Math.log(n), 2);
      expect(read(low, UP, most)).toBeCloseTo(interval?.lower as number, 2);
      expect(read(high, UP, most)).toBeCloseTo(interval?.upper as number, 2);
    }
    expect(marksOf(elements, 'estimate')).toHaveLength(1);
    expect(misplaced(elements)).toEqual([]);
  });

  it('has the formula at all n from 1 to the largest', () => {
    const [curve] = marksOf(drawn(klOverDraws(rows, true)), FORMULA.colour) as [Element];
    const points = pointsOf(curve);
    for (const [x, y] of points) {
      const n = Math.exp(read(x, ACROSS, Math.log(64)));
      expect(read(y, UP, most)).toBeCloseTo(Math.log(n) - 1 + 1 / n, 1);
    }
    expect([points[0], points.at(-1)?.[0]]).toEqual([[ACROSS[0], UP[0]], ACROSS[1]]);
  });

  it('has fields between n that reach from the lower end before to the upper end after and the formula', () => {
    const fields = marksOf(drawn(klOverDraws(rows, true)), 'between').map(pointsOf);
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
    const dots = marksOf(drawn(klOverDraws([at(1, 0, 0, [0, 0])], true)), 'estimate').map(pointsOf);
    expect(dots).toEqual([Array(2).fill([ACROSS[0], UP[0]])]);
  });

  it('has no field where intervals contradict that KL grows, and none where that is not known', () => {
    const contradictory = [at(4, 0.6, 0.6), at(16, 0.1, 0.2)];
    expect(marksOf(drawn(klOverDraws(contradictory, true)), 'between')).toHaveLength(1);
    expect(marksOf(drawn(klOverDraws(rows, false)), 'between')).toEqual([]);
  });

  it.each([
    ['n = 1 alone', [at(1, 0, 0, [0, 0])]],
    ['no KL at all', [at(1, 0, 0, [0, 0]), at(8, 0, 0, [0, 0])]],
    ['intervals of no width', [at(2, 0.1, 0.1, [0.1, 0.1])]],
    ['more than the formula', [{ ...at(2, 0, 5), other: 7 }]],
    ['many and large n', Array.from({ length: 40 }, (_, i) => at(i < 39 ? i + 1 : 1e9, 0, 1e-9))],
  ])('is in its picture for %s', (_, some) => {
    expect(misplaced(drawn(klOverDraws(some, true)))).toEqual([]);
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
    const elements = drawn(boughtForKl([bought(3, 10, 1), bought(4, 20, 2)], GAIN));
    const most = Math.log(4) - 1 + 1 / 4;
    const dots = marksOf(elements, 'estimate').map(pointsOf);
    expect(dots.map(([[x] = [0]]) => read(x, ACROSS, most).toFixed(2))).toEqual(['0.20', '0.20']);
    const arms = marksOf(elements, 'interval').map(pointsOf) as [[number, number], [number, number]][];
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
    expect(marksOf(drawn(boughtForKl([without], GAIN)), 'estimate')).toEqual([]);
    expect(marksOf(drawn(boughtForKl([bought(4, 1, null)], GAIN)), 'interval')).toHaveLength(3);
  });

  it.each([
    [[bought(4, 0, null)]],
    [[bought(4, 0, 0)]],
    [[bought(1e9, 1e150, 1e149), bought(1, -1e150, 0)]],
    [[bought(4, 1e-300, 1e-301)]],
    [[bought(4, 1e15, 0.5), bought(5, 1e15 + 1, 0.5)]],
    [Array.from({ length: 30 }, (_, i) => bought(1000 + i, 1, 1))],
  ])('is in its picture, for rewards of any size: %#', (some) => {
    expect(misplaced(drawn(boughtForKl(some, GAIN)))).toEqual([]);
  });
});

describe('the histogram', () => {
  it('has a column for each count that is not 0, as high as it', () => {
    const elements = drawn(klHistogram({ n: 4, top: 0.6, counts: [1, 0, 3] }));
    const columns = marksOf(elements, 'column').map(pointsOf);
    expect(columns.map((points) => Math.round(read(Math.min(...points.map(([, y]) => y)), UP, 3)))).toEqual([1, 3]);
    expect(columns.map((points) => read(Math.min(...points.map(([x]) => x)), ACROSS, 0.6).toFixed(2))).toEqual([
      '0.00',
      '0.40',
    ]);
    expect(misplaced(elements)).toEqual([]);
    const ticks = elements.filter(
      ({ name, parents }) => name === 'text' && parents.at(-1)?.attributes['text-anchor'] === 'end',
    );
    expect(ticks.map(({ text }) => text)).toEqual(expect.arrayContaining(['0', '1', '2', '3']));
  });
});

describe('the axis of draws', () => {
  it('marks the draws that have room', () => {
    const texts = (draws: readonly number[]): string[] => {
      const { ticks, words } = drawsAxis(draws, { left: 100, right: 110 });
      return (ticks as readonly number[]).map((n) => words?.(n) ?? '');
    };
    expect(texts([4, 16, 64])).toEqual(['1', '4', '16', '64']);
    expect(texts([100, 101, 102])).toEqual(['1', '102']);
    expect(texts([1])).toEqual(['1']);
    expect(texts([1_000_000_000])).toEqual(['1', '1e9']);
  });
});
