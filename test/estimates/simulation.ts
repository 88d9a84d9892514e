import { rowFor } from '../../src/analysis/rows.ts';
import { formula } from '../../src/estimates/formula.ts';
import { type Coverage, drawn, type Interval, meanTruth, measured, plugInBootstrap, type Regime } from './regimes.ts';

/** Analyzes many draws of a regime, and measures how often the intervals hold the truth. */
export function simulate(
  regime: Regime,
  target: 'prompts' | 'population',
  runs: number,
  confidence = 0.95,
  hasAllRewards = false,
): Coverage {
  const { n, samples, name, policies } = regime;
  const truth = meanTruth(policies, n);
  const found: Record<'kl' | 'winRate' | 'reward' | 'plugIn', Interval[]> = {
    kl: [],
    winRate: [],
    reward: [],
    plugIn: [],
  };
  for (let run = 0; run < runs; run += 1) {
    const seed = `${name} ${target} ${run}`;
    const prompts = drawn(regime, target, seed);
    const { kl, winRate, reward } = rowFor(prompts, n, {
      target,
      confidence,
      rewardRange: [0, 1],
      distinctRewards: false,
      hasAllRewards,
    });
    found.kl.push(kl);
    found.winRate.push(winRate);
    if (reward?.interval) found.reward.push(reward.interval);
    found.plugIn.push(plugInBootstrap(prompts, n, seed));
  }
  return {
    name,
    truth,
    formula: formula(n),
    kl: measured(found.kl, truth.kl),
    winRate: measured(found.winRate, truth.winRate),
    reward: samples >= n ? measured(found.reward, truth.reward) : null,
    plugIn: measured(found.plugIn, truth.kl),
  };
}
