import { DomainError, InsufficientPrecisionError } from '../../arithmetic/errors.ts';
import { type PrintedInterval, printInterval, printReal } from '../../arithmetic/print.ts';
import type { Domain } from '../../claims/domain.ts';
import { type Instance, instanceToJson } from '../../claims/instance.ts';
import type { InstanceJson } from '../../claims/instance-schema.ts';
import type { ConstantQuestion } from '../../conjectures/constant.ts';
import { everyInstance, scaleOf } from '../every-instance.ts';
import { type FarExtent, farInstances } from '../far.ts';
import { generate } from '../generate.ts';
import { claimSeed, seeded } from '../random.ts';
import { climbInstances } from './climb-instances.ts';
import { type Ladders, type Rung, ShapeClimb } from './climb-shapes.ts';
import { Extremes, type Forcing, SIDES, type Side, type Unheard } from './extremes.ts';

/** How many instances of each kind are looked at. */
export interface ConstantExtent {
  /** Every policy up to this total weight; 0 for none. */
  readonly exhaustive: number;
  /** Grids as in `scaleOf`. */
  readonly grid: number;
  readonly runs: number;
  readonly far: FarExtent;
  /** Steps of climbs for each side. */
  readonly climbs: number;
  /** The most atoms of climbs within families; 0 for no such climbs. */
  readonly maxAtoms: number;
}

/** The most demanding instance of a side, with its ratio as nearest decimals. */
export interface Extreme extends PrintedInterval {
  /** The ratio where it is rational, as a/b; null where it is not known to be. */
  readonly exact: string | null;
  readonly instance: InstanceJson;
  /** How the ratio grew with the atoms, and with the bits between masses; empty where that was not what raised it. */
  readonly atoms: readonly Rung[];
  readonly bits: readonly Rung[];
}

/** What a search found at one n, or at all n of a domain. Plain data: it crosses threads. */
export interface Found {
  readonly n: number | null;
  readonly atLeast: Extreme | null;
  readonly atMost: Extreme | null;
  /** The smallest instance on which no constant helps. */
  readonly hopeless: InstanceJson | null;
  readonly looked: Looked;
  readonly unheard: Unheard;
  readonly firstWithoutValue: InstanceJson | null;
  /** Whether nothing was cut short by time. */
  readonly complete: boolean;
}

export interface Looked {
  enumerated: number;
  maxTotal: number;
  searched: number;
  far: number;
  climbed: number;
}

/**
 * Looks for the extreme values of the constant: at one n, or at every n of the domain where it is null. It enumerates small policies,
 * generates others and far-out ones, and climbs on the ratio. Deterministic in seed and extent, unless time ends it.
 */
export function findConstant(
  whole: ConstantQuestion,
  n: number | null,
  extent: ConstantExtent,
  seed: number,
  shouldStop: () => boolean,
): Found {
  const question = n === null ? whole : { ...whole, domain: { ...whole.domain, draws: n, maxDraws: n } };
  const { domain, typed } = question;
  const extremes = new Extremes(question);
  const looked: Looked = { enumerated: 0, maxTotal: extent.exhaustive, searched: 0, far: 0, climbed: 0 };
  const visit = (instances: Iterable<Instance>, part: 'enumerated' | 'searched' | 'far'): void => {
    for (const instance of instances) {
      if (shouldStop()) return;
      if (extremes.look(instance)) looked[part] += 1;
    }
  };
  const random = (part: string) => seeded(`${claimSeed(seed, typed.id)}/sharpen/${n ?? 'all'}/${part}`);
  visit(small(domain, extent), 'enumerated');
  visit(generated(domain, random('search'), extent.runs), 'searched');
  visit(farInstances({ domain }, random('far'), extent.far), 'far');
  const ladders = new Map<Side, Ladders>();
  for (const side of SIDES) {
    if (!extremes.get(side) || extent.climbs === 0) continue;
    if (n !== null && !domain.auxiliary && extent.maxAtoms > 0) {
      const climb = new ShapeClimb(question, n, side, extremes, { maxAtoms: extent.maxAtoms, shouldStop });
      ladders.set(side, climb.run());
      looked.climbed += climb.evaluations;
    }
    climbInstances(question, side, extremes, random(`climb ${side}`), extent.climbs, shouldStop);
    looked.climbed += extent.climbs;
  }
  const told = (side: Side): Extreme | null => {
    const forcing = extremes.get(side);
    return (
      forcing && { ...extremeOf(forcing), atoms: ladders.get(side)?.atoms ?? [], bits: ladders.get(side)?.bits ?? [] }
    );
  };
  const { hopeless, firstWithoutValue } = extremes;
  return {
    n,
    atLeast: told('at least'),
    atMost: told('at most'),
    hopeless: hopeless && instanceToJson(hopeless),
    looked,
    unheard: { ...extremes.unheard },
    firstWithoutValue: firstWithoutValue && instanceToJson(firstWithoutValue),
    complete: !shouldStop(),
  };
}

function* small(domain: Domain, { exhaustive, grid }: ConstantExtent): Generator<Instance> {
  if (exhaustive === 0) return;
  const scale = scaleOf(domain, exhaustive, grid);
  yield* everyInstance(domain, { ...scale, maxDraws: Math.max(scale.maxDraws, Math.ceil(domain.draws)) });
}

function* generated(domain: Domain, random: ReturnType<typeof seeded>, runs: number): Generator<Instance> {
  for (let run = 0; run < runs; run += 1) yield generate(random, domain);
}

const DIGITS = 12;

function extremeOf({ instance, bound: { ratio } }: Forcing): Omit<Extreme, 'atoms' | 'bits'> {
  const exact = ratio.rational ?? ratio.exact?.asRational() ?? null;
  return { ...printed(ratio), exact: exact?.reduced().toString() ?? null, instance: instanceToJson(instance) };
}

/** The nearest decimals; where no precision gives them, the enclosure at hand. */
function printed(ratio: Forcing['bound']['ratio']): PrintedInterval {
  try {
    return printReal(ratio, DIGITS);
  } catch (error) {
    if (error instanceof InsufficientPrecisionError || error instanceof DomainError)
      return printInterval(ratio.enclose(2 * DIGITS), DIGITS);
    throw error;
  }
}
