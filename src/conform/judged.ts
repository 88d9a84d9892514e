import { printReal } from '../arithmetic/print.ts';
import { bestOfNAt, type Instance } from '../claims/instance.ts';
import { type Regime, regimesOf } from '../claims/regimes.ts';
import type { Answers } from './answer.ts';
import { type Form, givenOf } from './given.ts';
import { QUANTITIES, type QuantityName } from './quantities.ts';
import { slipsOf } from './slips/slips.ts';
import { allowanceOf, type Tolerance } from './tolerance.ts';
import { type ErrorSize, errorOf, type Outcome, outcomeOf, roughly, SHOWN_DIGITS } from './verdict.ts';

/** What is judged: the answers to instances. It crosses threads. */
export interface ToJudge {
  readonly form: Form;
  readonly tolerance: Tolerance;
  readonly answered: readonly { readonly instance: Instance; readonly answers: Answers }[];
}

/** One answer for one quantity, judged. */
export interface JudgedAnswer {
  readonly quantity: QuantityName;
  readonly outcome: Outcome;
  /** For display; null for what is no number. */
  readonly error: ErrorSize | null;
  /** The truth as an enclosure, where the answer is not right. */
  readonly truth: { readonly lo: string; readonly hi: string } | null;
  /** The known mistakes that explain a wrong answer. */
  readonly slips: readonly string[];
}

/** The answers to one instance, judged. */
export interface Judged {
  readonly regimes: readonly Regime[];
  readonly answers: readonly JudgedAnswer[];
}

/** Judges answers. The outcomes are certified; errors and slips are for display. */
export function judged({ form, tolerance, answered }: ToJudge): Judged[] {
  return answered.map(({ instance, answers }) => {
    const given = givenOf(instance, form);
    if (!given) throw new RangeError('an instance was asked whose probabilities are no doubles');
    const q = bestOfNAt(given.exact);
    const judgedAnswers = (Object.keys(answers) as QuantityName[]).map((quantity): JudgedAnswer => {
      const said = answers[quantity] as NonNullable<Answers[QuantityName]>;
      const truth = QUANTITIES[quantity](q);
      const allowance = allowanceOf(tolerance, given, quantity);
      const outcome = outcomeOf(said, truth, allowance);
      const isWrong = outcome === 'wrong';
      return {
        quantity,
        outcome,
        error: errorOf(said, truth, allowance),
        truth: outcome === 'right' ? null : printReal(truth, SHOWN_DIGITS),
        slips: isWrong ? slipsOf(said.value, { instance: given.exact, quantity, truth: roughly(truth) }) : [],
      };
    });
    return { regimes: regimesOf(q), answers: judgedAnswers };
  });
}
