/** Runs all containment checks, searches for worse cases, and writes reports/containment.md. The bytes are the same each time. */
import { writeFile } from 'node:fs/promises';
import { chapters } from '../test/containment/catalogue.ts';
import { run } from '../test/containment/run.ts';
import { climbs, search } from '../test/containment/search.ts';
import { type Line, report } from './containment/report.ts';

const lines = chapters.flatMap(({ title, families }) =>
  families.map((family): Line => {
    const { restarts, steps } = climbs(family);
    return { title, summary: run(family, family.slow), found: search(family, restarts, steps) };
  }),
);
await writeFile(new URL('../reports/containment.md', import.meta.url), report(lines));
const broken = lines.filter(({ summary, found }) => summary.broken > 0 || (found?.broken ?? 0) > 0);
for (const { summary } of broken) process.stderr.write(`beyond its bound: ${summary.family.name}\n`);
process.exitCode = broken.length > 0 ? 1 : 0;
