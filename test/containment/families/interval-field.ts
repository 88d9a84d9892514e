/** IntervalField: decimal enclosures must hold what exact points of their operands map to; equations must overlap. */
import type { Interval } from '../../../src/arithmetic/interval.ts';
import { type IntervalField, intervals } from '../../../src/arithmetic/interval-field.ts';
import { Rational } from '../../../src/arithmetic/rational.ts';
import { integers, overlapOfDecimals, shareOfDecimals } from '../decimals.ts';
import { integer, oneOf, positive } from '../draws.ts';
import { drawn, type Family, type Tape } from '../family.ts';
import { growth, LOST_BITS } from '../reference/exponential.ts';
import { logarithmBounds } from '../reference/logarithm.ts';

interface Operands {
  readonly field: IntervalField;
  readonly a: Rational;
  readonly b: Rational;
  readonly n: number;
}

const FINE = 640;

function drawOperands(tape: Tape): Operands {
  const one = (): Rational => {
    const den = positive(tape, 120);
    const num = tape() < 0.3 ? den + positive(tape, 60) : positive(tape, 120);
    return Rational.of(num, den);
  };
  return { field: intervals(oneOf(tape, [5, 16, 20, 40, 60])), a: one(), b: one(), n: integer(tape, 0, 40) };
}

function show({ field, a, b, n }: Operands): string {
  return `${a}; ${b}; n = ${n}; ${field.digits} digits`;
}

function logShare({ field, a }: Operands): number {
  const { lo, hi } = logarithmBounds(a.num, a.den, FINE);
  const outer = field.log(field.rational(a));
  return Math.max(shareOfDecimals(outer, lo, 1n << BigInt(FINE)), shareOfDecimals(outer, hi, 1n << BigInt(FINE)));
}

/** x = p/q below 64. */
function expShare({ field, a, b }: Operands): number {
  const num = (64n * a.num * b.den) % (64n * (a.num * b.den + b.num * a.den));
  const den = a.num * b.den + b.num * a.den;
  const { m, e } = growth(num, den, FINE);
  const outer = field.exp(field.rational(Rational.of(num, den)));
  const shift = BigInt(-e);
  return Math.max(
    shareOfDecimals(outer, m, 1n << shift),
    shareOfDecimals(outer, m + (m >> BigInt(FINE - LOST_BITS)) + 1n, 1n << shift),
  );
}

function overlapShare(x: Interval, y: Interval): number {
  const { lo, hi, places } = integers(y);
  return overlapOfDecimals(x, lo, hi, places);
}

function equationsShare({ field, a, b, n }: Operands): number {
  const [x, y] = [field.rational(a), field.rational(b)];
  const log = field.log(x);
  const times = field.integer(n);
  return Math.max(
    overlapShare(field.log(field.mul(x, y)), field.add(log, field.log(y))),
    overlapShare(field.exp(log), x),
    overlapShare(field.log(field.pow(x, BigInt(n))), field.mul(times, log)),
    overlapShare(field.log1p(x), field.log(field.add(field.integer(1), x))),
    overlapShare(field.relativeEntropy(x, y), field.mul(x, field.sub(log, field.log(y)))),
  );
}

function decimal(name: string, share: (operands: Operands) => number, slow = 4096): Family {
  const bound = 'IntervalField’s enclosure';
  return drawn({
    name: `IntervalField ${name}`,
    bound,
    closed: true,
    draw: drawOperands,
    share,
    show,
    slow,
    fast: 512,
  });
}

export const intervalField: Family[] = [
  decimal('mul', ({ field, a, b }) =>
    shareOfDecimals(field.mul(field.rational(a), field.rational(b)), a.num * b.num, a.den * b.den),
  ),
  decimal('div', ({ field, a, b }) =>
    shareOfDecimals(field.div(field.rational(a), field.rational(b)), a.num * b.den, a.den * b.num),
  ),
  decimal('pow', ({ field, a, n }) =>
    shareOfDecimals(field.pow(field.rational(a), BigInt(n)), a.num ** BigInt(n), a.den ** BigInt(n)),
  ),
  decimal('log', logShare),
  decimal('exp', expShare),
  decimal('equations of log, exp, pow, log1p and relativeEntropy', equationsShare),
];
