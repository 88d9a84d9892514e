import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = new URL('../../', import.meta.url).pathname;
const LINK = /\]\(([^)\s:]*)#([^)\s]+)\)/g;
const CODE = /^ *```[\s\S]*?^ *```$|(`+)(?!`)[^\n]*?[^`]\1(?!`)/gm;

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const inFolder = (folder: string): string[] =>
  readdirSync(join(ROOT, folder)).flatMap((name) => (name.endsWith('.md') ? [join(folder, name)] : []));
const pages = ['README.md', 'CONTRIBUTING.md', ...['docs', 'docs/api', 'reports', 'proofs'].flatMap(inFolder)];

/** What a page can be entered at: its anchors and, as GitHub names them, its headings. */
function anchorsOf(page: string): Set<string> {
  const text = read(page);
  const ids = [...text.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id);
  const seen = new Map<string, number>();
  const headings = [...text.replace(/^ *```[\s\S]*?^ *```$/gm, '').matchAll(/^#+ (.*)$/gm)].map(([, title = '']) => {
    const slug = title
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-');
    const times = seen.get(slug) ?? 0;
    seen.set(slug, times + 1);
    return times === 0 ? slug : `${slug}-${times}`;
  });
  return new Set([...ids, ...headings]);
}

it.each(pages)('every place in a page that %s links to is there', (page) => {
  const links = [...read(page).replace(CODE, '').matchAll(LINK)].map(([, to = '', anchor = '']) => ({
    to: to === '' ? page : relative('.', normalize(join(dirname(page), to))),
    anchor,
  }));
  const broken = links.filter(
    ({ to, anchor }) => to.endsWith('.md') && !(existsSync(join(ROOT, to)) && anchorsOf(to).has(anchor)),
  );
  expect(broken).toEqual([]);
});
