/**
 * `npm run mutants [-- --only ID] [-- --every K] [-- --verify-only]`: makes plausible slips, one at a time, in copies of the project, and
 * asks whether `verify` alone, without stored counterexamples, and the tests alone catch each of them. A verifier that would
 * not notice a wrong formula proves nothing about a right one.
 *
 * Exit codes: 0 all caught, 1 some survived, 2 the harness itself is at fault (a mutant that no longer fits its source, an
 * unmutated project that does not pass), 130 interrupted.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { catalogue } from './catalogue/index.ts';
import { inWords } from './finding.ts';
import { Lane } from './lane.ts';
import type { Mutant } from './mutant.ts';
import { allTests, line, passed, tryAll } from './trial.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const LANES = 2;

interface Options {
  readonly mutants: readonly Mutant[];
  readonly withTests: boolean;
}

/** `--only` takes a mutant's id or the function in front of it, several times if need be; `--every K` takes each K-th. @throws Error */
function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true },
      every: { type: 'string', default: '1' },
      'verify-only': { type: 'boolean', default: false },
    },
  });
  const { only, every, 'verify-only': verifyOnly } = values;
  const step = Number(every);
  if (!Number.isInteger(step) || step < 1) throw new Error(`--every must be an integer from 1 on, not ${every}`);
  const matches = (id: string, wanted: string): boolean => id === wanted || id.startsWith(`${wanted}/`);
  const unknown = only?.find((wanted) => !catalogue.some(({ id }) => matches(id, wanted)));
  if (unknown !== undefined) throw new Error(`there is no mutant ${unknown}`);
  const mutants = catalogue
    .filter(({ id }) => !only || only.some((wanted) => matches(id, wanted)))
    .filter((_, place) => place % step === 0);
  return { mutants, withTests: !verifyOnly };
}

/** Throws unless every mutant of the catalogue fits its source and the project passes without any. */
async function check(lanes: readonly [Lane, Lane], withTests: boolean): Promise<void> {
  const twice = catalogue.find(({ id }, place) => catalogue.findIndex((other) => other.id === id) !== place);
  if (twice) throw new Error(`two mutants are called ${twice.id}`);
  for (const mutant of catalogue) await lanes[0].fits(mutant);
  const [verify, tests] = await Promise.all([lanes[0].verify(), withTests ? lanes[1].test(allTests(catalogue)) : null]);
  if (verify.outcome !== 'survived') throw new Error(`without a mutant, verify is not content: ${inWords(verify)}`);
  if (tests && tests.outcome !== 'survived') throw new Error(`without a mutant, the tests fail: ${inWords(tests)}`);
}

async function run({ mutants, withTests }: Options, signal: AbortSignal): Promise<number> {
  const started = Date.now();
  const lanes: Lane[] = [];
  try {
    while (lanes.length < LANES) lanes.push(await Lane.open(ROOT, signal));
    const [first, second] = lanes as [Lane, Lane];
    await check([first, second], withTests);
    const width = Math.max(...mutants.map(({ id }) => id.length));
    const trials = await tryAll(mutants, lanes, withTests, (trial) => console.log(line(trial, width)));
    const good = trials.filter(passed).length;
    console.log(`\n${trials.length} mutants in ${Math.round((Date.now() - started) / 1000)} s`);
    console.log(`${good} passed, ${trials.length - good} failed`);
    return good === trials.length ? 0 : 1;
  } finally {
    await Promise.all(lanes.map((lane) => lane.close()));
  }
}

const controller = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => controller.abort());

try {
  process.exitCode = await run(readOptions(), controller.signal);
} catch (error) {
  console.error(controller.signal.aborted ? 'interrupted' : `mutants: ${(error as Error).message}`);
  process.exitCode = controller.signal.aborted ? 130 : 2;
}
