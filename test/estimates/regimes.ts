import seedrandom from 'seedrandom';
import type { PromptLevels } from '../../src/analysis/collect.ts';

/** A kind of logs whose truth is known: the policies of the prompts, in turn, and the numbers of samples and draws. */
export interface Regime {
  readonly name: string;
  /** The weights of the levels of each prompt, from the worst to the best; their number is that of the prompts. */
  readonly policies: readonly (readonly number[])[];
  readonly samples: number;
  readonly n: number;
}

const light = (count: number): number[] => Array.from({ length: count }, () => 1);
const repeated = (count: number, ...policies: number[][]): number[][] =>
  Array.from({ length: count }, (_, j) => policies[j % policies.length] as number[]);
const halving = Array.from({ length: 16 }, (_, i) => 2 ** i);

export const REGIMES: readonly Regime[] = [
  { name: 'uniform', policies: repeated(20, light(200)), samples: 40, n: 8 },
  { name: 'geometric', policies: repeated(20, halving), samples: 40, n: 8 },
  { name: 'geometric, best rarest', policies: repeated(20, [...halving].reverse()), samples: 40, n: 8 },
  { name: 'heavy on top', policies: repeated(20, [...light(60), 40]), samples: 40, n: 8 },
  { name: 'heavy in the middle', policies: repeated(20, [...light(30), 40, ...light(30)]), samples: 40, n: 8 },
  { name: 'heavy at the bottom', policies: repeated(20, [40, ...light(60)]), samples: 40, n: 8 },
  {
    name: 'mixed prompts',
    policies: repeated(24, light(500), [1], [7, 3], [1, 9], halving, [40, ...light(60)]),
    samples: 40,
    n: 8,
  },
  { name: 'ties, 0 or 1', policies: repeated(30, [19, 1], [1, 1], [1, 9]), samples: 32, n: 4 },
  { name: 'ten scores', policies: repeated(20, light(10)), samples: 32, n: 16 },
  { name: 'm = n', policies: repeated(20, light(100), [1, 1, 1]), samples: 16, n: 16 },
  { name: 'm < n', policies: repeated(20, light(5000)), samples: 16, n: 64 },
  { name: 'one prompt', policies: [[...light(60), 40]], samples: 200, n: 4 },
];

export interface Truth {
  readonly kl: number;
  readonly winRate: number;
  readonly reward: number;
}

/** KL, win rate and mean reward of best-of-n, where the reward of a level is its share of the way from the worst to the best. */
export function truthOf(weights: readonly number[], n: number): Truth {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let [kl, winRate, reward, below] = [0, 0, 0, 0];
  for (const [level, weight] of weights.entries()) {
    const upTo = below + weight;
    const chosen = (upTo / total) ** n - (below / total) ** n;
    if (chosen > 0) kl += chosen * Math.log((chosen * total) / weight);
    winRate += (chosen * (below + upTo)) / (2 * total);
    reward += chosen * rewardOf(level, weights.length);
    below = upTo;
  }
  return { kl, winRate, reward };
}

function rewardOf(level: number, levels: number): number {
  return levels === 1 ? 1 : level / (levels - 1);
}

export function meanTruth(policies: readonly (readonly number[])[], n: number): Truth {
  const all = policies.map((weights) => truthOf(weights, n));
  const mean = (of: (truth: Truth) => number): number => all.reduce((sum, one) => sum + of(one), 0) / all.length;
  return { kl: mean(({ kl }) => kl), winRate: mean(({ winRate }) => winRate), reward: mean(({ reward }) => reward) };
}

/** Samples of each prompt. For a population, each prompt's policy is itself drawn from those of the regime. */
export function drawn({ policies, samples }: Regime, target: 'prompts' | 'population', seed: string): PromptLevels[] {
  const random = seedrandom(seed);
  return policies.map((own, j) => {
    const weights = target === 'prompts' ? own : (policies[Math.floor(random() * policies.length)] as number[]);
    const cumulative: number[] = [];
    let total = 0;
    for (const weight of weights) {
      total += weight;
      cumulative.push(total);
    }
    const seen = new Map<number, number>();
    for (let i = 0; i < samples; i += 1) {
      const level = levelAt(cumulative, random() * total);
      seen.set(level, (seen.get(level) ?? 0) + 1);
    }
    const levels = [...seen].sort(([a], [b]) => a - b);
    return {
      prompt: String(j),
      place: `row ${j}`,
      counts: levels.map(([, count]) => count),
      rewards: levels.map(([level]) => rewardOf(level, weights.length)),
    };
  });
}

/** The first level whose cumulative weight exceeds x. */
function levelAt(cumulative: readonly number[], x: number): number {
  let [low, high] = [0, cumulative.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cumulative[middle] as number) > x) high = middle;
    else low = middle + 1;
  }
  return low;
}

const RESAMPLES = 200;

/** What people use now: the plug-in KL of each prompt's empirical policy, with the percentile bootstrap over prompts. */
export function plugInBootstrap(
  prompts: readonly PromptLevels[],
  n: number,
  seed: string,
): { lower: number; upper: number } {
  const random = seedrandom(seed);
  const values = prompts.map(({ counts }) => truthOf(counts, n).kl);
  const means = Array.from({ length: RESAMPLES }, () => {
    let sum = 0;
    for (let j = 0; j < values.length; j += 1) sum += values[Math.floor(random() * values.length)] as number;
    return sum / values.length;
  }).sort((a, b) => a - b);
  return {
    lower: means[Math.floor(0.025 * RESAMPLES)] as number,
    upper: means[Math.ceil(0.975 * RESAMPLES) - 1] as number,
  };
}

export interface Coverage {
  readonly name: string;
  readonly truth: Truth;
  readonly formula: number;
  /** The share of runs whose interval holds the truth, and the mean width. */
  readonly kl: Measured;
  readonly winRate: Measured;
  readonly reward: Measured | null;
  readonly plugIn: Measured;
}

export interface Measured {
  readonly coverage: number;
  readonly width: number;
}

export type Interval = { readonly lower: number; readonly upper: number };

export function measured(intervals: readonly Interval[], truth: number): Measured {
  const runs = intervals.length;
  const rounding = 1e-9;
  const holds = intervals.filter(({ lower, upper }) => lower <= truth + rounding && truth <= upper + rounding).length;
  return { coverage: holds / runs, width: intervals.reduce((sum, { lower, upper }) => sum + upper - lower, 0) / runs };
}
