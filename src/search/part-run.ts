import type { InstanceJson } from '../claims/instance-schema.ts';
import type { Cell, ClaimRun, Derived, Way } from './claim-run.ts';

/** What the search counted on its instances, or on a piece of them. */
export interface Tally
  extends Pick<
    ClaimRun,
    | 'instances'
    | 'trivial'
    | 'outcomes'
    | 'decidedBy'
    | 'regimes'
    | 'smallestMargin'
    | 'firstUndecided'
    | 'disagreement'
    | 'noticedAt'
  > {
  /** The steps of the proof that were checked on the first instances, and on refuted ones after these until a step was broken. */
  readonly derived: {
    readonly first: Omit<Derived, 'broken'>;
    readonly refuted: Omit<Derived, 'broken'>;
    readonly broken: Derived['broken'];
  } | null;
}

/** What all parts of a run of one claim found, or some of them, before the counterexample is shrunk. Plain data, which can be saved and merged. */
export interface PartRun
  extends Tally,
    Pick<
      ClaimRun,
      'complete' | 'refutedBy' | 'isExact' | 'reach' | 'silent' | 'decided' | 'exhaustive' | 'far' | 'shapes' | 'climb'
    > {
  /** The least instance that refutes the claim, and where it was found. */
  readonly least: { readonly instance: InstanceJson; readonly by: Way; readonly run: number } | null;
  /** Where the search first refuted the claim: the seed of the block, and how many instances of it were generated up to there. */
  readonly firstRefuted: { readonly seed: number; readonly generated: number } | null;
  /** Without what the claim declares, which its file says. */
  readonly cells: readonly Omit<Cell, 'declared'>[];
}
