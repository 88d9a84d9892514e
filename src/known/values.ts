import { attributed } from '../claims/attributed.ts';
import type { Claim, Relation } from '../claims/claim.ts';
import { type Instance, instanceKey, quantitiesOf } from '../claims/instance.ts';
import { statedRelations } from '../claims/stated.ts';
import type { Evaluation } from '../quantities/evaluation.ts';

/** The relations of claims on instances, each worked out once. They keep their enclosures, whichever conjectures ask for them. */
export class Values {
  readonly #quantities = new Map<string, Evaluation>();
  readonly #relations = new Map<Claim, Map<string, ReadonlyMap<string, Relation>>>();

  quantities(instance: Instance): Evaluation {
    return kept(this.#quantities, instanceKey(instance), () => quantitiesOf(instance));
  }

  /** The relations of a claim by what they state. Those that it states more than once, as of every atom, are left out. */
  relations(claim: Claim, instance: Instance): ReadonlyMap<string, Relation> {
    const ofClaim = kept(this.#relations, claim, () => new Map<string, ReadonlyMap<string, Relation>>());
    return kept(ofClaim, instanceKey(instance), () => {
      const q = this.quantities(instance);
      return byStatement(attributed(claim, q, () => [...statedRelations(claim, q)]));
    });
  }
}

function byStatement(relations: readonly Relation[]): ReadonlyMap<string, Relation> {
  const found = new Map<string, Relation>();
  const repeated = new Set<string>();
  for (const relation of relations) {
    const states = `${relation.left.name} ${relation.is} ${relation.right.name}`;
    if (found.has(states)) repeated.add(states);
    found.set(states, relation);
  }
  for (const states of repeated) found.delete(states);
  return found;
}

function kept<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}
