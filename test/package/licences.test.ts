import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import lock from '../../package-lock.json' with { type: 'json' };

interface Locked {
  readonly license?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

const PACKAGES = Object.entries(lock.packages as Readonly<Record<string, Locked>>).filter(([path]) => path !== '');
const nameOf = (path: string): string => path.replace(/^.*node_modules\//, '');

/** Licences that ask no more than to be named. */
const FREE = [
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'Unlicense',
  'BlueOak-1.0.0',
  'Python-2.0',
  'Zlib',
  'CC-BY-4.0',
];
/** Tools under these are started or loaded as they are, and no part of them is in the package. */
const FOR_TOOLS: Readonly<Record<string, readonly string[]>> = {
  'MPL-2.0': ['axe-core', 'lightningcss'],
  'CC0-1.0': ['railroad-diagrams'],
  'AGPL-3.0-or-later': ['jscoq'],
  'LGPL-2.1-only': ['ocaml-wasm', 'wacoq', '@ocaml-wasm/4.12'],
};
/** Packages that name no licence in their manifest, with what their files say. */
const UNNAMED: Readonly<Record<string, string>> = {
  jstat: 'MIT',
  'fast-extend': 'Unlicense',
  memfs: 'Unlicense',
  'fs-monkey': 'Unlicense',
  '@vue/compiler-sfc': 'MIT',
};

/** Whether one of the licences that an expression offers is free; of licences that all hold, each must be. */
function isFree(expression: string): boolean {
  const inner = expression.replace(/^\((.*)\)$/, '$1');
  if (inner.includes(' OR ')) return inner.split(' OR ').some(isFree);
  return inner.split(' AND ').every((one) => FREE.includes(one));
}

/** Parts of jscoq without a manifest of their own: OCaml's and Coq's libraries, under the LGPL or the MIT licence. */
const OF_JSCOQ = /^(?:@ocaml-wasm\/.*|wacoq-deps)$/;

describe('the licences of all packages that a checkout installs', () => {
  const licences = PACKAGES.map(([path, { license, dev }]) => {
    const name = nameOf(path);
    return {
      name,
      licence: license ?? UNNAMED[name] ?? (OF_JSCOQ.test(name) ? 'LGPL-2.1-only' : 'none'),
      isTool: dev === true,
    };
  });

  it('of what the package installs with it ask no more than to be named', () => {
    const installed = licences.filter(({ isTool }) => !isTool);
    expect(installed.length).toBeGreaterThan(50);
    expect(installed.filter(({ licence }) => !isFree(licence))).toEqual([]);
  });

  it('of tools are free, or those of tools that are known', () => {
    const strange = licences.filter(
      ({ name, licence, isTool }) =>
        isTool && !isFree(licence) && !FOR_TOOLS[licence]?.some((tool) => name === tool || name.startsWith(`${tool}-`)),
    );
    expect(strange).toEqual([]);
  });

  it('of jscoq, the AGPL, reaches nothing of ours: it is a tool, and no file of ours imports it', () => {
    expect(Object.keys(manifest.dependencies)).not.toContain('jscoq');
    expect(manifest.devDependencies).toHaveProperty('jscoq');
    const source = readFileSync(new URL('../../src/coq/gate/embedded.ts', import.meta.url), 'utf8');
    expect(source).not.toMatch(/(?:import|from) *\(? *['"]jscoq/);
  });
});

it('only tools have scripts that run when they are installed', () => {
  const scripted = PACKAGES.filter(([, { hasInstallScript }]) => hasInstallScript);
  expect(scripted.map(([path, { dev }]) => [nameOf(path), dev])).toEqual([['esbuild', true]]);
});
