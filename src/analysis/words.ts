const PLACES = 3;
const DIGITS = 4;

/** `1 row`, `2 rows`. */
export function many(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

export function fixed(x: number): string {
  return x.toFixed(PLACES);
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

export function short(x: number): string {
  return String(Number(x.toPrecision(DIGITS)));
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
