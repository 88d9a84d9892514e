/** All cases of all families, then a search for worse ones; the committed report is what they say. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Line, report } from '../../scripts/containment/report.ts';
import { chapters } from './catalogue.ts';
import { run } from './run.ts';
import { climbs, search } from './search.ts';

const lines: Line[] = [];

function checksOf(some: readonly Line[]): number {
  return some.reduce((sum, { summary }) => sum + summary.checks, 0);
}

describe.each(chapters)('$title', ({ title, families }) => {
  test.each(families)('$name', (family) => {
    const summary = run(family, family.slow);
    const { restarts, steps } = climbs(family);
    const found = search(family, restarts, steps);
    lines.push({ title, summary, found });
    expect(summary.broken, `${summary.worst} of ${family.bound} at case ${summary.input}`).toBe(0);
    expect(found?.broken ?? 0, `${found?.worst} of ${family.bound} at ${found?.input}`).toBe(0);
  });
});

test('at least 1,000,000 checks were made, half of them near degenerate', () => {
  expect(checksOf(lines)).toBeGreaterThanOrEqual(1_000_000);
  const near = checksOf(lines.filter(({ summary }) => summary.family.nearDegenerate));
  expect(2 * near).toBeGreaterThanOrEqual(checksOf(lines));
});

test('reports/containment.md is what `npm run containment` writes', () => {
  expect(report(lines)).toBe(readFileSync(new URL('../../reports/containment.md', import.meta.url), 'utf8'));
});
