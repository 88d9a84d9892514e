import { Rational } from '../arithmetic/rational.ts';
import { InputError } from '../policy/errors.ts';
import type { Place } from './place.ts';
import type { Sample } from './samples.ts';

/** How to treat a response with several rewards: refuse the log, take the first reward, or take the mean over its samples. */
export const DUPLICATE_RULES = ['error', 'first', 'mean'] as const;
export type DuplicateRule = (typeof DUPLICATE_RULES)[number];

/** What one log says of a response in several rows, as it is counted. */
type Numbers = Pick<Sample, 'reward' | 'logProbability' | 'probability'>;

/** Samples of one response of which all numbers are equal. */
interface Variant extends Numbers {
  readonly place: Place;
  count: number;
}

/** The samples of one response of one prompt. */
export class Outcome {
  readonly #first: Variant;
  /** The variants after the first. Almost always there are none, and no list is needed for each of many responses. */
  #others: Variant[] | null = null;

  constructor(sample: Sample) {
    this.#first = variantOf(sample);
  }

  get #variants(): readonly Variant[] {
    return this.#others ? [this.#first, ...this.#others] : [this.#first];
  }

  /** @throws InputError naming both places where the numbers differ from those of the other samples, under the rule `error`. */
  add(sample: Sample, rule: DuplicateRule): void {
    const same = this.#variants.find((variant) => differing(variant, sample) === null && haveSameGaps(variant, sample));
    if (same) {
      same.count += sample.count;
      return;
    }
    if (rule === 'error') this.#refuse(sample);
    this.#others ??= [];
    this.#others.push(variantOf(sample));
  }

  #refuse(sample: Sample): void {
    for (const variant of this.#variants) {
      const what = differing(variant, sample);
      if (what === null) continue;
      throw new InputError(
        `${sample.place}: the same response has another ${what} at ${variant.place}; --duplicate-reward first takes the first one, --duplicate-reward mean the mean`,
      );
    }
  }

  get isNoisy(): boolean {
    if (!this.#others) return false;
    return this.#variants.some((a, at) => this.#variants.slice(0, at).some((b) => differing(a, b) !== null));
  }

  get count(): number {
    return this.#variants.reduce((sum, { count }) => sum + count, 0);
  }

  /** The numbers of the response by the rule. A number that only some of its samples have is that of these. */
  numbers(rule: DuplicateRule): Numbers {
    if (!this.#others) return this.#first;
    return {
      reward: this.#exactly((variant) => variant.reward, rule),
      logProbability: this.#nearly((variant) => variant.logProbability, rule),
      probability: this.#exactly((variant) => variant.probability, rule),
    };
  }

  #exactly(of: (variant: Variant) => Rational | null, rule: DuplicateRule): Rational | null {
    const given = this.#given(of);
    const [first] = given;
    if (!first || rule !== 'mean') return first?.value ?? null;
    const total = given.reduce(
      (sum, { value, count }) => sum.add(value.mul(Rational.of(count))).reduced(),
      Rational.ZERO,
    );
    return total.div(Rational.of(given.reduce((sum, { count }) => sum + count, 0))).reduced();
  }

  #nearly(of: (variant: Variant) => number | null, rule: DuplicateRule): number | null {
    const given = this.#given(of);
    const [first] = given;
    if (!first || rule !== 'mean' || given.every(({ value }) => value === first.value)) return first?.value ?? null;
    const total = given.reduce((sum, { value, count }) => sum + value * count, 0);
    return total / given.reduce((sum, { count }) => sum + count, 0);
  }

  #given<T>(of: (variant: Variant) => T | null): readonly { readonly value: T; readonly count: number }[] {
    return this.#variants.flatMap((variant) => {
      const value = of(variant);
      return value === null ? [] : [{ value, count: variant.count }];
    });
  }
}

function variantOf({ reward, logProbability, probability, place, count }: Sample): Variant {
  return { reward, logProbability, probability, place, count };
}

/** The number in which two samples of a response differ, null for none. A number that one of them lacks does not differ. */
function differing(a: Numbers, b: Numbers): string | null {
  if (a.reward && b.reward && !a.reward.equals(b.reward)) return 'reward';
  if (a.logProbability !== null && b.logProbability !== null && a.logProbability !== b.logProbability) {
    return 'log-probability';
  }
  return a.probability && b.probability && !a.probability.equals(b.probability) ? 'probability' : null;
}

function haveSameGaps(a: Numbers, b: Numbers): boolean {
  return (
    (a.logProbability === null) === (b.logProbability === null) && (a.probability === null) === (b.probability === null)
  );
}
