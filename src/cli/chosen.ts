import { analyzeSamples, analyzeSupport } from '../analysis/analyze.ts';
import type { Answer, Choice } from '../analysis/choice-schema.ts';
import { choiceText } from '../analysis/choice-text.ts';
import { chooseFromNothing, chooseFromSamples } from '../analysis/choose.ts';
import { chooseExactly } from '../analysis/choose-exactly.ts';
import type { Goal } from '../analysis/goal.ts';
import type { Question } from '../analysis/question.ts';
import type { Support } from '../analysis/support.ts';
import { MAX_DRAWS } from '../policy/draws.ts';
import type { LogSummary } from '../report/log.ts';
import { checkOptions, enoughSamples } from './analyzed.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Prompts } from './read-log.ts';
import { type PolicyChoice, readPolicy } from './read-policy.ts';

export interface ChooseInput {
  /** The log; null where a policy or nothing was given. */
  readonly read: (Prompts & { readonly log: LogSummary }) | null;
  readonly policy: PolicyChoice | null;
  readonly goals: readonly Goal[];
  readonly question: Question;
  readonly minSamples: number;
  readonly json: boolean;
}

/** What `choose` prints, and its exit code. */
export interface Chosen {
  readonly text: string;
  readonly code: ExitCode;
}

/** Chooses n for each goal. @throws InputError naming the place. */
export async function chosen(input: ChooseInput): Promise<Chosen> {
  const choice = await choiceOf(input);
  return { text: input.json ? JSON.stringify(choice, null, 2) : choiceText(choice), code: codeOf(choice) };
}

async function choiceOf(input: ChooseInput): Promise<Choice> {
  const { read, policy, goals, question } = input;
  if (read?.kind === 'samples') {
    const kept = enoughSamples(read.prompts, input.minSamples);
    const answers = goals.map((goal) => chooseFromSamples(kept, goal, question));
    const analysis = analyzeSamples(kept, drawsOf(answers), withRange(question, goals));
    return choice(answers, { ...analysis, log: read.log, leftOut: read.prompts.length - kept.length });
  }
  const isNothing = read === null && policy === null;
  checkOptions(isNothing ? 'nothing' : 'support', input);
  if (isNothing) return choice(goals.map(chooseFromNothing), null);
  const prompts = read === null ? [await supportOf(policy as PolicyChoice)] : (read.prompts as readonly Support[]);
  const answers = goals.map((goal) => chooseExactly(prompts, goal));
  const analysis = analyzeSupport(prompts, drawsOf(answers), question);
  return choice(answers, { ...analysis, log: read?.log ?? null, leftOut: 0 });
}

function choice(answers: Answer[], analysis: Choice['analysis']): Choice {
  return { format: 'bonafide-choice/1', answers, analysis };
}

/** Rewards that are 0 or 1 have a known range. */
function withRange(question: Question, goals: readonly Goal[]): Question {
  return goals.some(({ measure }) => measure === 'accuracy')
    ? { ...question, rewardRange: question.rewardRange ?? [0, 1] }
    : question;
}

async function supportOf(choice: PolicyChoice): Promise<Support> {
  const { weights, ranks } = await readPolicy(choice);
  return { prompt: '', place: 'the policy', weights, ranks, rewards: null };
}

/** The n to show: by the formula, chosen, and twice the chosen one. */
function drawsOf(answers: readonly Answer[]): number[] {
  const all = answers.flatMap(({ byFormula, chosen }) => [byFormula, chosen, chosen === null ? null : 2 * chosen]);
  const known = all.filter((n) => n !== null && n < MAX_DRAWS) as number[];
  return [...new Set(known)].sort((a, b) => a - b);
}

/** A goal that no n reaches fails; one for which the data do not suffice is undecided. */
function codeOf({ answers, analysis }: Choice): ExitCode {
  if (analysis === null) return EXIT.ok;
  const open = answers.filter(({ chosen }) => chosen === null);
  if (open.length === 0) return EXIT.ok;
  const isProved = analysis.kind === 'support' && open.some(({ excluded }) => excluded === MAX_DRAWS);
  return isProved ? EXIT.failed : EXIT.inconclusive;
}
