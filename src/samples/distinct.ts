import type { FinitePolicy } from '../policy/finite-policy.ts';
import type { PromptPolicy } from './empirical-policy.ts';

/** The distinct policies of prompts. Many prompts have the same one, as where all their rewards differ. */
export interface Distinct {
  readonly policies: readonly { readonly policy: FinitePolicy; readonly prompts: number }[];
  /** For each prompt, in order, the index of its policy. */
  readonly indices: readonly number[];
}

/** Groups prompts by their policies, in the order of first appearance. */
export function distinctPolicies(prompts: readonly PromptPolicy[]): Distinct {
  const known = new Map<string, number>();
  const policies: { policy: FinitePolicy; prompts: number }[] = [];
  const indices = prompts.map(({ policy }) => {
    const key = `${policy.weights.join()};${policy.ranks.join()}`;
    const index = known.get(key) ?? policies.push({ policy, prompts: 0 }) - 1;
    known.set(key, index);
    (policies[index] as { prompts: number }).prompts += 1;
    return index;
  });
  return { policies, indices };
}
