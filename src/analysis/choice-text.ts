import { MAX_DRAWS } from '../policy/draws.ts';
import type { Answer, Choice } from './choice-schema.ts';
import type { AnalysisRow } from './schema.ts';
import { headOf, tablesOf } from './told.ts';
import { aligned, fixed, many, within } from './words.ts';

/** The choice of n as plain lines for a terminal. */
export function choiceText({ answers, analysis }: Choice): string {
  const rows = analysis?.rows ?? [];
  const kind = analysis?.kind ?? null;
  const said = answers.flatMap((answer) => [
    `${goalOf(answer)}: ${verdict(answer, kind)}`,
    ...further(answer, rows),
    '',
  ]);
  if (!analysis) return said.slice(0, -1).join('\n');
  const notes = analysis.notes.map((note) => `Note: ${note}`);
  const isApproximate = answers.some(({ method }) => method === 'asymptotic');
  const about = kind === 'support' ? [] : [isApproximate ? ABOUT_APPROXIMATE : ABOUT];
  return [
    ...headOf(analysis),
    ...about,
    '',
    ...said,
    ...tablesOf(analysis).flatMap((table) => [...aligned(table), '']),
    ...notes,
  ].join('\n');
}

const ABOUT =
  'What is shown of an n is right with that probability too. Above n = 16 only some n are tried, at most an eighth apart.';

const ABOUT_APPROXIMATE = `${ABOUT} For the mean reward the probability is approximate.`;

const GOALS: Record<Answer['measure'], string> = {
  kl: 'KL ≤',
  winRate: 'Win rate ≥',
  reward: 'Mean reward ≥',
  accuracy: 'Accuracy ≥',
};

function goalOf({ measure, value }: Answer): string {
  return `${GOALS[measure]} ${value}${measure === 'kl' ? ' nats' : ''}`;
}

type Kind = 'samples' | 'candidates' | 'support' | null;

const UNDECIDED = 'the last n that the last precision decides';

/** Which n to use, or why none is known. */
function verdict(answer: Answer, kind: Kind): string {
  const { measure, chosen, excluded, reach, estimate } = answer;
  if (kind === null) return withoutData(answer);
  if (measure === 'kl') {
    if (chosen === MAX_DRAWS) return `every n up to 10^9 is within it.`;
    if (kind === 'support') return `n = ${chosen}, ${excluded === null ? UNDECIDED : 'the largest n within it'}.`;
    const byEstimate = estimate === null ? '' : ` By the estimates, it is n = ${estimate}.`;
    const beyond = excluded === null ? '' : ` From n = ${excluded} on, the KL is shown to exceed it.`;
    const few = chosen === reach ? ` To show a larger n takes more samples of each prompt.` : '';
    return `n = ${chosen}, the largest n shown to be within it.${byEstimate}${beyond}${few}`;
  }
  if (kind === 'support') {
    if (chosen === null)
      return excluded === MAX_DRAWS ? 'no n up to 10^9 reaches it.' : 'undecided at the last precision.';
    return `n = ${chosen}, ${excluded === chosen - 1 || chosen === 1 ? 'the least n that reaches it' : UNDECIDED}.`;
  }
  if (chosen === null && excluded !== null && excluded >= (reach as number)) {
    return `undecided. Up to n = ${excluded} it is shown to be missed, and the samples are too few to show it for a larger n.`;
  }
  const missing = excluded === null ? '' : ` Up to n = ${excluded}, it is shown to be missed.`;
  const byEstimate = estimate === null ? '' : ` By the estimates, n = ${estimate} reaches it.`;
  if (chosen !== null) return `n = ${chosen}, the least n shown to reach it.${byEstimate}${missing}`;
  const tried =
    (reach as number) < 1
      ? 'The samples are too few to show it for any n'
      : `It is not shown at n = ${reach}, the largest n for which the samples are enough`;
  return `undecided. ${tried}.${byEstimate}${missing}`;
}

