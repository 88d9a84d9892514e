import type { Selection } from '../../selection/families.ts';
import { type Conjecture, conjectureOf, oneLine } from '../conjecture.ts';
import { meaningOf } from '../meaning/resolve.ts';
import { type At, pointing, SyntaxFault } from '../syntax/errors.ts';
import { parse } from '../syntax/parse.ts';
import type { Comparator, Node, Program } from '../syntax/tree.ts';
import { readDerivation, type Written } from './file.ts';

/** One step of a chain: its two sides as they were written, and the conjecture that it is. */
export interface Link {
  /** From 1. */
  readonly number: number;
  readonly left: string;
  readonly is: Comparator;
  readonly right: string;
  /** Where its right side begins, both from 1. */
  readonly line: number;
  readonly column: number;
  readonly conjecture: Conjecture;
}

export interface Derivation {
  readonly id: string;
  readonly for: string | null;
  readonly selection: Selection;
  readonly links: readonly Link[];
}

/** What the command line adds to a file. */
export interface Given {
  /** The id of a derivation that names none. */
  readonly id: string;
  readonly for: string | null;
  readonly selection: Selection | null;
}

/**
 * The derivation of a text: a chain such as `KL = D - gap <= D`, each of whose links becomes a conjecture of its own. docs/conjectures.md has
 * the format. @throws PointedError naming file, line and column where it is none.
 */
export function derivationIn(content: string, file: string, given: Given): Derivation {
  const at: At = (line, column) => `${file}:${line}:${column}`;
  return pointing(content, () => read(content, at, given), at);
}

function read(content: string, at: At, given: Given): Derivation {
  const written = readDerivation(content);
  checkOnce(written, given);
  const { chain: text } = written;
  if (text.trim() === '') throw new SyntaxFault('there is no chain in it', { start: 0, end: 1 });
  const program = parse(text);
  const selection = given.selection ?? written.selection?.name ?? 'best-of-n';
  const { operands, comparators, before } = chainOf(program, text);
  // Faults are found in the whole text, so that they point into the file.
  meaningOf(text, program, { selection });
  const id = written.id ?? given.id;
  const limits = given.for ?? written.for?.text ?? null;
  const side = (node: Node | undefined): string => (node ? oneLine(text.slice(node.place.start, node.place.end)) : '');
  const definitions = program.definitions
    .map(({ place }) => `${oneLine(text.slice(place.start, place.end))}; `)
    .join('');
  const placeOfLimits = written.for ? at(...lineAndColumn(content, written.for.start)) : '--for';
  const links = comparators.map((is, i): Link => {
    const [left, right] = [side(operands[i]), side(operands[i + 1])];
    const number = i + 1;
    const [line, column] = lineAndColumn(content, operands[i + 1]?.place.start ?? 0);
    const typed = {
      id: `${id}-link-${number}`,
      text: `${definitions}${before}${left} ${is} ${right}`,
      for: limits,
      selection,
    };
    const conjecture = conjectureOf(typed, { text: at(line, column), for: placeOfLimits });
    return { number, left: before + left, is, right, line, column, conjecture };
  });
  return { id, for: limits, selection, links };
}

/** @throws SyntaxFault where the file and the command line both say it. */
function checkOnce(written: Written, given: Given): void {
  for (const word of ['for', 'selection'] as const) {
    const inFile = written[word];
    if (inFile && given[word] !== null)
      throw new SyntaxFault(`--${word} is given, and so is this line`, { start: inFile.start, end: inFile.start + 1 });
  }
}

interface Chain {
  readonly operands: readonly Node[];
  readonly comparators: readonly Comparator[];
  /** The words before each link, such as for all i: */
  readonly before: string;
}

/** @throws SyntaxFault where the text is no chain. */
function chainOf({ formula }: Program, text: string): Chain {
  const inner = formula.kind === 'all' ? formula.of : formula;
  if (inner.kind !== 'chain')
    throw new SyntaxFault('this is no chain; a chain has relations, as in KL = D - gap <= D', inner.place);
  const before = formula === inner ? '' : `${oneLine(text.slice(formula.place.start, inner.place.start))} `;
  return { operands: inner.operands, comparators: inner.comparators, before };
}

function lineAndColumn(text: string, offset: number): [line: number, column: number] {
  const before = text.slice(0, offset).split('\n');
  return [before.length, (before.at(-1) as string).length + 1];
}
