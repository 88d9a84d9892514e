/**
 * A policy's weights as the kernels read them: each a double and the rest of its rounding. A sum of weights below 2^53 is exactly a double.
 * Below 2^106 it is exactly a double-double, since the rest is then an integer below 2^53.
 */
export class WeightSums {
  /** K */
  readonly size: number;
  /** C_0 = 0, …, C_K */
  readonly cumulative: Float64Array;
  readonly cumulativeRest: Float64Array | null;
  /** The weights themselves; w_i is at index i − 1. */
  readonly mass: DoubleDoubles;
  readonly #weights: readonly bigint[];
  #above: Float64Array | undefined;

  private constructor(weights: readonly bigint[], mass: DoubleDoubles, { heads, rests }: DoubleDoubles) {
    this.#weights = weights;
    this.size = weights.length;
    this.mass = mass;
    this.cumulative = heads;
    this.cumulativeRest = rests;
  }

  /** Null where the total is 2^106 or more, which needs arithmetic of higher precision, and where K > 10^7. */
  static of(weights: readonly bigint[], total: bigint): WeightSums | null {
    if (total >= LARGEST_TOTAL || weights.length > LARGEST_SIZE) return null;
    const mass = doubleDoubles(weights);
    return new WeightSums(weights, mass, total < TWO_53 ? doubleSums(mass.heads) : sums(weights));
  }

  /** C_K − C_i, rounded to doubles. */
  get above(): Float64Array {
    this.#above ??= this.#sumsFromAbove();
    return this.#above;
  }

  #sumsFromAbove(): Float64Array {
    const above = new Float64Array(this.size + 1);
    if (!this.cumulativeRest) {
      const total = this.cumulative[this.size] as number;
      for (let i = 0; i < this.size; i += 1) above[i] = total - (this.cumulative[i] as number);
      return above;
    }
    let sum = 0n;
    for (let i = this.size; i > 0; i -= 1) {
      sum += this.#weights[i - 1] as bigint;
      above[i - 1] = Number(sum);
    }
    return above;
  }
}

/** Integers as heads + rests, exactly; `rests` is null where all are 0. */
export interface DoubleDoubles {
  readonly heads: Float64Array;
  readonly rests: Float64Array | null;
}

const TWO_53 = 2n ** 53n;
const LARGEST_TOTAL = 2n ** 106n;
const LARGEST_SIZE = 10_000_000;

function doubleSums(weights: Float64Array): DoubleDoubles {
  const heads = new Float64Array(weights.length + 1);
  let sum = 0;
  for (let i = 0; i < weights.length; i += 1) {
    sum += weights[i] as number;
    heads[i + 1] = sum;
  }
  return { heads, rests: null };
}

function sums(weights: readonly bigint[]): DoubleDoubles {
  const all = [0n];
  let sum = 0n;
  for (const weight of weights) {
    sum += weight;
    all.push(sum);
  }
  return doubleDoubles(all);
}

export function doubleDoubles(integers: readonly bigint[]): DoubleDoubles {
  const heads = new Float64Array(integers.length);
  let rests: Float64Array | null = null;
  for (let i = 0; i < integers.length; i += 1) {
    const integer = integers[i] as bigint;
    const head = Number(integer);
    heads[i] = head;
    if (head < 2 ** 53) continue;
    rests ??= new Float64Array(integers.length);
    rests[i] = Number(integer - BigInt(head));
  }
  return { heads, rests };
}
