/** Whole jobs, as a user runs them: each a process of its own, from the command to its end. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Usage, usageOf } from './child.ts';
import { slope } from './growth.ts';
import { makeLog } from './log/make.ts';
import { median } from './rounds.ts';
import { buildTagged, lastTag, programOf, type Version } from './tagged.ts';

export interface JobPlan {
  readonly rounds: number;
  readonly sizes: readonly number[];
  /** The arguments of the search. */
  readonly verify: readonly string[];
}

/** One job: its name without the size, and its usage in each version, as medians over the rounds. */
export interface Job {
  readonly name: string;
  /** Outcomes or rows; null for a job without a size. */
  readonly size: number | null;
  readonly now: Usage;
  readonly before: Usage | null;
}

export interface Jobs {
  readonly jobs: readonly Job[];
  /** The tagged version; null where there is none. */
  readonly tag: string | null;
  /** For each job with a size, the slope of log time over log size. */
  readonly growth: readonly { readonly name: string; readonly slope: number | null }[];
}

interface Prepared {
  readonly name: string;
  readonly size: number | null;
  readonly args: readonly string[];
}

const SAMPLES = 100;
const DRAWS = '4';

/** Times every job in this checkout, which must be built, and in the last tagged version, in turns. */
export async function measureJobs(
  { rounds, sizes, verify }: JobPlan,
  checkout: string,
  folder: string,
  onJob: (name: string) => void,
): Promise<Jobs> {
  const prepared = await prepare(sizes, verify, folder);
  const tag = await lastTag(checkout);
  const tagged = tag === null ? null : await buildTagged(checkout, tag, folder);
  try {
    const jobs: Job[] = [];
    for (const job of prepared) {
      const [now, before]: [Usage[], Usage[]] = [[], []];
      for (let round = 0; round < rounds; round += 1) {
        now.push(await once({ name: 'now', program: programOf(checkout) }, job, folder));
        if (tagged) before.push(await once(tagged, job, folder));
      }
      jobs.push({ name: job.name, size: job.size, now: typical(now), before: tagged && typical(before) });
      onJob(job.size === null ? job.name : `${job.name} ${job.size}`);
    }
    return { jobs, tag, growth: growthOf(jobs) };
  } finally {
    await tagged?.remove();
  }
}

const once = ({ program }: Version, { args }: Prepared, folder: string): Promise<Usage> =>
  usageOf(program, args, folder);

function typical(usages: readonly Usage[]): Usage {
  return { seconds: median(usages.map(({ seconds }) => seconds)), memory: median(usages.map(({ memory }) => memory)) };
}

async function prepare(sizes: readonly number[], verify: readonly string[], folder: string): Promise<Prepared[]> {
  const all: Prepared[] = [{ name: `verify ${verify.join(' ')}`, size: null, args: ['verify', ...verify] }];
  for (const size of sizes) {
    const policy = join(folder, `policy-${size}.json`);
    await writeFile(
      policy,
      JSON.stringify({ weights: Array.from({ length: size }, (_, i) => String(1 + ((7919 * i) % 1009))) }),
    );
    all.push({ name: 'compute, outcomes', size, args: ['compute', '--policy', policy, '--n', DRAWS, '--json'] });
  }
  for (const size of sizes) {
    const log = join(folder, `log-${size}.jsonl`);
    await makeLog({ rows: size, samples: SAMPLES, seed: 1, isShuffled: true }, 'jsonl', log);
    all.push({ name: 'analyze, rows', size, args: ['analyze', log, '--n', DRAWS, '--json'] });
  }
  return all;
}

function growthOf(jobs: readonly Job[]): Jobs['growth'] {
  const names = new Set(jobs.filter(({ size }) => size !== null).map(({ name }) => name));
  return [...names].map((name) => ({
    name,
    slope: slope(
      jobs.flatMap((job): [number, number][] =>
        job.name === name && job.size !== null ? [[Math.log(job.size), Math.log(job.now.seconds)]] : [],
      ),
    ),
  }));
}
