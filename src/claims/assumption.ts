/** What a claim may assume or survive without, with the words for it. */
export const ASSUMPTIONS = {
  'random-ties': 'ties, broken at random',
  'ordered-ties': 'ties, broken by a fixed order',
  stretches: 'continuous parts',
  'real-draws': 'real n ≥ 1',
  'one-draw': 'n = 1',
  'one-atom': 'K = 1',
} as const;

export type Assumption = keyof typeof ASSUMPTIONS;
