import { inFile, type Mutant } from '../mutant.ts';

type Slip = Parameters<typeof inFile>[1][number];

/** Slips that no claim of the catalogue could show. */
function slips(file: string, ...of: readonly Slip[]): Mutant[] {
  return inFile(file, of, []).map((mutant): Mutant => ({ ...mutant, onlyTests: true }));
}

/** Slips in the arithmetic and the items of typed conjectures. */
export const operationMutants: readonly Mutant[] = [
  ...slips(
    'src/arithmetic/approximate-functions.ts',
    {
      id: 'divide/error-of-divisor',
      find: '(a.error + size * b.error) / least',
      replace: 'a.error / least',
      models: 'the error of a divisor forgotten',
    },
    {
      id: 'log/error-of-operand',
      find: 'error: (a.error / least + LOG_ERROR',
      replace: 'error: (a.error + LOG_ERROR',
      models: 'the derivative 1/a of the logarithm forgotten',
    },
    {
      id: 'max/high-parts',
      find: 'a.hi - b.hi + (a.lo - b.lo) >= 0',
      replace: 'a.hi >= b.hi',
      models: 'numbers compared by their high parts only',
    },
    {
      id: 'abs/low-part',
      find: 'lo: -a.lo, error: a.error }',
      replace: 'lo: a.lo, error: a.error }',
      models: 'the sign of the low part left as it was',
    },
  ),
  ...slips(
    'src/arithmetic/powers.ts',
    {
      id: 'integer-power/negative',
      find: 'return quotientOf(ONE, integerPower(a, -k));',
      replace: 'return integerPower(a, -k);',
      models: 'a negative exponent taken for its size',
    },
    {
      id: 'rooted-power/exact',
      find: 'Rational.of(top, bottom).pow(Number(power))',
      replace: 'Rational.of(top, bottom)',
      models: 'a root without its power',
    },
  ),
  ...slips('src/arithmetic/logarithms.ts', {
    id: 'exponential/inverse',
    find: 'value = num < 0n ? value.div(power) : value.mul(power);',
    replace: 'value = value.mul(power);',
    models: 'a logarithm with a negative factor multiplied',
  }),
  ...slips('src/arithmetic/extremes.ts', {
    id: 'largest/rational',
    find: 'a.rational.compare(b.rational) >= 0 ? a : b',
    replace: 'a.rational.compare(b.rational) >= 0 ? b : a',
    models: 'the least for the largest',
  }),
  ...slips('src/arithmetic/folds.ts', {
    id: 'product/exact',
    find: 'return x ? b.scale(x) : y && a.scale(y);',
    replace: 'return x ? b.scale(x) : a;',
    models: 'the second factor dropped',
  }),
  ...slips(
    'src/arithmetic/operations.ts',
    {
      id: 'absolute/crossing',
      find: 'x.containsZero() ? field.max(field.integer(0), field.max(x, field.neg(x))) : field.max(x, field.neg(x))',
      replace: 'field.max(x, x)',
      models: '|x| for x ≥ 0 only',
    },
    {
      id: 'scaled/exact',
      find: 'small(a.exact.scale(Rational.ONE.div(divisor)))',
      replace: 'small(a.exact.scale(divisor))',
      models: 'a divisor taken for a factor in the exact form',
    },
  ),
  ...slips(
    'src/quantities/items.ts',
    {
      id: 'items/quantile',
      find: '() => this.#q.policy.cdf(i))',
      replace: '() => this.#q.policy.cdf(Math.max(0, i - 1)))',
      models: 'F_{i−1} for F_i',
    },
    {
      id: 'items/selected',
      find: 'this.#exactly()[i - 1] as Rational',
      replace: 'this.#exactly()[Math.max(0, i - 2)] as Rational',
      models: 'the probability of the atom below',
    },
    {
      id: 'items/error',
      find: 'probabilityError(n, powerUpTo, Math.abs(hi)) * U2',
      replace: 'U2',
      models: 'the error bound of the probability forgotten',
    },
  ),
];
