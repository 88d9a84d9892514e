import { availableParallelism } from 'node:os';
import { seeded } from '../../src/search/random.ts';
import { FILES } from './files.ts';
import type { Injection } from './injection.ts';
import { KILLS } from './kills.ts';
import { RESUMED } from './resumed.ts';
import { Broken, type Scene } from './scene.ts';
import { SURROUNDINGS } from './surroundings.ts';

export const INJECTIONS: readonly Injection[] = [...KILLS, ...FILES, ...RESUMED, ...SURROUNDINGS];

/** What came of one kind of fault. */
export interface Row {
  readonly what: string;
  readonly times: number;
  /** How the runs ended, with how many of them. */
  readonly ends: ReadonlyMap<string, number>;
  /** The promises that were found broken. */
  readonly broken: readonly string[];
}

/** Injects one kind of fault at so many moments, which the name of the fault and the index choose, on all processors. */
export async function rowOf(injection: Injection, scene: Scene, moments: number): Promise<Row> {
  const times = injection.times(moments);
  const ends = new Map<string, number>();
  const broken: string[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < times) {
      const index = next;
      next += 1;
      try {
        const end = await injection.inject(scene, seeded(`${injection.what}/${index}`), index);
        ends.set(end, (ends.get(end) ?? 0) + 1);
      } catch (error) {
        if (!(error instanceof Broken)) throw error;
        broken.push(`${index}: ${error.message}`);
      }
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
  return { what: injection.what, times, ends, broken };
}

/** The rows as a table of Markdown. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map(({ what, times, ends, broken }) => {
    const sorted = [...ends].sort(([a], [b]) => (a < b ? -1 : 1)).map(([end, count]) => `${count} × ${end}`);
    return `| ${what.replaceAll('|', '\\|')} | ${times} | ${sorted.join(', ')} | ${broken.length} |`;
  });
  return [
    '| what was done | how often | how the runs ended | promises broken |',
    '| --- | --- | --- | --- |',
    ...cells,
  ].join('\n');
}
