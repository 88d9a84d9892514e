import { DIGITS_TO_AGREE } from '../claims/silent.ts';
import type { Counterexample } from '../evidence/schema.ts';
import type { Answer } from './answer.ts';
import { oneLine } from './escape.ts';
import type { Finding, Place } from './findings/finding.ts';
import { knownText } from './known-text.ts';
import { EXPECTED_IN_WORDS, instanceInWords } from './words.ts';

/** What `bonafide test` prints of one conjecture: the outcome on the first line, then what shows it. `place` is given where there are many. */
export function answerText(answer: Answer, seed: number, place: Place | null = null): string {
  const { conjecture, expected } = answer;
  const where = place
    ? [`${place.file}:${place.line}, ${conjecture.id}, expected: ${EXPECTED_IN_WORDS[expected]}`]
    : [];
  return [
    headline(answer),
    ...where.map((line) => `  ${line}`),
    ...detailsOf(answer, seed).map((line) => `  ${line}`),
  ].join('\n');
}

function headline({ conjecture, outcome, complete, status, expected }: Answer): string {
  const isShort = outcome === 'not refuted' && !complete;
  const word = `${outcome.toUpperCase()}${isShort ? ' BEFORE THE TIME ENDED' : ''}`;
  const remark = status === 'failed' && expected === 'fails' ? ', but it is expected to fail' : '';
  const limits = conjecture.for === null ? '' : `, for ${oneLine(conjecture.for)}`;
  return `${word}${remark}: ${oneLine(conjecture.text)}${limits}`;
}

/** The lines below the first one. The seed is that of the run; null where another line tells it. */
export function detailsOf(answer: Answer, seed: number | null = null): readonly string[] {
  const { counterexample, file } = answer;
  if (counterexample) {
    const { smallest } = counterexample.found;
    return [
      `${instanceText(counterexample)}: ${violatedText(counterexample.violated)}`,
      smallest,
      ...(file === null ? [] : [savedText(file, seed, answer)]),
      ...answer.known.map(knownText),
    ];
  }
  return [lookedText(answer), ...silentText(answer), ...nearestText(answer), ...answer.known.map(knownText)];
}

function savedText(file: string, seed: number | null, { replayed, certifiable }: Answer): string {
  const saved = `${replayed ? 'saved before in' : 'saved'} ${file}`;
  const parts = [
    saved,
    `replay: bonafide replay ${file}`,
    ...(certifiable ? [`Coq: bonafide certify ${file}`] : []),
    ...(seed === null || replayed ? [] : [`seed ${seed}`]),
  ];
  return parts.join('    ');
}

function lookedText({ looked, outcome }: Answer): string {
  const parts = [
    looked.enumerated > 0 ? `${looked.enumerated} policies of total up to ${looked.maxTotal} and small grids` : '',
    looked.searched > 0 ? `${looked.searched} adversarial ones` : '',
    looked.far > 0 ? `${looked.far} far out` : '',
    looked.shapes > 0 ? `${looked.shapes} of simple shapes` : '',
    looked.climbed > 0 ? `${looked.climbed} steps of climbs` : '',
  ];
  const all = parts.filter((part) => part !== '').join(', ');
  return [...interruptedText(outcome), ...(all === '' ? [] : [`looked at: ${all}`])].join('; ');
}

/** What is said of a search that was interrupted or stopped. */
export function interruptedText(outcome: Answer['outcome']): string[] {
  return outcome === 'unfinished' ? ['its search did not come to its end'] : [];
}

function silentText({ premiseFails, noValue, firstWithoutValue, agree, undecided }: Answer): string[] {
  return [
    ...(premiseFails > 0 ? [`the premise is false on ${premiseFails} of them`] : []),
    ...(noValue > 0 && firstWithoutValue
      ? [
          `it has no value on ${noValue} of them, such as ${instanceInWords(firstWithoutValue)}; --for says which are meant`,
        ]
      : []),
    ...(agree > 0
      ? [
          `on ${agree} of them ${DIGITS_TO_AGREE} digits do not tell the sides apart, which neither proves nor refutes it`,
        ]
      : []),
    ...(undecided > 0 ? [`${undecided} of them were left undecided`] : []),
  ];
}

function nearestText({ nearest }: Answer): string[] {
  return nearest
    ? [
        `nearest: the sides are in the ratio ${nearest.ratio === 1 ? '1, to 6 digits,' : nearest.ratio} at ${instanceInWords(nearest.instance)}`,
      ]
    : [];
}

/** A policy as probabilities where it is small: p = (2/3, 1/3), n = 6. */
function instanceText({ instance }: Counterexample): string {
  const { weights, n, ranks, continuousParts, auxiliary, selection } = instance;
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  const isPlain = !ranks && !continuousParts && weights.length <= 8 && total <= 1000n;
  if (!isPlain) return instanceInWords(instance);
  const of = (list: readonly string[]): string => {
    const whole = list.reduce((sum, weight) => sum + BigInt(weight), 0n);
    return list.map((weight) => fraction(BigInt(weight), whole)).join(', ');
  };
  return [
    `p = (${of(weights)})`,
    ...(auxiliary ? [`q = (${of(auxiliary)})`] : []),
    `n = ${n}`,
    ...(selection ? [selection] : []),
  ].join(', ');
}

function fraction(weight: bigint, whole: bigint): string {
  let [a, b] = [weight, whole];
  while (b > 0n) [a, b] = [b, a % b];
  return whole / a === 1n ? `${weight / a}` : `${weight / a}/${whole / a}`;
}

const NEGATED = { '≤': '>', '<': '≥', '=': '≠', '≠': '=' } as const;
const PLACES = 10;

/** KL = 0.7404… > 0.6365… = H */
export function violatedText({ left, is, right }: Counterexample['violated']): string {
  const [one, other] = [decimal(left), decimal(right)];
  return `${withName(left.name, one)} ${NEGATED[is]} ${one === right.name || other === right.name ? right.name : `${other} = ${short(right.name)}`}`;
}

function withName(name: string, value: string): string {
  return value === name ? name : `${short(name)} = ${value}`;
}

const LONGEST_SIDE = 60;

/** A side as a name; a long one is cut, and the file has it whole. */
function short(name: string): string {
  const line = oneLine(name);
  return line.length > LONGEST_SIDE ? `${line.slice(0, LONGEST_SIDE)}…` : line;
}

function decimal({ lo, hi }: { readonly lo: string; readonly hi: string }): string {
  if (lo === hi) return lo;
  const [, kept = lo, power = ''] = new RegExp(`^(-?\\d+\\.\\d{0,${PLACES}})\\d*(e.*)?$`).exec(lo) ?? [];
  return `${kept}…${power}`;
}

/** An answer as a finding of a CI system. */
export function answerFinding(answer: Answer, place: Finding['place']): Finding {
  const { conjecture, status } = answer;
  return {
    id: conjecture.id,
    name: oneLine(conjecture.text),
    outcome: status === 'ok' ? 'passed' : status === 'failed' ? 'failed' : 'undecided',
    message: headline(answer),
    details: detailsOf(answer).join('\n'),
    place,
  };
}
