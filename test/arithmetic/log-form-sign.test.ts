import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../../src/arithmetic/errors.ts';
import { intervals } from '../../src/arithmetic/interval-field.ts';
import { LogForm } from '../../src/arithmetic/log-form.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { anyRational, positiveRational, SEED } from './arbitraries.ts';
import { log } from './exact.ts';

const rational = (q: Rational): LogForm => LogForm.rational(q);

const anyForm = fc
  .tuple(anyRational, fc.array(fc.tuple(anyRational, positiveRational), { maxLength: 4 }))
  .map(([constant, terms]) => terms.reduce((sum, [q, m]) => sum.add(LogForm.log(m).scale(q)), rational(constant)));

describe('LogForm.sign tells numbers near 0 apart from it', () => {
  it.each([2n, 10n, 10n ** 20n, 10n ** 40n, 10n ** 300n])('log(N + 1) − log N − 1/N is negative', (N) => {
    expect(
      log(N + 1n)
        .sub(log(N))
        .sub(rational(Rational.of(1n, N)))
        .sign(),
    ).toBe(-1);
  });

  it.each([10n, 10n ** 40n, 10n ** 200n])('and with the next terms of the series it changes sign each time', (N) => {
    let form = log(N + 1n, N);
    for (let k = 1n; k <= 4n; k += 1n) {
      form = form.add(rational(Rational.of(k % 2n === 1n ? -1n : 1n, k * N ** k)));
      expect(form.sign()).toBe(k % 2n === 1n ? -1 : 1);
      expect(form.scale(Rational.of(-1, 3)).sign()).toBe(k % 2n === 1n ? 1 : -1);
    }
  });

  it('of good approximations: 2^84 < 3^53 and 2^485 > 3^306', () => {
    for (const [a, b] of [
      [84, 53],
      [485, 306],
      [1054, 665],
    ] as const) {
      const truth = 2n ** BigInt(a) > 3n ** BigInt(b) ? 1 : -1;
      expect(
        log(2)
          .scale(Rational.of(a))
          .sub(log(3).scale(Rational.of(b)))
          .sign(),
      ).toBe(truth);
    }
  });

  it('is that of the exact powers for integer multiples of logarithms', () => {
    const term = fc.tuple(fc.integer({ min: -40, max: 40 }), fc.bigInt({ min: 2n, max: 50n }));
    fc.assert(
      fc.property(fc.array(term, { maxLength: 5 }), (terms) => {
        let [num, den] = [1n, 1n];
        let form = LogForm.ZERO;
        for (const [k, m] of terms) {
          if (k > 0) num *= m ** BigInt(k);
          else den *= m ** BigInt(-k);
          form = form.add(log(m).scale(Rational.of(k)));
        }
        expect(form.sign()).toBe(num > den ? 1 : num < den ? -1 : 0);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });
});

describe('LogForm is a vector space over ℚ', () => {
  it('addition commutes and associates, scaling distributes, opposites cancel', () => {
    fc.assert(
      fc.property(anyForm, anyForm, anyForm, anyRational, anyRational, (x, y, z, q, r) => {
        expect(x.add(y).sub(y.add(x)).isZero()).toBe(true);
        expect(
          x
            .add(y)
            .add(z)
            .sub(x.add(y.add(z)))
            .isZero(),
        ).toBe(true);
        expect(
          x
            .add(y)
            .scale(q)
            .sub(x.scale(q).add(y.scale(q)))
            .isZero(),
        ).toBe(true);
        expect(
          x
            .scale(q)
            .scale(r)
            .sub(x.scale(q.mul(r)))
            .isZero(),
        ).toBe(true);
        expect(x.scale(q.add(r)).sub(x.scale(q)).sub(x.scale(r)).isZero()).toBe(true);
        expect(x.sub(x).isZero()).toBe(true);
      }),
      { seed: SEED, numRuns: 60 },
    );
  });

  it('the sign is odd, and refining changes nothing', () => {
    fc.assert(
      fc.property(anyForm, (x) => {
        expect(x.scale(Rational.of(-1)).sign() + x.sign()).toBe(0);
        expect(x.refined().sub(x).isZero()).toBe(true);
        expect(x.refined().sign()).toBe(x.sign());
      }),
      { seed: SEED, numRuns: 100 },
    );
  });

  it('log turns products into sums', () => {
    fc.assert(
      fc.property(positiveRational, positiveRational, (a, b) =>
        LogForm.log(a.mul(b)).sub(LogForm.log(a)).sub(LogForm.log(b)).isZero(),
      ),
      { seed: SEED, numRuns: 100 },
    );
  });

  it.each([Rational.ZERO, Rational.of(-1, 2)])('log refuses %s', (q) => {
    expect(() => LogForm.log(q)).toThrow(DomainError);
    expect(() => LogForm.log(q)).toThrow(`cannot take the logarithm of ${q}`);
  });
});

describe('LogForm.enclose', () => {
  it('at d digits holds itself at 4d digits, and the interval field by the same terms', () => {
    fc.assert(
      fc.property(anyForm, fc.constantFrom(5, 20, 45), (x, digits) => {
        expect(x.enclose(digits).contains(x.enclose(4 * digits))).toBe(true);
      }),
      { seed: SEED, numRuns: 150 },
    );
  });

  it('overlaps a logarithm of a ratio taken directly', () => {
    fc.assert(
      fc.property(positiveRational, (q) => {
        const field = intervals(30);
        return LogForm.log(q)
          .enclose(30)
          .overlaps(field.log(field.rational(q)));
      }),
      { seed: SEED, numRuns: 150 },
    );
  });
});
