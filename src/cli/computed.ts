import { type PrintedInterval, printReal } from '../arithmetic/print.ts';
import type { Real } from '../arithmetic/real.ts';
import { parseDraws } from '../policy/draws.ts';
import { InputError } from '../policy/errors.ts';
import type { FinitePolicy, Ties } from '../policy/finite-policy.ts';
import { BestOfN } from '../quantities/best-of-n.ts';
import { pmf } from '../selection/pmf.ts';
import { type PolicyChoice, readPolicy } from './read-policy.ts';

export interface ComputeOptions extends PolicyChoice {
  readonly n?: string;
  readonly digits: number;
  readonly ties: Ties;
  readonly normalize?: boolean;
  readonly pmf?: boolean;
  readonly json?: boolean;
}

export interface Printed extends PrintedInterval {
  readonly exact: string | null;
}

export interface Computed {
  readonly n: number;
  readonly kl: Printed;
  readonly formula: Printed;
  readonly gap: Printed;
  readonly winRate: Printed;
  readonly winRateBound: Printed;
  readonly estimator: { readonly mean: Printed; readonly best: Printed };
  readonly renyi2: Printed;
  readonly renyi3: Printed;
  readonly pmf?: readonly Printed[];
}

/** The text that `compute` prints. @throws InputError for a wrong option, file or policy. */
export async function computed(options: ComputeOptions): Promise<string> {
  if (options.n === undefined) throw new InputError('give the number of draws with --n');
  const n = parseDraws(options.n);
  const policy = await readPolicy(options, options);
  const result = computeAll(policy, n, options.digits, options.pmf === true);
  return options.json ? JSON.stringify(result, null, 2) : inWords(result);
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

const LABELS = [
  ['kl', 'KL(π‖p), nats'],
  ['formula', 'log n − (n−1)/n'],
  ['gap', 'gap'],
  ['winRate', 'win rate'],
  ['winRateBound', 'n/(n+1)'],
  ['renyi2', 'Rényi entropy H_2'],
  ['renyi3', 'Rényi entropy H_3'],
] as const;

const LONGEST_EXACT = 100;

function inWords(result: Computed): string {
  const rows: [string, Printed][] = LABELS.map(([key, label]) => [label, result[key]]);
  rows.splice(5, 0, ['estimator, mean', result.estimator.mean], ['estimator, best outcome', result.estimator.best]);
  for (const [index, probability] of (result.pmf ?? []).entries()) rows.push([`π of entry ${index + 1}`, probability]);
  const width = rows.reduce((widest, [label]) => Math.max(widest, label.length), 0);
  return [`n = ${result.n}`, ...rows.map(([label, value]) => `${label.padEnd(width)}  ${line(value)}`)].join('\n');
}

function line({ lo, hi, exact }: Printed): string {
  const enclosure = lo === hi ? lo : `in [${lo}, ${hi}]`;
  return exact !== null && exact.length <= LONGEST_EXACT && exact !== lo ? `${enclosure}  = ${exact}` : enclosure;
}
