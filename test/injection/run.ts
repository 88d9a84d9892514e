/**
 * `npm run injection [-- --moments N] [-- --only TEXT]`: disturbs runs of `verify`, and asks whether every file is whole or absent, the
 * next run right, and exit code and sentence as documented. Prints the table of docs/reliability.md.
 *
 * Exit codes: 0 nothing broken, 1 something broken, 2 the harness itself is at fault.
 */
import { parseArgs } from 'node:util';
import { Scene } from './scene.ts';
import { INJECTIONS, type Row, rowOf, tableOf } from './table.ts';

async function run(moments: number, only: string): Promise<number> {
  const scene = await Scene.set();
  try {
    const rows: Row[] = [];
    for (const injection of INJECTIONS.filter(({ what }) => what.includes(only))) {
      const row = await rowOf(injection, scene, moments);
      rows.push(row);
      console.error(`${row.times} × ${row.what}: ${row.broken.length} broken`);
      for (const sentence of row.broken) console.error(`  ${sentence}`);
    }
    console.log(tableOf(rows));
    const broken = rows.reduce((sum, row) => sum + row.broken.length, 0);
    console.log(`\n${rows.reduce((sum, { times }) => sum + times, 0) - broken} passed, ${broken} failed`);
    return broken === 0 ? 0 : 1;
  } finally {
    await scene.leave();
  }
}

try {
  const options = { moments: { type: 'string', default: '200' }, only: { type: 'string', default: '' } } as const;
  const { moments, only } = parseArgs({ options }).values;
  if (!/^[1-9]\d{0,4}$/.test(moments)) throw new Error(`--moments must be an integer from 1 on, not ${moments}`);
  process.exitCode = await run(Number(moments), only);
} catch (error) {
  console.error(`injection: ${(error as Error).message}`);
  process.exitCode = 2;
}
