import { approximateInterval } from '../../src/arithmetic/approximation.ts';
import { bitLength } from '../../src/arithmetic/bigint.ts';
import type { Interval } from '../../src/arithmetic/interval.ts';
import { intervals } from '../../src/arithmetic/interval-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { difference, type Real, rationalReal, real } from '../../src/arithmetic/real.ts';
import { defineClaim, equal } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import { Kept } from '../../src/quantities/kept.ts';

export const claim = defineClaim({
  id: 'kl-log2',
  title: 'The formula with a logarithm to base 2',
  statement: 'KL(π‖p) = log₂ n − (n−1)/n, with KL in nats',
  source: 'a mixture of bits and nats; refuted in docs/theory-falsehoods.md',
  hypotheses: 'finite policy with K ≥ 2, integer n ≥ 2',
  expected: 'fails',
  proof: { theorems: ['kl_lt_binary_formula', 'level_policy', 'random_ties_kl'], refutes: 'every policy' },
  domain: { atoms: 2, draws: 2 },
  shares: COMMON_SHARES,
  extensions: { 'one-draw': 'holds' },
  relations({ kl, draws }) {
    const rest = Rational.ONE.sub(Rational.ONE.div(draws));
    return [equal('KL', kl, 'log₂ n − (n−1)/n', difference(binaryLog(draws), rationalReal(rest)))];
  },
});

/** Digits of the cheap enclosure: the precision of double-doubles. */
const CHEAP_DIGITS = 28;
const known = new Kept<Real>();
/** The cache key of all binary logarithms. */
const BINARY_LOG = {};

/** log₂ n, in bits; exact for powers of two. */
function binaryLog(draws: Rational): Real {
  return known.get(BINARY_LOG, [draws], () => {
    const power = draws.den === 1n ? bitLength(draws.num) - 1 : -1;
    return draws.num === 1n << BigInt(Math.max(power, 0)) && power >= 0
      ? rationalReal(Rational.of(power))
      : quotient(draws);
  });
}

function quotient(draws: Rational): Real {
  const enclose = (digits: number): Interval => {
    const field = intervals(digits);
    return field.div(field.log(field.rational(draws)), field.log(field.integer(2)));
  };
  return real({ enclose, approximate: () => approximateInterval(enclose(CHEAP_DIGITS)) });
}
