import { expect, it } from 'vitest';
import { untied } from '../../src/claims/instance.ts';
import { constantIn } from '../../src/conjectures/constant.ts';
import { Extremes } from '../../src/search/constant/extremes.ts';

const extremes = (text: string, given: string | null = null): Extremes =>
  new Extremes(constantIn({ id: 'typed', text, for: given, selection: 'best-of-n' }, 'C'));

it('takes responses that tie as one atom, and policies in lowest terms', () => {
  const all = extremes('pmax <= C');
  all.look({ weights: [2n, 4n, 6n, 12n], ranks: [0, 1, 1, 2], n: 2 });
  expect(all.get('at least')?.instance.weights).toEqual([1n, 5n, 6n]);
});

it('keeps the smaller instance of those that demand the same, exactly or to 40 digits', () => {
  for (const text of ['n/(n+1) - W <= C*S3', 'sqrt(2) <= C']) {
    const all = extremes(text);
    for (const weights of [
      [1n, 2n, 3n],
      [1n, 1n],
      [2n, 5n],
    ])
      all.look(untied(weights, 2));
    expect(all.get('at least')?.instance.weights).toEqual([1n, 1n]);
  }
});

it('looks at nothing outside the domain, and counts what says nothing', () => {
  const all = extremes('KL <= C*H', 'n = 2..3 and pmax < 1');
  expect(all.look(untied([1n, 1n], 4))).toBeNull();
  all.look(untied([1n], 2));
  expect(all.unheard).toEqual({ free: 0, premiseFails: 1, noValue: 0, undecided: 0, ties: 0 });
  expect(all.get('at least')).toBeNull();
});
