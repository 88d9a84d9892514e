import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Expectation } from '../claims/claim.ts';
import { type Conjecture, conjectureOf, idOf } from '../conjectures/conjecture.ts';
import { claimsIn } from '../conjectures/file.ts';
import type { Typed } from '../conjectures/typed.ts';
import { provenance } from '../evidence/counterexample.ts';
import type { Counterexample } from '../evidence/schema.ts';
import { load } from '../evidence/store.ts';
import { checkFolder } from '../io/check-folder.ts';
import { readText } from '../io/read-text.ts';
import { makeFolder, writeWhole } from '../io/write-whole.ts';
import { answerOf, answerReplayed } from '../judge/answer.ts';
import { worst } from '../judge/parts.ts';
import { InputError } from '../policy/errors.ts';
import type { Answer, Answers } from '../report/answer.ts';
import { answerFinding, answerText } from '../report/answer-text.ts';
import type { Place } from '../report/findings/finding.ts';
import { github } from '../report/findings/github.ts';
import { junit } from '../report/findings/junit.ts';
import { sarif } from '../report/findings/sarif.ts';
import { runTasks, STALL_SECONDS } from '../run/pool.ts';
import { extentOf } from '../search/budget.ts';
import type { ClaimRun } from '../search/claim-run.ts';
import type { Selection } from '../selection/families.ts';
import { CANONICAL } from './canonical.ts';
import type { Context } from './context.ts';
import { EXIT_OF, type ExitCode } from './exit-code.ts';
import { inThread } from './in-thread.ts';
import { Interrupted } from './interrupted.ts';
import type { Printed } from './options.ts';

export interface TestOptions {
  readonly for?: string;
  readonly file?: string;
  readonly selection?: Selection;
  readonly expect?: Expectation;
  readonly full?: boolean;
  readonly runs?: number;
  readonly time?: number;
  readonly seed?: number;
  readonly workers: number;
  readonly counterexamples: string;
  /** `--no-save` */
  readonly save: boolean;
  readonly reporter?: Printed;
  readonly json?: boolean;
}

interface Asked {
  readonly conjecture: Conjecture;
  readonly expected: Expectation;
  readonly place: Place | null;
}

const FORMATS = { junit, sarif, github } as const;

/** `bonafide test 'KL <= H'`: looks for a counterexample to conjectures that are typed, or listed in a file. */
export async function test(formula: string | undefined, options: TestOptions, context: Context): Promise<ExitCode> {
  const { console, signal } = context;
  const { seed = CANONICAL.seed, file } = options;
  const asked = file === undefined ? [typed(formula, options)] : await listed(formula, file, options);
  if (options.save) await checkFolder(options.counterexamples);
  const answers = new Map<string, Answer>();
  for (const one of asked) {
    const saved = await replayed(one, options, context);
    if (saved) answers.set(one.conjecture.typed.id, saved);
  }
  await search(
    asked.filter(({ conjecture }) => !answers.has(conjecture.typed.id)),
    { ...options, seed },
    context,
    (answer) => answers.set(answer.conjecture.id, answer),
  );
  if (signal.aborted) throw new Interrupted('interrupted');
  const inOrder = asked.flatMap(({ conjecture }) => answers.get(conjecture.typed.id) ?? []);
  const status = worst(inOrder.map((answer) => answer.status));
  const reporter = options.json ? 'json' : (options.reporter ?? 'text');
  if (reporter === 'json') {
    const result: Answers = { format: 'bonafide-test/1', seed, status, answers: inOrder };
    console.out(JSON.stringify(result, null, 2));
  } else if (reporter === 'text') {
    for (const answer of inOrder) console.out(answerText(answer));
    if (inOrder.length > 1) console.out(summary(inOrder));
  } else {
    const findings = inOrder.map((answer, i) => answerFinding(answer, asked[i]?.place ?? null));
    console.out(FORMATS[reporter]({ suite: 'bonafide test', subject: file ?? 'bonafide test', findings }).trimEnd());
  }
  return EXIT_OF[status];
}

