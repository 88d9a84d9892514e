import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactField } from '../../src/arithmetic/exact-field.ts';
import type { Interval } from '../../src/arithmetic/interval.ts';
import { type IntervalField, intervals } from '../../src/arithmetic/interval-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { bregmanBound, bregmanBracket } from '../../src/quantities/bregman.ts';
import { topGap } from '../../src/quantities/local-gap.ts';

const options = { seed: 1, numRuns: 60 };

/** ½ L″(kλ)(n−1)²λ² by its definition, with λ = −log r and sinh by exponentials. */
function boundByHand(field: IntervalField, r: Rational, n: number, k: number): Interval {
  const lambda = field.log(field.rational(Rational.ONE.div(r)));
  const x = field.mul(field.integer(k), lambda);
  const up = field.exp(field.div(x, field.integer(2)));
  const sinh = field.div(field.sub(up, field.div(field.integer(1), up)), field.integer(2));
  const second = field.sub(
    field.div(field.integer(1), field.mul(x, x)),
    field.div(field.integer(1), field.mul(field.integer(4), field.mul(sinh, sinh))),
  );
  const far = field.mul(field.integer(n - 1), lambda);
  return field.mul(field.rational(Rational.of(1, 2)), field.mul(second, field.mul(far, far)));
}

describe('the Bregman bracket', () => {
  it('is γ(t)/(1 − r^n) for t = 1 − r, exactly', () => {
    const part = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(part, part, fc.integer({ min: 1, max: 9 }), (low, rest, n) => {
        const r = Rational.of(low, low + rest);
        const local = topGap(exactField, Rational.ONE.sub(r), n).scale(Rational.ONE.div(Rational.ONE.sub(r.pow(n))));
        expect(bregmanBracket(exactField, r, n).sub(local).isZero()).toBe(true);
      }),
      options,
    );
  });

  it('is by hand at r = 1/2 and n = 2: 2 log 2 − log 3 − 1/2 + (log 2)/3', () => {
    expect(bregmanBracket(exactField, Rational.of(1, 2), 2).toString()).toBe('-log(3) + 7/3*log(2) - 1/2');
  });
});

describe('the bounds of the bracket', () => {
  it.each([
    [1, 2],
    [2, 2],
    [1, 9],
    [9, 9],
    [4, 9],
  ])('are ½ L″(%iλ)(n−1)²λ² at n = %i', (k, n) => {
    const field = intervals(40);
    for (const r of [Rational.of(1, 7), Rational.of(1, 2), Rational.of(99, 100)]) {
      const found = bregmanBound(field, r, n, k);
      expect(found.overlaps(boundByHand(field, r, n, k))).toBe(true);
      expect(found.hi.minus(found.lo).lt('1e-25')).toBe(true);
    }
  });
});
