import { toInterval } from '../../arithmetic/approximation.ts';
import { type PrintedInterval, printInterval } from '../../arithmetic/print.ts';
import type { Bound } from '../../conjectures/bound.ts';
import type { ConstantQuestion } from '../../conjectures/constant.ts';
import { climbAlong, type Point, type Reach } from './compass.ts';
import type { Extremes, Side } from './extremes.ts';
import { largestM, policyOf, SHAPES, type Shape, startsOf } from './shapes.ts';

/** The most demanding ratio, enclosed, with so many atoms or with masses at most so many bits apart. */
export interface Rung extends PrintedInterval {
  readonly at: number;
}

/** How the ratio grew in a climb; empty where that was not what raised it. */
export interface Ladders {
  readonly atoms: readonly Rung[];
  readonly bits: readonly Rung[];
}

export interface ShapeLimits {
  readonly maxAtoms: number;
  readonly shouldStop: () => boolean;
}

/** A point of a shape's parameters, at some m. */
interface Summit extends Point {
  readonly shape: Shape;
  readonly m: number;
}

/** The most atoms of the first climbs. */
const FEW = 96;
/** The starts of each shape that are followed, and the summits that are continued with more atoms. */
const FOLLOWED = 2;
const CONTINUED = 2;
/** Among summits that agree to this share, the one of fewest atoms is refined. */
const AGREE = 1e-6;
/** Doubling m is worth while above this share of the ratio. */
const WORTH = 1e-9;
/** Up to so many atoms several climbs are continued, and one of them beyond. There a climb begins near its end. */
const MANY = 1025;
/** Atoms of all policies of a climb with more and more atoms, for each parameter: time is proportional to them. */
const MAX_OUTCOMES = 700_000;

const FIRST: Reach = { step: 2, lastStep: 2 ** -6, limit: 20 };
const FINE: Reach = { step: 2 ** -6, lastStep: 2 ** -40, limit: 20 };
const AGAIN: Reach = { step: 2 ** -3, lastStep: 2 ** -7, limit: 40 };
const LATER: Reach = { ...AGAIN, step: 2 ** -5 };
/** Where a climb ends this near to its limit, it is continued beyond it. */
const NEAR_LIMIT = 3;
const FURTHER = [40, 80, 160];
const BEYOND = { step: 8, lastStep: 1 };

const SHOWN_DIGITS = 12;

/** Climbs towards the extreme ratio of one side at one n, within families of policies. All that it meets is told to `extremes`. */
export class ShapeClimb {
  readonly #question: ConstantQuestion;
  readonly #n: number;
  readonly #side: Side;
  readonly #extremes: Extremes;
  readonly #limits: ShapeLimits;
  evaluations = 0;

  constructor(question: ConstantQuestion, n: number, side: Side, extremes: Extremes, limits: ShapeLimits) {
    this.#question = question;
    this.#n = n;
    this.#side = side;
    this.#extremes = extremes;
    const maxAtoms = Math.min(limits.maxAtoms, question.domain.maxAtoms ?? limits.maxAtoms);
    this.#limits = { ...limits, maxAtoms };
  }

