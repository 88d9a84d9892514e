import { Rational } from '../arithmetic/rational.ts';
import type { Real } from '../arithmetic/real.ts';
import { tiltedUniform } from '../bounds/optimal-curve.ts';

/** A point of a curve in the plane of KL and win rate. */
export interface PlanePoint {
  readonly kl: number;
  readonly winRate: number;
}

const DIGITS = 8;
const PER_DOUBLING = 4;
const DOUBLINGS = [-4, 14] as const;

let curve: readonly PlanePoint[] | undefined;

/** Points of the optimal curve, as doubles next to enclosures. Guarantee: none, a picture. */
export function optimalCurve(): readonly PlanePoint[] {
  curve ??= [{ kl: 0, winRate: 1 / 2 }, ...tilts().map(pointAt)];
  return curve;
}

function tilts(): Rational[] {
  const [from, to] = DOUBLINGS;
  return Array.from({ length: (to - from) * PER_DOUBLING }, (_, i) =>
    Rational.fromDouble(2 ** (from + i / PER_DOUBLING)),
  );
}

function pointAt(tilt: Rational): PlanePoint {
  const { kl, winRate } = tiltedUniform(tilt);
  return { kl: near(kl), winRate: near(winRate) };
}

const near = (value: Real): number => value.enclose(DIGITS).lo.toNumber();
