/** All cases of all families, then a search for worse ones. */
import { describe, expect, test } from 'vitest';
import { chapters } from './catalogue.ts';
import { run, type Summary } from './run.ts';
import { climbs, search } from './search.ts';

const summaries: Summary[] = [];

function checksOf(some: readonly Summary[]): number {
  return some.reduce((sum, { checks }) => sum + checks, 0);
}

describe.each(chapters)('$title', ({ families }) => {
  test.each(families)('$name', (family) => {
    const summary = run(family, family.slow);
    summaries.push(summary);
    expect(summary.broken, `${summary.worst} of ${family.bound} at case ${summary.input}`).toBe(0);
  });
});

test('at least 1,000,000 checks were made, half of them near degenerate', () => {
  expect(checksOf(summaries)).toBeGreaterThanOrEqual(1_000_000);
  const near = checksOf(summaries.filter(({ family }) => family.nearDegenerate));
  expect(2 * near).toBeGreaterThanOrEqual(checksOf(summaries));
});

describe('hill climbing finds nothing beyond a bound', () => {
  const searched = chapters.flatMap(({ families }) => families).filter(({ onTape }) => onTape !== undefined);
  test.each(searched)('$name', (family) => {
    const { restarts, steps } = climbs(family);
    const found = search(family, restarts, steps);
    expect(found?.broken, `${found?.worst} of ${family.bound} at ${found?.input}`).toBe(0);
  });
});
