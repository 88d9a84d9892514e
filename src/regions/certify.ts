import { Rational } from '../arithmetic/rational.ts';
import { type Box, constantOf, type InequalityId, inequalityOf, type RegionResult } from './certificate.ts';
import { type Cover, cover, powerBound, slopeBound, type XBox } from './cover.ts';
import { Curve } from './curve.ts';
import { rounded, roundedText, sharpQuadraticConstant } from './kappa.ts';
import { quotientCoefficients, ratioAt } from './win-rate.ts';

const BITS = 128;
/** Significant digits of a box's bound. */
const DIGITS = 12;
const CLOSEST = 200;

/**
 * Certifies an inequality on all of 0 < t ≤ 1, or says where it fails or where nothing could be shown. `constant` replaces the constant of
 * the statement, to check that a false one is not certified.
 *
 * @example
 * certify('gamma-cubic', 5).outcome; // 'certified'
 */
export function certify(id: InequalityId, n: number, constant?: Rational): RegionResult {
  inequalityOf(id, n);
  if (id === 'win-rate-cubic') return winRate(n, constant ?? constantOf(id, n));
  const end = Rational.of(n);
  const curve = new Curve(n, BITS);
  if (id === 'gamma-nondecreasing') {
    return result(id, n, constantOf(id, n), cover(slopeBound(curve), end));
  }
  if (id === 'gamma-cubic') {
    const bound = constant ?? constantOf(id, n);
    return result(id, n, bound, cover(powerBound(curve, 3, bound.div(end.pow(3)).reduced()), end));
  }
  const { hi, boxes } = sharpQuadraticConstant(n);
  if (!constant) return result(id, n, hi, { outcome: 'certified', boxes });
  return result(id, n, constant, cover(powerBound(curve, 2, constant.div(end.pow(2)).reduced()), end));
}

function result(id: InequalityId, n: number, constant: Rational, found: Cover): RegionResult {
  const inT = (x: Rational): string => x.div(Rational.of(n)).toString();
  if (found.outcome === 'refuted') return { outcome: 'refuted', at: inT(found.at) };
  if (found.outcome === 'undecided') return { outcome: 'undecided', from: inT(found.from), to: inT(found.to) };
  const boxes = found.boxes.map((box): Box => {
    const { from, to, how, at } = box;
    const place = { from: inT(from), to: inT(to), how };
    return { ...place, ...(at && { at: inT(at) }), bound: boundOf(id, n, box, constant) };
  });
  return {
    outcome: 'certified',
    boxes: boxes.length,
    certificate: { inequality: id, n, constant: constant.toString(), boxes },
  };
}

/** The bound of the ratio on the scale of t, rounded to the safe side, but not beyond the constant. */
function boundOf(id: InequalityId, n: number, { bound }: XBox, constant: Rational): string {
  const own = bound.mul(Rational.of(n).pow(id === 'gamma-quadratic' ? 2 : 3));
  if (id === 'gamma-nondecreasing') return roundedText(own, DIGITS, 'down');
  return rounded(own, DIGITS, 'up').compare(constant) < 0 ? roundedText(own, DIGITS, 'up') : constant.toString();
}

/** The quotient of the local term by t³ has positive coefficients in a, so it is ≥ 0 and largest at a = 1. */
function winRate(n: number, constant: Rational): RegionResult {
  const coefficients = quotientCoefficients(n);
  if (coefficients.some((c) => c < 0n)) return { outcome: 'undecided', from: '0', to: '1' };
  if (ratioAt(coefficients, n, Rational.ONE).compare(constant) > 0) return belowTheLargest(coefficients, n, constant);
  const box: Box = { from: '0', to: '1', how: 'coefficients', bound: constant.toString() };
  return {
    outcome: 'certified',
    boxes: 1,
    certificate: { inequality: 'win-rate-cubic', n, constant: constant.toString(), boxes: [box] },
  };
}

/** Refutes the constant at the first of t = 1, 1/2, 1/4, … where the ratio exceeds it, exactly. */
function belowTheLargest(coefficients: readonly bigint[], n: number, constant: Rational): RegionResult {
  let t = Rational.ONE;
  for (let k = 0; k < CLOSEST; k += 1) {
    if (ratioAt(coefficients, n, Rational.ONE.sub(t)).compare(constant) > 0)
      return { outcome: 'refuted', at: t.toString() };
    t = t.mul(Rational.of(1, 2));
  }
  return { outcome: 'undecided', from: '0', to: t.toString() };
}
