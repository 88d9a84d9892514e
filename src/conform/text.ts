import { oneLine } from '../report/escape.ts';
import { instanceInWords, many } from '../report/words.ts';
import { TROUBLES } from './program/troubles.ts';
import type { ConformResult, OfQuantity, Unheard } from './schema.ts';
import { aligned, errorInWords } from './words.ts';

/** The result for a terminal. Foreign texts are on one line each. */
export function conformText(result: ConformResult): string {
  const parts = [
    [headline(result), counted(result)],
    regimeTable(result),
    ...result.quantities.map(ofQuantity),
    crashed(result),
    unheard(result),
    troubles(result),
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

const STATUS: Record<ConformResult['status'], string> = {
  conforms: 'conforms',
  wrong: 'does not conform',
  undecided: 'undecided',
};

function headline({ program, status }: ConformResult): string {
  return `${STATUS[status]}: ${oneLine(program.join(' '))}`;
}

function counted({ instances, asked }: ConformResult): string {
  const { vectors, generated, leftOut, answered, crashed, timedOut, unanswered, notAsked } = instances;
  const rest: [number, string][] = [
    [crashed, 'ended the program'],
    [timedOut, 'timed out'],
    [unanswered, 'not answered'],
    [notAsked, 'not asked'],
    [leftOut, 'left out, as a probability rounds to 0'],
  ];
  const others = rest.filter(([count]) => count > 0).map(([count, what]) => `, ${count} ${what}`);
  return `${many(vectors, 'instance')} of the vectors and ${generated} generated ones (seed ${asked.seed}): ${answered} answered${others.join('')}`;
}

function regimeTable({ regimes, asked: { want } }: ConformResult): string[] {
  if (regimes.length === 0) return [];
  const head = [
    'regime',
    'meaning',
    'instances',
    'wrong',
    ...want.flatMap((name) => [`worst error of ${name}`, 'of the allowed']),
  ];
  const rows = regimes.map(({ regime, meaning, instances, wrong, worst }) => [
    regime,
    meaning,
    String(instances),
    String(wrong),
    ...want.flatMap((name) => [errorInWords(worst[name]?.relative), errorInWords(worst[name]?.ofAllowed)]),
  ]);
  return aligned([head, ...rows], 2);
}

function ofQuantity({ name, right, wrong, undecided, worst, smallest, diagnoses, unexplained }: OfQuantity): string[] {
  const open = undecided > 0 ? `, ${undecided} undecided` : '';
  const lines = [
    `${name}: ${right} right, ${wrong} wrong${open}; worst relative error ${errorInWords(worst.relative)}, ${errorInWords(worst.ofAllowed)} of the allowed one`,
  ];
  for (const { explained, title, page } of diagnoses) lines.push(`  ${ofAll(explained, wrong)} ${title} (${page})`);
  if (unexplained > 0) lines.push(`  ${ofAll(unexplained, wrong)} explained by no known slip`);
  if (smallest) {
    const { instance, said, truth, isCutShort, request } = smallest;
    lines.push(`  smallest${isCutShort ? ' that was found in time' : ''}: ${instanceInWords(instance)}`);
    lines.push(`    answer ${oneLine(said)}, truth in [${truth.lo}, ${truth.hi}]`);
    lines.push(`    request ${request}`);
  }
  return lines;
}

function ofAll(count: number, all: number): string {
  if (count < all) return `${count} of ${all} wrong answers are`;
  return all === 1 ? 'the only wrong answer is' : `all ${all} wrong answers are`;
}

function crashed({ crash }: ConformResult): string[] {
  if (!crash) return [];
  const { how, instance, isCutShort, request, errors } = crash;
  return [
    `the program ${how} on ${instanceInWords(instance)}${isCutShort ? '; simpler instances were not all tried' : ''}`,
    `  request ${request}`,
    ...errors.map((line) => `  standard error: ${oneLine(line)}`),
  ];
}

function unheard({ silent: { timedOut, unanswered } }: ConformResult): string[] {
  const told = (what: string, one: Unheard | null): string[] =>
    one ? [`${what} on ${instanceInWords(one.instance)}`, `  request ${one.request}`] : [];
  return [
    ...told('no answer came in time', timedOut),
    ...told('later requests were answered, and none came', unanswered),
  ];
}

function troubles({ troubles, givenUp, errors, crash }: ConformResult): string[] {
  const lines = troubles.map(
    ({ kind, count, example }) =>
      `${many(count, 'line')} of the output ${TROUBLES[kind]}; the first: ${oneLine(example)}`,
  );
  if (givenUp !== null) lines.push(`not all was asked: ${givenUp}`);
  if (!crash) lines.push(...errors.map((line) => `standard error: ${oneLine(line)}`));
  return lines;
}
