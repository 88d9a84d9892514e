import { describe, expect, it } from 'vitest';
import { pick, type Random } from '../../src/search/random.ts';

/** A source whose integers are given, and which remembers the range that was asked for. */
function giving(value: number, asked: [number, number][] = []): Random {
  return {
    integer: (min, max) => {
      asked.push([min, max]);
      return value;
    },
    bigint: () => {
      throw new Error('not asked for');
    },
  };
}

const CHOICES = [
  [2, 'two'],
  [1, 'one'],
  [3, 'three'],
] as const;

describe('pick', () => {
  it('draws one ticket from 1 to the sum of the weights', () => {
    const asked: [number, number][] = [];
    pick(giving(1, asked), CHOICES);
    expect(asked).toEqual([[1, 6]]);
  });

  it('gives every choice as many tickets as its weight says', () => {
    const picked = [1, 2, 3, 4, 5, 6].map((ticket) => pick(giving(ticket), CHOICES));
    expect(picked).toEqual(['two', 'two', 'one', 'three', 'three', 'three']);
  });

  it('refuses to pick from nothing', () => {
    expect(() => pick(giving(1), [])).toThrow(RangeError);
  });
});
