import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { committed, pages } from '../../scripts/reports/pages.ts';
import { markdown } from '../../src/report/formats/markdown.ts';
import { proofsPage } from '../../src/report/proofs.ts';
import { madeUp } from '../search/planted.ts';
import { held, modelWith, reported } from './sample-reports.ts';

const PAGES = ['reports/verification.md', 'reports/proofs.md', 'reports/figures.md'];
const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** The cells of a row: a bar ends one unless an odd number of backslashes is before it. */
function cellsOf(row: string): string[] {
  return row
    .replaceAll(/\\[\\|]/g, '')
    .split('|')
    .slice(1, -1);
}

/** The tables of a page, each as the numbers of cells of its rows. */
function tablesOf(page: string): number[][] {
  const runs = page.split(/\n(?!\|)/).map((block) => block.split('\n').filter((line) => line.startsWith('|')));
  return runs.filter((rows) => rows.length > 0).map((rows) => rows.map((row) => cellsOf(row).length));
}

/** What of a page acts as emphasis, HTML or code that was not closed, our own marks left aside. */
function acting(page: string): string[] {
  const seen = page
    .replaceAll(/\\[!-/:-@[-`{-~]/g, '')
    .replaceAll(/(`+)(?!`).*?[^`]\1(?!`)/g, '')
    .replaceAll(/\]\([^)\s]*\)/g, ']')
    .replaceAll(/\*\*[^*\n]+\*\*/g, '')
    .replaceAll(/\*(proved|exact|certified|exhaustive|refuted|Proved|On all of \(0, 1\]|yes|no|holds|fails)\*/g, '');
  return seen.split('\n').filter((line) => /[*_`<~$]/.test(line));
}

/** That a page is what it seems to be in any reader. */
function expectPlain(page: string): void {
  for (const counts of tablesOf(page)) expect(new Set(counts).size, String(counts)).toBe(1);
  expect(page.split('\n').filter((line) => [...line].length > 1000)).toEqual([]);
  expect(acting(page)).toEqual([]);
}

describe('the committed pages', () => {
  it.each(PAGES)('%s: every row has the cells of its head, no line is long, and nothing of a claim acts', (path) => {
    const page = read(path);
    expect(tablesOf(page).length).toBeGreaterThan(3);
    expectPlain(page);
  });

  it('are what the formats make of the committed JSON (npm run reports writes them again)', async () => {
    for (const [path, text] of await pages()) expect(read(path), path).toBe(text);
  });

  it('are told apart from pages that are not so', () => {
    expect(tablesOf('| a | b |\n| - | - |\n| |x| | y |\n')).toEqual([[2, 2, 4]]);
    expect(acting('D̂* and p*')).not.toEqual([]);
    expect(acting('π_i and p\\_i')).not.toEqual([]);
    expect(acting('`π_i | p*` and [a](b_c) **no** \\*')).toEqual([]);
  });
});

describe('a claim whose texts are long and full of marks', () => {
  const evil = `|π_i − p_i|* \`x\` <b> $1$ ~~z~~ \\ ${'long '.repeat(2000)}`;
  const claim = madeUp({
    id: 'evil',
    title: evil,
    statement: evil,
    source: evil,
    hypotheses: evil,
    expected: 'holds',
    relations: () => [],
  });
  const instance = { weights: Array<string>(500).fill('1'.repeat(300)), n: 2 };
  const steps = Array.from({ length: 500 }, (_, index) => `${evil} ${index}`);

  it('is reported in short lines, in which nothing acts', () => {
    const run = {
      ...held,
      smallestMargin: { lo: '0.1', hi: '0.2', instance },
      derivation: { steps, instances: 9, broken: { step: evil, instance } },
    };
    const theorem = { name: 'le', file: 'A.v', statement: evil, words: evil, definitions: [], ok: false, reason: evil };
    const proofs = { status: 'failed' as const, theorems: [theorem], axioms: [], faults: [evil] };
    const model = modelWith({ claims: [{ ...reported(claim, run), reasons: [evil, evil] }], proofs });
    expectPlain(markdown(model));
    expectPlain(proofsPage(model) ?? '');
  });
});

it('the committed JSON is of the form that is documented', () => {
  expect(JSON.parse(read(join('reports', 'verification.json')))).toEqual(committed());
});