function summary(answers: readonly Answer[]): string {
  const count = (wanted: Answer['status']): number => answers.filter(({ status }) => status === wanted).length;
  return `${answers.length} conjectures: ${count('ok')} as expected, ${count('failed')} not, ${count('inconclusive')} undecided`;
}

/** @throws InputError with a caret where the text is no formula. */
function typed(
  formula: string | undefined,
  { for: given, selection = 'best-of-n', expect = 'holds' }: TestOptions,
): Asked {
  if (formula === undefined) throw new InputError("give a formula such as 'KL <= H', or --file claims.txt");
  const of: Typed = {
    id: idOf(formula),
    text: formula.normalize('NFC'),
    for: given?.normalize('NFC') ?? null,
    selection,
  };
  return { conjecture: conjectureOf(of), expected: expect, place: null };
}

async function listed(
  formula: string | undefined,
  file: string,
  { for: given, selection, expect }: TestOptions,
): Promise<Asked[]> {
  if (formula !== undefined) throw new InputError('give a formula or --file, not both');
  const extra = [
    ['--for', given],
    ['--selection', selection],
    ['--expect', expect],
  ].find(([, value]) => value !== undefined);
  if (extra) throw new InputError(`${extra[0]} is for a single formula; in a file it is a line below the claim`);
  return claimsIn((await readText(file)).normalize('NFC'), file).map(({ typed: of, expected, line, places }) => ({
    conjecture: conjectureOf(of, places),
    expected,
    place: { file, line },
  }));
}

function pathOf({ id }: Typed, { counterexamples }: TestOptions): string {
  return join(counterexamples, `${id}.json`);
}

/** The answer from the counterexample that is saved; null where there is none of this text, or it no longer refutes it. */
async function replayed(
  { conjecture, expected }: Asked,
  options: TestOptions,
  context: Context,
): Promise<Answer | null> {
  const file = pathOf(conjecture.typed, options);
  if (!options.save || !(await isThere(file))) return null;
  const stored = await load(file);
  if (!isSame(stored.conjecture, conjecture.typed)) return null;
  const code = { whose: { file }, stallSeconds: STALL_SECONDS };
  const replay = await inThread('replay', { file, modules: [] }, context, code);
  if (replay?.outcome !== 'refuted') {
    context.console.err(`${file}: ${replay?.outcome}: ${replay?.detail}; it is searched for again`);
    return null;
  }
  return answerReplayed(conjecture, expected, stored, file);
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

function isSame(one: Typed | undefined, other: Typed): boolean {
  return one?.text === other.text && one.for === other.for && one.selection === other.selection;
}

/** Searches for counterexamples on threads, and saves each as soon as it is found. */
async function search(
  asked: readonly Asked[],
  options: TestOptions & { readonly seed: number },
  context: Context,
  onAnswer: (answer: Answer) => void,
): Promise<void> {
  const { catalogue, signal } = context;
  const { workers, seed, full, runs, time } = options;
  const tasks = asked.map(({ conjecture: { typed: of, claim } }) => ({
    kind: 'survey' as const,
    claim: of.id,
    typed: of,
    extent: { ...extentOf(claim, full ? 'full' : 'canonical'), ...(runs !== undefined && { runs }), cells: 0 },
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
      onAnswer(await settled(one, reply.run, options, context));
    },
  });
}

async function settled(
  { conjecture, expected }: Asked,
  run: ClaimRun,
  options: TestOptions,
  context: Context,
): Promise<Answer> {
  const answer = answerOf(conjecture, expected, run);
  if (!run.counterexample) return answer;
  const { instance, found } = run.counterexample;
  const { typed: of } = conjecture;
  const input = { claim: of.id, module: undefined, typed: of, instance, found: provenance(found) };
  const code = { whose: { claim: of.id }, stallSeconds: STALL_SECONDS };
  const counterexample = await inThread('counterexample', input, context, code);
  if (!counterexample || !options.save) return { ...answer, counterexample };
  const file = pathOf(of, options);
  await save(file, options.counterexamples, counterexample);
  return { ...answer, counterexample, file };
}

async function save(file: string, folder: string, counterexample: Counterexample): Promise<void> {
  await makeFolder(folder);
  await writeWhole(file, `${JSON.stringify(counterexample, null, 2)}\n`);
}
