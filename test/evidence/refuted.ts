import { catalogue } from '../../properties/index.ts';
import type { Claim } from '../../src/claims/claim.ts';
import { type Instance, untied } from '../../src/claims/instance.ts';
import { FROM_SAMPLES, workOut } from '../../src/evidence/counterexample.ts';
import type { Counterexample } from '../../src/evidence/schema.ts';
import type { Found } from '../../src/search/claim-run.ts';

export function claimOf(id: string): Claim {
  const claim = catalogue.find((candidate) => candidate.id === id);
  if (!claim) throw new Error(`there is no claim ${id}`);
  return claim;
}

export const equality = claimOf('equality');

export const found: Counterexample['found'] = FROM_SAMPLES;

/** How a search finds something. */
export const search: Found = { by: 'search', seed: 1, run: 2, shrinkingSteps: 3, leastOf: null };

export const smallest = untied([1n, 1n], 2);
export const tied: Instance = { weights: [2n, 3n, 5n], ranks: [0, 1, 1], n: 3 };

/** The counterexample that an instance is of a falsehood. */
export function counterexample(instance: Instance = smallest, claim: Claim = equality): Counterexample {
  const worked = workOut(claim, instance, found);
  if (!worked) throw new Error('the instance refutes nothing');
  return worked;
}
