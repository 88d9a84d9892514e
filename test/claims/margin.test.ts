import { describe, expect, it } from 'vitest';
import { intervals } from '../../src/arithmetic/interval-field.ts';
import { LogForm } from '../../src/arithmetic/log-form.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { exactReal, type Real, rationalReal, real } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim } from '../../src/claims/claim.ts';
import { decideOn, marginOf } from '../../src/claims/decide.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';

/** √2, anew each time and without an exact form. */
const root = (): Real => real({ enclose: (digits) => intervals(digits).sqrt(intervals(digits).integer(2)) });

describe('a margin', () => {
  it('of one and the same number is 0, whether or not its exact form is known', () => {
    const value = root();
    expect(marginOf(atMost('x', value, 'x', value)).toString()).toBe('[0, 0]');
  });

  it('of two numbers that nothing tells apart is an enclosure that contains 0', () => {
    const margin = marginOf(atMost('x', root(), 'y', root()));
    expect(margin.containsZero()).toBe(true);
    expect(margin.isPoint()).toBe(false);
    expect(margin.hi.lt('1e-5000')).toBe(true);
  });

  it('of equal exact numbers is 0, and of others shows its sign', () => {
    const [six, parts] = [LogForm.log(Rational.of(6)), LogForm.log(Rational.of(2)).add(LogForm.log(Rational.of(3)))];
    expect(marginOf(atMost('log 6', exactReal(six), 'log 2 + log 3', exactReal(parts))).toString()).toBe('[0, 0]');
    expect(marginOf(atMost('√2', root(), '2', rationalReal(Rational.of(2)))).sign()).toBe(1);
  });

  it('takes no more digits than its sign or the caller needs', () => {
    const asked: number[] = [];
    const third = (): Real =>
      real({
        enclose: (digits) => {
          asked.push(digits);
          return intervals(digits).rational(Rational.of(1, 3));
        },
      });
    const near = rationalReal(Rational.parse(`0.${'3'.repeat(99)}4`));
    expect(marginOf(atMost('1/3', third(), 'near', near)).sign()).toBe(1);
    expect(Math.max(...asked)).toBe(160);
    asked.length = 0;
    expect(marginOf(atMost('1/3', third(), 'near', near), () => true).containsZero()).toBe(true);
    expect(Math.max(...asked)).toBe(40);
  });

  it('of the estimator at the heaviest mass ends where that is the best', () => {
    const claim = defineClaim({
      id: 'heaviest',
      title: 'The estimator at the heaviest mass is least',
      statement: 'D̂(max p) ≤ D̂(p_K)',
      source: 'this test',
      hypotheses: 'none',
      expected: 'holds',
      domain: { atoms: 1, draws: 1 },
      shares: COMMON_SHARES,
      relations: (q) => {
        const heaviest = q.policy.atoms.reduce((a, b) => (a < b ? b : a));
        const largest = q.estimatorAt(Rational.of(heaviest, q.policy.total));
        const best = q.policy.mass(q.policy.atoms.length - 1);
        return [
          atMost('D̂(max p)', largest, 'D̂(p_K)', q.estimatorAt(best)),
          atMost('D̂(max p)', largest, 'D̂(p_K)', q.estimatorBest),
        ];
      },
    });
    for (const n of [1000, 5001, 1_000_000]) {
      const q = new BestOfN(FinitePolicy.fromWeights([1n, 10n ** 60n, 3n * 10n ** 60n]), n);
      expect(decideOn(claim, q)).toMatchObject({ outcome: 'holds', slack: 0 });
      for (const relation of claim.relations(q)) expect(marginOf(relation).toString()).toBe('[0, 0]');
    }
  });
});
