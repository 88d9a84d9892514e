import { join } from 'node:path';
import type { Expectation } from '../claims/claim.ts';
import type { InstanceJson } from '../claims/instance-schema.ts';
import type { Conjecture } from '../conjectures/conjecture.ts';
import type { Typed } from '../conjectures/typed.ts';
import { provenance } from '../evidence/counterexample.ts';
import type { Counterexample } from '../evidence/schema.ts';
import { load } from '../evidence/store.ts';
import { isThere } from '../io/is-there.ts';
import { makeFolder, writeWhole } from '../io/write-whole.ts';
import { answerOf, answerReplayed } from '../judge/answer.ts';
import { InputError } from '../policy/errors.ts';
import type { Answer } from '../report/answer.ts';
import type { Place } from '../report/findings/finding.ts';
import { SHARE_OF_SEARCH } from '../run/deadline.ts';
import type { Reply } from '../run/messages.ts';
import { STALL_SECONDS } from '../run/pool.ts';
import type { Context } from './context.ts';
import { unlessInterrupted } from './grace.ts';
import { inThread } from './in-thread.ts';

/** A conjecture that is asked about, and where it stands. */
export interface Asked {
  readonly conjecture: Conjecture;
  readonly expected: Expectation;
  readonly place: Place | null;
}

/** Where counterexamples are kept, and the time for each conjecture. */
export interface Keeping {
  readonly counterexamples: string;
  /** `--no-save` */
  readonly save: boolean;
  /** `--time`, in seconds. */
  readonly time?: number;
}

function pathOf({ id }: Typed, { counterexamples }: Keeping): string {
  return join(counterexamples, `${id}.json`);
}

/** The answer from the counterexample that is saved; null where there is none of this text, or it no longer refutes it. */
export async function replayed(
  { conjecture, expected }: Asked,
  options: Keeping,
  context: Context,
): Promise<Answer | null> {
  const file = pathOf(conjecture.typed, options);
  if (!options.save || !(await isThere(file))) return null;
  const stored = await load(file).catch((error: unknown) => {
    if (error instanceof InputError) throw new InputError(`${error.message} (move it away, or give --no-save)`);
    throw error;
  });
  if (!isSame(stored.conjecture, conjecture.typed)) return null;
  const code = { whose: { file }, stallSeconds: STALL_SECONDS };
  const replay = await inThread('replay', { file, modules: [] }, context, code);
  if (replay?.outcome !== 'refuted') {
    context.console.err(`${file}: ${replay?.outcome}: ${replay?.detail}; it is searched for again`);
    return null;
  }
  const beside = await besides(conjecture.typed, stored.instance, options, context);
  return { ...answerReplayed(conjecture, expected, stored, file), ...beside };
}

function isSame(one: Typed | undefined, other: Typed): boolean {
  return one?.text === other.text && one.for === other.for && one.selection === other.selection;
}

/** The answer of a search. Its counterexample is worked out, and saved before anything else. */
export async function settled(
  { conjecture, expected }: Asked,
  { run, ...ended }: Extract<Reply, { kind: 'surveyed' }>,
  options: Keeping,
  context: Context,
): Promise<Answer> {
  const answer = answerOf(conjecture, expected, run, ended);
  const { typed: of } = conjecture;
  if (!run.counterexample)
    return ended.isCutShort ? answer : { ...answer, ...(await besides(of, null, options, context)) };
  const { instance, found } = run.counterexample;
  const input = { claim: of.id, module: undefined, typed: of, instance, found: provenance(found) };
  const code = { whose: { claim: of.id }, stallSeconds: STALL_SECONDS };
  const counterexample = await inThread('counterexample', input, context, code);
  const file = counterexample && options.save ? pathOf(of, options) : null;
  if (file !== null && counterexample) await save(file, options.counterexamples, counterexample);
  const { known, certifiable } = await besides(of, instance, options, context);
  return { ...answer, counterexample, file, known, certifiable: certifiable && file !== null };
}

/** What is told beside the outcome; an interruption leaves it out. */
async function besides(
  typed: Typed,
  refuting: InstanceJson | null,
  { time }: Keeping,
  context: Context,
): Promise<Pick<Answer, 'known' | 'certifiable'>> {
  const certifiable = refuting && (await unlessInterrupted(inThread('certifiable', { typed, refuting }, context)));
  const seconds = time === undefined ? null : (1 - SHARE_OF_SEARCH) * time;
  const known = await unlessInterrupted(inThread('known', { typed, refuting, seconds }, context));
  return { certifiable: certifiable ?? false, known: known ?? [] };
}

async function save(file: string, folder: string, counterexample: Counterexample): Promise<void> {
  await makeFolder(folder);
  await writeWhole(file, `${JSON.stringify(counterexample, null, 2)}\n`);
}
