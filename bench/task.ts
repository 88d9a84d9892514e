import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WeightSums } from '../src/kernels/weights.ts';
import { FinitePolicy } from '../src/policy/finite-policy.ts';

/** The task of one cell of the benchmark: the KL of best-of-n over these weights. */
export interface Task {
  readonly weights: Weights;
  readonly draws: number;
}

const SCALE = 7919;
const RANGE = 1009;

/** The weight of outcome i; the worst is 0. The weights are reproducible anywhere, unordered, and of mixed sizes. */
function weight(i: number): number {
  return 1 + ((i * SCALE) % RANGE);
}

/** The weights of one policy, in every form that a subject needs. Each form is made when first requested. */
export class Weights {
  readonly size: number;
  /** A file of little-endian doubles for other processes, so that all sum exactly the same terms. */
  readonly file: string;
  #policy: FinitePolicy | undefined;
  #sums: WeightSums | undefined;

  constructor(size: number, folder: string) {
    this.size = size;
    this.file = join(folder, `weights-${size}`);
    const bytes = new DataView(new ArrayBuffer(8 * size));
    for (let i = 0; i < size; i += 1) bytes.setFloat64(8 * i, weight(i), true);
    writeFileSync(this.file, bytes);
  }

  get policy(): FinitePolicy {
    this.#policy ??= FinitePolicy.fromWeights(Array.from({ length: this.size }, (_, i) => BigInt(weight(i))));
    return this.#policy;
  }

  get sums(): WeightSums {
    const { atoms, total } = this.policy;
    this.#sums ??= WeightSums.of(atoms, total) ?? undefined;
    if (!this.#sums) throw new Error(`${this.size} weights are too large for the kernels`);
    return this.#sums;
  }
}
