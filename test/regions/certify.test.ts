import { describe, expect, it } from 'vitest';
import { intervals } from '../../src/arithmetic/interval-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { topGap } from '../../src/quantities/local-gap.ts';
import { constantOf, INEQUALITIES } from '../../src/regions/certificate.ts';
import { certify } from '../../src/regions/certify.ts';
import { kappaUpper, sharpQuadraticConstant } from '../../src/regions/kappa.ts';
import { recheck } from '../../src/regions/recheck.ts';

const N = [2, 3, 4, 5, 6, 7, 8, 10, 13, 20, 64];

/** c·(1 − 10^−e). */
const less = (c: Rational, e: bigint): Rational => c.mul(Rational.of(10n ** e - 1n, 10n ** e));

/** Whether γ(t) > c·t^p, by another precision and the definition of γ. */
function exceeds(n: number, t: Rational, c: Rational, p: number): boolean {
  const field = intervals(90);
  return field.sub(topGap(field, t, n), field.rational(c.mul(t.pow(p)))).sign() === 1;
}

describe('a region certificate', () => {
  it.each(INEQUALITIES)('is found for $id, and stands a second look', ({ id, least }) => {
    for (const n of N.filter((n) => n >= least)) {
      const found = certify(id, n);
      expect(found.outcome, `${id} at n = ${n}`).toBe('certified');
      if (found.outcome === 'certified') expect(recheck(found.certificate), `${id} at n = ${n}`).toBe(true);
    }
  });

  it('takes few boxes, and few more for large n', () => {
    for (const { id } of INEQUALITIES) {
      const found = certify(id, 1000);
      expect(found.outcome === 'certified' && found.boxes).toBeLessThan(40);
    }
  });

  it.each(['gamma-cubic', 'win-rate-cubic'] as const)('is not found for %s with a constant a hair too small', (id) => {
    for (const n of [3, 4, 5, 10, 64]) {
      const c = less(constantOf(id, n), 9n);
      const found = certify(id, n, c);
      expect(found.outcome, `n = ${n}`).toBe('refuted');
      if (found.outcome !== 'refuted' || id === 'win-rate-cubic') continue;
      expect(exceeds(n, Rational.parse(found.at), c, 3), `n = ${n} at ${found.at}`).toBe(true);
    }
  });

  it.each([3n, 9n, 15n, 20n])('is not found for κ_n·(1 − 10^−%i)', (e) => {
    for (const n of [2, 3, 4, 5, 10, 64, 1000]) {
      const c = less(kappaUpper(n), e);
      const found = certify('gamma-quadratic', n, c);
      expect(found.outcome, `n = ${n}`).toBe('refuted');
      if (found.outcome !== 'refuted') continue;
      expect(exceeds(n, Rational.parse(found.at), c, 2), `n = ${n} at ${found.at}`).toBe(true);
    }
  });

  it('is undecided, with the place named, where a constant is nearer to κ_n than the arithmetic', () => {
    const found = certify('gamma-quadratic', 5, sharpQuadraticConstant(5, 60).lo);
    expect(found.outcome).toBe('undecided');
    if (found.outcome !== 'undecided') return;
    const [from, to] = [Rational.parse(found.from), Rational.parse(found.to)];
    expect(from.compare(Rational.parse('0.640018186'))).toBe(-1);
    expect(to.compare(Rational.parse('0.640018185'))).toBe(1);
  });

  it('is found for a weaker constant too', () => {
    expect(certify('gamma-quadratic', 10, Rational.of(7, 2)).outcome).toBe('certified');
    expect(certify('gamma-cubic', 3, Rational.of(51, 100)).outcome).toBe('certified');
  });

  it('is not sought outside the hypotheses', () => {
    expect(() => certify('gamma-cubic', 2)).toThrow('gamma-cubic needs an integer n from 3 on, not 2');
    expect(() => certify('gamma-quadratic', 2.5)).toThrow('gamma-quadratic needs an integer n from 2 on, not 2.5');
    expect(() => certify('gamma' as 'gamma-cubic', 3)).toThrow('there is no inequality "gamma"');
  });
});
