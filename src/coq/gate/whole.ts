import { type Project, type Source, without } from './project.ts';
import { mark, nonce } from './script.ts';

/** The sources in one module, each followed by a mark that says that it was read to its end. No source can know the marks. */
export interface Whole {
  readonly text: string;
  /** The files whose marks were printed, in order. */
  readonly read: (printed: string) => string[];
  /** Where a line of the text comes from, as FILE:LINE. */
  readonly placeOf: (line: number) => string;
}

/** The module of all sources. */
export const WHOLE = 'Whole';

export function whole({ sources }: Project, libraries: readonly string[]): Whole {
  const own = nonce();
  const said = ({ file }: Source): string => `${own} read ${file}`;
  const lines = [`Require Import ${libraries.join(' ')}.`];
  const starts = sources.map((source) => {
    const start = lines.length;
    lines.push(...withoutRequire(source).split('\n'), mark(said(source)));
    return start;
  });
  return {
    text: `${lines.join('\n')}\n`,
    read: (printed) => sources.filter((source) => printed.includes(`${said(source)}\n`)).map(({ file }) => file),
    placeOf: (line) => {
      const at = starts.findLastIndex((start) => start < line);
      return `${sources[at]?.file ?? `${WHOLE}.v`}:${line - (starts[at] ?? 0)}`;
    },
  };
}

/**
 * The text without the sentences that the session runs itself. One `Require` before the sources serves all. Print Assumptions in a source
 * would cost the embedded Coq a quarter of a minute, and the query does that.
 */
export function withoutRequire(source: Source): string {
  return without(source, ([head]) => head === 'Require' || head === 'From' || head === 'Print');
}
