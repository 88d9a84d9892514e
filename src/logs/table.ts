import { BadRow } from './problems.ts';
import type { Recognised } from './recognise.ts';
import type { Fields } from './record.ts';
import type { Row, Rows } from './text-rows.ts';

/** A source that has been opened: its columns, a first row, and all its rows. */
export interface Table {
  readonly columns: readonly string[];
  readonly first: Fields | null;
  /** All rows, with the columns that are needed. To be read once. */
  rows(recognised: Recognised | null): Rows;
}

/** Rows of JSON may lack columns that later ones have. */
const PEEKED = 100;

/** Looks at the first rows, of which at least one is good if there is one at all. */
export async function peeked(rows: Rows): Promise<Table> {
  const start: Row[] = [];
  const good: Fields[] = [];
  while (start.length < PEEKED || good.length === 0) {
    const next = await rows.next();
    if (next.done) break;
    start.push(...next.value);
    for (const { fields } of next.value) if (!(fields instanceof BadRow)) good.push(fields);
  }
  return {
    columns: [...new Set(good.flatMap((fields) => Object.keys(fields)))],
    first: good[0] ?? null,
    rows: () => chained(start, rows),
  };
}

async function* chained(start: readonly Row[], rows: Rows): Rows {
  try {
    yield start;
    yield* rows;
  } finally {
    await rows.return(undefined);
  }
}
