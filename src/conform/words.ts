/** A ratio of errors for display. */
export function errorInWords(error: number | null | undefined): string {
  if (error === null || error === undefined) return '-';
  return error === 0 ? '0' : error.toExponential(1);
}

/** Rows of cells as lines with aligned columns. The first `names` columns are on the left, the others numbers on the right. */
export function aligned(rows: readonly (readonly string[])[], names: number): string[] {
  const widths = (rows[0] as readonly string[]).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] as string).length)),
  );
  const cell = (text: string, column: number): string =>
    column < names ? text.padEnd(widths[column] as number) : text.padStart(widths[column] as number);
  return rows.map((row) => row.map(cell).join('  ').trimEnd());
}
