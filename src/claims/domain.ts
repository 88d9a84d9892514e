import type { OtherSelection } from './instance-schema.ts';

/** The inputs that a claim speaks of. */
export interface Domain {
  /** Least number of atoms K. */
  readonly atoms: number;
  /** Least number of draws n. */
  readonly draws: number;
  /** Largest n; there is none unless it is given. */
  readonly mostDraws?: number;
  /** n is any real number, not only an integer. */
  readonly realDraws?: true;
  /** Some rewards tie in every instance. */
  readonly ties?: true;
  /** Exact forms are within the size rule, for claims that two numbers are equal. */
  readonly small?: true;
  /** Policies may have stretches without atoms. */
  readonly stretches?: true;
  /** Policies have nothing but stretches. */
  readonly atomless?: true;
  /** Among the instances are policies of one heavier outcome at the bottom and very many light ones. */
  readonly bottomHeavy?: true;
  /** Each instance has other weights ≥ 0 on its outcomes, not all of them 0. */
  readonly other?: true;
  /** How one answer is chosen; best-of-n where it is left out. */
  readonly selection?: OtherSelection;
}
