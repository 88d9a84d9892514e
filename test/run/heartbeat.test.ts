import { expect, it } from 'vitest';
import type { Claim } from '../../src/claims/claim.ts';
import { disagreement } from '../../src/claims/decide.ts';
import { quantitiesOf, untied } from '../../src/claims/instance.ts';
import { counted, heartbeat } from '../../src/run/heartbeat.ts';
import { truth } from '../search/planted.ts';

/** A claim whose cross-check, which disagrees, is a method of its class. */
class ByClass {
  readonly id = 'by-class';
  relations = truth.relations;
  *crossChecks(
    q: Parameters<Claim['relations']>[0],
  ): Generator<{ name: string; one: typeof q.kl; other: typeof q.kl }> {
    yield { name: 'KL and D̃', one: q.kl, other: q.atomlessKl };
  }
}

it('a claim that is an instance of a class keeps its methods where its calls are counted', () => {
  const beat = heartbeat();
  const claim = counted(
    Object.assign(Object.create(ByClass.prototype), { ...truth, relations: truth.relations }),
    beat,
  );
  const quantities = quantitiesOf(untied([1n, 2n], 3));
  expect([...claim.relations(quantities)].length).toBeGreaterThan(0);
  expect(Atomics.load(beat, 0)).toBe(1);
  expect(disagreement(claim, quantities)).not.toBeNull();
});
