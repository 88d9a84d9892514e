/** What a formula in Coq calls the number of outcomes and the number of draws, such as K and n, or 3 and 7. */
export interface CoqNames {
  readonly outcomes: string;
  readonly draws: string;
  /** The names at a multiple of the draws. */
  times(factor: number): CoqNames;
}
