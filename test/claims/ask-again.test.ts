import { describe, expect, it } from 'vitest';
import { askAgain, unsteady } from '../../src/claims/ask-again.ts';
import { atMost, equal, type Relation } from '../../src/claims/claim.ts';
import { decide } from '../../src/claims/decide.ts';
import { ClaimFault } from '../../src/claims/fault.ts';
import { untied } from '../../src/claims/instance.ts';
import { planted, rational } from './planted.ts';

const instance = untied([1n, 2n], 3);
const [zero, one, two] = [rational('0'), rational('1'), rational('2')];

/** Decides a claim that states these relations in turn, and asks again. */
function askedTwice(...answers: Relation[]): void {
  let asked = 0;
  const claim = planted({
    relations: () => {
      asked += 1;
      return [answers[(asked - 1) % answers.length] as Relation];
    },
  });
  askAgain(claim, instance, decide(claim, instance));
  expect(asked).toBe(2);
}

describe('a claim that is asked again', () => {
  it('may give the same answer, whether or not it names a relation', () => {
    for (const relation of [
      atMost('0', zero, '1', one),
      atMost('2', two, '1', one),
      equal('1', one, '1', one),
      equal('1', one, '2', two),
    ])
      expect(() => askedTwice(relation)).not.toThrow();
  });

  it.each<[string, Relation, Relation]>([
    ['outcome', atMost('a', zero, 'b', one), atMost('a', two, 'b', one)],
    ['outcome of the same sentence', equal('a', one, 'b', one), equal('a', one, 'b', two)],
    ['left side', atMost('a', zero, 'b', one), atMost('c', zero, 'b', one)],
    ['right side', atMost('a', zero, 'b', one), atMost('a', zero, 'c', one)],
    ['comparator', atMost('a', two, 'b', one), equal('a', two, 'b', one)],
    ['relation, which was none', equal('a', one, 'b', one), atMost('a', zero, 'b', one)],
  ])('may not change its answer: another %s', (_, first, second) => {
    expect(() => askedTwice(first, second)).toThrow(ClaimFault);
    expect(() => askedTwice(second, first)).toThrow(ClaimFault);
  });

  it('is named with its instance', () => {
    expect(unsteady(planted({ relations: () => [] }), instance)).toMatchObject({
      claim: 'planted',
      instance: { weights: ['1', '2'], n: 3 },
      message: 'it gave two different answers for one instance; a claim must depend on its instance only',
    });
  });
});
