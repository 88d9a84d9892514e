/** Bregman.v: L, L′ and L″ by their definitions, in enclosures, against the closed forms of src/theory. */

import { exactField } from '../../src/arithmetic/exact-field.ts';
import type { Interval } from '../../src/arithmetic/interval.ts';
import type { IntervalField } from '../../src/arithmetic/interval-field.ts';
import type { Rational } from '../../src/arithmetic/rational.ts';
import type { Real } from '../../src/arithmetic/real.ts';
import { bregmanBound, bregmanBracket } from '../../src/theory/bregman.ts';
import { atMost, equal, translate } from './translation.ts';
import { bestOf, cdf, enclosed, index, localGapAt, ONE, rational, share, size, ZERO } from './words.ts';

type At = (field: IntervalField, x: Interval) => Interval;

const of = (field: IntervalField, num: number, den = 1): Interval => field.rational(rational(num, den));

/** cosh(x/2) and sinh(x/2). */
function hyperbolic(field: IntervalField, x: Interval): { cosh: Interval; sinh: Interval } {
  const up = field.exp(field.mul(of(field, 1, 2), x));
  const down = field.div(of(field, 1), up);
  const half = (y: Interval): Interval => field.mul(of(field, 1, 2), y);
  return { cosh: half(field.add(up, down)), sinh: half(field.sub(up, down)) };
}

const ratioOf: At = (field, x) => field.log(field.div(hyperbolic(field, x).sinh, field.mul(of(field, 1, 2), x)));

const slopeOf: At = (field, x) => {
  const { cosh, sinh } = hyperbolic(field, x);
  return field.sub(field.div(cosh, field.mul(of(field, 2), sinh)), field.div(of(field, 1), x));
};

const curvatureOf: At = (field, x) => {
  const { sinh } = hyperbolic(field, x);
  const tail = field.div(of(field, 1, 4), field.mul(sinh, sinh));
  return field.sub(field.div(of(field, 1), field.mul(x, x)), tail);
};

/** L(x) − L(nx) + (n−1) x L′(nx) */
function bracketOf(field: IntervalField, x: Interval, n: number): Interval {
  const far = field.mul(of(field, n), x);
  const rise = field.mul(field.mul(of(field, n - 1), x), slopeOf(field, far));
  return field.add(field.sub(ratioOf(field, x), ratioOf(field, far)), rise);
}

/** factor · (n−1)² x² */
function squareOf(field: IntervalField, x: Interval, n: number, factor: Interval): Interval {
  return field.mul(factor, field.mul(of(field, (n - 1) ** 2), field.mul(x, x)));
}

/** −ln r */
const logOf = (field: IntervalField, r: Rational): Interval => field.log(field.rational(ONE.div(r)));

/** How much a function grows from x to y, over y − x. */
function growth(f: At, x: Rational, y: Rational): Real {
  return enclosed((field) => {
    const rise = field.sub(f(field, field.rational(y)), f(field, field.rational(x)));
    return field.div(rise, field.rational(y.sub(x)));
  });
}

export const bregman = [
  // Weaker: a function with a derivative that rises grows from x to y by as much as that at x, and at most as at y; L″ falls.
  translate('log_sinh_derivatives', '10c2a7c22086', ({ random }) => {
    const x = rational(random.integer(1, 40), 12);
    const y = x.add(rational(random.integer(1, 12), 40));
    const at = (f: At, u: Rational): Real => enclosed((field) => f(field, field.rational(u)));
    return [
      atMost(at(slopeOf, x), growth(ratioOf, x, y)),
      atMost(growth(ratioOf, x, y), at(slopeOf, y)),
      atMost(at(curvatureOf, y), growth(slopeOf, x, y)),
      atMost(growth(slopeOf, x, y), at(curvatureOf, x)),
    ];
  }),
  translate(
    'local_gap_bregman',
    '30ee7db2b85d',
    ({ q, random }) => {
      const i = 1 + index(random, size(q) - 1);
      const mass = bestOf(q)[i] ?? ZERO;
      const r = cdf(q, i).div(cdf(q, i + 1));
      const written = enclosed((field) => field.mul(field.rational(mass), bracketOf(field, logOf(field, r), q.n)));
      return [
        equal(localGapAt(q, i), written),
        equal(localGapAt(q, i), bregmanBracket(exactField, r, q.n).scale(mass)),
      ];
    },
    { atoms: 2 },
  ),
  // At x = −ln r for a rational r.
  translate(
    'bregman_bounds',
    '119d5d3d2b79',
    ({ q: { n }, random }) => {
      const r = share(random, true);
      const at = (f: (field: IntervalField, x: Interval) => Interval): Real =>
        enclosed((field) => f(field, logOf(field, r)));
      const bracket = at((field, x) => bracketOf(field, x, n));
      const bound = (k: number): Real =>
        at((field, x) => {
          const curvature = curvatureOf(field, field.mul(of(field, k), x));
          return squareOf(field, x, n, field.mul(of(field, 1, 2), curvature));
        });
      return [
        ...[1, n].map((k) =>
          equal(
            enclosed((field) => bregmanBound(field, r, n, k)),
            bound(k),
          ),
        ),
        equal(bregmanBracket(exactField, r, n), bracket),
        atMost(bound(n), bracket),
        atMost(bracket, bound(1)),
        atMost(
          bound(1),
          at((field, x) => squareOf(field, x, n, of(field, 1, 24))),
        ),
      ];
    },
    { draws: 2 },
  ),
];
