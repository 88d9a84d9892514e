import type { Claim } from './claim.ts';

/** The claim with other relations. A copy would lack the methods of a claim that is an instance of a class. */
export function withRelations(claim: Claim, relations: Claim['relations']): Claim {
  return Object.create(claim, { relations: { value: relations } });
}
