import { describe, expect, it } from 'vitest';
import catalogue from '../../properties/catalogue.ts';
import type { Claim } from '../../src/claims/claim.ts';
import { longestFirst } from '../../src/run/longest-first.ts';

function claim(id: string, expected: Claim['expected']): Claim {
  return { id, expected } as Claim;
}

const ids = (claims: readonly Claim[]): string[] => claims.map(({ id }) => id);

describe('the order of the claims', () => {
  const [slow, quick, wrong, cheap] = [
    claim('slow', 'holds'),
    claim('quick', 'holds'),
    claim('wrong', 'fails'),
    claim('cheap', 'fails'),
  ];
  const seconds = { slow: 9, quick: 1, wrong: 5, cheap: 2 };

  it('begins with the false claim that takes least, and goes on with the longest', () => {
    expect(ids(longestFirst([quick, cheap, wrong, slow], { seconds }))).toEqual(['cheap', 'slow', 'wrong', 'quick']);
  });

  it('has claims of unknown time before the others, in their own order', () => {
    const own = [claim('toString', 'fails'), claim('mine', 'open')];
    const sorted = longestFirst([quick, own[0] as Claim, slow, own[1] as Claim], { seconds });
    expect(ids(sorted)).toEqual(['toString', 'mine', 'slow', 'quick']);
  });

  it('knows the time of each claim of the catalogue, and of no other', () => {
    expect(Object.keys(catalogue.seconds).toSorted()).toEqual(ids(catalogue.claims).toSorted());
  });
});
