import type { Claim, Cost } from '../claims/claim.ts';
import { checkFolder } from '../io/check-folder.ts';
import { answerOf } from '../judge/answer.ts';
import type { Answer } from '../report/answer.ts';
import { oneLine } from '../report/escape.ts';
import { runTasks } from '../run/pool.ts';
import { type Extent, extentOf, inProportion } from '../search/budget.ts';
import type { ClaimRun } from '../search/claim-run.ts';
import type { Context } from './context.ts';
import { claimOf } from './errors.ts';
import { afterGrace, unlessInterrupted } from './grace.ts';
import { inOrder } from './in-order.ts';
import { prepareThread } from './in-thread.ts';
import { type Asked, type Keeping, replayed, settled } from './kept.ts';
import { type SearchProgress, searchProgress } from './search-progress.ts';

/** How far a search goes, and where counterexamples are kept. */
export interface SearchOptions extends Keeping {
  /** How much deciding one instance costs; `low` when left out. Costly conjectures are decided on fewer instances. */
  readonly cost?: Cost;
  readonly full?: boolean;
  readonly runs?: number;
  readonly seed: number;
  readonly workers: number;
}

/** The answer to a conjecture, and its search; null where a saved counterexample answered, or an interruption left nothing of it. */
export interface Searched {
  readonly answer: Answer;
  readonly run: ClaimRun | null;
}

/**
 * The answers to conjectures, in their order: from the saved counterexample, if it refutes again, otherwise from a search. New
 * counterexamples are saved as soon as they are found. After an interruption, conjectures that nothing answers yet are unfinished.
 * Each answer is told in its turn, as soon as those before it are known.
 * @throws InputError where the folder cannot be used.
 */
export async function searched(
  asked: readonly Asked[],
  options: SearchOptions,
  context: Context,
  onAnswer: ((answer: Answer) => void) | null = null,
): Promise<readonly Searched[]> {
  if (options.save) await checkFolder(options.counterexamples);
  const bars = searchProgress(context.console, asked.length);
  const err = (text: string): void => bars.above(() => context.console.err(text));
  const late = { ...context, console: { ...context.console, err }, signal: afterGrace(context.signal) };
  const found = new Map<Asked, Searched>();
  const tell = inOrder((answer: Answer) => onAnswer && bars.above(() => onAnswer(answer)));
  const take = (one: Asked, answered: Searched): void => {
    found.set(one, answered);
    tell(asked.indexOf(one), answered.answer);
  };
  const answer = (one: Asked, answered: Searched): void => {
    bars.answered(answered.answer);
    take(one, answered);
  };
  const left = (): Asked[] => asked.filter((one) => !found.has(one));
  try {
    for (const one of asked) {
      if (context.signal.aborted) break;
      const known = await unlessInterrupted(replayed(one, options, late));
      if (known) answer(one, { answer: known, run: null });
    }
    await search(left(), options, { ending: context.signal, late, bars }, answer);
  } finally {
    bars.stop();
  }
  for (const one of left()) take(one, { answer: answerOf(one.conjecture, one.expected, null), run: null });
  return asked.map((one) => found.get(one) as Searched);
}

/** Searches for counterexamples on threads, and saves each as soon as it is found. */
async function search(
  asked: readonly Asked[],
  options: SearchOptions,
  { ending, late, bars }: { readonly ending: AbortSignal; readonly late: Context; readonly bars: SearchProgress },
  onAnswer: (one: Asked, answered: Searched) => void,
): Promise<void> {
  const { catalogue, signal, console } = late;
  const { workers, seed, time, cost } = options;
  const tasks = asked.map(({ conjecture: { typed: of, claim } }) => ({
    kind: 'survey' as const,
    claim: of.id,
    typed: of,
    extent: extentFor({ ...claim, ...(cost && { cost }) }, options),
    seed,
    seconds: time ?? null,
  }));
  const budgets = new Map(tasks.map(({ claim, extent }) => [claim, extent.runs]));
  // An interruption leaves no time to start the thread that works out a counterexample.
  if (tasks.length > 0) prepareThread(late);
  await runTasks(tasks, {
    catalogue,
    workers,
    signal,
    ending,
    onLook: bars.looked,
    onNoAnswer: (why) => console.err(`bonafide: ${claimOf(why)} is stopped: ${oneLine(why.message)}`),
    onReply: async (reply) => {
      if (reply.kind === 'progress') bars.searched(reply.claim, reply.instances, budgets.get(reply.claim) ?? null);
      if (reply.kind !== 'surveyed') return;
      const one = asked.find(({ conjecture }) => conjecture.typed.id === reply.run.id) as Asked;
      const answer = await unlessInterrupted(settled(one, reply, options, late));
      if (answer) onAnswer(one, { answer, run: reply.run });
    },
  });
}

function extentFor(claim: Claim, { full, runs }: SearchOptions): Extent {
  const extent = { ...extentOf(claim, full ? 'full' : 'canonical'), cells: 0 };
  return runs === undefined ? extent : inProportion(extent, runs);
}
