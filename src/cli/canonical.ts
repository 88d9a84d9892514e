/** The seed of the canonical run, whose report and counterexamples are committed. */
export const CANONICAL = { seed: 20240119 };
