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
