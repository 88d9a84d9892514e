import { Rational } from '../arithmetic/rational.ts';
import type { InstanceJson } from '../claims/instance-schema.ts';
import { type ConstantQuestion, withValue } from '../conjectures/constant.ts';
import type { ConstantReport, ExtremeReport, Policy } from '../report/constant.ts';
import type { Extreme, Found } from '../search/constant/find.ts';
import { growthOf } from './constant-growth.ts';
import { decimalAbove, decimalBelow, guessAbove, guessBelow } from './constant-guess.ts';

/** Digits of a decimal that is proposed for a test. */
const DIGITS = 6;
const LONGEST_EXACT = 60;

/** What the parts of a search say of a constant together. It is no proof that nothing demands more. */
export function constantReport(question: ConstantQuestion, found: readonly Found[], seed: number): ConstantReport {
  const { typed, unknown, isStrict: strict, domain } = question;
  const [least, greatest] = [mostDemanding(found, 'atLeast'), mostDemanding(found, 'atMost')];
  const hopeless = found.map((one) => one.hopeless).find((instance) => instance !== null) ?? null;
  const outcome = outcomeOf(least, greatest, hopeless, strict);
  const key = outcome === 'least' ? 'atLeast' : outcome === 'greatest' ? 'atMost' : null;
  const extreme = key === 'atLeast' ? least : key === 'atMost' ? greatest : null;
  const growth = key && extreme ? growthOf(found, extreme, key, domain) : null;
  // With a second policy no families are climbed. Only a bound that is exact is more than the best of a search there.
  const isSearched = extreme?.instance.auxiliary !== undefined && extreme.exact === null;
  const guess = key && extreme && !growth && !isSearched ? guessOf(extreme, key, strict) : null;
  const decimal =
    key && extreme && (key === 'atLeast' ? decimalAbove(extreme.hi, DIGITS) : decimalBelow(extreme.lo, DIGITS));
  const value = guess?.value ?? (growth ? null : decimal);
  return {
    format: 'bonafide-sharpen/1',
    seed,
    conjecture: typed,
    unknown,
    outcome,
    status: outcome === 'any' ? 'inconclusive' : 'ok',
    strict,
    atLeast: least && reported(least),
    atMost: greatest && reported(greatest),
    hopeless,
    table: found.flatMap(({ n, atLeast, atMost }) =>
      n === null || !(atLeast ?? atMost)
        ? []
        : [{ n, atLeast: atLeast && reported(atLeast), atMost: atMost && reported(atMost) }],
    ),
    growth,
    rise: growth ? [] : [...(extreme?.atoms ?? [])].slice(-RUNGS),
    guess,
    next: value === null ? null : withValue(question, value),
    looked: {
      ...total(found.map(({ looked }) => looked)),
      maxTotal: Math.max(...found.map(({ looked }) => looked.maxTotal)),
    },
    unheard: total(found.map(({ unheard }) => unheard)),
    firstWithoutValue: found.map((one) => one.firstWithoutValue).find((instance) => instance !== null) ?? null,
    complete: found.every(({ complete }) => complete),
  };
}

const RUNGS = 3;

function outcomeOf(
  least: Extreme | null,
  greatest: Extreme | null,
  hopeless: InstanceJson | null,
  strict: boolean,
): ConstantReport['outcome'] {
  if (hopeless) return 'none';
  if (least && greatest) return contradict(least, greatest, strict) ? 'none' : 'between';
  return least ? 'least' : greatest ? 'greatest' : 'any';
}

/** Whether no number is at least one bound and at most the other, for certain. */
function contradict(least: Extreme, greatest: Extreme, strict: boolean): boolean {
  if (strict && least.exact !== null && least.exact === greatest.exact) return true;
  return Rational.parse(least.lo).compare(Rational.parse(greatest.hi)) > 0;
}

/** The first of the most demanding extremes. Ends of enclosures are compared. */
function mostDemanding(found: readonly Found[], key: 'atLeast' | 'atMost'): Extreme | null {
  let most: Extreme | null = null;
  for (const one of found) {
    const extreme = one[key];
    if (extreme && (!most || demandsMore(extreme, most, key))) most = extreme;
  }
  return most;
}

function demandsMore(one: Extreme, other: Extreme, key: 'atLeast' | 'atMost'): boolean {
  const order = Rational.parse(one.lo).compare(Rational.parse(other.lo));
  return key === 'atLeast' ? order > 0 : order < 0;
}

/** Where the bound itself is excluded, a guess must be beyond it. */
function guessOf(extreme: Extreme, key: 'atLeast' | 'atMost', strict: boolean): ConstantReport['guess'] {
  const value = (key === 'atLeast' ? guessAbove : guessBelow)(extreme)?.reduced().toString();
  if (value === undefined) return null;
  const attained = value === extreme.exact;
  return attained && strict ? null : { value, attained };
}

function reported({ lo, hi, exact, instance }: Extreme): ExtremeReport {
  return { lo, hi, exact: exact !== null && exact.length <= LONGEST_EXACT ? exact : null, policy: policyOf(instance) };
}

function policyOf({ n, weights, auxiliary }: InstanceJson): Policy {
  return { n, weights: grouped(weights), ...(auxiliary && { auxiliary: grouped(auxiliary) }) };
}

/** Neighbours of equal weight together. */
function grouped(weights: readonly string[]): Policy['weights'] {
  const groups: { atoms: number; weight: string }[] = [];
  for (const weight of weights) {
    const last = groups.at(-1);
    if (last?.weight === weight) last.atoms += 1;
    else groups.push({ atoms: 1, weight });
  }
  return groups;
}

/** The sums of numbers of the same name. */
function total<T extends object>(all: readonly T[]): T {
  const names = Object.keys(all[0] as T) as (keyof T)[];
  const sum = (name: keyof T): number => all.reduce((whole, one) => whole + Number(one[name]), 0);
  return Object.fromEntries(names.map((name) => [name, sum(name)])) as T;
}
