import { describe, expect, it } from 'vitest';
import { atMost, type Claim, defineClaim, equal, extension } from '../../src/claims/claim.ts';
import { isAtMost } from '../../src/claims/expression/expression.ts';
import { ATOMLESS_KL, KL } from '../../src/claims/expression/symbols.ts';
import { withRelations } from '../../src/claims/with-relations.ts';
import { coin, planted, rational } from './planted.ts';

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

describe('a claim whose relations are data', () => {
  const define = (): Claim => {
    const { relations: _, ...rest } = planted({ relations });
    return defineClaim({ ...rest, states: [isAtMost(KL, ATOMLESS_KL)] } as never);
  };

  it('states them of each instance', () => {
    const [relation, ...others] = define().relations(coin);
    expect(others).toEqual([]);
    expect([relation?.left.name, relation?.is, relation?.right.name]).toEqual(['KL', '≤', 'log n − (n−1)/n']);
    expect([relation?.left.value, relation?.right.value]).toEqual([coin.kl, coin.atomlessKl]);
  });

  it('keeps them where it is defined again', () => {
    const stated = define();
    expect(defineClaim({ ...stated } as never).relations).toBe(stated.relations);
  });

  it('is an object', () => {
    for (const given of [null, undefined, 5, 'claim', Object.assign(() => [], define())])
      expect(() => defineClaim(given as never)).toThrow(new TypeError('the claim must be an object'));
  });

  it('gives them in one way only', () => {
    expect(() => defineClaim({ ...define(), relations } as never)).toThrow(
      'claim planted: states and relations exclude each other',
    );
    expect(() => defineClaim({ ...define(), relations: undefined } as never)).toThrow('exclude each other');
    for (const states of [[], 'KL ≤ 1', [null], [isAtMost(KL, ATOMLESS_KL), 1]]) {
      const { relations: _, ...rest } = define();
      expect(() => defineClaim({ ...rest, states } as never)).toThrow('claim planted: states must be a list');
    }
  });

  it('may be given other relations, and is else the same', () => {
    const stated = define();
    const other = withRelations(stated, relations);
    expect([other.relations, other.id, other.statement]).toEqual([relations, 'planted', 'planted']);
    expect(stated.relations).not.toBe(relations);
  });
});

describe('what becomes of a claim where an assumption fails', () => {
  it('is declared, or else what is expected of the claim', () => {
    const fared = (parts: Partial<Claim>): unknown => extension(planted({ relations, ...parts }), 'one-draw');
    expect([fared({ expected: 'holds' }), fared({ expected: 'open' }), fared({ expected: 'fails' })]).toEqual([
      'holds',
      'holds',
      'fails',
    ]);
    expect(fared({ expected: 'holds', extensions: { 'one-draw': 'fails' } })).toBe('fails');
    expect(fared({ expected: 'fails', extensions: { 'one-draw': 'holds' } })).toBe('holds');
    expect(fared({ expected: 'holds', extensions: { 'one-atom': 'fails' } })).toBe('holds');
  });
});

describe('relations', () => {
  it('keep names and sides', () => {
    const [a, b] = [rational('1'), rational('2')];
    expect(atMost('a', a, 'b', b)).toEqual({ left: { name: 'a', value: a }, is: '≤', right: { name: 'b', value: b } });
    expect(equal('a', a, 'b', b)).toEqual({ left: { name: 'a', value: a }, is: '=', right: { name: 'b', value: b } });
  });
});
