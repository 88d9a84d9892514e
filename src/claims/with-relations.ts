import type { Claim } from './claim.ts';

/** The claim with other relations. It inherits from the claim: a copy would lose the methods of a claim that is a class instance. */
export function withRelations(claim: Claim, relations: Claim['relations']): Claim {
  return Object.create(claim, { relations: { value: relations } });
}
