/** The ways in which a usual assumption of a claim may fail, with their wording in reports. */
export const ASSUMPTIONS = {
  'random-ties': 'ties, broken at random',
  'ordered-ties': 'ties, broken by a fixed order',
  'continuous-parts': 'continuous parts',
  'real-draws': 'real n ≥ 1',
  'one-draw': 'n = 1',
  'one-atom': 'K = 1',
} as const;

/**
 * A way in which a usual assumption of a claim may fail.
 * @useDeclaredType
 */
export type Assumption = keyof typeof ASSUMPTIONS;
