import catalogue from '../../properties/catalogue.ts';
import type { Catalogue } from '../../src/claims/catalogue.ts';
import type { Expectation } from '../../src/claims/claim.ts';

const WRONG: Record<string, Expectation> = { equality: 'holds', 'kl-bound': 'fails' };

/** The catalogue with two wrong expectations: a falsehood taken for a theorem, and the other way round. */
export default {
  ...catalogue,
  claims: catalogue.claims.map((claim) => ({ ...claim, expected: WRONG[claim.id] ?? claim.expected })),
} satisfies Catalogue;
