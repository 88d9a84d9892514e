import { InputError } from '../../policy/errors.ts';
import type { Place } from './tree.ts';

/** A text that is no formula, or means nothing. It knows the place, so that a message can point at it. */
export class SyntaxFault extends Error {
  override name = 'SyntaxFault';
  readonly place: Place;

  constructor(message: string, place: Place) {
    super(message);
    this.place = place;
  }
}

/** An error in a text, with the line that it is in and a caret below the place. */
export class PointedError extends InputError {
  readonly excerpt: string;

  constructor(message: string, excerpt: string) {
    super(message);
    this.excerpt = excerpt;
  }
}

const WIDTH = 72;

/** Names a place by its line and column, both from 1. */
export type At = (line: number, column: number) => string;

/**
 * Runs work on a text. @throws PointedError for a SyntaxFault.
 * `at` is the place of the text in a file, such as claims.txt:3, or names each place of a text that is the file.
 */
export function pointing<T>(text: string, work: () => T, at: string | At | null = null): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error;
    const { line, column, number } = lineOf(text, error.place.start);
    const from = Math.max(0, Math.min(column - WIDTH / 2, line.length - WIDTH));
    const shown = [...line.slice(from, from + WIDTH)].map((c) => (isPrintable(c) ? c : '·')).join('');
    const end = Math.min(error.place.end - error.place.start, shown.length - (column - from));
    const caret = `${' '.repeat(widthOf(line.slice(from, column)))}^${'~'.repeat(Math.max(0, end - 1))}`;
    const where =
      typeof at === 'function'
        ? at(number, column + 1)
        : (at ?? `column ${column + 1}${number > 1 ? ` of line ${number}` : ''}`);
    throw new PointedError(`${where}: ${error.message}`, `  ${shown}\n  ${caret}`);
  }
}

function lineOf(text: string, offset: number): { line: string; column: number; number: number } {
  const before = text.slice(0, offset).split('\n');
  const column = (before.at(-1) as string).length;
  const line = text.split('\n')[before.length - 1] ?? '';
  return { line, column, number: before.length };
}

function isPrintable(character: string): boolean {
  return !/[\p{C}]/u.test(character);
}

/** Columns on a terminal: combining marks have none. */
function widthOf(text: string): number {
  return [...text].filter((character) => !/\p{M}/u.test(character)).length;
}
