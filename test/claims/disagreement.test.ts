import { describe, expect, it } from 'vitest';
import { claim as klBound } from '../../properties/beirami-2024/kl-bound.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { multiple, real, sum } from '../../src/arithmetic/real.ts';
import { type CrossCheck, equal } from '../../src/claims/claim.ts';
import { disagreement } from '../../src/claims/decide.ts';
import { ClaimFault } from '../../src/claims/fault.ts';
import { blurred, coin, planted, rational } from './planted.ts';

const SAME = equal('1', rational('1'), '1', rational('1'));
const half = rational('1/2');

const found = (...ways: CrossCheck[]): string | undefined =>
  disagreement(planted({ relations: () => [SAME], crossChecks: () => ways }), coin)?.name;

describe('cross-checks agree', () => {
  it('for a claim that has none', () => {
    expect(disagreement(planted({ relations: () => [SAME] }), coin)).toBeNull();
  });
});

describe('a cross-check that is off is caught', () => {
  it('by a wrong factor', () => {
    const way = {
      name: 'KL and KL·(1 + 10^−12)',
      one: coin.kl,
      other: multiple(Rational.parse('1.000000000001'), coin.kl),
    };
    expect(found(way)).toBe(way.name);
  });

  it('by 10^−30, either way', () => {
    for (const shift of ['1e-30', '-1e-30']) {
      expect(found({ name: shift, one: coin.kl, other: sum(coin.kl, rational(shift)) })).toBe(shift);
      expect(found({ name: shift, one: sum(coin.kl, rational(shift)), other: coin.kl })).toBe(shift);
    }
  });

  it('by any amount, where both are rational', () => {
    expect(found({ name: 'off', one: rational('1/2'), other: rational(`0.5${'0'.repeat(500)}1`) })).toBe('off');
    expect(found({ name: 'same', one: rational('1/2'), other: rational('0.5') })).toBeUndefined();
  });

  it('after others that agree', () => {
    const right = { name: 'right', one: coin.gap, other: coin.gapByParts };
    const wrong = { name: 'wrong', one: coin.gap, other: coin.kl };
    expect(found(right, wrong, { ...wrong, name: 'later' })).toBe('wrong');
  });

  it('in a claim of the catalogue whose formula is tampered with', () => {
    const off = new Proxy(coin, {
      get: (target, key) =>
        key === 'atomlessKl' ? multiple(Rational.of(999, 1000), target.atomlessKl) : Reflect.get(target, key, target),
    });
    expect(disagreement(klBound, off)?.name).toBe('the formula, terms in another order');
  });

  it.each(['left', 'right'] as const)('by a double-double enclosure that misses the %s side', (side) => {
    const off = real({ enclose: (digits) => half.enclose(digits), approximate: () => coin.kl.approximate() });
    const relation = { ...SAME, [side]: { name: 'one half', value: off } };
    expect(disagreement(planted({ relations: () => [relation] }), coin)?.name).toBe('one half in double-doubles');
  });

  it('by blaming the claim where it throws', () => {
    const crossChecks = (): never => {
      throw new Error('broken');
    };
    expect(() => disagreement(planted({ relations: () => [SAME], crossChecks }), coin)).toThrow(ClaimFault);
  });

  it('but two enclosures that overlap may stand for one number', () => {
    expect(found({ name: 'wide', one: blurred('0', '1'), other: blurred('1', '2') })).toBeUndefined();
    expect(found({ name: 'apart', one: blurred('0', '1'), other: blurred('1.1', '2') })).toBe('apart');
  });
});
