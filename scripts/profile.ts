/**
 * Prints where the time of the canonical search goes: for each claim the seconds of processor time, and how they divide among the phases.
 * `npm run profile -- kl-bound win-rate` for some claims, `--quick` for the quick budget. V8 samples the stack of one thread.
 */
import { type Profiler, Session } from 'node:inspector/promises';
import { parseArgs } from 'node:util';
import { markdownTable } from 'markdown-table';
import { catalogue } from '../properties/index.ts';
import { CANONICAL } from '../src/cli/canonical.ts';
import { extentOf } from '../src/search/budget.ts';
import { runClaim } from '../src/search/run-claim.ts';
import { PHASES, type Phase, phasesOf } from './profile/phases.ts';

const { values, positionals } = parseArgs({ options: { quick: { type: 'boolean' } }, allowPositionals: true });
const claims = catalogue.filter(({ id }) => positionals.length === 0 || positionals.includes(id));
const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.setSamplingInterval', { interval: 500 });

type Row = Record<Phase, number>;
const rows: [string, number, Row][] = [];
for (const claim of claims) {
  await session.post('Profiler.start');
  const before = process.cpuUsage();
  runClaim(claim, { ...extentOf(claim, values.quick ? 'quick' : 'canonical'), seed: CANONICAL.seed });
  const { user, system } = process.cpuUsage(before);
  const { profile }: { profile: Profiler.Profile } = await session.post('Profiler.stop');
  rows.push([claim.id, (user + system) / 1e6, phasesOf(profile)]);
  process.stderr.write(`${claim.id}: ${((user + system) / 1e6).toFixed(2)} s\n`);
}
rows.sort(([, a], [, b]) => b - a);
const total = (of: (row: (typeof rows)[number]) => number): number => rows.reduce((all, row) => all + of(row), 0);
const cells = (seconds: number, row: Row): string[] =>
  [seconds, ...PHASES.map((phase) => row[phase])].map((x) => x.toFixed(2));
const sums = Object.fromEntries(PHASES.map((phase) => [phase, total(([, , row]) => row[phase])])) as Row;
const table = [
  ['claim', 'CPU, s', ...PHASES],
  ...rows.map(([id, seconds, row]) => [id, ...cells(seconds, row)]),
  ['all', ...cells(total(([, seconds]) => seconds), sums)],
];
process.stdout.write(`${markdownTable(table, { align: ['l', ...PHASES.map(() => 'r'), 'r'] })}\n`);
