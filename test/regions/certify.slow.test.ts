import { describe, expect, it } from 'vitest';
import { INEQUALITIES } from '../../src/regions/certificate.ts';
import { certify } from '../../src/regions/certify.ts';
import { sharpQuadraticConstant } from '../../src/regions/kappa.ts';
import { recheck } from '../../src/regions/recheck.ts';

describe('region certificates', () => {
  it.each(INEQUALITIES)('of $id are found up to n = 200 and stand a second look', ({ id, least }) => {
    for (let n = least; n <= 200; n += 1) {
      const found = certify(id, n);
      expect(found.outcome, `n = ${n}`).toBe('certified');
      if (found.outcome === 'certified') expect(recheck(found.certificate), `n = ${n}`).toBe(true);
    }
  });

  it('make a sharp quadratic constant for every n up to 2000 and some up to 10^9', () => {
    for (let n = 2; n <= 10 ** 9; n = n < 2000 ? n + 1 : Math.floor(n * 1.05)) {
      const { lo, hi } = sharpQuadraticConstant(n);
      expect(lo.compare(hi), `n = ${n}`).toBe(-1);
    }
  });
});
