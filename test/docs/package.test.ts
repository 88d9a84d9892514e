import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('../../', import.meta.url).pathname;
const LINK = /\]\(([^)#\s]+)/g;

/** The files of the package, as npm would pack them. */
function packed(): string[] {
  const out = execFileSync('npm', ['pack', '--dry-run', '--ignore-scripts', '--json'], { cwd: ROOT, encoding: 'utf8' });
  const [{ files }] = JSON.parse(out) as [{ files: { path: string }[] }];
  return files.map(({ path }) => path);
}

/** What a page links to within the repository. */
function targets(page: string): string[] {
  const links = [...readFileSync(join(ROOT, page), 'utf8').matchAll(LINK)].map(([, target = '']) => target);
  return links.filter((link) => !link.includes('://')).map((link) => normalize(join(dirname(page), link)));
}

describe('the package', () => {
  it('has everything that its pages link to', () => {
    const files = packed();
    const pages = files.filter((file) => file.endsWith('.md'));
    expect(pages).toEqual(expect.arrayContaining(['README.md', 'docs/claims.md', 'reports/verification.md']));
    const isThere = (target: string): boolean =>
      files.some((file) => file === target || file.startsWith(`${target.replace(/\/$/, '')}/`));
    const missing = pages.flatMap((page) =>
      targets(page)
        .filter((target) => !isThere(target))
        .map((to) => [page, to]),
    );
    expect(missing).toEqual([]);
  });

  it('exports its vectors', () => {
    const find = createRequire(import.meta.url).resolve;
    for (const name of readdirSync(join(ROOT, 'vectors')).filter((file) => file.endsWith('.json')))
      expect(find(`bonafide-verify/vectors/${name}`)).toBe(join(ROOT, 'vectors', name));
    expect(find('bonafide-verify/vectors')).toBe(join(ROOT, 'vectors', 'index.json'));
  });
});
