import { instanceFromJson } from '../claims/instance.ts';
import type { InstanceJson } from '../claims/instance-schema.ts';
import { reason } from '../io/reason.ts';
import type { PartRun } from '../search/part-run.ts';
import type { Result } from './result-schema.ts';

/**
 * How the result of a piece contradicts itself, in words; null where it does not. Its counts must add up, what is refuted must have an
 * instance, and instances must be such. That the counts are right is not checked: this would be the search again.
 */
export function contradictionIn(result: Result): string | null {
  if (result === null || !('outcomes' in result)) return null;
  const { instances, outcomes, least, firstUndecided, trivial } = result;
  const counts = [instances, trivial, outcomes.holds, outcomes.refuted, outcomes.undecided];
  if (counts.some((count) => count < 0)) return 'it counts less than no instances';
  const sum = outcomes.holds + outcomes.refuted + outcomes.undecided;
  if (sum !== instances) return `it has the outcomes of ${sum} instances, but counts ${instances}`;
  if (outcomes.refuted > 0 && least === null) return 'it refutes the claim, but has no instance that does';
  if (outcomes.undecided > 0 && firstUndecided === null) return 'it has an undecided instance, but does not say which';
  return (
    instancesOf(result)
      .map(faultOf)
      .find((fault) => fault !== null) ?? null
  );
}

function instancesOf({ least, firstUndecided, disagreement, derived, silent, cells }: PartRun): InstanceJson[] {
  const found = [
    least?.instance,
    firstUndecided,
    disagreement?.instance,
    derived?.broken?.instance,
    silent.firstWithoutValue,
    ...cells.map(({ counterexample }) => counterexample),
  ];
  return found.filter((instance) => instance !== null && instance !== undefined);
}

function faultOf(instance: InstanceJson): string | null {
  try {
    instanceFromJson(instance);
    return null;
  } catch (error) {
    return `an instance in it is none: ${reason(error)}`;
  }
}
