import type { Evaluation } from '../quantities/evaluation.ts';
import { attributed } from './attributed.ts';
import type { Claim, Step } from './claim.ts';
import { isViolated } from './decide.ts';

/** The first step of a claim's proof that is certainly violated on an instance; null where none is. `onStep` is told each step up to it. */
export function firstBrokenStep(
  claim: Claim,
  quantities: Evaluation,
  onStep: (step: Step) => void = () => undefined,
): Step | null {
  return attributed(claim, quantities, () => {
    for (const step of claim.derivation?.(quantities) ?? []) {
      onStep(step);
      if (isViolated(step.relation)) return step;
    }
    return null;
  });
}

/** The names of the steps of a claim's proof on an instance, in order and without repetition. */
export function stepNames(claim: Claim, quantities: Evaluation): string[] {
  return attributed(claim, quantities, () => [
    ...new Set([...(claim.derivation?.(quantities) ?? [])].map(({ name }) => name)),
  ]);
}
