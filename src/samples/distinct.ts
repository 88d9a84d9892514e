import type { FinitePolicy } from '../policy/finite-policy.ts';
import type { PromptPolicy } from './empirical-policy.ts';

/** The policies of prompts, each once: many prompts have the same, as where all their rewards differ. */
export interface Distinct {
  readonly policies: readonly { readonly policy: FinitePolicy; readonly prompts: number }[];
  /** For each prompt, in their order, which of the policies is its own. */
  readonly indices: readonly number[];
}

/** Groups prompts by their policies, in the order in which these first appear. */
export function distinctPolicies(prompts: readonly PromptPolicy[]): Distinct {
  const known = new Map<string, number>();
  const policies: { policy: FinitePolicy; prompts: number }[] = [];
  const indices = prompts.map(({ policy }) => {
    const key = `${policy.outcomes.join()};${policy.ranks.join()}`;
    const index = known.get(key) ?? policies.push({ policy, prompts: 0 }) - 1;
    known.set(key, index);
    (policies[index] as { prompts: number }).prompts += 1;
    return index;
  });
  return { policies, indices };
}
