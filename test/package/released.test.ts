import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { cited, released } from '../../scripts/release/released.ts';

const read = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
const DATE = '2030-01-02';

it('a release dates the heading of what was unreleased, and nothing else', () => {
  const before = '# Changelog\n\n## 0.2.0, unreleased\n\n- A.\n\n## 0.1.0, 2029-01-01\n\n- B.\n';
  expect(released(before, '0.2.0', DATE)).toBe(before.replace('0.2.0, unreleased', `0.2.0, ${DATE}`));
});

it.each([
  ['# Changelog\n\n## 0.1.0, 2029-01-01\n\n- B.\n', 'no heading'],
  ['# Changelog\n\n## 0.2.0, unreleased\n\n## 0.1.0, 2029-01-01\n\n- B.\n', 'says nothing'],
])('a changelog that is not ready is refused: %j', (changelog, why) => {
  expect(() => released(changelog, '0.2.0', DATE)).toThrow(why);
});

it('a release dates the citation, again too', () => {
  const once = cited(read('CITATION.cff'), '0.2.0', DATE);
  expect(once).toContain(`version: 0.2.0\ndate-released: ${DATE}\n`);
  expect(cited(once, '0.2.0', DATE)).toBe(once);
});

it('the committed changelog can be released, or is', () => {
  expect(read('CHANGELOG.md')).toMatch(/^## \d+\.\d+\.\d+, (?:unreleased|\d{4}-\d\d-\d\d)$/m);
});
