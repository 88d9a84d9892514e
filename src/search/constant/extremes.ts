import { certainSign, subtractApproximations } from '../../arithmetic/approximation.ts';
import { gcd, sumOf } from '../../arithmetic/bigint.ts';
import { type InDomain, inDomain } from '../../claims/in-domain.ts';
import { compareInstances, hasTies, type Instance, quantitiesOf, untied } from '../../claims/instance.ts';
import { type Bound, boundOn, type Said } from '../../conjectures/bound.ts';
import type { ConstantQuestion } from '../../conjectures/constant.ts';

/** An instance with what it says of the constant. */
export interface Forcing {
  readonly instance: InDomain;
  readonly bound: Bound;
}

export type Side = Bound['kind'];

export const SIDES: readonly Side[] = ['at least', 'at most'];

/** The instances of which a question says nothing, or that were left undecided. */
export interface Unheard {
  free: number;
  premiseFails: number;
  noValue: number;
  undecided: number;
  /** Instances whose ratio agrees with the extreme one to 40 digits, and is not known to be beyond it. */
  ties: number;
}

const DIGITS = 40;
/** Ties that are resolved by intervals. Where every instance gives the same ratio, the rest is not worth the time. */
const RESOLVED_TIES = 50;

/** The most demanding instances of each side. Comparisons are certified; ties are counted, and the smaller instance is kept. */
export class Extremes {
  readonly #question: ConstantQuestion;
  readonly #best = new Map<Side, Forcing>();
  readonly #unheard: Unheard = { free: 0, premiseFails: 0, noValue: 0, undecided: 0, ties: 0 };
  #hopeless: InDomain | null = null;
  #firstWithoutValue: InDomain | null = null;

  constructor(question: ConstantQuestion) {
    this.#question = question;
  }

  /** What an instance says; null where it is outside the domain. Outcomes that tie become one atom. */
  look(given: Instance): (Forcing & { readonly said: Said }) | { readonly said: Said } | null {
    const instance = onAtoms(given);
    if (!inDomain(instance, this.#question.domain)) return null;
    const said = boundOn(this.#question, quantitiesOf(instance));
    if (said.kind !== 'at least' && said.kind !== 'at most') {
      this.#count(said.kind, instance);
      return { said };
    }
    const forcing = { instance, bound: said as Bound, said };
    this.#compare(forcing);
    return forcing;
  }

  #count(kind: Exclude<Said['kind'], Side>, instance: InDomain): void {
    if (kind === 'hopeless') this.#hopeless = smaller(this.#hopeless, instance);
    if (kind === 'no value') this.#firstWithoutValue ??= instance;
    if (kind !== 'hopeless') this.#unheard[COUNTED[kind]] += 1;
  }

  #compare({ instance, bound }: Forcing): void {
    const before = this.#best.get(bound.kind);
    if (before && compareInstances(instance, before.instance) === 0) return;
    const order = before ? this.#order(bound, before.bound) : 1;
    if (order > 0 || (order === 0 && before && compareInstances(instance, before.instance) < 0))
      this.#best.set(bound.kind, { instance, bound });
  }

  /** 1 where a bound demands more than another one of its side. */
  #order(one: Bound, other: Bound): -1 | 0 | 1 {
    const sign = certainSign(subtractApproximations(one.near, other.near)) || this.#orderByIntervals(one, other);
    return one.kind === 'at least' ? sign : (-sign as -1 | 0 | 1);
  }

  #orderByIntervals(one: Bound, other: Bound): -1 | 0 | 1 {
    const [a, b] = [one.ratio.rational, other.ratio.rational];
    if (a && b) return a.compare(b);
    this.#unheard.ties += 1;
    if (this.#unheard.ties > RESOLVED_TIES) return 0;
    const [x, y] = [one.ratio.enclose(DIGITS), other.ratio.enclose(DIGITS)];
    if (x.overlaps(y)) return 0;
    this.#unheard.ties -= 1;
    return x.lo.gt(y.hi) ? 1 : -1;
  }

  get(side: Side): Forcing | null {
    return this.#best.get(side) ?? null;
  }

  /** The smallest instance on which no value of the constant helps. */
  get hopeless(): InDomain | null {
    return this.#hopeless;
  }

  get unheard(): Readonly<Unheard> {
    return this.#unheard;
  }

  get firstWithoutValue(): InDomain | null {
    return this.#firstWithoutValue;
  }
}

const COUNTED = {
  free: 'free',
  'premise fails': 'premiseFails',
  'no value': 'noValue',
  undecided: 'undecided',
} as const;

function smaller(one: InDomain | null, other: InDomain): InDomain {
  return one && compareInstances(one, other) <= 0 ? one : other;
}

/** The same policy with one outcome for each level, in lowest terms. */
function onAtoms(instance: Instance): Instance {
  const { weights, ranks, n, auxiliary, selection } = instance;
  const levels = hasTies(instance) ? (of: readonly bigint[]) => byLevel(of, ranks) : (of: readonly bigint[]) => of;
  return {
    ...untied(inLowestTerms(levels(weights)), n, selection),
    ...(auxiliary && { auxiliary: inLowestTerms(levels(auxiliary)) }),
  };
}

function byLevel(weights: readonly bigint[], ranks: readonly number[]): bigint[] {
  return [...new Set(ranks)].map((rank) => sumOf(weights.filter((_, i) => ranks[i] === rank)));
}

function inLowestTerms(weights: readonly bigint[]): readonly bigint[] {
  let divisor = 0n;
  for (const weight of weights) {
    divisor = gcd(divisor, weight);
    if (divisor === 1n) return weights;
  }
  return divisor > 1n ? weights.map((weight) => weight / divisor) : weights;
}
