import type { Expectation } from '../claims/claim.ts';
import type { Conjecture } from '../conjectures/conjecture.ts';
import { statementLatexOf } from '../conjectures/latex.ts';
import type { Counterexample } from '../evidence/schema.ts';
import type { Answer } from '../report/answer.ts';
import { mathmlOf } from '../report/mathml.ts';
import type { ClaimRun } from '../search/claim-run.ts';

/** The answer from a counterexample that was saved before and refutes the conjecture again. */
export function answerReplayed(
  conjecture: Conjecture,
  expected: Expectation,
  counterexample: Counterexample,
  file: string,
): Answer {
  const status = statusOf('refuted', expected);
  return {
    ...answerOf(conjecture, expected, null),
    outcome: 'refuted',
    complete: true,
    status,
    counterexample,
    file,
    replayed: true,
  };
}

const WHOLE = { isCutShort: false, isLate: false };

/**
 * The answer to a conjecture from its search: what became of it, and whether that was expected. The run is null where an interruption
 * left nothing of the search.
 */
export function answerOf(
  conjecture: Conjecture,
  expected: Expectation,
  run: ClaimRun | null,
  { isCutShort, isLate }: { readonly isCutShort: boolean; readonly isLate: boolean } = WHOLE,
): Answer {
  const outcome = run ? outcomeOf(run, isCutShort) : 'unfinished';
  const far = run?.far?.instances ?? 0;
  const { instances = 0, exhaustive = null, climb = null, silent } = run ?? {};
  const latex = statementLatexOf(conjecture.formula);
  return {
    conjecture: conjecture.typed,
    latex,
    mathml: mathmlOf(latex),
    expected,
    outcome,
    complete: run !== null && !isCutShort && !isLate,
    status: statusOf(outcome, expected),
    counterexample: null,
    file: null,
    certifiable: false,
    replayed: false,
    looked: {
      enumerated: exhaustive?.instances ?? 0,
      maxTotal: exhaustive?.maxTotal ?? 0,
      searched: instances,
      far,
      shapes: run?.shapes?.instances ?? 0,
      climbed: climb?.evaluations ?? 0,
    },
    premiseFails: silent?.premiseFails ?? 0,
    noValue: silent?.noValue ?? 0,
    agree: silent?.agree ?? 0,
    firstWithoutValue: silent?.firstWithoutValue ?? null,
    undecided: run ? undecidedIn(run) : 0,
    nearest: climb ? { ratio: Number((1 - climb.relative).toPrecision(6)), instance: climb.instance } : null,
    known: [],
  };
}

function undecidedIn({ outcomes, exhaustive, far, shapes }: ClaimRun): number {
  return [outcomes, exhaustive?.outcomes, far?.outcomes, shapes?.outcomes].reduce(
    (sum, part) => sum + (part?.undecided ?? 0),
    0,
  );
}

function outcomeOf(run: ClaimRun, isCutShort: boolean): Answer['outcome'] {
  if (run.counterexample) return 'refuted';
  if (isCutShort) return 'unfinished';
  if (undecidedIn(run) > 0) return 'undecided';
  const others = [run.exhaustive, run.far, run.shapes].reduce((sum, part) => sum + (part?.instances ?? 0), 0);
  const looked = run.instances + others;
  return looked > run.silent.premiseFails + run.silent.noValue + run.silent.agree ? 'not refuted' : 'never spoken of';
}

/** A conjecture is expected not to be refuted, unless it says otherwise. An open one may have any outcome that is decided. */
function statusOf(outcome: Answer['outcome'], expected: Expectation): Answer['status'] {
  if (outcome !== 'refuted' && outcome !== 'not refuted') return 'inconclusive';
  if (expected === 'open') return 'ok';
  return (outcome === 'refuted') === (expected === 'fails') ? 'ok' : 'failed';
}
