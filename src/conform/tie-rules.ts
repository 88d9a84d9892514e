/** Both rules for ties, one of them, or none: then no rewards tie. */
export const TIE_RULES = ['both', 'level', 'order', 'none'] as const;

export type TieRules = (typeof TIE_RULES)[number];
