import { join } from 'node:path';
import type { Cost, Expectation } from '../claims/claim.ts';
import type { Conjecture } from '../conjectures/conjecture.ts';
import type { Typed } from '../conjectures/typed.ts';
import { provenance } from '../evidence/counterexample.ts';
import type { Counterexample } from '../evidence/schema.ts';
import { load } from '../evidence/store.ts';
import { checkFolder } from '../io/check-folder.ts';
import { isThere } from '../io/is-there.ts';
import { makeFolder, writeWhole } from '../io/write-whole.ts';
import { answerOf, answerReplayed } from '../judge/answer.ts';
import { InputError } from '../policy/errors.ts';
import type { Answer } from '../report/answer.ts';
import type { Place } from '../report/findings/finding.ts';
import type { Reply } from '../run/messages.ts';
import { runTasks, STALL_SECONDS } from '../run/pool.ts';
import { extentOf } from '../search/budget.ts';
import type { ClaimRun } from '../search/claim-run.ts';
import type { Context } from './context.ts';
import { inThread } from './in-thread.ts';
import { Interrupted } from './interrupted.ts';

/** A conjecture that is asked about, and where it stands. */
export interface Asked {
  readonly conjecture: Conjecture;
  readonly expected: Expectation;
  readonly place: Place | null;
}

/** How far a search goes, and where counterexamples are kept. */
export interface SearchOptions {
  /** How much deciding one instance costs; `low` when left out. Costly conjectures are decided on fewer instances. */
  readonly cost?: Cost;
  readonly full?: boolean;
  readonly runs?: number;
  readonly time?: number;
  readonly seed: number;
  readonly workers: number;
  readonly counterexamples: string;
  /** `--no-save` */
  readonly save: boolean;
}

/** The answer to a conjecture, and its search; null where a saved counterexample answered. */
export interface Searched {
  readonly answer: Answer;
  readonly run: ClaimRun | null;
}

type Surveyed = Extract<Reply, { kind: 'surveyed' }>;

/**
 * The answers to conjectures, in their order: from the saved counterexample, if it refutes again, otherwise from a search. New
 * counterexamples are saved as soon as they are found. @throws Interrupted, and InputError where the folder cannot be used.
 */
export async function searched(
  asked: readonly Asked[],
  options: SearchOptions,
  context: Context,
): Promise<readonly Searched[]> {
  if (options.save) await checkFolder(options.counterexamples);
  const found = new Map<string, Searched>();
  for (const one of asked) {
    const answer = await replayed(one, options, context);
    if (answer) found.set(one.conjecture.typed.id, { answer, run: null });
  }
  await search(
    asked.filter(({ conjecture }) => !found.has(conjecture.typed.id)),
    options,
    context,
    (one) => found.set(one.answer.conjecture.id, one),
  );
  if (context.signal.aborted) throw new Interrupted('interrupted');
  return asked.flatMap(({ conjecture }) => found.get(conjecture.typed.id) ?? []);
}

function pathOf({ id }: Typed, { counterexamples }: SearchOptions): string {
  return join(counterexamples, `${id}.json`);
}

/** The answer from the counterexample that is saved; null where there is none of this text, or it no longer refutes it. */
async function replayed(
  { conjecture, expected }: Asked,
  options: SearchOptions,
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
  const refuted = { typed: conjecture.typed, refuting: stored.instance };
  const known = await inThread('known', refuted, context);
  const certifiable = await inThread('certifiable', refuted, context);
  return { ...answerReplayed(conjecture, expected, stored, file), known, certifiable };
}

function isSame(one: Typed | undefined, other: Typed): boolean {
  return one?.text === other.text && one.for === other.for && one.selection === other.selection;
}

/** Searches for counterexamples on threads, and saves each as soon as it is found. */
async function search(
  asked: readonly Asked[],
  options: SearchOptions,
  context: Context,
  onAnswer: (one: Searched) => void,
): Promise<void> {
  const { catalogue, signal } = context;
  const { workers, seed, full, runs, time, cost } = options;
  const tasks = asked.map(({ conjecture: { typed: of, claim } }) => ({
    kind: 'survey' as const,
    claim: of.id,
    typed: of,
    extent: {
      ...extentOf({ ...claim, ...(cost && { cost }) }, full ? 'full' : 'canonical'),
      ...(runs !== undefined && { runs }),
      cells: 0,
    },
    seed,
    seconds: time ?? null,
  }));
  await runTasks(tasks, {
    catalogue,
    workers,
    signal,
    onReply: async (reply) => {
      if (reply.kind !== 'surveyed') return;
      const one = asked.find(({ conjecture }) => conjecture.typed.id === reply.run.id) as Asked;
      onAnswer({ answer: await settled(one, reply, options, context), run: reply.run });
    },
  });
}

async function settled(
  { conjecture, expected }: Asked,
  { run, known }: Surveyed,
  options: SearchOptions,
  context: Context,
): Promise<Answer> {
  const answer = { ...answerOf(conjecture, expected, run), known: [...known] };
  if (!run.counterexample) return answer;
  const { instance, found } = run.counterexample;
  const { typed: of } = conjecture;
  const input = { claim: of.id, module: undefined, typed: of, instance, found: provenance(found) };
  const code = { whose: { claim: of.id }, stallSeconds: STALL_SECONDS };
  const counterexample = await inThread('counterexample', input, context, code);
  if (!counterexample || !options.save) return { ...answer, counterexample };
  const file = pathOf(of, options);
  await save(file, options.counterexamples, counterexample);
  const certifiable = await inThread('certifiable', { typed: of, refuting: instance }, context);
  return { ...answer, counterexample, file, certifiable };
}

async function save(file: string, folder: string, counterexample: Counterexample): Promise<void> {
  await makeFolder(folder);
  await writeWhole(file, `${JSON.stringify(counterexample, null, 2)}\n`);
}
