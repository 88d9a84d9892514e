/** How far from the middle of an enclosure a value is, as a share of the radius; in the enclosure's own units. */
import { quotientUp } from './reference/dyadic.ts';

interface Ends {
  readonly lo: bigint;
  readonly hi: bigint;
}

/** Of [lo, hi]·2^−bits for a true value in [low, high]·2^−fine, fine ≥ bits: at most 1 where all of it is inside. */
export function shareInside({ lo, hi }: Ends, bits: number, { lo: low, hi: high }: Ends, fine: number): number {
  const shift = BigInt(fine - bits);
  return Math.max(off(lo, hi, low, shift), off(lo, hi, high, shift));
}

function off(lo: bigint, hi: bigint, value: bigint, shift: bigint): number {
  const twice = 2n * value - ((lo + hi) << shift);
  return toShare(twice, (hi - lo) << shift);
}

/** The same for an exact value num/den. */
export function shareOfExact({ lo, hi }: Ends, bits: number, num: bigint, den: bigint): number {
  return toShare(((2n * num) << BigInt(bits)) - (lo + hi) * den, (hi - lo) * den);
}

/** How far two enclosures are from parting, in the same units: at most 1 where they overlap. */
export function shareOfOverlap(x: Ends, y: Ends): number {
  return toShare(x.lo + x.hi - y.lo - y.hi, x.hi - x.lo + y.hi - y.lo);
}

/** |off|/radius rounded up, but not from 1 or less to more than 1; reversed ends hold nothing. */
function toShare(twice: bigint, radii: bigint): number {
  const size = twice < 0n ? -twice : twice;
  if (radii < 0n || size > radii) return Math.max(quotientUp(size, radii), 1 + 2 ** -40);
  return Math.min(quotientUp(size, radii), 1);
}
