/** The only place that knows fast-check. */
import fc from 'fast-check';
import type { Domain } from '../claims/claim.ts';
import { type Instance, instanceKey } from '../claims/instance.ts';
import { generate } from './generate.ts';
import { shrink } from './shrink.ts';

/** After so many repetitions of known instances in a row the domain counts as exhausted. */
const MAX_REPETITIONS = 200;

class InstanceArbitrary extends fc.Arbitrary<Instance> {
  readonly #domain: Domain;

  constructor(domain: Domain) {
    super();
    this.#domain = domain;
  }

  override generate(source: fc.Random): fc.Value<Instance> {
    const random = {
      integer: (min: number, max: number): number => source.nextInt(min, max),
      bigint: (min: bigint, max: bigint): bigint => source.nextBigInt(min, max),
    };
    return new fc.Value(generate(random, this.#domain), undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is Instance {
    return typeof value === 'object' && value !== null && 'weights' in value;
  }

  override shrink(value: Instance): fc.Stream<fc.Value<Instance>> {
    return fc.stream(shrink(value, this.#domain)).map((smaller) => new fc.Value(smaller, undefined));
  }
}

/** Thrown by a visitor to end a survey. */
export class StopSurvey extends Error {}

/** What a survey does with the instances that it generates. */
export interface Visitor {
  /** Whether a new instance is wanted; one that is not is replaced and may come again. */
  readonly wants: (instance: Instance) => boolean;
  /** May throw `StopSurvey`; any other error goes through. */
  readonly visit: (instance: Instance) => void;
}

/** Visits `runs` distinct generated instances. @returns whether all were visited. */
export function survey(domain: Domain, seed: number, runs: number, { wants, visit }: Visitor): boolean {
  const seen = new Set<string>();
  let failure: unknown;
  const property = fc.property(new InstanceArbitrary(domain), (instance) => {
    const key = instanceKey(instance);
    fc.pre(!seen.has(key) && wants(instance));
    seen.add(key);
    try {
      visit(instance);
    } catch (error) {
      failure = error;
      throw error;
    }
  });
  const details = fc.check(property, { seed, numRuns: runs, endOnFailure: true, maxSkipsPerRun: MAX_REPETITIONS });
  if (failure !== undefined && !(failure instanceof StopSurvey)) throw failure;
  return !details.failed && !details.interrupted;
}

export interface Shrunk {
  readonly instance: Instance;
  /** The run, from 1, in which the first one was found, and how many shrinking steps followed. */
  readonly run: number;
  readonly steps: number;
}

/**
 * The first generated instance that satisfies a predicate, shrunk while it does; null when so many `generated` ones show none.
 * A survey of the same seed that left out repetitions went through more instances than it visited.
 */
export function findAndShrink(
  domain: Domain,
  seed: number,
  generated: number,
  isWanted: (instance: Instance) => boolean,
): Shrunk | null {
  const property = fc.property(new InstanceArbitrary(domain), (instance) => !isWanted(instance));
  const details = fc.check(property, { seed, numRuns: generated });
  const instance = details.counterexample?.[0];
  return details.failed && instance ? { instance, run: details.numRuns, steps: details.numShrinks } : null;
}
