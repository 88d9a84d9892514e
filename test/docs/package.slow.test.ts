import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anchorsOf, linksOf, pageAt, ROOT } from './pages.ts';

/** The files of the package, as npm would pack them. */
function packed(): string[] {
  const out = execFileSync('npm', ['pack', '--dry-run', '--ignore-scripts', '--json'], { cwd: ROOT, encoding: 'utf8' });
  const [{ files }] = JSON.parse(out) as [{ files: { path: string }[] }];
  return files.map(({ path }) => path);
}

/** Why a link of a page leads nowhere in the package; null if it leads somewhere. */
function faultOf(link: string, page: string, files: readonly string[]): string | null {
  const [path = '', anchor] = link.split('#').map(decodeURIComponent);
  const target = path === '' ? page : normalize(join(dirname(page), path)).replace(/\/$/, '');
  if (!files.some((file) => file === target || file.startsWith(`${target}/`))) return `${page}: ${link} is not packed`;
  if (anchor === undefined || !target.endsWith('.md')) return null;
  return anchorsOf(pageAt(target)).has(anchor) ? null : `${page}: ${link} has no such anchor`;
}

describe('the package', () => {
  it('has everything that its pages link to', () => {
    const files = packed();
    const pages = files.filter((file) => file.endsWith('.md'));
    expect(pages).toEqual(expect.arrayContaining(['README.md', 'docs/claims.md', 'reports/verification.md']));
    const faults = pages.flatMap((page) => linksOf(pageAt(page)).map((link) => faultOf(link, page, files)));
    expect(faults.length).toBeGreaterThan(500);
    expect(faults.filter((fault) => fault !== null)).toEqual([]);
  });

  it('exports its vectors', () => {
    const find = createRequire(import.meta.url).resolve;
    for (const name of readdirSync(join(ROOT, 'vectors')).filter((file) => file.endsWith('.json')))
      expect(find(`bonafide-verify/vectors/${name}`)).toBe(join(ROOT, 'vectors', name));
    expect(find('bonafide-verify/vectors')).toBe(join(ROOT, 'vectors', 'index.json'));
  });
});
