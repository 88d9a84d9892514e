const PLACES = 3;
const DIGITS = 4;

export { many } from '../report/words.ts';

const LONGEST_LIST = 12;

/** A list, cut where it is long. */
export function listed(items: readonly string[]): string {
  const more = items.length - LONGEST_LIST;
  return items.slice(0, LONGEST_LIST).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** A number with three decimals. What rounds to 0 has no sign. */
export function fixed(x: number): string {
  return x.toFixed(PLACES).replace(/^-(0\.0*)$/, '$1');
}

/** An interval, with its ends rounded outward; an end that is at the end of the possible range is printed like that. */
export function range(
  { lower, upper }: { readonly lower: number; readonly upper: number },
  least = Number.NEGATIVE_INFINITY,
  most = Number.POSITIVE_INFINITY,
): string {
  const scale = 10 ** PLACES;
  const from = lower - least < SAME ? least : Math.floor(lower * scale + SAME) / scale;
  const to = most - upper < SAME ? most : Math.ceil(upper * scale - SAME) / scale;
  return `${fixed(from)} … ${fixed(to)}`;
}

/** Ends that differ from a printed number by less are that number. */
const SAME = 1e-7;

/** Numbers beyond these are shown with an exponent. */
const [SMALLEST, LARGEST] = [1e-6, 1e15];

/** An estimate with its interval, whose ends are rounded outward, to the decimals that four digits of the largest of them need. */
export function within(estimate: number, interval: { readonly lower: number; readonly upper: number } | null): string {
  const size = Math.max(...[estimate, interval?.lower ?? 0, interval?.upper ?? 0].map(Math.abs));
  const magnitude = Math.floor(Math.log10(size || 1));
  const isScaled = size !== 0 && (size < SMALLEST || size >= LARGEST);
  const unit = isScaled ? 10 ** magnitude : 1;
  const places = isScaled ? DIGITS - 1 : Math.max(0, DIGITS - 1 - magnitude);
  const shown = (x: number): string => {
    const text = x.toFixed(places).replace(/^-(0(?:\.0*)?)$/, '$1');
    return isScaled ? `${text}e${magnitude}` : text;
  };
  if (!interval) return shown(estimate / unit);
  const scale = 10 ** places;
  const ends = [Math.floor((interval.lower / unit) * scale + SAME), Math.ceil((interval.upper / unit) * scale - SAME)];
  return `${shown(estimate / unit)} (${ends.map((end) => shown(end / scale)).join(' … ')})`;
}

/** Rows of cells as lines with aligned columns. The first two columns are numbers, on the right. */
export function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] as readonly string[]).map((_, column) =>
    rows.reduce((most, row) => Math.max(most, (row[column] as string).length), 0),
  );
  const cell = (text: string, column: number): string =>
    column < 2 ? text.padStart(widths[column] as number) : text.padEnd(widths[column] as number);
  return rows.map((row) => `  ${row.map(cell).join('  ')}`.trimEnd());
}
