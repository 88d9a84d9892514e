import type { Expectation } from '../claims/claim.ts';
import { conjectureOf, idOf } from '../conjectures/conjecture.ts';
import { claimsIn } from '../conjectures/file.ts';
import type { Typed } from '../conjectures/typed.ts';
import { readText } from '../io/read-text.ts';
import { answersOf } from '../judge/answers.ts';
import { InputError } from '../policy/errors.ts';
import type { Answer } from '../report/answer.ts';
import { answerFinding, answerText } from '../report/answer-text.ts';
import { github } from '../report/findings/github.ts';
import { junit } from '../report/findings/junit.ts';
import { sarif } from '../report/findings/sarif.ts';
import type { Selection } from '../selection/families.ts';
import { CANONICAL } from './canonical.ts';
import type { Context } from './context.ts';
import { EXIT_OF, type ExitCode } from './exit-code.ts';
import { tellInterrupted } from './interrupted.ts';
import type { Asked } from './kept.ts';
import type { Printed } from './options.ts';
import { type SearchOptions, searched } from './searched.ts';

export interface TestOptions extends Omit<SearchOptions, 'seed'> {
  readonly for?: string;
  readonly file?: string;
  readonly derivation?: string;
  readonly selection?: Selection;
  readonly expect?: Expectation;
  readonly seed?: number;
  readonly reporter?: Printed;
  readonly json?: boolean;
}

export const FORMATS = { junit, sarif, github } as const;

/** `bonafide test 'KL <= H'`: looks for a counterexample to conjectures that are typed, or listed in a file. */
export async function test(formula: string | undefined, options: TestOptions, context: Context): Promise<ExitCode> {
  const { console } = context;
  const { seed = CANONICAL.seed, file } = options;
  const asked = file === undefined ? [typed(formula, options)] : await listed(formula, file, options);
  const reporter = options.json ? 'json' : (options.reporter ?? 'text');
  const placeOf = (id: string): Asked['place'] =>
    asked.find(({ conjecture }) => conjecture.typed.id === id)?.place ?? null;
  const print = (answer: Answer): void => console.out(answerText(answer, seed, placeOf(answer.conjecture.id)));
  const found = await searched(asked, { ...options, seed }, context, reporter === 'text' ? print : null);
  const result = answersOf(
    found.map(({ answer }) => answer),
    seed,
    context.signal.aborted,
  );
  const { answers, status } = result;
  if (reporter === 'json') {
    console.out(JSON.stringify(result, null, 2));
  } else if (reporter === 'text') {
    if (answers.length > 1) console.out(summary(answers));
  } else {
    const findings = answers.map((answer, i) => answerFinding(answer, asked[i]?.place ?? null));
    console.out(FORMATS[reporter]({ suite: 'bonafide test', subject: file ?? 'bonafide test', findings }).trimEnd());
  }
  tellInterrupted(found, 'conjecture', context);
  return EXIT_OF[status];
}

function summary(answers: readonly Answer[]): string {
  const count = (wanted: Answer['status']): number => answers.filter(({ status }) => status === wanted).length;
  const unfinished = answers.filter(({ outcome }) => outcome === 'unfinished').length;
  const parts = [
    `${count('ok')} as expected`,
    `${count('failed')} not`,
    `${count('inconclusive') - unfinished} undecided`,
    ...(unfinished > 0 ? [`${unfinished} unfinished`] : []),
  ];
  return `${answers.length} conjectures: ${parts.join(', ')}`;
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
