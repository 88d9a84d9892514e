/** The subjects of the comparison: the gap kernel in TypeScript and as WebAssembly in this process, and in C in another one. */
import type { Approximation } from '../../src/arithmetic/approximation.ts';
import { klByGap } from '../../src/kernels/gap.ts';
import { WeightSums } from '../../src/kernels/weights.ts';
import { boundsOfApproximation } from '../bounds.ts';
import { QUAD, served } from '../peers.ts';
import { type Program, startC } from '../program.ts';
import { inProcess, type Subject } from '../subject.ts';
import type { Task, Weights } from '../task.ts';
import { Placed } from './module.ts';

type Evaluate = (task: Task) => () => Approximation;

/** Powers of larger n go by logarithms, which need the sums from above. */
const SQUARED = 16;

function here(id: string, name: string, source: string, evaluation: Evaluate): Subject {
  return inProcess({
    id,
    name,
    guarantee: 'enclosure',
    ours: true,
    source,
    evaluation,
    bounds: boundsOfApproximation,
  });
}

export const typescript = here('ts', 'TypeScript', 'src/kernels/gap.ts', ({ weights, draws }) => {
  const { sums } = weights;
  void sums.above;
  return () => klByGap(sums, draws, 0);
});

/** One policy that lies in the module's memory already, or whose weights are copied there each time. */
export function inModule(id: string, name: string, module: WebAssembly.Module, isCopied: boolean): Subject {
  return here(id, name, 'bench/wasm/gap.c', ({ weights: { sums }, draws }) => {
    const placed = new Placed(module, draws, sums.size, 1);
    const place = (): void => {
      placed.copy(sums.cumulative, 0);
      if (draws > SQUARED) placed.sumFromAbove(0);
    };
    place();
    if (!isCopied) return () => placed.evaluate(0);
    return () => {
      place();
      return placed.evaluate(0);
    };
  });
}

/** Consecutive weights as policies of `size` outcomes each. */
function policiesOf({ policy }: Weights, size: number): WeightSums[] {
  return Array.from({ length: policy.atoms.length / size }, (_, p) => {
    const weights = policy.atoms.slice(p * size, (p + 1) * size);
    const total = weights.reduce((sum, weight) => sum + weight, 0n);
    return WeightSums.of(weights, total) as WeightSums;
  });
}

/** All policies in TypeScript, one call for each. */
export function typescriptEach(size: number): Subject {
  return here('ts', 'TypeScript', 'src/kernels/gap.ts', ({ weights, draws }) => {
    const policies = policiesOf(weights, size);
    for (const policy of policies) void policy.above;
    const answers = new Float64Array(3 * policies.length);
    return () => {
      let found = { hi: 0, lo: 0, error: 0 };
      for (let p = 0; p < policies.length; p += 1) {
        found = klByGap(policies[p] as WeightSums, draws, 0);
        answers[3 * p] = found.hi;
        answers[3 * p + 1] = found.lo;
        answers[3 * p + 2] = found.error;
      }
      return found;
    };
  });
}

/** All policies in a module: `each` by one call with one copy for each, `copied` and `placed` by one call with and without copies. */
export function moduleBatch(
  id: string,
  name: string,
  module: WebAssembly.Module,
  size: number,
  way: 'each' | 'copied' | 'placed',
): Subject {
  return here(id, name, 'bench/wasm/gap.c', ({ weights, draws }) => {
    const policies = policiesOf(weights, size);
    const placed = new Placed(module, draws, size, policies.length);
    const place = (p: number): void => {
      placed.copy((policies[p] as WeightSums).cumulative, p);
      if (draws > SQUARED) placed.sumFromAbove(p);
    };
    for (let p = 0; p < policies.length; p += 1) place(p);
    return () => {
      let found: Approximation | undefined;
      for (let p = 0; p < policies.length; p += 1) {
        if (way !== 'placed') place(p);
        if (way === 'each') found = placed.evaluate(p);
      }
      if (found) return found;
      placed.evaluateAll();
      return placed.answer(policies.length - 1);
    };
  });
}

export interface InC {
  readonly program: Program;
  readonly subject: Subject;
}

/** The kernel of bench/peers; with a size, the one for many policies of that size. */
export async function inC(folder: string, size?: number): Promise<InC> {
  const source = size === undefined ? 'gap.c' : '../wasm/batch.c';
  const program = await startC(source, QUAD, folder);
  const about = { id: 'c', name: 'C', guarantee: 'enclosure', precision: size ?? 53 } as const;
  return { program, subject: served(program, `bench/peers/${source}`, about) };
}
