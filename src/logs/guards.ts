import type { Guard } from './layouts.ts';
import { BadRow } from './problems.ts';
import type { Fields } from './record.ts';
import { canonical } from './texts.ts';

/** Finds rows that differ from the first ones in a column in which all must agree, as samples of another policy do. */
export class Guards {
  readonly #first = new Map<string, string>();

  /** What is wrong with a row, null for nothing. */
  check(fields: Fields, guards: readonly Guard[]): BadRow | null {
    for (const { column, within, kind, why } of guards) {
      const value = canonical(fields[column]);
      const key = canonical([column, within === undefined ? null : fields[within]]);
      const first = this.#first.get(key) ?? value;
      this.#first.set(key, first);
      if (value !== first) return new BadRow(kind, `${column}: it is ${value}, and was ${first} before; ${why}`);
    }
    return null;
  }
}
