import type { Answer, Answers } from '../report/answer.ts';
import { worst } from './parts.ts';

/** The answers of a run, and its status. */
export function answersOf(answers: readonly Answer[], seed: number, isInterrupted: boolean): Answers {
  return { format: 'bonafide-test/1', seed, status: statusOfAll(answers, isInterrupted), answers: [...answers] };
}

/** The worst status, except that a run that is interrupted is inconclusive whatever it has found. */
export function statusOfAll(answers: readonly Answer[], isInterrupted: boolean): Answers['status'] {
  return isInterrupted ? 'inconclusive' : worst(answers.map(({ status }) => status));
}
