/** Statements of claims on the pages of docs/: their formulas as LaTeX, their words as they are. */
import { inMarkdown, type Markdown } from '../../src/report/escape.ts';
import { md } from '../../src/report/md.ts';
import { latexOf } from './latex.ts';
import { isName } from './symbols.ts';

/** A statement, with its formulas typeset where all of them can be. */
export function typeset(statement: string): Markdown {
  const parts = partsOf(statement).map(({ text, isFormula }) => (isFormula ? formula(text) : inMarkdown(text)));
  return parts.includes(null) ? inMarkdown(statement) : (parts.join(' ') as Markdown);
}

/** A run of words or of mathematics. */
interface Part {
  readonly text: string;
  readonly isFormula: boolean;
}

/** A statement in runs, each of which is one or more of its words. */
function partsOf(statement: string): Part[] {
  const words = statement.split(' ');
  const kinds = words.map((_, index) => isMathematics(words, index));
  const parts: { words: string[]; isFormula: boolean }[] = [];
  for (const [index, word] of words.entries()) {
    const last = parts.at(-1);
    const isFormula = kinds[index] === true;
    // A semicolon ends a formula.
    if (last?.isFormula === isFormula && !(isFormula && /[;:]$/.test(last.words.at(-1) ?? ''))) last.words.push(word);
    else parts.push({ words: [word], isFormula });
  }
  return parts.map((part) => ({ text: part.words.join(' '), isFormula: part.isFormula }));
}

/** Words and formulas alternate. A number, or the letter a, between two words is one of them, but for "a the mass". */
function isMathematics(words: readonly string[], index: number): boolean {
  const word = words[index];
  const text = /^\(?([A-Za-z][A-Za-z-]*|\d+)[,;:.)]*$/.exec(word ?? '')?.[1];
  if (text === undefined) return word !== undefined;
  if (text !== 'a' && !/^\d/.test(text)) return isName(text);
  const isBetweenWords = !isFormulaWord(words[index - 1]) && !isFormulaWord(words[index + 1]);
  return !isBetweenWords || words[index + 1] === 'the';
}

/** Whether a word is mathematics whatever is beside it. */
function isFormulaWord(word: string | undefined): boolean {
  const letters = /^\(?([A-Za-z][A-Za-z-]*)[,;:.)]*$/.exec(word ?? '')?.[1];
  return letters === undefined ? word !== undefined : isName(letters);
}

/** A formula as GitHub reads it, and the punctuation behind it; null where it cannot be written in LaTeX. */
function formula(text: string): Markdown | null {
  const [, body = '', end = ''] = /^(.*?)([,;:.]*)$/.exec(text) ?? [];
  const latex = latexOf(body);
  return latex === null ? null : md`${`$\`${latex}\`$` as Markdown}${end as Markdown}`;
}
