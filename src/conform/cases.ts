import { sumOf } from '../arithmetic/bigint.ts';
import type { Domain } from '../claims/domain.ts';
import { hasTies, type Instance, instanceKey } from '../claims/instance.ts';
import { survey } from '../search/fast-check-adapter.ts';
import type { TieRules } from './tie-rules.ts';
import { vectorInstances } from './vectors.ts';

/** Which instances are tried. */
export interface CaseOptions {
  readonly seed: number;
  /** The number of generated instances. */
  readonly runs: number;
  readonly maxDraws: number;
  /** The largest total of the weights, for programs that count samples; null where it is not limited. */
  readonly maxTotal: number | null;
  /** The rules for ties that the program knows. */
  readonly ties: TieRules;
}

export interface Cases {
  /** The instances of the vectors, then the generated ones, which are all different. */
  readonly instances: readonly Instance[];
  /** How many of them are of the vectors. */
  readonly vectors: number;
}

/** The instances for which there is an answer to ask for. */
export function domainOf({ maxDraws }: Pick<CaseOptions, 'maxDraws'>): Domain {
  return { atoms: 1, draws: 1, maxDraws };
}

/** Whether an instance may be asked. */
export function isAllowed(instance: Instance, { maxDraws, maxTotal, ties }: CaseOptions): boolean {
  if (instance.n > maxDraws || (ties !== 'both' && hasTies(instance) && (instance.ties ?? 'level') !== ties))
    return false;
  return maxTotal === null || sumOf(instance.weights) <= BigInt(maxTotal);
}

/** The instances to try, in their order. The same options give the same ones. */
export function casesOf(options: CaseOptions): Cases {
  const known = vectorInstances().filter((instance) => isAllowed(instance, options));
  const seen = new Set(known.map(instanceKey));
  const generated: Instance[] = [];
  survey(domainOf(options), options.seed, options.runs, {
    wants: (instance) =>
      isAllowed(instance, { ...options, ties: generatedTies(options) }) && !seen.has(instanceKey(instance)),
    visit: (instance) => void generated.push(instance),
  });
  return { instances: [...known, ...underRules(generated, options)], vectors: known.length };
}

/** The generator knows only the rule of level. */
function generatedTies({ ties }: CaseOptions): TieRules {
  return ties === 'none' ? 'none' : 'level';
}

/** The rule of order for all instances with ties, or for every second one where both rules are known. */
function underRules(instances: readonly Instance[], { ties }: CaseOptions): Instance[] {
  let tied = 0;
  return instances.map((instance) => {
    if (!hasTies(instance)) return instance;
    tied += 1;
    return ties === 'order' || (ties === 'both' && tied % 2 === 0) ? { ...instance, ties: 'order' } : instance;
  });
}
