import { Rational } from '../arithmetic/rational.ts';
import { type Box, type Certificate, constantOf, inequalityOf } from './certificate.ts';
import { type ReadBox, TopGapBoxes } from './recheck-box.ts';
import { holdsNearZero } from './recheck-series.ts';

const DIGITS = 40;
/** The constant of `gamma-quadratic` is sharp up to this. */
const SHARP = Rational.ONE.sub(Rational.of(1, 10n ** 20n));

/**
 * Re-checks a certificate from its list of boxes alone. It checks that the boxes tile (0, 1], that no bound goes beyond the constant, that
 * the constant is the one of the statement (for κ_n: to 20 digits), and each bound. The bounds are checked in decimals on the scale of t,
 * by other formulas than those of `certify`.
 *
 * @returns true, or a sentence that says what is wrong.
 */
export function recheck(certificate: Certificate): true | string {
  try {
    inequalityOf(certificate.inequality, certificate.n);
    const constant = Rational.parse(certificate.constant);
    const boxes = certificate.boxes.map(read);
    return (
      tiling(boxes) ?? constantFault(certificate, constant, boxes) ?? boxFault(certificate, constant, boxes) ?? true
    );
  } catch (error) {
    return `the certificate cannot be read: ${(error as Error).message}`;
  }
}

function read({ from, to, at, bound }: Box): ReadBox {
  const left = Rational.parse(from);
  const right = Rational.parse(to);
  const middle = left.add(right).div(Rational.of(2)).reduced();
  return { from: left, to: right, at: at === undefined ? middle : Rational.parse(at), bound: Rational.parse(bound) };
}

function tiling(boxes: readonly ReadBox[]): string | null {
  let reached = Rational.ZERO;
  for (const { from, to, at } of boxes) {
    if (!from.equals(reached)) return `the box from ${from} does not start at ${reached}`;
    if (to.compare(from) <= 0) return `the box from ${from} to ${to} is empty`;
    if (at.compare(from) < 0 || at.compare(to) > 0) return `the box from ${from} to ${to} is expanded outside`;
    reached = to;
  }
  return reached.equals(Rational.ONE) ? null : `the boxes end at ${reached}, not at 1`;
}

function constantFault({ inequality, n }: Certificate, constant: Rational, boxes: readonly ReadBox[]): string | null {
  if (inequality !== 'gamma-quadratic') {
    const own = constantOf(inequality, n);
    return constant.equals(own) ? null : `the constant is ${own}, not ${constant}`;
  }
  const gap = new TopGapBoxes(n, DIGITS);
  const attained = [...boxes.map(({ at }) => at), Rational.ONE].some((t) =>
    gap.excess(2, constant.mul(SHARP), t).hi.lte(0),
  );
  return attained ? null : `the constant ${constant} is not sharp at any point of expansion`;
}

function boxFault(certificate: Certificate, constant: Rational, boxes: readonly ReadBox[]): string | null {
  const gap = new TopGapBoxes(certificate.n, DIGITS);
  for (const [i, box] of boxes.entries()) {
    const beyond = box.bound.compare(constant) * (certificate.inequality === 'gamma-nondecreasing' ? -1 : 1);
    if (beyond > 0) return `the bound of the box from ${box.from} to ${box.to} is beyond the constant`;
    const { how } = certificate.boxes[i] as Box;
    if (!holds(certificate, constant, gap, how, box))
      return `the box from ${box.from} to ${box.to} does not hold by ${how}`;
  }
  return null;
}

function holds(
  { inequality, n }: Certificate,
  constant: Rational,
  gap: TopGapBoxes,
  how: Box['how'],
  box: ReadBox,
): boolean {
  if (inequality === 'win-rate-cubic') return how === 'coefficients' && winRateHolds(n, box);
  if (how === 'series') {
    const power = inequality === 'gamma-nondecreasing' ? null : inequality === 'gamma-cubic' ? 3 : 2;
    return box.from.sign() === 0 && holdsNearZero(n, power, box.bound, box.to);
  }
  if (box.from.sign() === 0) return false;
  if (inequality === 'gamma-nondecreasing') {
    return how === 'range' ? gap.byRange(box) : how === 'slope' && gap.byBend(box);
  }
  const power = inequality === 'gamma-cubic' ? 3 : 2;
  return how === 'slope'
    ? gap.bySlope(power, constant, box)
    : how === 'curvature' && gap.byCurvature(power, constant, box);
}

/**
 * Checks by multiplication that (1 − a)³ Σ_{k ≤ n−2} (k+1)(n−1−k) a^k is 2(n+1) times the local term. All coefficients are positive, so
 * the ratio is ≥ 0, and on the box it is largest at a = 1 − from.
 */
function winRateHolds(n: number, { from, bound }: ReadBox): boolean {
  const draws = BigInt(n);
  const quotient: bigint[] = [];
  for (let k = 0n; k < draws - 1n; k += 1n) quotient.push((k + 1n) * (draws - 1n - k));
  const at = (k: bigint): bigint => quotient[Number(k)] ?? 0n;
  for (let k = 0n; k <= draws + 1n; k += 1n) {
    const product = at(k) - 3n * at(k - 1n) + 3n * at(k - 2n) - at(k - 3n);
    let term = 0n;
    if (k === 0n) term += draws - 1n;
    if (k === 1n) term -= draws + 1n;
    if (k === draws) term += draws + 1n;
    if (k === draws + 1n) term -= draws - 1n;
    if (product !== term) return false;
  }
  const a = Rational.ONE.sub(from);
  const value = quotient.reduceRight((sum, c) => sum.mul(a).add(Rational.of(c)).reduced(), Rational.ZERO);
  return value.compare(bound.mul(Rational.of(2n * draws + 2n))) <= 0;
}
