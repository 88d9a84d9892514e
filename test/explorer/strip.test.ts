import { describe, expect, it } from 'vitest';
import { Rational } from '../../src/arithmetic/rational.ts';
import { type Real, rationalReal } from '../../src/arithmetic/real.ts';
import { optimalWinRate } from '../../src/bounds/optimal-curve.ts';
import { quickly } from '../../src/explorer/approximate.ts';
import { FAMILIES } from '../../src/explorer/families.ts';
import { subjectOf } from '../../src/explorer/input.ts';
import { optimalCurve } from '../../src/explorer/optimal.ts';
import { START, type State } from '../../src/explorer/state.ts';
import { localGaps, stripOf } from '../../src/explorer/strip.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';
import { Evaluation } from '../../src/quantities/evaluation.ts';

const near = (value: Real): number => value.enclose(15).lo.toNumber();
const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
const subject = (state: Partial<State>): ReturnType<typeof subjectOf> => subjectOf({ ...START, ...state });

describe('the strip', () => {
  it.each([
    { text: '1,2,3', n: '4' },
    { text: '5', n: '3' },
    { text: '1,999', n: '50' },
    { text: '1,2,3', n: '4', selection: 'worst-of-n' },
    { text: '1,2,3', n: '4', selection: 'second-best-of-n' },
    { text: '1,2,3', n: '4', selection: 'top-nth' },
    { text: '1,2,3', n: '4', selection: 'tilt-by-n' },
  ] as const)('has local gaps that sum to the gap, and averages of the law: %j', (state) => {
    const given = subject(state);
    const { edges, ratios } = stripOf(given);
    const q = new Evaluation(given.policy, given.rule);
    expect(sum(localGaps(given))).toBeCloseTo(near(q.atomlessKl) - near(q.kl), 10);
    expect(sum(ratios.map((ratio, i) => ratio * ((edges[i + 1] as number) - (edges[i] as number))))).toBeCloseTo(1, 12);
  });

  it('draws g log g and r log r, and the area between is the gap', () => {
    const given = subject({ text: '1,2,3', n: '4' });
    const { between } = stripOf(given);
    const area = sum(
      between.slice(1).map((point, i) => {
        const before = between[i] as typeof point;
        const height = (point.fine - point.coarse + before.fine - before.coarse) / 2;
        return height * (point.u - before.u);
      }),
    );
    expect(area).toBeCloseTo(near(new BestOfN(given.policy, 4).gap), 3);
    expect(between.every(({ u }, i) => i === 0 || u >= (between[i - 1]?.u ?? 0))).toBe(true);
  });

  it('has the density n u^(n−1) of best-of-n', () => {
    for (const { u, y } of stripOf(subject({ n: '4' })).density) expect(y).toBeCloseTo(4 * u ** 3, 4);
  });
});

describe('the quick numbers', () => {
  it('are next to the certified ones', () => {
    const { policy } = subject({ text: '1,2,3' });
    const q = new BestOfN(policy, 16);
    const { kl, formula, winRate, estimator } = quickly(policy, 'best-of-n', 16);
    expect(kl).toBeCloseTo(near(q.kl), 13);
    expect(formula).toBeCloseTo(near(q.atomlessKl), 13);
    expect(winRate).toBeCloseTo(near(q.winRate), 13);
    expect(estimator).toBeCloseTo(near(q.estimatorMean), 13);
  });
});

describe('the optimal curve', () => {
  it('has the largest win rate at each KL', () => {
    for (const { kl, winRate } of optimalCurve().slice(1)) {
      expect(winRate).toBeCloseTo(near(optimalWinRate(rationalReal(Rational.fromDouble(kl)))), 6);
    }
  });
});

describe('the families', () => {
  it.each(Object.entries(FAMILIES))('%s have as many positive weights as asked for', (_, { weights }) => {
    for (const k of [2, 3, 1000]) {
      expect(weights(k)).toHaveLength(k);
      expect(weights(k).every((weight) => weight > 0n)).toBe(true);
    }
  });

  it('rare has a best outcome of one hundredth', () => {
    const { policy } = subject({ text: FAMILIES.rare.weights(7).join(',') });
    expect(policy.mass(6).toString()).toBe('1/100');
  });
});
