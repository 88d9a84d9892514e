import { inMarkdown, type Markdown } from './escape.ts';
import { md, table } from './md.ts';
import type { CellFinding, Model } from './model.ts';
import type { ClaimReport } from './schema.ts';
import { exhaustiveInWords, outcomesInWords, reachInWords } from './tried-words.ts';
import { instanceInMarkdown } from './words.ts';

/** A table of the assumptions without which each claim holds; empty where none was checked. */
export function matrix({ report: { claims }, matrix: found }: Model): Markdown[] {
  const asked = claims.filter(({ assumptions }) => assumptions.length > 0);
  const [first] = asked;
  if (!first) return [];
  return [
    md`## Where an assumption fails`,
    md`Each column drops one assumption, and each cell was checked on instances of its own. *holds*: the claim holds on all of them. *fails*: it is refuted by the instance in the section of the claim. A dash: not applicable.`,
    table([
      [md`claim`, ...first.assumptions.map(({ label }) => inMarkdown(label))],
      ...asked.map(({ id }) => [inMarkdown(id), ...(found[id] ?? []).map(cell)]),
    ]),
  ];
}

function cell({ found, isDeclared }: CellFinding): Markdown {
  if (found === 'not applicable') return md`–`;
  return isDeclared ? inMarkdown(found) : md`**${inMarkdown(found)}**`;
}

/** The evidence besides the search, as items of a list. */
export function furtherEvidence({ derivation, exhaustive, far, climb, assumptions, reach }: ClaimReport): Markdown[] {
  const lines: Markdown[] = [];
  if (derivation) {
    lines.push(
      md`- Steps of the proof, each checked on ${derivation.instances} instances: ${inMarkdown(derivation.steps.join('; '))}.`,
    );
    if (derivation.broken) {
      lines.push(
        md`- **First step that breaks:** ${inMarkdown(derivation.broken.step)}, at ${instanceInMarkdown(derivation.broken.instance)}.`,
      );
    }
  }
  if (exhaustive) lines.push(md`- Exhaustive: ${inMarkdown(exhaustiveInWords(exhaustive))}.`);
  if (far && far.instances > 0) {
    lines.push(
      md`- Far out, many draws, many atoms or one level: ${inMarkdown(outcomesInWords(far))} ${far.instances} instances.`,
    );
  }
  if (reach) {
    lines.push(md`- Reach: ${inMarkdown(reachInWords(reach))}.`);
  }
  if (climb) {
    const { evaluations, margin, relative, instance } = climb;
    lines.push(
      md`- Hill climbing, ${evaluations} instances: the sides come within ${relative} of the larger one (margin ${inMarkdown(margin.lo)}) at ${instanceInMarkdown(instance)}.`,
    );
  }
  for (const { label, counterexample, why } of assumptions) {
    if (counterexample) lines.push(md`- Fails with ${inMarkdown(label)}: ${instanceInMarkdown(counterexample)}.`);
    if (why) lines.push(md`- Not applicable with ${inMarkdown(label)}: ${inMarkdown(why)}.`);
  }
  return lines;
}
