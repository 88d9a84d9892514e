import { readText } from '../io/read-text.ts';
import { InputError } from '../policy/errors.ts';
import type { FinitePolicy } from '../policy/finite-policy.ts';
import { parseProbabilities, parseWeights, type ReadOptions } from '../policy/parse.ts';

/** The options that name a policy. */
export interface PolicyChoice {
  readonly weights?: string;
  readonly probabilities?: string;
  readonly policy?: string;
}

/** The policy that the options name. @throws InputError unless exactly one names a valid policy. */
export async function readPolicy(
  { weights, probabilities, policy }: PolicyChoice,
  options: ReadOptions = {},
): Promise<FinitePolicy> {
  const given = [weights, probabilities, policy].filter((value) => value !== undefined);
  if (given.length !== 1) throw new InputError('give exactly one of --weights, --probabilities and --policy');
  if (policy !== undefined) {
    const { parsePolicyFile } = await import('../policy/policy-file.ts');
    return parsePolicyFile(await readText(policy), policy, options);
  }
  if (weights !== undefined) return parseWeights(weights, '--weights', options);
  return parseProbabilities(probabilities ?? '', '--probabilities', options);
}
