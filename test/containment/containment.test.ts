/**
 * The protocol of Arb: an exact value within goes to an independent higher precision, which must be within the enclosure; functional
 * equations must overlap. This is the quick part of what containment.slow.test.ts runs.
 */
import { describe, expect, test } from 'vitest';
import { chapters } from './catalogue.ts';
import { run, type Summary } from './run.ts';
import { climbs, search } from './search.ts';

const summaries: Summary[] = [];

describe.each(chapters)('$title', ({ families }) => {
  test.each(families)('$name', (family) => {
    const summary = run(family, family.fast);
    summaries.push(summary);
    expect(summary.broken, `${summary.worst} of ${family.bound} at case ${summary.input}`).toBe(0);
  });
});

test('at least 10,000 checks were made', () => {
  expect(summaries.reduce((sum, { checks }) => sum + checks, 0)).toBeGreaterThanOrEqual(10_000);
});

const bounded = chapters.slice(0, 2).flatMap(({ families }) => families.filter(({ onTape }) => onTape !== undefined));

test.each(bounded)('hill climbing stays below the bound of $name', (family) => {
  const { restarts, steps } = climbs(family);
  const found = search(family, restarts, steps);
  expect(found?.broken, `${found?.worst} of ${family.bound} at ${found?.input}`).toBe(0);
});