  run(): Ladders {
    const { maxAtoms } = this.#limits;
    const summits = SHAPES.filter((shape) => shape.atoms(1) <= maxAtoms)
      .flatMap((shape) => this.#first(shape, largestM(shape, Math.min(FEW, maxAtoms))))
      .sort(byHeight);
    const [best] = summits;
    if (!best) return { atoms: [], bits: [] };
    // The best policy of few atoms reaches an extreme that is attained to all digits.
    const few = simplest(summits.filter(({ shape }) => !shape.isLarge)) ?? best;
    const [fine = best] = [...new Set([best, few])].map((summit) => this.#climb(summit, FINE)).sort(byHeight);
    const [further, bits] = this.#beyond(fine);
    const [largest] = summits
      .filter(({ shape }) => shape.isLarge)
      .slice(0, CONTINUED)
      .map((summit) => this.#withMoreAtoms(summit, Math.min(maxAtoms, MANY)))
      .sort((a, b) => byHeight(a.summit, b.summit))
      .slice(0, 1)
      .map(({ summit, rungs }) => {
        const more = this.#withMoreAtoms(summit, maxAtoms);
        return { summit: more.summit, rungs: [...rungs, ...more.rungs.slice(1)] };
      });
    return { atoms: largest && largest.summit.height > further.height ? largest.rungs : [], bits };
  }

  /** The bound of a point; null where there is none of this side. */
  #bound({ shape, m }: Pick<Summit, 'shape' | 'm'>, at: readonly number[]): Bound | null {
    this.evaluations += 1;
    const { domain } = this.#question;
    const instance = this.#limits.shouldStop() ? null : policyOf(shape.logMasses(at, m), this.#n, domain.selection);
    const looked = instance && this.#extremes.look(instance);
    return looked && 'bound' in looked && looked.bound.kind === this.#side ? looked.bound : null;
  }

  #point<T extends Pick<Summit, 'shape' | 'm'>>(of: T, at: readonly number[]): T & Point {
    const bound = this.#bound(of, at);
    const height = bound ? (this.#side === 'at least' ? 1 : -1) * bound.near.hi : Number.NEGATIVE_INFINITY;
    return { ...of, at, height };
  }

  #climb(from: Summit, reach: Reach): Summit {
    return { ...from, ...climbAlong(from, reach, (at) => this.#point(from, at).height) };
  }

  /** The rung of a summit; none where the time has ended. */
  #rung(summit: Summit, at: number): Rung[] {
    const bound = this.#bound(summit, summit.at);
    return bound ? [{ at, ...printInterval(toInterval(bound.near, 2 * SHOWN_DIGITS), SHOWN_DIGITS) }] : [];
  }

  /** The highest point that the best starts of a shape lead to; none where no start has a bound. */
  #first(shape: Shape, m: number): Summit[] {
    return startsOf(shape)
      .map((at) => this.#point({ shape, m }, at))
      .filter(({ height }) => height > Number.NEGATIVE_INFINITY)
      .sort(byHeight)
      .slice(0, FOLLOWED)
      .map((start) => this.#climb(start, FIRST))
      .sort(byHeight)
      .slice(0, 1);
  }

  /** Climbs on with masses further and further apart where a summit is at the limit. */
  #beyond(fine: Summit): [Summit, readonly Rung[]] {
    let here = fine;
    const rungs: Rung[] = [];
    for (const limit of FURTHER) {
      if (!here.at.some((x) => Math.abs(x) > limit / 2 - NEAR_LIMIT)) break;
      if (rungs.length === 0) rungs.push(...this.#rung(here, FINE.limit));
      here = this.#climb(here, { ...BEYOND, limit });
      rungs.push(...this.#rung(here, limit));
    }
    return [here, rungs];
  }

  /** Doubles m up to so many atoms as long as that raises the ratio. The first rung is that of the given summit. */
  #withMoreAtoms(from: Summit, most: number): { readonly summit: Summit; readonly rungs: readonly Rung[] } {
    const { shape } = from;
    const rungs = this.#rung(from, shape.atoms(from.m));
    let left = MAX_OUTCOMES * Math.max(1, shape.parameters);
    let [before, here] = [from, from];
    while (shape.atoms(2 * here.m) <= most && left > 0) {
      const m = 2 * here.m;
      const atoms = shape.atoms(m);
      const point = (at: readonly number[]): Point => {
        left -= atoms;
        return left > 0 ? this.#point({ shape, m }, at) : { at, height: Number.NEGATIVE_INFINITY };
      };
      // Each doubling moves the summit about as far as the one before.
      const starts = [here.at, here.at.map((x, i) => 2 * x - (before.at[i] as number))].map(point).sort(byHeight);
      const there = climbAlong(starts[0] as Point, atoms <= MANY ? AGAIN : LATER, (at) => point(at).height);
      if (!(there.height - here.height > WORTH * Math.abs(there.height))) break;
      [before, here] = [here, { ...there, shape, m }];
      rungs.push(...this.#rung(here, atoms));
    }
    return { summit: here, rungs };
  }
}

function byHeight(a: Point, b: Point): number {
  return b.height - a.height;
}

/** The first summit, or one of fewer atoms that is about as high. */
function simplest(summits: readonly Summit[]): Summit | undefined {
  const top = summits[0]?.height ?? 0;
  const high = summits.filter(({ height }) => top - height <= AGREE * Math.abs(top));
  return high.sort((a, b) => a.shape.atoms(1) - b.shape.atoms(1))[0];
}
