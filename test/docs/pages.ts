import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The top of the repository. */
export const ROOT = new URL('../../', import.meta.url).pathname;

/** A page of the repository. @throws if there is none. */
export function pageAt(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** The pages in docs/. */
export const DOCS: readonly string[] = readdirSync(join(ROOT, 'docs'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/${name}`);

/** A page without its blocks of code, in which nothing is a heading or a link. */
function prose(page: string): string {
  return page.replace(/^( *)(`{3,}|~{3,}).*\n[\s\S]*?^\1?\2.*$/gm, '');
}

/** The anchors of a page: those that it names, and those that GitHub gives to its headings. */
export function anchorsOf(page: string): Set<string> {
  const found = new Set([...page.matchAll(/<a (?:id|name)="([^"]+)"/g)].map(([, id = '']) => id));
  const times = new Map<string, number>();
  for (const [, heading = ''] of prose(page).matchAll(/^#{1,6} +(.+?) *#*$/gm)) {
    const slug = slugOf(heading);
    const before = times.get(slug) ?? 0;
    times.set(slug, before + 1);
    found.add(before === 0 ? slug : `${slug}-${before}`);
  }
  return found;
}

/** A heading as GitHub writes it in addresses. */
function slugOf(heading: string): string {
  const text = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/\\(.)/g, '$1');
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-');
}

/** Where the links and pictures of a page lead, without those to other sites. */
export function linksOf(page: string): string[] {
  const text = prose(page).replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, 'code');
  const inline = [...text.matchAll(/\]\(<?([^)\s>]+)>?(?: "[^"]*")?\)/g)];
  const defined = [...text.matchAll(/^ {0,3}\[[^\]]+\]: *<?([^\s>]+)/gm)];
  const html = [...text.matchAll(/<(?:a|img)[^>]* (?:href|src)="([^"]+)"/g)];
  const links = [...inline, ...defined, ...html].map(([, target = '']) => target);
  return links.filter((link) => !/^[a-z]+:/i.test(link));
}
