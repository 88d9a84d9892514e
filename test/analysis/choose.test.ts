import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseFromNothing, chooseFromSamples } from '../../src/analysis/choose.ts';
import { chooseExactly } from '../../src/analysis/choose-exactly.ts';
import { firstWhere } from '../../src/analysis/first-where.ts';
import { byFormula, type Goal, type Measure } from '../../src/analysis/goal.ts';
import { rowFor } from '../../src/analysis/rows.ts';
import { readNumber } from '../../src/policy/number.ts';
import { drawn, meanTruth, REGIMES } from '../estimates/regimes.ts';

function goal(measure: Measure, value: string): Goal {
  const { num, den } = readNumber(value, 'the goal');
  return { measure, num, den };
}

const formula = (n: number): number => Math.log(n) - (n - 1) / n;

describe('the n of the formulas', () => {
  it('is the last within a budget, and the first with a win rate, as a search one by one finds', () => {
    for (let k = 1; k <= 40; k += 1) {
      const budget = k / 8 + 0.01;
      const n = byFormula(goal('kl', String(budget))) as number;
      expect(formula(n)).toBeLessThanOrEqual(budget);
      expect(formula(n + 1)).toBeGreaterThan(budget);
      const rate = k / 41;
      const least = byFormula(goal('winRate', `${k}/41`)) as number;
      expect(least / (least + 1)).toBeGreaterThanOrEqual(rate - 1e-12);
      if (least > 1) expect((least - 1) / least).toBeLessThan(rate - 1e-12);
    }
  });

  it('is exact where it is hit exactly: KL 0 at n = 1, 9/10 at n = 9', () => {
    expect(byFormula(goal('kl', '0'))).toBe(1);
    expect(byFormula(goal('winRate', '0.9'))).toBe(9);
    expect(byFormula(goal('winRate', '0.9000000000000000000001'))).toBe(10);
    expect(byFormula(goal('winRate', '999999999/1000000000'))).toBe(999999999);
    expect(byFormula(goal('winRate', '0.9999999999999'))).toBeNull();
    expect(byFormula(goal('reward', '1'))).toBeNull();
  });

  it('bounds every policy', () => {
    expect(chooseFromNothing(goal('kl', '2'))).toMatchObject({ chosen: 19, byFormula: 19, method: 'every-policy' });
    expect(chooseFromNothing(goal('winRate', '0.9'))).toMatchObject({ chosen: null, excluded: 8, byFormula: 9 });
    expect(chooseFromNothing(goal('winRate', '1/2'))).toMatchObject({ chosen: 1, excluded: null });
    expect(() => chooseFromNothing(goal('reward', '1'))).toThrow('need samples');
  });
});

describe('the first n at which a condition holds', () => {
  it('is found for every threshold', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 9 }), fc.integer({ min: 1, max: 10 ** 9 }), (threshold, most) => {
        expect(firstWhere((n) => n >= threshold, most)).toBe(threshold <= most ? threshold : null);
      }),
    );
  });
});

const policies = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 6 });

const ONE = { num: 1n, den: 1n };
const PLACE = { prompt: 'p', place: 'row 1' };

