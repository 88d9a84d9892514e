import { InputError } from '../policy/errors.ts';
import type { Ties } from '../policy/finite-policy.ts';
import { computedOf } from '../report/computed.ts';
import { computedText } from '../report/computed-text.ts';
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
  const results = draws.map((n) => computedOf(policy, n, digits, options.pmf === true));
  if (!json) return computedText(results, { digits, interval });
  return JSON.stringify(results.length === 1 ? results[0] : results, null, 2);
}
