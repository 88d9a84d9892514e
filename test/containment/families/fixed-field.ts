/** FixedField: a random exact rational within the operands must map into the result. */
import { FixedField } from '../../../src/arithmetic/fixed-field.ts';
import type { FixedInterval } from '../../../src/arithmetic/fixed-point.ts';
import { bits as bitsOf, integer, oneOf, positive } from '../draws.ts';
import { shareInside, shareOfExact, shareOfOverlap } from '../enclosure.ts';
import { drawn, type Family, type Tape } from '../family.ts';
import { ERROR, logarithm, logarithmBounds } from '../reference/logarithm.ts';

/** An enclosure in units of 2^−bits, and a point num/den of it. */
interface Operand {
  readonly x: FixedInterval;
  readonly num: bigint;
  readonly den: bigint;
}

interface Operands {
  readonly field: FixedField;
  readonly a: Operand;
  readonly b: Operand;
  readonly n: number;
}

const FINE = 480;

/** Any signs if `signed`; ends and point may coincide; the point is often an end. */
function drawOperand(tape: Tape, bits: number, signed: boolean): Operand {
  const width = tape() < 0.2 ? 0n : positive(tape, integer(tape, 1, bits + 1)) - 1n;
  let lo = positive(tape, bits + 3) - (tape() < 0.1 ? 1n : 0n);
  if (signed && tape() < 0.5) lo = -lo;
  const den = positive(tape, 64);
  const end = tape();
  const part = end < 0.2 ? 0n : end < 0.4 ? den : (bitsOf(tape, 64) * den) >> 64n;
  return { x: { lo, hi: lo + width }, num: lo * den + width * part, den: den << BigInt(bits) };
}

function drawOperands(signed: boolean, positiveB: boolean) {
  return (tape: Tape): Operands => {
    const bits = oneOf(tape, [64, 65, 128, 192, 256]);
    return {
      field: new FixedField(bits),
      a: drawOperand(tape, bits, signed),
      b: drawOperand(tape, bits, signed && !positiveB),
      n: integer(tape, 0, 2 ** integer(tape, 0, 6)),
    };
  };
}

function show({ field, a, b, n }: Operands): string {
  const one = ({ x, num, den }: Operand): string => `${num}/${den} in [${x.lo}, ${x.hi}]`;
  return `${one(a)}; ${one(b)}; n = ${n}; ${field.bits} bits`;
}

type Check = (operands: Operands) => number;

/** A quotient that its bits do not tell from 0 is refused, which breaks no promise. */
function entropyShare({ field, a, b }: Operands): number {
  if (a.x.lo > 0n && field.div(a.x, b.x).lo === 0n) return 0;
  const outer = field.relativeEntropy(a.x, b.x);
  if (a.num === 0n || a.num * b.den === b.num * a.den) return shareOfExact(outer, field.bits, 0n, 1n);
  // num/den·log(…), floored and raised by what the factor of below 16 makes of the error
  const value = (logarithm(a.num * b.den, a.den * b.num, FINE) * a.num) / a.den;
  return shareInside(outer, field.bits, { lo: value - 16n * ERROR, hi: value + 16n * ERROR }, FINE);
}

function fixed(name: string, draw: (tape: Tape) => Operands, share: Check): Family {
  return drawn({
    name: `FixedField ${name}`,
    bound: 'FixedField’s enclosure',
    closed: true,
    draw,
    share,
    show,
    slow: 12_288,
  });
}

/** A positive operand b. */
function positiveSecond(tape: Tape): Operands {
  const operands = drawOperands(true, true)(tape);
  const { x, num, den } = operands.b;
  return x.lo > 0n
    ? operands
    : {
        ...operands,
        b: { x: { lo: x.lo + 1n, hi: x.hi + 1n }, num: num + den / (1n << BigInt(operands.field.bits)), den },
      };
}

function bothPositive(tape: Tape): Operands {
  const operands = positiveSecond(tape);
  const a = drawOperand(tape, operands.field.bits, false);
  return { ...operands, a };
}

/** An enclosure of a that reaches below 0, around a point that does not. */
function touchingZero(tape: Tape): Operands {
  const operands = bothPositive(tape);
  const { x, num, den } = operands.a;
  const below = positive(tape, 40);
  return tape() < 0.5 ? operands : { ...operands, a: { x: { lo: -below, hi: x.hi }, num, den } };
}

export const fixedField: Family[] = [
  fixed('add', drawOperands(true, false), ({ field, a, b }) =>
    shareOfExact(field.add(a.x, b.x), field.bits, a.num * b.den + b.num * a.den, a.den * b.den),
  ),
  fixed('sub', drawOperands(true, false), ({ field, a, b }) =>
    shareOfExact(field.sub(a.x, b.x), field.bits, a.num * b.den - b.num * a.den, a.den * b.den),
  ),
  fixed('mul', drawOperands(true, false), ({ field, a, b }) =>
    shareOfExact(field.mul(a.x, b.x), field.bits, a.num * b.num, a.den * b.den),
  ),
  fixed('div', positiveSecond, ({ field, a, b }) =>
    shareOfExact(field.div(a.x, b.x), field.bits, a.num * b.den, a.den * b.num),
  ),
  fixed('pow', drawOperands(false, false), ({ field, a, n }) =>
    shareOfExact(field.pow(a.x, BigInt(n)), field.bits, a.num ** BigInt(n), a.den ** BigInt(n)),
  ),
  fixed('log', positiveSecond, ({ field, b }) =>
    shareInside(field.log(b.x), field.bits, logarithmBounds(b.num, b.den, FINE), FINE),
  ),
  fixed('relativeEntropy', touchingZero, entropyShare),
  fixed('log xy = log x + log y', positiveSecond, ({ field, b }) => {
    const square = field.mul(b.x, b.x);
    return square.lo <= 0n ? 0 : shareOfOverlap(field.log(square), field.add(field.log(b.x), field.log(b.x)));
  }),
];
