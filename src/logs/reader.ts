import { InputError } from '../policy/errors.ts';
import { nameOf } from './bytes.ts';
import type { Field, FieldMap } from './fields.ts';
import { Guards } from './guards.ts';
import type { LayoutName } from './layouts.ts';
import { BadRow, Problems } from './problems.ts';
import { type Recognised, recognise } from './recognise.ts';
import type { Fields } from './record.ts';
import { type Sample, samplesOf } from './samples.ts';
import type { Table } from './table.ts';
import type { Row } from './text-rows.ts';

export interface ReaderOptions {
  readonly map?: FieldMap | undefined;
  readonly layout?: LayoutName | undefined;
  readonly onBadRow: 'error' | 'skip';
}

/** Reads the samples of several sources, and knows what it has read. */
export class Reader {
  rows = 0;
  samples = 0;
  recognised: Recognised | null = null;
  readonly problems: Problems;
  readonly #files: readonly string[];
  readonly #open: (file: string) => Promise<Table>;
  readonly #options: ReaderOptions;
  readonly #guards = new Guards();

  constructor(files: readonly string[], open: (file: string) => Promise<Table>, options: ReaderOptions) {
    this.#files = files;
    this.#open = open;
    this.#options = options;
    this.problems = new Problems(options.onBadRow);
  }

  /** All samples, in the order of the sources. @throws InputError naming the place of what is wrong, or where there are none. */
  async *all(): AsyncGenerator<readonly Sample[]> {
    for (const file of this.#files) {
      const table = await this.#open(file);
      const recognised = this.#recognise(table, file);
      for await (const rows of table.rows(recognised)) {
        yield rows.flatMap((row) => this.#samplesOf(row, recognised));
      }
    }
    if (this.samples === 0)
      throw new InputError(`${this.#files.map(nameOf).join(', ')} holds no ${this.rows === 0 ? '' : 'good '}samples`);
  }

  /** Takes note of rows that were read otherwise, each of which is a sample. */
  take({ recognised, rows }: { readonly recognised: Recognised; readonly rows: number }): void {
    [this.recognised, this.rows, this.samples] = [recognised, rows, rows];
  }

  /** What the columns of a source mean; null for a source without good rows. All sources must have the same layout. */
  #recognise({ columns, first }: Table, file: string): Recognised | null {
    if (first === null) return null;
    const found = named(nameOf(file), () => recognise(columns, first, this.#options));
    this.recognised ??= found;
    const [before, now] = [this.recognised, found].map(shown);
    if (before === now) return found;
    throw new InputError(
      `${nameOf(file)}: it is read as ${now}, and the files before as ${before}; read them one by one, or name the columns with --map`,
    );
  }

  #samplesOf({ fields, place, times }: Row, recognised: Recognised | null): readonly Sample[] {
    const refuse = (bad: BadRow): void => this.problems.add(bad, place, times);
    this.rows += times;
    if (fields instanceof BadRow || !recognised) {
      if (fields instanceof BadRow) refuse(fields);
      return [];
    }
    const bad = this.#badness(fields, recognised);
    if (bad) refuse(bad);
    const samples = bad ? [] : samplesOf(fields, place, times, recognised, refuse);
    for (const { count } of samples) this.samples += count;
    return samples;
  }

  #badness(fields: Fields, { guards, check }: Recognised): BadRow | null {
    return this.#guards.check(fields, guards) ?? check(fields);
  }
}

function named<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof InputError) throw new InputError(`${file}: ${error.message}`);
    throw error;
  }
}

/** How a source is read, in words. */
export function shown({ layout, paths }: Recognised): string {
  return `${layout} (${columnsOf(paths).map(([field, column]) => `${field}=${column}`)})`;
}

/** The columns of the fields, as a user would name them. */
export function columnsOf(paths: Recognised['paths']): readonly (readonly [Field, string])[] {
  return [...paths]
    .map(([field, { text, isSum }]) => [field, isSum ? `sum(${text})` : text] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
