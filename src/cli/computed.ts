import { printReal } from '../arithmetic/print.ts';
import type { Real } from '../arithmetic/real.ts';
import { InputError } from '../policy/errors.ts';
import type { FinitePolicy, Ties } from '../policy/finite-policy.ts';
import { BestOfN } from '../quantities/best-of-n.ts';
import type { Computed, Printed } from '../report/computed.ts';
import { computedText } from '../report/computed-text.ts';
import { pmf } from '../selection/pmf.ts';
import { parseDrawList } from './options.ts';
import { type PolicyChoice, readPolicy } from './read-policy.ts';

export interface ComputeOptions extends PolicyChoice {
  readonly n?: string;
  /** Left out: as many as people read, or in JSON as many as programs want. */
  readonly digits?: number;
  readonly interval?: boolean;
  readonly ties: Ties;
  readonly normalize?: boolean;
  readonly pmf?: boolean;
  readonly json?: boolean;
}

const DIGITS = 30;
const DIGITS_TO_READ = 6;

/** The text that `compute` prints. @throws InputError for a wrong option, file or policy. */
export async function computed(options: ComputeOptions): Promise<string> {
  if (options.n === undefined) throw new InputError('give the number of draws with --n');
  const draws = parseDrawList(options.n);
  if (draws.length > 1 && options.pmf) throw new InputError('--pmf is for a single n');
  const policy = await readPolicy(options, options);
  const { json = false, interval = false, digits = json || interval ? DIGITS : DIGITS_TO_READ } = options;
  const results = draws.map((n) => computeAll(policy, n, digits, options.pmf === true));
  if (!json) return computedText(results, { digits, interval });
  return JSON.stringify(results.length === 1 ? results[0] : results, null, 2);
}

function computeAll(policy: FinitePolicy, n: number, digits: number, withPmf: boolean): Computed {
  const q = new BestOfN(policy, n);
  const print = (value: Real): Printed => ({ ...printReal(value, digits), exact: value.exact?.toString() ?? null });
  return {
    n,
    kl: print(q.kl),
    formula: print(q.atomlessKl),
    gap: print(q.gap),
    winRate: print(q.winRate),
    winRateBound: print(q.winRateBound),
    estimator: { mean: print(q.estimatorMean), best: print(q.estimatorBest) },
    renyi2: print(q.renyi(2)),
    renyi3: print(q.renyi(3)),
    ...(withPmf && { pmf: inInputOrder(policy, pmf(policy, n, q.hasExactForms).map(print)) }),
  };
}

/** Restores the order of the input; policies keep outcomes in the order of rewards. */
function inInputOrder<T>(policy: FinitePolicy, values: readonly T[]): T[] {
  const ordered = new Array<T>(values.length);
  values.forEach((value, index) => {
    ordered[policy.places[index] as number] = value;
  });
  return ordered;
}
