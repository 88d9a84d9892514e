import { join } from 'node:path';
import { readRegularText } from '../../io/read-text.ts';
import { InputError } from '../../policy/errors.ts';
import { fromHead } from './head.ts';
import { type Lexed, lex } from './lex.ts';

/** A source file. It is read once, so that the checker gets the same text that was scanned and hashed. */
export interface Source {
  readonly file: string;
  readonly module: string;
  readonly text: string;
  readonly lexed: Lexed;
  /** The modules of the project that it requires. */
  readonly requires: readonly string[];
  /** The names that it declares, in order. */
  readonly declares: readonly string[];
  /** Those among them that it calls theorems or corollaries. */
  readonly theorems: readonly string[];
}

export interface Project {
  /** The logical name of the project, such as BoN. */
  readonly name: string;
  /** Ordered so that each file comes after those that it requires. */
  readonly sources: readonly Source[];
}

/** The commands that declare the name after them. */
export const DECLARATIONS: ReadonlySet<string> = new Set(['Theorem', 'Lemma', 'Corollary', 'Definition', 'Fixpoint']);

/** The name that Coq gives to a theorem proved with `Goal`. */
const UNNAMED = 'Unnamed_thm';

/** Reads `_CoqProject` and the files that it lists. @throws InputError */
export async function readProject(folder: string): Promise<Project> {
  const list = join(folder, '_CoqProject');
  const [first, ...files] = (await readRegularText(list)).split('\n').filter((line) => line.trim() !== '');
  const name = /^-Q \. ([A-Za-z]\w*)$/.exec(first ?? '')?.[1];
  if (name === undefined) throw new InputError(`${list}: the first line is not "-Q . NAME"`);
  if (name === 'Coq') throw new InputError(`${list}: Coq is the name of the library; give the project another`);
  const bad = files.find((file) => !/^[A-Za-z]\w*\.v$/.test(file));
  if (bad !== undefined) throw new InputError(`${list}: ${bad} is not the name of a Coq file in the same folder`);
  const twice = files.find((file, at) => files.indexOf(file) !== at);
  if (twice !== undefined) throw new InputError(`${list}: ${twice} is listed twice`);
  return {
    name,
    sources: await Promise.all(
      files.map(async (file) => source(name, file, await readRegularText(join(folder, file)))),
    ),
  };
}

export function source(project: string, file: string, text: string): Source {
  const lexed = lex(text);
  const heads = lexed.sentences.map(({ tokens }) => fromHead(tokens));
  return {
    file,
    module: file.replace(/\.v$/, ''),
    text,
    lexed,
    requires: heads
      .filter(([from, where]) => from === 'From' && where === project)
      .flatMap((tokens) => tokens.slice(tokens.indexOf('Import') + 1, -1)),
    declares: heads.flatMap(([head = '', name = '']) =>
      DECLARATIONS.has(head) ? [name] : head === 'Goal' ? [UNNAMED] : [],
    ),
    theorems: heads.flatMap(([head, name = '']) => (head === 'Theorem' || head === 'Corollary' ? [name] : [])),
  };
}

/** The text without the sentences that `drop` selects. The line numbers of the rest are unchanged. */
export function without(source: Source, drop: (tokens: readonly string[]) => boolean): string {
  const parts: string[] = [];
  let done = 0;
  for (const { tokens, start, end } of source.lexed.sentences) {
    if (!drop(fromHead(tokens))) continue;
    parts.push(source.text.slice(done, start), source.text.slice(start, end).replace(/[^\n]/g, ' '));
    done = end;
  }
  return parts.join('') + source.text.slice(done);
}
