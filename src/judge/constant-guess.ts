import { Rational } from '../arithmetic/rational.ts';
import { nearest } from '../policy/draws.ts';

/** Denominators of a guess. */
const MAX_DENOMINATOR = 1_000n;
/** A guess p/q is at most this share above the bound, … */
const NEARNESS = Rational.of(1, 200);
/** … and q²·(p/q − bound) at most this. Otherwise some rational would fit nearly any number. */
const COINCIDENCE = Rational.of(1, 50);

/** A bound as an enclosure, with its value where that is known to be rational. */
export interface Enclosed {
  readonly lo: string;
  readonly hi: string;
  readonly exact: string | null;
}

/**
 * The simplest rational that is at least a bound and just above it. It is the bound itself where that is a simple rational. Null where none is so
 * near that it would be no coincidence. A guess: nothing says that the bound is not larger.
 */
export function guessAbove({ lo, hi, exact }: Enclosed): Rational | null {
  const known = exact === null ? null : Rational.parse(exact);
  if (known && known.den <= MAX_DENOMINATOR) return known;
  const [least, most] = [Rational.parse(lo), Rational.parse(hi)];
  const room = least.abs().mul(NEARNESS);
  for (let q = 1n; q <= MAX_DENOMINATOR; q += 1n) {
    const { num, den } = most;
    const candidate = Rational.of(ceiling(num * q, den), q);
    const above = candidate.sub(least);
    if (above.compare(room) <= 0 && above.mul(Rational.of(q * q)).compare(COINCIDENCE) <= 0) return candidate.reduced();
  }
  return null;
}

function ceiling(a: bigint, b: bigint): bigint {
  return a % b === 0n ? a / b : a > 0n ? a / b + 1n : a / b;
}

/** The same below a bound. */
export function guessBelow({ lo, hi, exact }: Enclosed): Rational | null {
  const mirrored = (text: string): string => Rational.parse(text).neg().reduced().toString();
  return guessAbove({ lo: mirrored(hi), hi: mirrored(lo), exact: exact && mirrored(exact) })?.neg() ?? null;
}

/** A decimal of a few digits that is at least a number. */
export function decimalAbove(text: string, digits: number): string {
  return decimalFrom(Rational.parse(text), digits);
}

/** A decimal of a few digits that is at most a number. */
export function decimalBelow(text: string, digits: number): string {
  const above = decimalFrom(Rational.parse(text).neg(), digits);
  return above.startsWith('-') ? above.slice(1) : /[1-9]/.test(above) ? `-${above}` : above;
}

function decimalFrom(value: Rational, digits: number): string {
  const { num, den } = value;
  if (num === 0n) return '0';
  const size = Math.floor(Math.log10(Math.abs(nearest(value))));
  const places = Math.min(LONGEST, Math.max(0, digits - 1 - size));
  const scaled = ceiling(num * 10n ** BigInt(places), den);
  const [sign, plain] = scaled < 0n ? ['-', String(-scaled)] : ['', String(scaled)];
  const padded = plain.padStart(places + 1, '0');
  const whole = padded.slice(0, padded.length - places);
  return places === 0 ? `${sign}${whole}` : `${sign}${whole}.${padded.slice(-places)}`;
}

const LONGEST = 300;
