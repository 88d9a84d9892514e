import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import katex from 'katex';
import { describe, expect, it } from 'vitest';

const DOCS = new URL('../../docs/', import.meta.url).pathname;
/** A fenced block, with its language and its text. */
const BLOCK = /^ *```(\w*)\n([\s\S]*?)^ *```$/gm;
/** A formula within a line, in the form that Markdown leaves as it is, or a piece of code, whichever begins first. */
const SPAN = /(?<formula>\$`(?<latex>[^`\n]+)`\$)|(?<code>`[^`\n]*`)/g;
/** What only formulas have. */
const MATHEMATICS = /[≤≥≠∞∑Σ∫√∂α-ωΓΦ₀-₉⁰-⁹′]|\p{M}|\\[a-z]+/u;

interface Formula {
  readonly latex: string;
  readonly displayMode: boolean;
  /** The characters before and behind it. */
  readonly neighbours: string;
}

const pages = readdirSync(DOCS).filter((name) => name.endsWith('.md'));
const textOf = (page: string): string => readFileSync(join(DOCS, page), 'utf8');
const linesOf = (page: string): string[] => textOf(page).replace(BLOCK, '').split('\n');

function formulasOf(line: string): Formula[] {
  return [...line.matchAll(SPAN)].flatMap(({ 0: { length }, index, groups }) => {
    const neighbours = line.slice(Math.max(0, index - 1), index) + line.slice(index + length, index + length + 1);
    return groups?.latex === undefined ? [] : [{ latex: groups.latex, displayMode: false, neighbours }];
  });
}

function formulasIn(page: string): Formula[] {
  const blocks = [...textOf(page).matchAll(BLOCK)].filter(([, language]) => language === 'math');
  return [
    ...blocks.map(([, , latex = '']) => ({ latex, displayMode: true, neighbours: '' })),
    ...linesOf(page).flatMap(formulasOf),
  ];
}

describe.each(pages)('the formulas of %s', (page) => {
  it('can be typeset', () => {
    const faults = formulasIn(page).flatMap(({ latex, displayMode }) => {
      try {
        katex.renderToString(latex, { displayMode, throwOnError: true, strict: 'error' });
        return [];
      } catch (error) {
        return [`${latex}: ${error}`];
      }
    });
    expect(faults).toEqual([]);
  });

  it('are within $`…`$ or blocks: Markdown changes what is between dollars alone', () => {
    const rest = linesOf(page).map((line) => line.replace(SPAN, ''));
    expect(rest.filter((line) => line.includes('$'))).toEqual([]);
  });

  it('touch no letter, digit, hyphen or dollar, next to which GitHub sees no formula', () => {
    expect(formulasIn(page).filter(({ neighbours }) => /[\p{L}\p{N}$-]/u.test(neighbours))).toEqual([]);
  });

  it('have no bar in a table, where it ends the cell', () => {
    const rows = linesOf(page).filter((line) => line.startsWith('|'));
    expect(rows.flatMap(formulasOf).filter(({ latex }) => latex.includes('|'))).toEqual([]);
  });
});

describe('the theory', () => {
  const theory = [...pages.filter((page) => page.startsWith('theory')), 'regions.md', 'estimates.md'];

  it('has formulas', () => {
    for (const page of theory) expect(formulasIn(page).length, page).toBeGreaterThan(30);
  });

  it('shows no formula as code', () => {
    const lines = theory.flatMap(linesOf).filter((line) => !line.startsWith('#'));
    const code = lines.flatMap((line) => [...line.matchAll(SPAN)].flatMap(({ groups }) => groups?.code ?? []));
    expect(code.length).toBeGreaterThan(100);
    expect(code.filter((text) => MATHEMATICS.test(text))).toEqual([]);
  });
});
