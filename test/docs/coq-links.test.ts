import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('../../', import.meta.url).pathname;
const LINK = /\[`([^`]+)`\]\(([^)\s#]*\.v)(?:#L(\d+))?\)/g;

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const inFolder = (folder: string): string[] =>
  readdirSync(join(ROOT, folder)).flatMap((name) => (name.endsWith('.md') ? [join(folder, name)] : []));

/** The links of a page to the proofs: the name that each shows, and the line that it points to. */
function pointed(page: string): { name: string; line: string }[] {
  return [...read(page).matchAll(LINK)].flatMap(([, name = '', file = '', number]) => {
    if (name.endsWith('.v')) return [];
    const lines = read(normalize(join(dirname(page), file))).split('\n');
    return [{ name, line: lines[Number(number ?? 0) - 1] ?? 'no line' }];
  });
}

describe('the names of Coq', () => {
  const pages = [...inFolder('docs'), ...inFolder('reports'), ...inFolder('proofs')];

  it.each(pages)('of %s point to the lines on which they are stated (npm run reports writes them)', (page) => {
    const stale = pointed(page).filter(
      ({ name, line }) => !new RegExp(`^(Theorem|Lemma|Corollary|Definition|Fixpoint) ${name}(?![\\w'])`).test(line),
    );
    expect(stale).toEqual([]);
  });

  it('are links in each section that rests on a theorem', () => {
    const theory = inFolder('docs').filter((page) => page.startsWith('docs/theory'));
    const sections = theory.flatMap((page) => read(page).split(/^#+ /m));
    const resting = sections.filter((text) => /\bCoq(, for integers)?: /.test(text));
    expect(resting.length).toBeGreaterThan(30);
    expect(resting.filter((text) => !text.includes('.v#L')).map((text) => text.slice(0, 40))).toEqual([]);
  });
});
