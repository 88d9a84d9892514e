import type { Catalogue } from '../claims/catalogue.ts';
import { instanceFromJson } from '../claims/instance.ts';
import type { InstanceJson } from '../claims/instance-schema.ts';
import { conjectureOf, idOf } from '../conjectures/conjecture.ts';
import type { Typed } from '../conjectures/typed.ts';
import { provenance, workOut } from '../evidence/counterexample.ts';
import { answerOf } from '../judge/answer.ts';
import { knownIn } from '../known/known-in.ts';
import { answerText } from '../report/answer-text.ts';
import { deadline, SHARE_OF_SEARCH } from '../run/deadline.ts';
import { extentOf } from '../search/budget.ts';
import { runClaim } from '../search/run-claim.ts';
import type { State } from './state.ts';

/** What a search found of a conjecture. */
export interface SearchFound {
  /** What `bonafide test` prints, without files. */
  readonly text: string;
  /** The formula as it was understood; null where it is too long to be set. */
  readonly mathml: string | null;
  readonly outcome: ReturnType<typeof answerOf>['outcome'];
  readonly counterexample: InstanceJson | null;
}

export interface SearchLimits {
  readonly seed: number;
  readonly seconds: number;
  readonly onProgress: (instances: number) => void;
}

/** The conjecture of a state. */
export function typedOf({ conjecture, limits, selection }: State): Typed {
  const text = conjecture.normalize('NFC');
  return { id: idOf(text), text, for: limits.trim() === '' ? null : limits.normalize('NFC'), selection };
}

/**
 * Looks for a counterexample, as `bonafide test` does: the same policies in the same order.
 * @throws InputError with the sentence of that command where the text is no formula.
 */
export function searchFor(
  catalogue: Catalogue,
  typed: Typed,
  { seed, seconds, onProgress }: SearchLimits,
): SearchFound {
  const conjecture = conjectureOf(typed);
  const isLate = deadline(SHARE_OF_SEARCH * seconds);
  const isAllLate = deadline(seconds);
  const { claim } = conjecture;
  const budget = { ...extentOf(claim, 'canonical'), cells: 0, seed, untilRefuted: true };
  let wasLate = false;
  const run = runClaim(claim, { ...budget, onProgress, shouldStop: () => (wasLate ||= isLate()) });
  const answer = answerOf(conjecture, 'holds', run, { isCutShort: false, isLate: wasLate });
  const refuting = run.counterexample;
  const instance = refuting && instanceFromJson(refuting.instance);
  const counterexample = refuting && instance && workOut(claim, instance, provenance(refuting.found), typed);
  const known = knownIn(catalogue, conjecture, instance, isAllLate);
  const text = answerText({ ...answer, counterexample, known }, seed);
  return { text, mathml: answer.mathml, outcome: answer.outcome, counterexample: refuting?.instance ?? null };
}
