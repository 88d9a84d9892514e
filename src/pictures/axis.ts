/** An axis of a panel: what is on it, and how its numbers become places. */
export interface Axis {
  readonly label: string;
  /** The unit, in words; null for pure numbers. */
  readonly unit: string | null;
  readonly type: 'linear' | 'log';
  /** The numbers at both ends, which differ; positive where the axis is logarithmic. */
  readonly domain: readonly [number, number];
  /** The marked numbers, or about how many there are. */
  readonly ticks: readonly number[] | number;
  /** The words of marked numbers; by default as few digits as tell them apart. */
  readonly words?: (value: number) => string;
}

/** The label with its unit. */
export function named({ label, unit }: Axis): string {
  return unit === null ? label : `${label}, ${unit}`;
}

/** The place of a number between two places. What lies outside of the axis is put at its ends. */
export function placeOn({ type, domain }: Axis, [from, to]: readonly [number, number], value: number): number {
  const on = type === 'log' ? Math.log : (number: number): number => number;
  const [low, high] = domain.map(on) as [number, number];
  const share = Math.min(1, Math.max(0, (on(value) - low) / (high - low)));
  return from + share * (to - from);
}

/** Ends that are relatively closer are one number. */
const SAME = 1e-9;

/** The ends of an axis. Ends that are one number are moved apart. */
export function domainOf(low: number, high: number): [number, number] {
  const size = Math.max(Math.abs(low), Math.abs(high)) || 1;
  return high - low > SAME * size ? [low, high] : [low - size / 10, low + size / 10];
}

/** What has more decimals or more characters is printed with an exponent. */
const [DECIMALS, LONGEST] = [4, 8];
const PRECISION = 3;

/** The words of marked numbers at equal distances: the decimals that tell them apart. What reads as the one before has none. */
export function wordsOf(ticks: readonly number[]): string[] {
  const step = ticks.length > 1 ? (ticks[1] as number) - (ticks[0] as number) : ticks[0] || 1;
  const places = Math.max(0, -Math.floor(Math.log10(Math.abs(step)) + SAME));
  const words = ticks.map((value) => printed(value, places, Math.abs(step)));
  return words.map((word, i) => (word === words[i - 1] ? '' : word));
}

function printed(value: number, places: number, step: number): string {
  if (Math.abs(value) < step * SAME) return '0';
  const isPlain = places <= DECIMALS && Math.abs(value) < 10 ** LONGEST;
  const plain = isPlain ? value.toFixed(places) : '';
  return isPlain && plain.length <= LONGEST ? plain : withExponent(value);
}

/** A number with three digits and an exponent. */
export function withExponent(value: number): string {
  return Number(value.toPrecision(PRECISION)).toExponential().replace('e+', 'e');
}
