import { describe, expect, it } from 'vitest';
import { REGIMES } from './regimes.ts';
import { simulate } from './simulation.ts';

const RUNS = 2000;
/** For nominal 95 %; 0.95 less two standard errors of a simulation. */
const LEAST = 0.94;

describe.each(['prompts', 'population'] as const)('intervals over %s', (target) => {
  const plugIn: number[] = [];

  it.each(REGIMES)('hold the truth as often as they say: $name', (regime) => {
    const { kl, winRate, reward, plugIn: old } = simulate(regime, target, RUNS);
    expect(kl.coverage).toBeGreaterThanOrEqual(LEAST);
    expect(winRate.coverage).toBeGreaterThanOrEqual(LEAST);
    if (reward) expect(reward.coverage).toBeGreaterThanOrEqual(LEAST);
    plugIn.push(old.coverage);
  });

  it('are needed: the bootstrap of the plug-in KL misses far too often', () => {
    expect(plugIn).toHaveLength(REGIMES.length);
    expect(plugIn.filter((coverage) => coverage < 0.75).length).toBeGreaterThanOrEqual(6);
  });
});

const RATES = [
  [19, 1],
  [1, 1],
  [1, 9],
  [99, 1],
];

describe('intervals over prompts whose rewards can only be 0 or 1', () => {
  it.each([
    [30, 32, 4],
    [30, 16, 64],
    [4, 8, 8],
    [1, 64, 16],
  ])('hold the truth as often as they say: %i prompts, %i samples, n = %i', (prompts, samples, n) => {
    const policies = Array.from({ length: prompts }, (_, j) => RATES[j % RATES.length] as number[]);
    const regime = { name: `0 or 1, ${prompts}, ${samples}, ${n}`, policies, samples, n };
    const known = simulate(regime, 'prompts', RUNS, 0.95, true);
    expect(known.kl.coverage).toBeGreaterThanOrEqual(LEAST);
    expect(known.winRate.coverage).toBeGreaterThanOrEqual(LEAST);
    if (known.reward) expect(known.reward.coverage).toBeGreaterThanOrEqual(LEAST);
    const unknown = simulate(regime, 'prompts', 50);
    if (n > samples || prompts === 1) expect(known.kl.width).toBeLessThan(0.9 * unknown.kl.width);
  });
});
