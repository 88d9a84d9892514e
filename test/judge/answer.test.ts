import { describe, expect, it } from 'vitest';
import { conjectureOf } from '../../src/conjectures/conjecture.ts';
import { answerOf } from '../../src/judge/answer.ts';
import { answersOf } from '../../src/judge/answers.ts';
import type { Answer } from '../../src/report/answer.ts';
import { answerText } from '../../src/report/answer-text.ts';
import { searchOnly } from '../../src/search/budget.ts';
import { runClaim } from '../../src/search/run-claim.ts';

/** The answer to a conjecture from a search that was asked to end. */
function cutShort(text: string): Answer {
  const conjecture = conjectureOf({ id: 'x', text, for: null, selection: 'best-of-n' });
  const run = runClaim(conjecture.claim, { ...searchOnly(5), seed: 1, untilRefuted: true });
  return answerOf(conjecture, 'holds', run, { isCutShort: true, isLate: false });
}

describe('a search whose time ended', () => {
  it('says so, and its outcome is that of what was looked at', () => {
    const conjecture = conjectureOf({ id: 'x', text: 'W <= 1', for: null, selection: 'best-of-n' });
    const run = runClaim(conjecture.claim, { ...searchOnly(5), seed: 1, untilRefuted: true });
    const answer = answerOf(conjecture, 'holds', run, { isCutShort: false, isLate: true });
    expect(answer).toMatchObject({ outcome: 'not refuted', status: 'ok', complete: false });
    expect(answerText(answer, 1)).toMatch(/^NOT REFUTED BEFORE THE TIME ENDED: W <= 1\n/);
    expect(answerOf(conjecture, 'holds', run).complete).toBe(true);
  });
});

describe('a search that was cut short', () => {
  it('leaves its conjecture unfinished, and the answer says how far it came', () => {
    const answer = cutShort('W <= 1');
    expect(answer).toMatchObject({ outcome: 'unfinished', status: 'inconclusive', looked: { searched: 5 } });
    expect(answerText(answer, 1)).toBe(
      'UNFINISHED: W <= 1\n  its search did not come to its end; looked at: 5 adversarial ones',
    );
  });

  it('refutes its conjecture with what it found before', () => {
    expect(cutShort('W > 1')).toMatchObject({ outcome: 'refuted', status: 'failed' });
  });

  it('makes the run inconclusive, even where a conjecture failed', () => {
    const failed = cutShort('W > 1');
    expect(answersOf([failed], 1, false).status).toBe('failed');
    expect(answersOf([failed], 1, true).status).toBe('inconclusive');
  });
});
