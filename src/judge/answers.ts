import type { Answer, Answers } from '../report/answer.ts';
import { worst } from './parts.ts';

/** The answers of a run, and its status. */
export function answersOf(answers: readonly Answer[], seed: number): Answers {
  return { format: 'bonafide-test/1', seed, status: statusOfAll(answers), answers: [...answers] };
}

/** The worst status, except that a run that was interrupted is inconclusive whatever it has found. */
export function statusOfAll(answers: readonly Answer[]): Answers['status'] {
  if (answers.some(({ outcome }) => outcome === 'unfinished')) return 'inconclusive';
  return worst(answers.map(({ status }) => status));
}
