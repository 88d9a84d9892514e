import { Decimal } from 'decimal.js';
import { Interval } from '../../src/arithmetic/interval.ts';
import { intervals } from '../../src/arithmetic/interval-field.ts';
import { LogForm } from '../../src/arithmetic/log-form.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { exactReal, type Real } from '../../src/arithmetic/real.ts';
import { optimalTilt, optimalWinRate } from '../../src/bounds/optimal-curve.ts';

/** The real m at which best-of-m without atoms is furthest below the optimal curve at its KL, and the shortfall there. */
export interface Largest {
  readonly m: Interval;
  readonly shortfall: Interval;
}

const DIGITS = 40;
const field = intervals(DIGITS);
/** For larger m the shortfall is below 1/(m+1) < 1/129 < the largest one. */
const LAST = 128;
/** Boxes of this width are not split further. So m and the width fit into doubles exactly. */
const NARROWEST = 2 ** -44;

interface Box {
  readonly a: number;
  readonly b: number;
}

/**
 * The largest s(m) = W*(D̃_m) − m/(m+1) over all real m ≥ 1, by splitting [1, LAST]. On a box [a, b] both win rates increase, so
 * s ≤ W*(D̃_b) − a/(a+1), and s′(m) = D̃′_m/c − 1/(m+1)², with D̃′_m = (m−1)/m² and the tilt c increasing in m. A box is dropped if s is
 * below a value that s takes elsewhere, or if s′ has one sign. The ends 1 and LAST are not maxima, because s is smaller there.
 */
export function largestShortfall(): Largest {
  let best = field.sub(winRateAt(2), ideal(2)).lo;
  if (best.lte(field.rational(Rational.of(1, LAST + 1)).hi)) throw new Error('the boxes do not reach far enough');
  const open: Box[] = [{ a: 1, b: LAST }];
  const left: Box[] = [];
  for (let box = open.pop(); box; box = open.pop()) {
    const { a, b } = box;
    if (upper(box).lte(best) || (a > 1 && !slope(box).containsZero())) continue;
    if (b - a <= NARROWEST) {
      left.push(box);
      continue;
    }
    const middle = (a + b) / 2;
    best = Decimal.max(best, field.sub(winRateAt(middle), ideal(middle)).lo);
    open.push({ a, b: middle }, { a: middle, b });
  }
  const last = left.filter((box) => upper(box).gt(best));
  const ends = (end: (box: Box) => number, pick: (...all: number[]) => number): Interval =>
    field.rational(Rational.fromDouble(pick(...last.map(end))));
  return {
    m: new Interval(ends(({ a }) => a, Math.min).lo, ends(({ b }) => b, Math.max).hi),
    shortfall: new Interval(best, Decimal.max(...last.map(upper))),
  };
}

/** D̃_m = log m − (m−1)/m */
function formulaAt(m: number): Real {
  const draws = Rational.fromDouble(m);
  return exactReal(LogForm.log(draws).sub(LogForm.rational(Rational.ONE.sub(Rational.ONE.div(draws)))));
}

const winRateAt = (m: number): Interval => optimalWinRate(formulaAt(m)).enclose(DIGITS);
const point = (m: number): Interval => field.rational(Rational.fromDouble(m));

function ideal(m: number): Interval {
  const draws = Rational.fromDouble(m);
  return field.rational(draws.div(draws.add(Rational.ONE)));
}

function upper({ a, b }: Box): Decimal {
  return field.sub(winRateAt(b), ideal(a)).hi;
}

function slope({ a, b }: Box): Interval {
  const m = new Interval(point(a).lo, point(b).hi);
  const one = field.integer(1);
  const rise = field.div(field.div(field.sub(m, one), m), m);
  const tilt = new Interval(optimalTilt(formulaAt(a)).enclose(DIGITS).lo, optimalTilt(formulaAt(b)).enclose(DIGITS).hi);
  const next = field.add(m, one);
  return field.sub(field.div(rise, tilt), field.div(field.div(one, next), next));
}
