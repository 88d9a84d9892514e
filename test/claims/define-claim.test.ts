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
        'claim planted: shares.ties must be a number from 0 to 1',
      );
    }
  });

  it('asks at which policies a falsehood is proved to be false, and nothing else', () => {
    const proof = { theorems: ['le'] };
    const fails = { relations, expected: 'fails' } as const;
    expect(planted({ ...fails, proof: { ...proof, refutes: 'every policy' } }).proof?.refutes).toBe('every policy');
    const refusal =
      'claim planted: proof.refutes must be "every policy" or "some policy" for a falsehood, and left out otherwise';
    expect(() => planted({ ...fails, proof })).toThrow(refusal);
    expect(() => planted({ relations, expected: 'holds', proof: { ...proof, refutes: 'some policy' } })).toThrow(
      refusal,
    );
    expect(planted({ relations, expected: 'holds', proof }).proof).toEqual(proof);
    const other = { ...proof, refutes: 'most policies' as 'some policy' };
    expect(() => planted({ ...fails, proof: other })).toThrow(
      'claim planted: proof.refutes must be one of "every policy", "some policy"',
    );
  });
});

describe('relations', () => {
  it('keep names and sides', () => {
    const [a, b] = [rational('1'), rational('2')];
    expect(atMost('a', a, 'b', b)).toEqual({ left: { name: 'a', value: a }, is: '≤', right: { name: 'b', value: b } });
    expect(equal('a', a, 'b', b)).toEqual({ left: { name: 'a', value: a }, is: '=', right: { name: 'b', value: b } });
  });
});
