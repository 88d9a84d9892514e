import type { Evaluation } from '../quantities/evaluation.ts';
import { attributed } from './attributed.ts';
import type { Claim, Step } from './claim.ts';
import { isViolated } from './decide.ts';

/** The steps of a claim's proof on an instance, in order. */
export function stepsOf(claim: Claim, quantities: Evaluation): readonly Step[] {
  return attributed(claim, quantities, () => [...(claim.derivation?.(quantities) ?? [])]);
}

/** The first of the steps that is certainly violated on an instance; null where none is. */
export function firstBrokenStep(
  claim: Claim,
  quantities: Evaluation,
  steps: readonly Step[] = stepsOf(claim, quantities),
): Step | null {
  return attributed(claim, quantities, () => steps.find(({ relation }) => isViolated(relation)) ?? null);
}
