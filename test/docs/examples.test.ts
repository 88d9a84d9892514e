import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decimal } from 'decimal.js';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import * as api from '../../src/index.ts';

/** An example of the documentation: statements, of which those with a comment `// 'value'` state their value as text. */
interface Example {
  readonly place: string;
  readonly code: string;
}

const ROOT = new URL('../../', import.meta.url).pathname;
const STATED = /^(?!const )(.+);\s*\/\/\s*'(.*)'$/;

function sources(): string[] {
  return readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
}

function examplesInSources(): Example[] {
  return sources().flatMap((name) => {
    const text = readFileSync(join(ROOT, 'src', name), 'utf8');
    return [...text.matchAll(/@example\n((?:\s*\* (?!@).*\n)+)/g)].map((match) => ({
      place: `${name}: ${(match[1] ?? '').trim().slice(2, 50)}`,
      code: (match[1] ?? '').replace(/^\s*\* /gm, ''),
    }));
  });
}

function examplesInPage(page: string): Example[] {
  const text = readFileSync(join(ROOT, page), 'utf8');
  return [...text.matchAll(/```ts\n([\s\S]*?)```/g)].map((match, index) => ({
    place: `${page} ${index + 1}`,
    code: (match[1] ?? '').replace(/^import .*\n/gm, ''),
  }));
}

/** Runs an example with the public API in scope. @returns pairs of actual and stated values. */
function run(code: string): [string, string][] {
  const pairs: [string, string][] = [];
  const body = code
    .split('\n')
    .map((line) => line.replace(STATED, (_, expression, stated) => `check(${expression}, ${JSON.stringify(stated)});`))
    .join('\n');
  const javascript = ts.transpile(body, { target: ts.ScriptTarget.ES2023 });
  const check = (actual: unknown, stated: string): void => void pairs.push([String(actual), stated]);
  new Function('check', 'Decimal', ...Object.keys(api), javascript)(check, Decimal, ...Object.values(api));
  return pairs;
}

const examples = [
  ...examplesInPage('README.md'),
  ...examplesInPage('docs/arithmetic.md'),
  ...examplesInPage('docs/theory-selections.md'),
  ...examplesInSources(),
];

describe('examples in the documentation', () => {
  test('every room of the public API has some', () => {
    expect(examples.length).toBeGreaterThanOrEqual(12);
  });

  test.each(examples)('$place gives what it states', ({ code }) => {
    const pairs = run(code);
    expect(pairs.length).toBeGreaterThan(0);
    for (const [actual, stated] of pairs) expect(actual).toBe(stated);
  });
});
