import { describe, expect, it } from 'vitest';
import { derivationIn } from '../../src/conjectures/derivation/chain.ts';
import { answerOf } from '../../src/judge/answer.ts';
import { derivationAnswer } from '../../src/judge/derivation.ts';
import { type DerivationAnswer, derivationSchema } from '../../src/report/derivation.ts';
import { derivationFindings, derivationText } from '../../src/report/derivation-text.ts';
import { searchOnly } from '../../src/search/budget.ts';
import { runClaim } from '../../src/search/run-claim.ts';

/** The answer to a chain from a short search. */
function judged(text: string, isInterrupted = false): DerivationAnswer {
  const derivation = derivationIn(text, 'proof.txt', { id: 'proof', for: null, selection: null });
  const searched = derivation.links.map(({ conjecture }) => {
    const run = runClaim(conjecture.claim, { ...searchOnly(3), exhaustive: 3, seed: 1, untilRefuted: true });
    return { answer: answerOf(conjecture, 'holds', run), run };
  });
  return derivationSchema.parse(derivationAnswer(derivation, searched, { file: 'proof.txt', seed: 1, isInterrupted }));
}

describe('a chain', () => {
  it.each([
    ['W = 1 - (1-W) <= n/(n+1) < 1', { left: 'W', is: '<', right: '1' }],
    ['1 > n/(n+1) >= W', { left: '1', is: '>', right: 'W' }],
    ['W <= n/(n+1) <= 1', { left: 'W', is: '<=', right: '1' }],
    ['W = 1 - (1-W)', { left: 'W', is: '=', right: '1 - (1-W)' }],
    ['W = 1 - (1-W) != 2', { left: 'W', is: '!=', right: '2' }],
    ['W != 2 != 3', null],
    ['W <= 1 >= n/(n+1)', null],
    ['W <= 2 != 3', null],
  ])('%s concludes %j', (text, concludes) => {
    const { status, broken, concludes: found } = judged(text);
    expect([status, broken, found]).toEqual(['ok', null, concludes]);
  });

  it('in which two links fail is broken at the first of them', () => {
    const { status, broken, links } = judged('W = W < 1/2 = n');
    expect([status, broken]).toEqual(['failed', 2]);
    expect(links.map(({ answer }) => answer.outcome)).toEqual(['not refuted', 'refuted', 'refuted']);
  });

  it('is undecided where a link speaks of no instance, unless another one fails', () => {
    expect(judged('W <= 1\nfor W > 1')).toMatchObject({ status: 'inconclusive', broken: null });
    expect(judged('1/(n-n) < n < 0')).toMatchObject({ status: 'failed', broken: 2 });
  });
});

it('is inconclusive where the run was interrupted, and names the broken link', () => {
  expect(judged('W <= 1 <= 1/2', true)).toMatchObject({ status: 'inconclusive', broken: 2 });
  expect(derivationText(judged('W <= 1', true))).toMatch(
    /^NO LINK BROKEN: 1 link\n[\s\S]*\nThe chain concludes W <= 1,/,
  );
});

describe('its text', () => {
  const text = (of: string): string => derivationText(judged(of));

  it('says how each link was decided, and what the chain concludes', () => {
    expect(text('W <= n/(n+1)\n  = 1 - 1/(n+1)')).toMatch(
      /^NO LINK BROKEN: 2 links\nlink 1, line 1: not refuted: W <= .*\n {2}decided exactly on [1-9]\d* instances and by .*\nlink 2, line 2: .*\n.*\nThe chain concludes W <= 1 - 1\/\(n\+1\), if every link holds on all instances\.$/,
    );
  });

  it('has the broken link first, and says what is not concluded', () => {
    expect(text('W <= 1\n  <= 1/2\n >= 0')).toMatch(
      /^BROKEN at link 2 of 3, proof\.txt:2: 1 <= 1\/2\n[\s\S]*\nlink 1, [\s\S]*\nlink 3, [\s\S]*\nThe relations go in different directions/u,
    );
    expect(text('W <= 1 <= 1/2')).toMatch(/\nThe chain would conclude W <= 1\/2\.$/);
    expect(text('W <= 1\nfor W > 1')).toMatch(/^UNDECIDED at link 1; no link is refuted: 1 link, for W > 1\n/);
  });
});

it('is a finding for each link, at its line', () => {
  const found = derivationFindings(judged('W <= 1\n  <= 1/2'));
  expect(found.map(({ id, outcome, place }) => [id, outcome, place?.line, place?.column])).toEqual([
    ['proof-link-1', 'passed', 1, 6],
    ['proof-link-2', 'failed', 2, 6],
  ]);
});
