import { describe, expect, it } from 'vitest';
import { atMost, equal } from '../../src/claims/claim.ts';
import { planted, rational } from './planted.ts';

const relations = (): [] => [];

describe('defineClaim', () => {
  it.each(['kl-bound', 'a', 'gap2-upper'])('accepts the id %s and freezes the claim', (id) => {
    const claim = planted({ id, relations });
    expect(claim.id).toBe(id);
    expect(Object.isFrozen(claim)).toBe(true);
  });

  it.each(['', 'KL', '2nd', '-a', 'a b', 'a_b', 'ünder'])('refuses the id %j', (id) => {
    expect(() => planted({ id, relations })).toThrow(TypeError);
    expect(() => planted({ id, relations })).toThrow(`the claim id ${JSON.stringify(id)} is not kebab-case`);
  });

  it('accepts shares from 0 to 1 and refuses others, naming the regime', () => {
    expect(planted({ relations, shares: { ties: 0, 'best-rare': 1 } }).shares.ties).toBe(0);
    for (const share of [-0.1, 1.1, Number.NaN]) {
      expect(() => planted({ relations, shares: { 'best-rare': 0.5, ties: share } })).toThrow(
        'claim planted: the share of ties is not between 0 and 1',
      );
    }
  });
});

describe('relations', () => {
  it('keep names and sides', () => {
    const [a, b] = [rational('1'), rational('2')];
    expect(atMost('a', a, 'b', b)).toEqual({ left: { name: 'a', value: a }, is: '≤', right: { name: 'b', value: b } });
    expect(equal('a', a, 'b', b)).toEqual({ left: { name: 'a', value: a }, is: '=', right: { name: 'b', value: b } });
  });
});
