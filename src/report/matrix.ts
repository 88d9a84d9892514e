import { markdownTable } from 'markdown-table';
import { inMarkdown } from './escape.ts';
import type { ClaimReport } from './schema.ts';
import { instanceInWords } from './words.ts';

/** Which assumptions each claim survives without, as a table; nothing where none was looked at. */
export function matrix(claims: readonly ClaimReport[]): string[] {
  const asked = claims.filter(({ assumptions }) => assumptions.length > 0);
  const [first] = asked;
  if (!first) return [];
  return [
    '## What each claim survives',
    'Each cell was checked on instances of its own: *yes*, it holds on all of them; *no*, with the instance that refutes it in the section of the claim; a dash, the question does not arise.',
    markdownTable([
      ['claim', ...first.assumptions.map(({ label }) => label)],
      ...asked.map(({ id, assumptions }) => [id, ...assumptions.map(cell)]),
    ]),
  ];
}

function cell({ survives, instances, outcomes }: ClaimReport['assumptions'][number]): string {
  if (survives === 'unasked') return '–';
  const found = outcomes.refuted > 0 ? 'no' : outcomes.holds === instances && instances > 0 ? 'yes' : 'undecided';
  return found === survives ? found : `**${found}**`;
}

/** What else than the search was looked at, as items of a list. */
export function furtherEvidence({ derivation, exhaustive, far, climb, assumptions, reach }: ClaimReport): string[] {
  const lines: string[] = [];
  if (derivation) {
    lines.push(
      `- Steps of the proof, each checked on ${derivation.instances} instances: ${derivation.steps.map(inMarkdown).join('; ')}.`,
    );
    if (derivation.broken) {
      lines.push(
        `- **First step that breaks:** ${inMarkdown(derivation.broken.step)}, at ${instanceInWords(derivation.broken.instance)}.`,
      );
    }
  }
  if (exhaustive) lines.push(`- Exhaustive: ${exhaustiveInWords(exhaustive)}.`);
  if (far && far.instances > 0) {
    lines.push(`- Far out, many draws, many atoms or one level: ${outcomesInWords(far)} ${far.instances} instances.`);
  }
  if (reach) {
    const { draws, atoms, digits } = reach;
    lines.push(
      `- Reach: n up to ${draws}, up to ${atoms} ${atoms === 1 ? 'atom' : 'atoms'}, weights of up to ${digits} ${digits === 1 ? 'digit' : 'digits'}.`,
    );
  }
  if (climb) {
    const { evaluations, margin, relative, instance } = climb;
    lines.push(
      `- Hill climbing, ${evaluations} instances: the sides come within ${relative} of the larger one (margin ${margin.lo}) at ${instanceInWords(instance)}.`,
    );
  }
  for (const { label, counterexample, why } of assumptions) {
    if (counterexample) lines.push(`- Fails with ${label}: ${instanceInWords(counterexample)}.`);
    if (why) lines.push(`- Not asked with ${label}: ${inMarkdown(why)}.`);
  }
  return lines;
}

function exhaustiveInWords(exhaustive: NonNullable<ClaimReport['exhaustive']>): string {
  const { maxTotal, maxDraws, maxOther, grid, instances } = exhaustive;
  const other = maxOther === null ? '' : `, other weights of total ≤ ${maxOther}`;
  const beyond = grid.map(({ atoms, maxWeight }) => `${maxWeight} of ${atoms} atoms`);
  const weights = beyond.length === 0 ? '' : ` or weights up to ${listInWords(beyond)}`;
  return `${outcomesInWords(exhaustive)} ${instances} instances with total weight ≤ ${maxTotal}${weights}${other}, n ≤ ${maxDraws}`;
}

function outcomesInWords({ instances, outcomes }: NonNullable<ClaimReport['far']>): string {
  const { holds, refuted, undecided } = outcomes;
  return holds === instances
    ? 'it holds on all'
    : `it holds on ${holds}, fails on ${refuted}${undecided > 0 ? `, ${undecided} undecided` : ''} of`;
}

function listInWords(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
