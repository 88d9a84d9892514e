import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { type Finding, inWords } from './finding.ts';
import type { Lane } from './lane.ts';
import type { Mutant } from './mutant.ts';

const CLAIM_TESTS = 'test/properties';

/** What became of a mutant; null for who was not asked. */
export interface Trial {
  readonly mutant: Mutant;
  readonly verify: Finding | null;
  readonly tests: Finding | null;
}

export function passed({ verify, tests }: Trial): boolean {
  return [verify, tests].every((finding) => finding === null || finding.outcome === 'caught');
}

/** Tries the mutants one after the other in whichever lane is free; the trials are told in the mutants' order. */
export async function tryAll(
  mutants: readonly Mutant[],
  lanes: readonly Lane[],
  withTests: boolean,
  tell: (trial: Trial) => void,
): Promise<Trial[]> {
  const trials: (Trial | undefined)[] = [];
  let started = 0;
  let told = 0;
  const work = async (lane: Lane): Promise<void> => {
    for (let place = started++; place < mutants.length; place = started++) {
      trials[place] = await tryOne(mutants[place] as Mutant, lane, withTests);
      for (let next = trials[told]; next; next = trials[++told]) tell(next);
    }
  };
  await Promise.all(lanes.map(work));
  return trials.filter((trial) => trial !== undefined);
}

function tryOne(mutant: Mutant, lane: Lane, withTests: boolean): Promise<Trial> {
  return lane.during(mutant, async () => {
    const first = mutant.onlyTests ? null : await lane.verify(mutant.claims);
    const verify = !first || first.outcome === 'caught' ? first : await lane.verify();
    return { mutant, verify, tests: withTests ? await askTests(mutant, lane) : null };
  });
}

/**
 * The tests of the file the slip is in and of its room; those of the claims, which verify much as `verify` does, only when these
 * pass.
 */
async function askTests({ file }: Mutant, lane: Lane): Promise<Finding> {
  const ofFile = `${testsOf(file)}/${basename(file, '.ts')}.test.ts`;
  if (existsSync(ofFile)) {
    const closest = await lane.test([ofFile]);
    if (closest.outcome === 'caught') return closest;
  }
  const own = await lane.test([testsOf(file)]);
  return own.outcome === 'survived' ? lane.test([CLAIM_TESTS]) : own;
}

/** The folder of tests that belongs to a file's room, or to the room around it where that has none of its own. */
function testsOf(file: string): string {
  let folder = dirname(file).replace(/^src/, 'test');
  while (!existsSync(folder)) folder = dirname(folder);
  return folder;
}

/** Every folder that is asked about some mutant. */
export function allTests(mutants: readonly Mutant[]): string[] {
  return [...new Set([...mutants.map(({ file }) => testsOf(file)), CLAIM_TESTS])];
}

/** The trial as a line of the table. */
export function line(trial: Trial, width: number): string {
  const { mutant, verify, tests } = trial;
  const cells = [
    passed(trial) ? 'ok      ' : 'SURVIVED',
    mutant.id.padEnd(width),
    mutant.models,
    ...(verify ? [`verify: ${inWords(verify)}`] : []),
    ...(tests ? [`tests: ${inWords(tests)}`] : []),
  ];
  return cells.join(' | ');
}
