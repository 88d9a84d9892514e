import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { catalogue } from '../../../properties/index.ts';
import type { Claim } from '../../../src/claims/claim.ts';
import { coqOf } from '../../../src/claims/expression/coq.ts';
import type { Statement } from '../../../src/claims/expression/expression.ts';
import { PROOFS } from '../../../src/coq/gate/place.ts';

const manifest: { theorems: { name: string; statement: string }[] } = JSON.parse(
  readFileSync(join(PROOFS, 'manifest.json'), 'utf8'),
);
const statements = new Map(manifest.theorems.map(({ name, statement }) => [name, statement]));

/** The conclusions in Coq that show a statement, or that it is false. */
function conclusions({ left, is, right }: Statement, isFalse: boolean): string[] {
  const [a, b] = [coqOf(left), coqOf(right)];
  if (a === null || b === null) return [];
  if (!isFalse) return is === '≤' ? [`${a} <= ${b}`, `${a} < ${b}`] : [`${a} = ${b}`];
  return is === '≤' ? [`${b} < ${a}`] : [`${a} < ${b}`, `${b} < ${a}`, `${a} <> ${b}`];
}

/** Whether a theorem of a claim's proof concludes what the claim's relation says, word for word. */
function isConcluded({ proof, expected }: Claim, statement: Statement): boolean {
  const wanted = conclusions(statement, expected === 'fails').flatMap((text) => [`-> ${text}`, `/\\ ${text}`]);
  return (proof?.theorems ?? []).some((name) => wanted.some((text) => statements.get(name)?.endsWith(text)));
}

/** Claims whose theorems are put otherwise, or that have none. */
const OTHERWISE = {
  'total-variation': 'the library has no expression for real powers',
  'total-variation-equality': 'the library has no expression for real powers',
  'likelihood-ratio': 'the theorem is about π_i/p_i, without the logarithm',
  'kl-near-formula': 'the theorem has any number in place of 1',
  'gap-upper-real': 'no theorem is about real n',
  'win-rate-cubic-real': 'no theorem is about real n',
  'estimator-ratio': 'refuted by instances only',
  jeffreys: 'the sum of two theorems, added on its page',
};

const stated = catalogue.flatMap((claim) => (claim.states ?? []).map((statement) => ({ claim, statement })));

describe('what a claim compares is what its theorem concludes:', () => {
  it.each(stated.filter(({ claim }) => !(claim.id in OTHERWISE)))('$claim.id', ({ claim, statement }) => {
    expect(isConcluded(claim, statement)).toBe(true);
  });
});

test('no claim is excused that need not be', () => {
  const excused = stated.filter(({ claim }) => claim.id in OTHERWISE);
  expect(excused.filter(({ claim, statement }) => isConcluded(claim, statement))).toEqual([]);
  expect(new Set(excused.map(({ claim }) => claim.id))).toEqual(new Set(Object.keys(OTHERWISE)));
});

test('a statement that differs in a sign or a constant is not concluded', () => {
  const bound = catalogue.find(({ id }) => id === 'gap-upper') as Claim;
  const [statement] = bound.states as readonly [Statement];
  expect(isConcluded(bound, { ...statement, left: statement.right, right: statement.left })).toBe(false);
  expect(isConcluded(bound, { ...statement, is: '=' })).toBe(false);
});
