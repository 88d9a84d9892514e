import { expect, it } from 'vitest';
import { toInterval } from '../../src/arithmetic/approximation.ts';
import { intervals } from '../../src/arithmetic/interval-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { multiple } from '../../src/arithmetic/real.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';

it.each(['2', '-1/3', '0', '1e-30', '123456789/987654321', '-1e60'])(
  '%s times a number keeps its double-double',
  (text) => {
    const q = Rational.parse(text);
    for (const weights of [
      [1n, 2n, 3n],
      [7n, 10n ** 12n],
      [10n ** 9n, 1n],
    ]) {
      const { kl } = new BestOfN(FinitePolicy.fromWeights(weights), 37);
      const quick = multiple(q, kl).approximate();
      if (!quick) throw new Error('no double-double');
      const exact = intervals(80).mul(intervals(80).rational(q), kl.enclose(80));
      expect(toInterval(quick, 60).contains(exact)).toBe(true);
    }
  },
);

it('a factor beyond the range of double-doubles has none', () => {
  const { kl } = new BestOfN(FinitePolicy.fromWeights([1n, 2n]), 3);
  expect(multiple(Rational.parse('1e200'), kl).approximate()).toBeNull();
});
