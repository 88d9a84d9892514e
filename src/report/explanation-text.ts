import { oneLine } from './escape.ts';
import type { Explanation } from './explanation.ts';
import { violatedInWords } from './violated.ts';
import { EXPECTED_IN_WORDS, instanceInWords } from './words.ts';

/** What `bonafide explain` prints of a claim. */
export function explanationText(of: Explanation): string {
  const { id, title, statement, latex, hypotheses, source, expected, found, section } = of;
  const parts = [
    `${id}: ${title}`,
    indented([oneLine(statement), ...(latex ?? []).map((one) => `LaTeX: ${one}`)]),
    indented([`hypotheses: ${oneLine(hypotheses)}`, `source: ${oneLine(source)}`]),
    indented([
      `expected: ${EXPECTED_IN_WORDS[expected]}`,
      `found: ${found ?? 'the report of this version does not have it'}`,
    ]),
    ...counterexampleText(of),
    ...theoremsText(of),
    ...stepsText(of),
    ...withoutText(of),
    indented([...(section === null ? [] : [`read: ${section}`]), `again: bonafide verify ${id}`]),
  ];
  return parts.join('\n\n');
}

function indented(lines: readonly string[]): string {
  return lines.map((line) => `  ${line}`).join('\n');
}

function listed(title: string, lines: readonly string[]): string {
  return [`  ${title}`, ...lines.map((line) => `    ${line}`)].join('\n');
}

function counterexampleText({ counterexample }: Explanation): string[] {
  if (!counterexample) return [];
  const { file, instance, violated, smallest } = counterexample;
  return [
    listed(`counterexample: ${instanceInWords(instance)}`, [
      ...(violated ? [violatedInWords(violated)] : []),
      smallest,
      ...(file === null ? [] : [`replay: bonafide replay counterexamples/${file}`]),
    ]),
  ];
}

function theoremsText({ theorems, proved, beyond, expected }: Explanation): string[] {
  if (theorems.length === 0) return [];
  const verb = proved ? 'proved' : 'stated, but not checked,';
  const what = expected === 'fails' ? `${verb} in Coq to be false` : `${verb} in Coq`;
  const lines = theorems.flatMap(({ name, place, words }) => [`${name}, ${place}`, `  ${oneLine(words)}`]);
  return [listed(`${what}${beyond === null ? '' : `, except (${oneLine(beyond)})`}:`, lines)];
}

function stepsText({ steps }: Explanation): string[] {
  return steps ? [listed('steps of the proof:', steps.map(oneLine))] : [];
}

function withoutText({ without }: Explanation): string[] {
  const lines = without.map(({ assumption, outcome, why, counterexample }) => {
    const at = counterexample ? `, at ${instanceInWords(counterexample)}` : '';
    return `${assumption}: ${outcome}${at}${why === null ? '' : `, because ${oneLine(why)}`}`;
  });
  return lines.length === 0 ? [] : [listed('found on instances with', lines)];
}
