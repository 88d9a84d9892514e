import { approximateInterval } from '../src/arithmetic/approximation.ts';
import type { Interval } from '../src/arithmetic/interval.ts';
import { intervals } from '../src/arithmetic/interval-field.ts';
import { Rational } from '../src/arithmetic/rational.ts';
import { difference, type Real, rationalReal, real } from '../src/arithmetic/real.ts';
import { defineClaim, equal } from '../src/claims/claim.ts';
import { COMMON_SHARES } from '../src/claims/regimes.ts';

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
  survives: { 'one-draw': 'yes' },
  relations({ kl, n }) {
    const rest = Rational.ONE.sub(Rational.ONE.div(Rational.fromDouble(n)));
    return [equal('KL', kl, 'log₂ n − (n−1)/n', difference(binaryLog(n), rationalReal(rest)))];
  },
});

/** Digits of the cheap enclosure, those that double-doubles have. */
const CHEAP_DIGITS = 28;
const known = new Map<number, Real>();

/** log₂ n, in bits; exact for powers of two. */
function binaryLog(n: number): Real {
  let found = known.get(n);
  if (!found) {
    found = Number.isInteger(Math.log2(n)) ? rationalReal(Rational.of(Math.log2(n))) : quotient(n);
    known.set(n, found);
  }
  return found;
}

function quotient(n: number): Real {
  const enclose = (digits: number): Interval => {
    const field = intervals(digits);
    return field.div(field.log(field.rational(Rational.fromDouble(n))), field.log(field.integer(2)));
  };
  return real(
    enclose,
    () => null,
    null,
    () => approximateInterval(enclose(CHEAP_DIGITS)),
  );
}
