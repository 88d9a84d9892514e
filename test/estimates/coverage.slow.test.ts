import seedrandom from 'seedrandom';
import { describe, expect, it } from 'vitest';
import type { PromptLevels } from '../../src/analysis/collect.ts';
import { klOf } from '../../src/analysis/rows.ts';
import { analyzeSelected } from '../../src/analysis/selected.ts';
import { estimatorsAt } from '../../src/estimates/likelihood.ts';
import { drawn, type Interval, meanTruth, REGIMES, type Regime } from './regimes.ts';
import { simulate } from './simulation.ts';

const RUNS = 2000;
/** For nominal 95 %; 0.95 less two standard errors of a simulation. */
const LEAST = 0.94;
const QUESTION = { target: 'prompts', confidence: 0.95, rewardRange: null, distinctRewards: false } as const;

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

/** A log-probability for every sample: each level is one answer. */
function withCandidates(regime: Regime, prompts: readonly PromptLevels[]): PromptLevels[] {
  return prompts.map((prompt, j) => {
    const weights = regime.policies[j] as readonly number[];
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const levels = prompt.rewards.map((reward) => Math.round(reward * (weights.length - 1)));
    const candidates = prompt.counts.map((count, level) => ({
      level,
      logProbability: Math.log((weights[levels[level] as number] as number) / total),
      count,
    }));
    return { ...prompt, candidates };
  });
}

/** A draw of best-of-n, as the index of its level. */
function bestOf(weights: readonly number[], n: number, u: number): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let below = 0;
  return weights.findIndex((weight) => {
    below += weight;
    return (below / total) ** n > u;
  });
}

const WITH_LOGS = REGIMES.filter(({ name }) => ['geometric', 'heavy on top', 'mixed prompts', 'm = n'].includes(name));

describe('intervals with log-probabilities', () => {
  it.each(WITH_LOGS)('hold the truth as often as they say: $name', (regime) => {
    const { policies, n } = regime;
    const truth = meanTruth(policies, n).kl;
    let held = 0;
    for (let run = 0; run < RUNS; run += 1) {
      const prompts = withCandidates(regime, drawn(regime, 'prompts', `logs ${run}`));
      const { kl } = klOf(prompts, n, { ...QUESTION, distinctRewards: true });
      if (kl.lower <= truth && truth <= kl.upper) held += 1;
    }
    expect(held / RUNS).toBeGreaterThanOrEqual(LEAST);
  });

  it.each(WITH_LOGS)('of selected rows hold the mean of the better estimator: $name', ({ policies, n }) => {
    const logs = policies.map((weights) => {
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      return weights.map((weight) => Math.log(weight / total));
    });
    const means = policies.map((weights, j) => {
      let below = 0;
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      return weights.reduce((sum, weight, i) => {
        const chosen = ((below + weight) / total) ** n - (below / total) ** n;
        below += weight;
        return sum + chosen * estimatorsAt(n, (logs[j] as number[])[i] as number).better;
      }, 0);
    });
    const truth = means.reduce((sum, mean) => sum + mean, 0) / means.length;
    let held = 0;
    for (let run = 0; run < RUNS; run += 1) {
      const random = seedrandom(`selected ${run}`);
      const prompts = policies.map((weights, j) => ({
        prompt: String(j),
        place: `row ${j}`,
        groups: [{ logProbability: (logs[j] as number[])[bestOf(weights, n, random())] as number, count: 1 }],
      }));
      const { better } = analyzeSelected(prompts, [n], QUESTION).estimates[0] as { better: Interval };
      if (better.lower <= truth && truth <= better.upper) held += 1;
    }
    expect(held / RUNS).toBeGreaterThanOrEqual(LEAST);
  });
});
