/** Policies at random, and numbers of draws. */
import { bits, integer, oneOf, positive } from './draws.ts';
import type { Tape } from './family.ts';
import type { Instance } from './reference/policy.ts';

/** n: switches of the kernels, powers of two and their neighbours, up to the largest. */
export const DRAWS = [
  1,
  2,
  3,
  4,
  5,
  7,
  8,
  9,
  15,
  16,
  17,
  18,
  31,
  32,
  33,
  63,
  64,
  65,
  100,
  127,
  128,
  255,
  256,
  1000,
  1023,
  1024,
  4096,
  10_000,
  65_535,
  65_536,
  10 ** 6,
  2 ** 20 - 1,
  10 ** 7,
  2 ** 24,
  10 ** 8,
  2 ** 29,
  10 ** 9 - 1,
  10 ** 9,
];

/** Two to four outcomes, weights of any sizes below 2^104; of one size half the time. */
export function drawInstance(tape: Tape): Instance {
  const size = integer(tape, 1, 4);
  const range = integer(tape, 1, 103);
  const alike = tape() < 0.5;
  const weights = Array.from({ length: size }, () => (alike ? 1n + bits(tape, range) : positive(tape, range)));
  return { weights, n: drawN(tape) };
}

/** As many as 40 outcomes, repeated and rising by orders. */
export function drawLong(tape: Tape): Instance {
  const size = integer(tape, 5, 40);
  const range = integer(tape, 1, 90);
  const weights: bigint[] = [];
  while (weights.length < size) {
    const kind = tape();
    weights.push(kind < 0.3 && weights.length > 0 ? (weights.at(-1) as bigint) : positive(tape, range));
  }
  return { weights, n: drawN(tape) };
}

/** Many outcomes that rise slowly, so that the kernels stop on the way down with much left below. */
export function drawDeep(tape: Tape): Instance {
  const size = integer(tape, 64, 160);
  const range = integer(tape, 1, 12);
  const weights = Array.from({ length: size }, () => 1n + bits(tape, range));
  return { weights, n: integer(tape, 2, 2 ** integer(tape, 2, 8)) };
}

/** With ties: at most four levels. */
export function drawTied(tape: Tape): Instance {
  const { weights, n } = drawLong(tape);
  let rank = 0;
  const ranks = weights.map((_, i) => {
    if (i > 0 && tape() < 0.3) rank += 1;
    return rank;
  });
  return { weights, ranks, n };
}

/** ε near 2^−106 at the top: where what the estimator sees drowns in its error. */
export function drawTiniest(tape: Tape): Instance {
  const even = BigInt(integer(tape, 0, 44));
  const large = (1n << BigInt(integer(tape, 99, 105))) + ((bits(tape, 105) >> even) << even);
  const small = BigInt(integer(tape, 1, 3));
  return { weights: tape() < 0.5 ? [large, small] : [large, small, BigInt(integer(tape, 1, 3))], n: drawN(tape) };
}

function drawN(tape: Tape): number {
  return tape() < 0.5 ? oneOf(tape, DRAWS) : integer(tape, 1, 2 ** integer(tape, 1, 29));
}

export function showInstance({ weights, n, ranks }: Instance): string {
  return `weights ${weights.join(',')}${ranks ? `; ranks ${ranks.join(',')}` : ''}; n = ${n}`;
}
