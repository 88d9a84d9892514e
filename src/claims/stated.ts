import { AS_REAL, isReal } from '../arithmetic/real-interface.ts';
import type { Evaluation } from '../quantities/evaluation.ts';
import type { Claim, Relation } from './claim.ts';
import { COMPARATORS } from './relation.ts';

/**
 * The relations that a claim states on an instance, each checked as it is yielded. There must be at least one, since a claim that states
 * nothing would hold everywhere. Hypotheses belong in the claim's domain, not here.
 *
 * @throws TypeError where the claim states nothing, or something that is not a relation between two reals.
 */
export function* statedRelations(claim: Claim, quantities: Evaluation): Generator<Relation> {
  const relations: unknown = claim.relations(quantities);
  if (!isIterable(relations))
    throw new TypeError('relations must return an iterable of relations, such as an array or a generator');
  let isEmpty = true;
  for (const relation of relations) {
    checkRelation(relation);
    isEmpty = false;
    yield relation;
  }
  if (isEmpty) throw new TypeError('it returns no relation for this instance, so there is nothing to check');
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, Symbol.iterator) === 'function';
}

function checkRelation(relation: unknown): asserts relation is Relation {
  if (typeof relation !== 'object' || relation === null)
    throw new TypeError('a relation must be made by atMost or equal');
  const { left, is, right } = relation as Partial<Relation>;
  if (!COMPARATORS.some((comparator) => comparator === is))
    throw new TypeError(`a relation must be one of ${COMPARATORS.join(', ')}`);
  for (const [place, side] of [
    ['left', left],
    ['right', right],
  ] as const) {
    if (typeof side?.name !== 'string') throw new TypeError(`the ${place} side has no name`);
    if (!isReal(side.value)) {
      throw new TypeError(`the ${place} side, ${side.name}, is not a real: ${AS_REAL}`);
    }
  }
}
