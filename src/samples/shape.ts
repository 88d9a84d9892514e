import type { PromptPolicy } from './empirical-policy.ts';

/** What there is of samples, by which one sees how much their numbers say. */
export interface Shape {
  readonly prompts: number;
  readonly samples: number;
  /** Samples of the prompt that has the fewest. */
  readonly fewest: number;
  /** Prompts of one reward level, where best-of-n changes nothing. */
  readonly oneLevel: number;
  /** Prompts in which different responses have equal rewards. */
  readonly tied: number;
  /** Responses that came with several rewards. */
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

/** Prompts that have fewer samples than there are draws. */
export function outdrawn(prompts: readonly PromptPolicy[], n: number): number {
  return prompts.filter(({ samples }) => samples < n).length;
}