/** What holds for every policy. */
function withoutData({ measure, byFormula: n }: Answer): string {
  if (n === null) return 'no n up to 10^9 reaches it, for any policy.';
  if (measure === 'kl') {
    if (n === MAX_DRAWS) return 'every n up to 10^9, for every policy.';
    return `n = ${n}, the largest n at which every policy is within it. Where two draws can have equal rewards, larger n may be within it; give samples or a policy.`;
  }
  return n > 1
    ? `at least n = ${n}, for every policy; it is enough if two draws never have equal rewards. Otherwise more are needed, or no n is enough; give samples or a policy.`
    : 'n = 1, for every policy.';
}

/** What the formula says beside it, and what twice the draws buy. */
function further(answer: Answer, rows: readonly AnalysisRow[]): string[] {
  if (rows.length === 0) return answer.measure === 'kl' ? bought(answer) : [];
  return [...formulaLine(answer, rows), ...doubling(answer, rows)];
}

function bought({ chosen }: Answer): string[] {
  if (chosen === null || 2 * chosen > MAX_DRAWS) return [];
  return [
    `  The win rate is at most ${fixed(chosen / (chosen + 1))} there, and at most ${fixed((2 * chosen) / (2 * chosen + 1))} at n = ${2 * chosen}.`,
  ];
}

function formulaLine({ measure, byFormula, chosen }: Answer, rows: readonly AnalysisRow[]): string[] {
  if (byFormula === null) return [];
  if (measure === 'kl') {
    const more = (chosen as number) - byFormula;
    if (chosen === MAX_DRAWS && more > 0) return [`  The formula log n − (n−1)/n would allow only n = ${byFormula}.`];
    if (more === 0) return [`  The formula log n − (n−1)/n allows the same n.`];
    return [`  The formula log n − (n−1)/n would allow only n = ${byFormula}: it forbids ${many(more, 'draw')}.`];
  }
  const row = rows.find(({ n }) => n === byFormula);
  const rate = row?.winRate.estimate ?? null;
  const there =
    rate === null ? '' : `; the win rate there is ${row?.kl.method === 'certified' ? '' : 'about '}${fixed(rate)}`;
  if (chosen === byFormula) return [`  By n/(n+1) the same n would do.`];
  return [`  By n/(n+1), the win rate if two draws never have equal rewards, n = ${byFormula} would do${there}.`];
}

/** What the step from the chosen n to its double is estimated to add. */
function doubling({ chosen }: Answer, rows: readonly AnalysisRow[]): string[] {
  const at = rows.find(({ n }) => n === chosen);
  const twice = rows.find(({ n }) => chosen !== null && n === 2 * chosen);
  if (!at || !twice) return [];
  const [from, to] = [klAt(at), klAt(twice)];
  if (from === null || to === null) {
    return [
      `  What n = ${twice.n} would buy, these samples do not tell: it needs at least ${twice.n} samples of each prompt.`,
    ];
  }
  const gains = [
    `${signed(to - from)} nats of KL`,
    ...(at.winRate.estimate !== null && twice.winRate.estimate !== null
      ? [`${signed(twice.winRate.estimate - at.winRate.estimate)} of win rate`]
      : []),
    ...(typeof at.reward?.estimate === 'number' && typeof twice.reward?.estimate === 'number'
      ? [`${within(twice.reward.estimate - at.reward.estimate, null).replace('-', '−')} of mean reward`]
      : []),
  ];
  const by = at.kl.method === 'certified' ? '' : ', by estimate';
  return [`  Doubling it to n = ${twice.n} adds ${new Intl.ListFormat('en-GB').format(gains)}${by}.`];
}

function klAt({ kl }: AnalysisRow): number | null {
  return kl.estimate === null ? null : (kl.estimate.lower + kl.estimate.upper) / 2;
}

function signed(x: number): string {
  const text = fixed(x);
  return text.startsWith('-') ? text.replace('-', '−') : text;
}
