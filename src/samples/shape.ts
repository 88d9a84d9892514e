import type { PromptPolicy } from './empirical-policy.ts';

/** Counts of samples, or of answers with their probabilities, which show how much their numbers mean. */
export interface Shape {
  readonly prompts: number;
  readonly samples: number;
  /** The number of samples of the prompt that has the fewest. */
  readonly fewest: number;
  /** The number of prompts with one reward level, where best-of-n changes nothing. */
  readonly oneLevel: number;
  /** The number of prompts in which different responses have equal rewards. */
  readonly tied: number;
  /** The number of responses with several rewards. */
  readonly duplicates: number;
}

export function shapeOf(prompts: readonly PromptPolicy[]): Shape {
  const total = (of: (prompt: PromptPolicy) => number): number => prompts.reduce((sum, each) => sum + of(each), 0);
  return {
    prompts: prompts.length,
    samples: total(({ samples }) => samples),
    fewest: prompts.reduce((least, { samples }) => Math.min(least, samples), Number.POSITIVE_INFINITY),
    oneLevel: total(({ policy }) => (policy.atoms.length === 1 ? 1 : 0)),
    tied: total(({ policy }) => (policy.hasTies ? 1 : 0)),
    duplicates: total(({ duplicates }) => duplicates),
  };
}

/** The number of prompts with fewer than n samples. */
export function outdrawn(prompts: readonly PromptPolicy[], n: number): number {
  return prompts.filter(({ samples }) => samples < n).length;
}
