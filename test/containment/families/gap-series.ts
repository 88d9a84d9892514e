/** The coefficients of the gap's series, and what it leaves out, for n = 2 … and beyond. */
import { gapSeries, LONG, REACH, SHORT, SHORT_REACH } from '../../../src/kernels/gap-series.ts';
import { integer } from '../draws.ts';
import { drawn, type Family } from '../family.ts';
import { dyadic, floorAt, quotientUp } from '../reference/dyadic.ts';
import { BITS, coefficientsOfH } from '../reference/gap-series.ts';

const PRECISION = Number(BITS);
const ERROR = 1n << 24n;

function absolute(x: bigint): bigint {
  return x < 0n ? -x : x;
}

/** Each coefficient is rounded to a double from one with an error far below 2^−80. */
function coefficientShare(n: number): number {
  const exact = coefficientsOfH(n);
  const shares = Array.from(gapSeries(n).coefficients, (coefficient, k) => {
    const h = exact[k] as bigint;
    const error = absolute(floorAt(dyadic(coefficient), PRECISION) - h) + ERROR;
    return quotientUp(error, (absolute(h) >> 53n) + (1n << (BITS - 80n)));
  });
  return Math.max(...shares);
}

/** Σ over k ≥ from of h_k·v^k in units of 2^−1024, v = u² a power of two. */
function tail(h: readonly bigint[], from: number, u: number): bigint {
  const halvings = -2 * Math.log2(u);
  return h.reduce((sum, term, k) => (k < from ? sum : sum + (term >> BigInt(halvings * k))), 0n);
}

/** At the ends of both reaches, relative to H there. */
function truncationShare(n: number): number {
  const h = coefficientsOfH(n);
  const { truncation } = gapSeries(n);
  const shares = [
    [SHORT, SHORT_REACH],
    [LONG, REACH],
  ].map(([from, u]) => {
    const left = absolute(tail(h, from as number, u as number)) + (1n << (BITS - 160n));
    return quotientUp(left << BITS, floorAt(dyadic(truncation), PRECISION) * tail(h, 0, u as number));
  });
  return Math.max(...shares);
}

const nextN = (tape: () => number): number => integer(tape, 2, 2 + 2 ** integer(tape, 0, 29));
const show = (n: number): string => `n = ${n}`;

export const gapSeriesFamilies: Family[] = [
  drawn({
    name: 'gapSeries: coefficients',
    bound: 'a rounding and 2^−80',
    draw: nextN,
    share: coefficientShare,
    show,
    slow: 512,
    fast: 48,
  }),
  drawn({
    name: 'gapSeries: what is left out at u = 1/8 and 1/2',
    bound: 'truncation',
    nearDegenerate: true,
    draw: nextN,
    share: truncationShare,
    show,
    slow: 512,
    fast: 48,
  }),
];
