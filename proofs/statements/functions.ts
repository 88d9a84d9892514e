/** The values drawn for functions of real numbers, and for the numbers in statements about a curve. */

import { exactField } from '../../src/arithmetic/exact-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { optimalTilt, tiltedUniform } from '../../src/bounds/optimal-curve.ts';
import { klBetween } from '../../src/quantities/other-policy.ts';
import type { Random } from '../../src/search/random.ts';
import { bind, Evaluator } from './evaluate.ts';
import { absolute, add, type CoqReal, divide, ln, minus, multiply, power, sign, subtract, toReal } from './number.ts';
import { parse } from './parse.ts';
import { func, toNumber, type Value } from './value.ts';
import { each, firstOf, fraction, logarithm, type Read, type Special, share, weights } from './values.ts';

const { ZERO, ONE } = Rational;

type Two = (x: CoqReal, y: CoqReal) => CoqReal;
/** Functions f with f(tx, ty) = t f(x, y) for t > 0. */
const HOMOGENEOUS: readonly Two[] = [
  (x, y) => multiply(x, ln(divide(x, y))),
  (x, y) => divide(power(subtract(x, y), 2), y),
  (x, y) => absolute(subtract(x, y)),
  (x, y) => add(x, multiply(y, fraction(2))),
];

const homogeneous = (_: Read, { integer }: Random): Value => {
  const f = HOMOGENEOUS[integer(0, 3)] as Two;
  return func((x) => func((y) => f(toNumber(x), toNumber(y))));
};
/** φ(x) = f(x, 1) for one of these functions f. */
const ofRatio = (_: Read, { integer }: Random): Value => {
  const f = HOMOGENEOUS[integer(0, 3)] as Two;
  return func((x) => f(toNumber(x), ONE));
};

/** Tilts of the optimal curve, with c = v/2 for v the KL drawn: 1/2, 1, … 3. */
const TILTS = [1, 2, 3, 4, 5, 6].map((v) => fraction(v, 2));
const tilt = { c: (_: Read, random: Random) => share(random).mul(fraction(6)).reduced() };

/** Antiderivatives of f, u f and f ln f for f(u) = c e^(cu)/(e^c − 1), whose derivatives are taken by rules. */
const ANTIDERIVATIVES = [
  'fun u : R => exp (c * u) / (exp c - 1)',
  'fun u : R => (u - 1 / c) * exp (c * u) / (exp c - 1)',
  'fun u : R => (c * u - 1 + ln (c / (exp c - 1))) * exp (c * u) / (exp c - 1)',
].map(parse);

/** The tilt with the same KL as the drawn law, for which the library has enclosures; none at KL 0. */
function tiltOf(read: Read): Value[][] {
  const [f, p] = ['f', 'p'].map((name) => weights(firstOf(read(name), read('K') as number)));
  const kl = klBetween(exactField, f as bigint[], p as bigint[]);
  return sign(kl) === 1 ? [[optimalTilt(toReal(kl))]] : [];
}

const collision = (read: Read): CoqReal =>
  minus(ln(firstOf(read('p'), read('K') as number).reduce((all, mass) => all.add(mass.pow(2)).reduced(), ZERO)));

export const FUNCTIONS: Readonly<Record<string, Special>> = {
  random_ties_homogeneous: {
    draw: { f: homogeneous },
    candidates: {
      't x y': () => [
        [fraction(1, 2), fraction(3), fraction(2, 3)],
        [fraction(5), ONE, fraction(7, 4)],
      ],
    },
  },
  random_ties_f_divergence: { draw: { phi: ofRatio } },
  gap_le_collision_entropy: { draw: { h: collision } },
  curve_of_tilt: {
    draw: tilt,
    candidates: {
      'F M H': (read) => {
        const [evaluator, scope] = [new Evaluator(new Map()), bind('c', read('c'), null)];
        return [ANTIDERIVATIVES.map((term) => evaluator.value(term, scope))];
      },
      u: () => each(fraction(-1, 2), ZERO, fraction(1, 3), ONE, fraction(2)),
    },
  },
  // At the KL of six tilts.
  curve_kl_onto: {
    draw: { v: (_, { integer }) => tiltedUniform(TILTS[integer(0, 5)] as Rational).kl },
    candidates: { c: () => each(...TILTS) },
  },
  optimal_win_rate: { candidates: { c: tiltOf } },
  win_rate_ties_le_optimal_curve: { draw: tilt },
  log_sinh_derivatives: { draw: { x: (_, random) => share(random).mul(fraction(4)).reduced() } },
  bregman_bounds: { draw: { x: (_, random) => logarithm(random) } },
};
