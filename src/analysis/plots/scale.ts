/** How the numbers of an axis become places on it. */
export interface Scale {
  /** The place of a number; those outside of the domain are put at its ends. */
  readonly at: (value: number) => number;
  /** Marked numbers, in increasing order, within the domain. */
  readonly ticks: readonly { readonly value: number; readonly text: string }[];
}

/** The places of the two ends of an axis. */
export type Span = readonly [number, number];

/** Ends that are relatively closer are one number. */
const SAME = 1e-9;
const FEW = 5;
/** Steps between ticks, times a power of ten. */
const STEPS = [1, 2, 5, 10];

/** A linear scale. Ends that are one number are moved apart. Ticks are at least `leastStep` apart. */
export function linear(low: number, high: number, [from, to]: Span, leastStep = 0): Scale {
  const size = Math.max(Math.abs(low), Math.abs(high));
  const isWide = high - low > SAME * size;
  const [least, most] = isWide ? [low, high] : [low - (size || 1) / 10, low + (size || 1) / 10];
  const share = (value: number): number => Math.min(1, Math.max(0, (value - least) / (most - least)));
  return { at: (value) => from + share(value) * (to - from), ticks: roundNumbers(least, most, leastStep) };
}

function roundNumbers(least: number, most: number, leastStep: number): Scale['ticks'] {
  const rough = Math.max(leastStep, (most - least) / FEW);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * (STEPS.find((candidate) => candidate * power >= rough) as number);
  const first = Math.ceil(least / step - SAME);
  const last = Math.floor(most / step + SAME);
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => {
    const value = (first + i) * step;
    return { value, text: printed(value, step) };
  });
  // Numbers that differ by less than is printed have one tick.
  return ticks.filter(({ text }, i) => text !== ticks[i - 1]?.text);
}

/** What has more decimals or more characters is printed with an exponent. */
const [DECIMALS, LONGEST] = [4, 8];
const PRECISION = 3;

/** A tick with the decimals of its step; very large and very small numbers have exponents. */
function printed(value: number, step: number): string {
  if (value === 0) return '0';
  const places = Math.max(0, -Math.floor(Math.log10(step) + SAME));
  const isPlain = places <= DECIMALS && Math.abs(value) < 10 ** LONGEST;
  const plain = isPlain ? value.toFixed(places) : '';
  return isPlain && plain.length <= LONGEST ? plain : withExponent(value);
}

function withExponent(value: number): string {
  return Number(value.toPrecision(PRECISION)).toExponential().replace('e+', 'e');
}

/** The width of a digit and the least distance of two marked numbers. */
const DIGIT = 7;
const APART = 8;
/** From here on numbers of draws are printed with an exponent. */
const MANY = 100_000;

/** A logarithmic scale from 1 to the largest of some numbers of draws; those are marked that have room, the largest ones first. */
export function logarithmic(draws: readonly number[], [from, to]: Span): Scale {
  const most = Math.max(2, ...draws);
  const at = (n: number): number => from + (Math.log(n) / Math.log(most)) * (to - from);
  const ticks: { value: number; text: string }[] = [];
  let end = Number.POSITIVE_INFINITY;
  for (const value of [...new Set([1, ...draws])].sort((a, b) => b - a)) {
    const text = value < MANY ? String(value) : withExponent(value);
    const half = (text.length * DIGIT) / 2;
    if (at(value) + half > end) continue;
    end = at(value) - half - APART;
    ticks.unshift({ value, text });
  }
  return { at, ticks };
}
