/**
 * Prints where the time of the canonical search goes: the seconds of processor time of each claim, and how they divide among the phases.
 * `npm run profile -- kl-bound win-rate` for some claims, `--quick` for the quick budget. `--save` writes reports/profile.md and
 * properties/seconds.ts, the order in which the threads take the claims.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { catalogue } from '../properties/index.ts';
import { type Budget, extentOf } from '../src/search/budget.ts';
import { measured } from './profile/measured.ts';
import { page, secondsModule, tableOf } from './profile/page.ts';

const { values, positionals } = parseArgs({
  options: { quick: { type: 'boolean' }, save: { type: 'boolean' } },
  allowPositionals: true,
});
const unknown = positionals.filter((id) => !catalogue.some((claim) => claim.id === id));
if (unknown.length > 0) throw new Error(`there is no claim ${unknown.join(', ')}`);
if (values.save && (values.quick || positionals.length > 0))
  throw new Error('--save needs all claims at the canonical budget');
const budget: Budget = values.quick ? 'quick' : 'canonical';
const claims = catalogue.filter(({ id }) => positionals.length === 0 || positionals.includes(id));
const rows = await measured(
  claims,
  (claim) => extentOf(claim, budget),
  (row) => process.stderr.write(`${row.id}: ${row.seconds.toFixed(2)} s\n`),
);
process.stdout.write(`${tableOf(rows)}\n`);
if (values.save) {
  await writeFile(new URL('../reports/profile.md', import.meta.url), page(rows));
  await writeFile(new URL('../properties/seconds.ts', import.meta.url), secondsModule(rows));
}
