import { expect, it } from 'vitest';
import { claimsIn } from '../../src/conjectures/file.ts';

it('a claim goes on over lines that begin or end with a sign, or stand in brackets', () => {
  const [one, two] = claimsIn('one: gap\n  <= n(n-1)^2/24 *\n  S3\n  for n >= 3\n\ntwo: max(KL,\n  W) >= 0\n', 'f');
  expect([one?.typed.text, one?.typed.for]).toEqual(['gap <= n(n-1)^2/24 * S3', 'n >= 3']);
  expect(two?.typed.text).toBe('max(KL, W) >= 0');
});

it('a second formula on a line of its own is no factor of the first', () => {
  expect(() => claimsIn('# none\none: KL <= D\n  gap >= 0\n', 'claims.txt')).toThrow(
    /^claims\.txt:3: a line goes on with a relation or another sign, or the line before ends with one$/,
  );
});
