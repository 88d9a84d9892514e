/** The only place that knows fast-check. */
import fc from 'fast-check';
import type { Domain } from '../claims/domain.ts';
import type { InDomain } from '../claims/in-domain.ts';
import { instanceKey } from '../claims/instance.ts';
import { generate, type Limits } from './generate.ts';
import type { Random } from './random.ts';
import { shrink } from './shrink.ts';

/** Its version: another one may generate other instances from a seed. */
export const GENERATOR_VERSION: string = fc.__version;

/** The domain counts as exhausted after this many repetitions or unwanted instances in a row. */
const MAX_REPETITIONS = 200;

/** Bigints from small ranges are drawn as integers, which is several times as fast. */
class Source implements Random {
  readonly #source: fc.Random;

  constructor(source: fc.Random) {
    this.#source = source;
  }

  integer(min: number, max: number): number {
    return this.#source.nextInt(min, max);
  }

  bigint(min: bigint, max: bigint): bigint {
    if (max - min >= INTEGER_RANGE) return this.#source.nextBigInt(min, max);
    return min + BigInt(this.#source.nextInt(0, Number(max - min)));
  }
}

const INTEGER_RANGE = 2n ** 53n;

class InstanceArbitrary extends fc.Arbitrary<InDomain> {
  readonly #domain: Domain;
  readonly #limits: Limits;

  constructor(domain: Domain, limits: Limits = {}) {
    super();
    this.#domain = domain;
    this.#limits = limits;
  }

  override generate(source: fc.Random): fc.Value<InDomain> {
    return new fc.Value(generate(new Source(source), this.#domain, this.#limits), undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is InDomain {
    return typeof value === 'object' && value !== null && 'weights' in value;
  }

  override shrink(value: InDomain): fc.Stream<fc.Value<InDomain>> {
    return fc.stream(shrink(value, this.#domain)).map((smaller) => new fc.Value(smaller, undefined));
  }
}

/** Thrown by a visitor to end a survey. */
export class StopSurvey extends Error {}

/** What a survey does with the instances that it generates. */
export interface Visitor {
  /** Whether a new instance is wanted. An unwanted one is replaced and may come again. */
  readonly wants: (instance: InDomain) => boolean;
  /** `generated` counts all instances so far, unwanted ones included. May throw `StopSurvey`; other errors propagate. */
  readonly visit: (instance: InDomain, generated: number) => void;
}

/** Visits `runs` distinct generated instances. @returns whether all were visited. */
export function survey(
  domain: Domain,
  seed: number,
  runs: number,
  { wants, visit }: Visitor,
  limits: Limits = {},
): boolean {
  if (runs === 0) return true;
  const seen = new Set<string>();
  let generated = 0;
  let visited = 0;
  let repetitions = 0;
  let failure: unknown;
  // Counts repetitions here and ends the survey by failing: fast-check's preconditions cost more than the check of an instance.
  const property = fc.property(new InstanceArbitrary(domain, limits), (instance) => {
    generated += 1;
    const key = instanceKey(instance);
    if (seen.has(key) || !wants(instance)) {
      repetitions += 1;
      return repetitions < MAX_REPETITIONS;
    }
    seen.add(key);
    repetitions = 0;
    try {
      visit(instance, generated);
    } catch (error) {
      failure = error;
      return false;
    }
    visited += 1;
    return visited < runs;
  });
  fc.check(property, { seed, numRuns: Number.MAX_SAFE_INTEGER, endOnFailure: true });
  if (failure !== undefined && !(failure instanceof StopSurvey)) throw failure;
  return visited === runs;
}

export interface Shrunk {
  readonly instance: InDomain;
  /** The run, counted from 1, that found the first one; `steps` shrinking steps followed. */
  readonly run: number;
  readonly steps: number;
}

/**
 * The first generated instance that satisfies a predicate, shrunk as long as it does. Null where none of `generated` instances does.
 * `generated` counts repetitions, so for a survey of the same seed it exceeds the number of visited instances.
 */
export function findAndShrink(
  domain: Domain,
  seed: number,
  generated: number,
  isWanted: (instance: InDomain) => boolean,
): Shrunk | null {
  const property = fc.property(new InstanceArbitrary(domain), (instance) => !isWanted(instance));
  const details = fc.check(property, { seed, numRuns: generated });
  const instance = details.counterexample?.[0];
  return details.failed && instance ? { instance, run: details.numRuns, steps: details.numShrinks } : null;
}
