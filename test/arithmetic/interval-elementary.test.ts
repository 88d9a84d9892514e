import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Interval } from '../../src/arithmetic/interval.ts';
import { type IntervalField, intervals } from '../../src/arithmetic/interval-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { positiveRational, SEED } from './arbitraries.ts';
import { holds, interval, meets, relativeWidth, toRational } from './exact.ts';
import { expBounds, logBounds } from './series-oracle.ts';

const precision = fc.constantFrom(2, 5, 20, 45);
const options = { seed: SEED, numRuns: 200 };

/** The protocol: what a field gives must hold what another of four times the digits gives for the same number. */
function expectContainment(value: (field: IntervalField) => Interval, digits: number, name: string): void {
  expect(value(intervals(digits)).contains(value(intervals(4 * digits))), `${name} at ${digits} digits`).toBe(true);
}

const point = fc.tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.integer({ min: -30, max: 3 }));

describe('log, exp, log1p and expm1 at d digits hold those at 4d digits', () => {
  it('log', () => {
    fc.assert(
      fc.property(
        precision,
        fc.bigInt({ min: 1n, max: 10n ** 12n }),
        fc.integer({ min: -3000, max: 3000 }),
        (d, m, e) => expectContainment((field) => field.log(interval(`${m}e${e}`)), d, `log ${m}e${e}`),
      ),
      options,
    );
  });

  it('exp', () => {
    fc.assert(
      fc.property(precision, point, (d, [m, e]) =>
        expectContainment((field) => field.exp(interval(`${m}e${e}`)), d, `exp ${m}e${e}`),
      ),
      options,
    );
  });

  it('expm1', () => {
    fc.assert(
      fc.property(precision, point, (d, [m, e]) =>
        expectContainment((field) => field.expm1(interval(`${m}e${e}`)), d, `expm1 ${m}e${e}`),
      ),
      options,
    );
  });

  it('log1p', () => {
    fc.assert(
      fc.property(precision, point, (d, [m, e]) => {
        const x = interval(`${m}e${e}`);
        fc.pre(x.lo.gt(-1));
        expectContainment((field) => field.log1p(x), d, `log1p ${m}e${e}`);
      }),
      options,
    );
  });

  it('log beside 1, at every distance', () => {
    for (let k = 1; k < 90; k += 2) {
      for (const x of [interval(`1.${'0'.repeat(k)}1`), interval(`0.${'9'.repeat(k)}`)]) {
        expectContainment((field) => field.log(x), 7, `log ${x}`);
      }
    }
  });
});

describe('log and exp hold what their plain series say', () => {
  it('log', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 9n }), fc.bigInt({ min: 1n, max: 10n ** 9n }), (num, den) => {
        const q = Rational.of(num, den);
        const field = intervals(30);
        expect(meets(field.log(field.rational(q)), logBounds(q, 60))).toBe(true);
      }),
      options,
    );
  });

  it('exp of either sign', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 4n * 10n ** 9n }), (m) => {
        const field = intervals(30);
        const { lo, hi } = expBounds(Rational.of(m, 10n ** 9n), 60);
        const [up, down] = [field.exp(interval(`${m}e-9`)), field.exp(interval(`-${m}e-9`))];
        expect(meets(up, { lo, hi })).toBe(true);
        expect(meets(down, { lo: Rational.ONE.div(hi), hi: Rational.ONE.div(lo) })).toBe(true);
      }),
      options,
    );
  });
});

describe('functional equations overlap', () => {
  const field = intervals(25);

  it('log(ab) and log a + log b', () => {
    fc.assert(
      fc.property(positiveRational, positiveRational, (a, b) => {
        const [x, y] = [field.rational(a), field.rational(b)];
        expect(field.log(field.mul(x, y)).overlaps(field.add(field.log(x), field.log(y)))).toBe(true);
      }),
      options,
    );
  });

  it('exp(log x) and x', () => {
    fc.assert(
      fc.property(positiveRational, (q) => holds(field.exp(field.log(field.rational(q))), q)),
      options,
    );
  });

  it('x^y for an integer y and the integer power', () => {
    fc.assert(
      fc.property(positiveRational, fc.integer({ min: -9, max: 9 }), (q, n) => {
        const exact = n < 0 ? Rational.ONE.div(q.pow(-n)) : q.pow(n);
        expect(holds(field.realPow(field.rational(q), field.integer(n)), exact)).toBe(true);
      }),
      options,
    );
  });

  it('the square of the square root and x', () => {
    fc.assert(
      fc.property(positiveRational, precision, (q, digits) => {
        const own = intervals(digits);
        const root = own.sqrt(own.rational(q));
        expect(holds(own.mul(root, root), q)).toBe(true);
        expect(toRational(root.lo).pow(2).compare(q) <= 0 && q.compare(toRational(root.hi).pow(2)) <= 0).toBe(true);
      }),
      options,
    );
  });
});

describe('points with exact values are points', () => {
  const field = intervals(25);

  it.each([
    ['log 1', field.log(field.integer(1)), '[0, 0]'],
    ['exp 0', field.exp(field.integer(0)), '[1, 1]'],
    ['exp −0', field.exp(interval('-0')), '[1, 1]'],
    ['log1p 0', field.log1p(field.integer(0)), '[0, 0]'],
    ['expm1 0', field.expm1(field.integer(0)), '[0, 0]'],
    ['√(9/4)', field.sqrt(field.rational(Rational.of(9, 4))), '[1.5, 1.5]'],
  ])('%s', (_, value, text) => {
    expect(value.toString()).toBe(text);
  });

  it('and the others are as tight as the digits allow', () => {
    for (const x of [field.log(field.integer(2)), field.exp(field.integer(-5)), field.logOfInteger(10n ** 400n + 1n)]) {
      expect(relativeWidth(x).lte('1e-24')).toBe(true);
    }
  });
});
