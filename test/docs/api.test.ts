import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import * as catalogue from '../../properties/index.ts';
import { apiPages } from '../../scripts/api/build.ts';
import * as api from '../../src/index.ts';

const ROOT = new URL('../../', import.meta.url).pathname;

describe('the API reference', () => {
  let pages: ReadonlyMap<string, string>;
  beforeAll(async () => {
    pages = new Map(await apiPages());
  }, 60_000);

  it('is what the doc comments make (npm run api writes it again)', () => {
    const committed = readdirSync(join(ROOT, 'docs', 'api')).map((name) => join('docs', 'api', name));
    expect(committed.sort()).toEqual([...pages.keys()].sort());
    for (const [path, text] of pages) expect(readFileSync(join(ROOT, path), 'utf8'), path).toBe(text);
  });

  it('has all that the package exports', () => {
    const headings = [...pages.values()].flatMap((text) => [...text.matchAll(/^#+ ([\w\\]+)(?:\(\))?$/gm)]);
    const described = new Set(headings.map(([, name = '']) => name.replaceAll('\\', '')));
    expect([...Object.keys(api), ...Object.keys(catalogue)].filter((name) => !described.has(name))).toEqual([]);
  });

  it('tells nothing about the machine, and names every parameter', () => {
    for (const text of pages.values())
      expect(text).not.toMatch(/__namedParameters|node_modules|\]\(\/|file:\/\/|github\.com\/.*\/blob/);
    expect([...pages.values()].join('')).not.toContain(ROOT);
  });

  it('has the examples that the tests run', () => {
    const examples = [...pages.values()].flatMap((text) => [...text.matchAll(/^#+ Example$/gm)]);
    expect(examples.length).toBeGreaterThan(30);
  });
});