describe('the n from all probabilities', () => {
  it('is what a search one by one finds', () => {
    fc.assert(
      fc.property(
        fc.array(policies, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 1, max: 99 }),
        (all, percent) => {
          const prompts = all.map((weights) => ({
            ...PLACE,
            weights: weights.map(BigInt),
            ranks: weights.map((_, i) => i),
            rewards: weights.map((_, i) =>
              weights.length === 1 ? ONE : { num: BigInt(i), den: BigInt(weights.length - 1) },
            ),
          }));
          const share = `${percent}/101`;
          const limit = percent / 101;
          const MOST = 60;
          const truth = Array.from({ length: MOST + 1 }, (_, n) => meanTruth(all, Math.max(1, n)));
          const kl = chooseExactly(prompts, goal('kl', share));
          const within = truth.findLastIndex((one, n) => n > 0 && one.kl <= limit);
          expect(Math.min(MOST, kl.chosen as number)).toBe(within);
          expect(kl.excluded).toBe((kl.chosen as number) < 10 ** 9 ? (kl.chosen as number) + 1 : null);
          for (const measure of ['winRate', 'reward'] as const) {
            const { chosen } = chooseExactly(prompts, goal(measure, share));
            const first = truth.findIndex((one, n) => n > 0 && one[measure] >= limit);
            expect(chosen !== null && chosen <= MOST ? chosen : -1).toBe(first);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('decides equality: one half is reached at n = 1, the limit of the win rate never, and KL 0 always by one outcome', () => {
    const two = [{ ...PLACE, weights: [1n, 1n], ranks: [0, 1], rewards: null }];
    expect(chooseExactly(two, goal('winRate', '1/2'))).toMatchObject({ chosen: 1, excluded: null });
    expect(chooseExactly(two, goal('winRate', '5/8'))).toMatchObject({ chosen: 2, excluded: 1 });
    expect(chooseExactly(two, goal('winRate', '3/4'))).toMatchObject({ chosen: null, excluded: 10 ** 9 });
    expect(chooseExactly(two, goal('kl', '0'))).toMatchObject({ chosen: 1, excluded: 2 });
    const one = [{ ...PLACE, weights: [5n], ranks: [0], rewards: null }];
    expect(chooseExactly(one, goal('kl', '0'))).toMatchObject({ chosen: 10 ** 9, excluded: null });
    expect(() => chooseExactly(one, goal('accuracy', '1/2'))).toThrow('need rewards');
    expect(() => chooseExactly(one, goal('reward', '1/2'))).toThrow('need rewards');
  });
});

const QUESTION = { target: 'prompts', confidence: 0.95, rewardRange: null, distinctRewards: false } as const;

describe('the n from samples', () => {
  const regime = REGIMES.find(({ name }) => name === 'ten scores') as (typeof REGIMES)[number];
  const prompts = drawn(regime, 'prompts', 'choose');

  it('agrees with the intervals of the analysis on both sides', () => {
    const at = (n: number) => rowFor(prompts, n, { ...QUESTION, rewardRange: [0, 1] });
    const { chosen, excluded, byFormula } = chooseFromSamples(prompts, goal('kl', '1'), QUESTION);
    expect([at(chosen as number).kl.upper <= 1, (chosen as number) >= (byFormula as number)]).toEqual([true, true]);
    expect(at((chosen as number) + 1).kl.upper).toBeGreaterThan(1);
    expect(at(excluded as number).kl.lower).toBeGreaterThan(1);
    const win = chooseFromSamples(prompts, goal('winRate', '0.85'), QUESTION);
    expect(at(win.chosen as number).winRate.lower).toBeGreaterThanOrEqual(0.85);
    expect(at((win.chosen as number) - 1).winRate.lower).toBeLessThan(0.85);
    expect(at(win.excluded as number).winRate.upper).toBeLessThan(0.85);
    const reward = chooseFromSamples(prompts, goal('reward', '0.8'), { ...QUESTION, rewardRange: [0, 1] });
    expect(reward.method).toBe('finite-sample');
    expect(at(reward.chosen as number).reward?.interval?.lower).toBeGreaterThanOrEqual(0.8);
    expect(at(reward.excluded as number).reward?.interval?.upper).toBeLessThan(0.8);
  });

  it('is null where the samples are too few, and its estimate remains', () => {
    const found = chooseFromSamples(prompts, goal('winRate', '0.93'), QUESTION);
    expect(found).toMatchObject({ chosen: null, reach: 31 });
    expect(found.estimate).toBeGreaterThan(13);
    expect(chooseFromSamples(prompts, goal('reward', '0.999'), QUESTION)).toMatchObject({
      chosen: null,
      reach: 16,
      method: 'asymptotic',
    });
    const single = prompts.map((one) => ({ ...one, counts: [1], rewards: [0] }));
    expect(chooseFromSamples(single, goal('winRate', '0.9'), QUESTION)).toMatchObject({
      chosen: null,
      excluded: 8,
      estimate: null,
    });
    expect(chooseFromSamples(single, goal('reward', '0.9'), QUESTION)).toMatchObject({
      chosen: null,
      excluded: null,
      reach: 0,
    });
  });

  it('wants rewards that are 0 or 1 for an accuracy, whose range is then known', () => {
    expect(() => chooseFromSamples(prompts, goal('accuracy', '0.9'), QUESTION)).toThrow('--accuracy needs rewards');
    const binary = drawn(REGIMES.find(({ name }) => name.startsWith('ties')) as typeof regime, 'prompts', 'choose');
    const found = chooseFromSamples(binary, goal('accuracy', '0.5'), QUESTION);
    expect(found.method).toBe('finite-sample');
    expect(found.chosen).not.toBeNull();
  });

  it('is rarely wrong, even with little confidence', () => {
    let wrong = 0;
    const RUNS = 150;
    const truth = (n: number) => meanTruth(regime.policies, n);
    for (let run = 0; run < RUNS; run += 1) {
      const samples = drawn(regime, 'prompts', `choose ${run}`);
      const question = { ...QUESTION, confidence: 0.6 };
      const kl = chooseFromSamples(samples, goal('kl', '1.2'), question);
      const win = chooseFromSamples(samples, goal('winRate', '0.85'), question);
      if (truth(kl.chosen as number).kl > 1.2) wrong += 1;
      if (win.chosen !== null && truth(win.chosen).winRate < 0.85) wrong += 1;
      if (win.excluded !== null && truth(win.excluded).winRate >= 0.85) wrong += 1;
    }
    // Each of the three is wrong with probability at most 0.2.
    expect(wrong).toBeLessThan(0.2 * 3 * RUNS);
  });
});
