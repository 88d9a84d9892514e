/** Where a row stands: in a text the line, in a table of columns the row, each counted from 1. */
export class Place {
  readonly source: string;
  readonly at: number;
  readonly unit: 'line' | 'row';

  constructor(source: string, at: number, unit: 'line' | 'row' = 'line') {
    this.source = source;
    this.at = at;
    this.unit = unit;
  }

  /** As messages name it: `log.jsonl:17`, or `log.parquet: row 17`. */
  toString(): string {
    return this.unit === 'line' ? `${this.source}:${this.at}` : `${this.source}: row ${this.at}`;
  }
}
