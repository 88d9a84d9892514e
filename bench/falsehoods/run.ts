/** How many of the falsehoods a search finds: `npm run bench:falsehoods -- [--seconds 10] [--workers 2] [--out FILE]`. */

import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { compareInstances, type Instance, instanceFromJson, untied } from '../../src/claims/instance.ts';
import { CANONICAL } from '../../src/cli/canonical.ts';
import { conjectureOf } from '../../src/conjectures/conjecture.ts';
import { claimsIn, type Listed } from '../../src/conjectures/file.ts';
import type { SurveyTask } from '../../src/run/messages.ts';
import { runTasks } from '../../src/run/pool.ts';
import { extentOf } from '../../src/search/budget.ts';
import type { ClaimRun } from '../../src/search/claim-run.ts';
import { machineLines, type Score, scoreText } from './score.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const CATALOGUE = new URL('../../properties/catalogue.ts', import.meta.url).href;

interface Smallest {
  readonly weights?: readonly number[];
  readonly runs?: readonly (readonly [weight: number, times: number])[];
  readonly q?: readonly number[];
  readonly n: number;
}

async function listed(file: string): Promise<readonly Listed[]> {
  return claimsIn(await readFile(join(HERE, file), 'utf8'), file);
}

/** The search of each claim, in the order of the list. */
async function searched(claims: readonly Listed[], seconds: number, workers: number): Promise<readonly ClaimRun[]> {
  const tasks = claims.map(({ typed }): SurveyTask => {
    const { claim } = conjectureOf(typed);
    const extent = { ...extentOf(claim, 'canonical'), cells: 0 };
    return { kind: 'survey', claim: typed.id, typed, extent, seed: CANONICAL.seed, seconds };
  });
  const runs = new Map<string, ClaimRun>();
  await runTasks(tasks, {
    catalogue: CATALOGUE,
    workers,
    onReply: (reply) => {
      if (reply.kind === 'surveyed') runs.set(reply.run.id, reply.run);
    },
  });
  return claims.map(({ typed }) => runs.get(typed.id) as ClaimRun);
}

function instanceOf({ weights, runs = [], q, n }: Smallest): Instance {
  const all = weights ?? runs.flatMap(([weight, times]) => Array.from({ length: times }, () => weight));
  return { ...untied(all.map(BigInt), n), ...(q && { auxiliary: q.map(BigInt) }) };
}

async function main(): Promise<void> {
  const { seconds, workers, out } = new Command('bench:falsehoods')
    .option('--seconds <s>', 'time for each claim', Number, 10)
    .option('--workers <k>', 'threads', Number, availableParallelism())
    .option('--out <file>', 'the report')
    .parse()
    .opts<{ seconds: number; workers: number; out?: string }>();
  const { claims: smallest } = JSON.parse(await readFile(join(HERE, 'smallest.json'), 'utf8')) as {
    claims: Record<string, Smallest>;
  };
  const falsehoods = await listed('falsehoods.txt');
  const found = await searched(falsehoods, seconds, workers);
  const truths = await listed('truths.txt');
  const score: Score = {
    seconds,
    falsehoods: found.map((run, i) => {
      const { id, text } = (falsehoods[i] as Listed).typed;
      const ours = run.counterexample && instanceFromJson(run.counterexample.instance);
      const order = ours && compareInstances(ours, instanceOf(smallest[id] as Smallest));
      return { id, text, ours, smallest: instanceOf(smallest[id] as Smallest), order };
    }),
    truths: truths.length,
    refutedTruths: (await searched(truths, seconds, workers)).filter((run) => run.counterexample).map(({ id }) => id),
  };
  const text = scoreText(score, await machineLines());
  if (out) await writeFile(out, text);
  process.stdout.write(text);
}

await main();
