import { SHARES_FROM } from '../../claims/shares.ts';
import { inMarkdown, linked, type Markdown } from '../escape.ts';
import { logInWords } from '../log-in-words.ts';
import { furtherEvidence, matrix } from '../matrix.ts';
import { joined, md, table } from '../md.ts';
import type { Links, Model } from '../model.ts';
import { proofLines, proofsInShort } from '../proofs.ts';
import { regionTable } from '../regions.ts';
import { POLICIES, sampleClaims, sampleCounts, sampleTable } from '../sample-table.ts';
import type { ClaimReport, Report } from '../schema.ts';
import { sharpnessTable } from '../sharpness.ts';
import {
  AS_EXPECTED,
  budgetInWords,
  EXPECTED_IN_WORDS,
  instanceInMarkdown,
  STATUS_IN_WORDS,
  tiersInWords,
} from '../words.ts';

/** The report as Markdown. */
export function markdown(model: Model): string {
  const { report, links } = model;
  const { status, seed, proofs, claims, samples, partial, stale = [] } = report;
  const parts = [
    md`# Verification report`,
    md`Status: **${inMarkdown(STATUS_IN_WORDS[status])}**. Seed ${seed}, ${inMarkdown(budgetInWords(report))}.`,
    ...(partial === undefined ? [] : [md`**A merge of some results only:** ${inMarkdown(partial)}.`]),
    ...stale.map(({ file, detail }) => md`**Saved, and refutes nothing:** ${inMarkdown(file)}: ${inMarkdown(detail)}.`),
    GRADES,
    ...(links.glossary ? [md`Words are explained in the ${linked(md`glossary`, links.glossary)}.`] : []),
    ...(links.figures
      ? [md`What the figures of the theory show in numbers: ${linked(md`figures`, links.figures)}.`]
      : []),
    ...proofsInShort(proofs, links.theorems),
    overview(model),
    ...matrix(model),
    ...regionTable(model),
    ...sharpnessTable(model),
    ...claims.map((claim) => section(claim, model)),
  ];
  if (samples) {
    parts.push(
      md`## Real samples`,
      joined(
        logInWords(samples.log).map((line) => md`- ${inMarkdown(line)}`),
        '\n',
      ),
      md`${inMarkdown(sampleCounts(samples))}. ${inMarkdown(POLICIES[samples.kind])}`,
      sampleTable(samples),
      ...(samples.notes.length > 0
        ? [
            joined(
              samples.notes.map((note) => md`- ${inMarkdown(note)}.`),
              '\n',
            ),
          ]
        : []),
      sampleClaims(samples),
    );
  }
  return `${joined(parts, '\n\n')}\n`;
}

const GRADES = md`Grades of evidence: *proved*, for all instances, by theorems that Coq checked and whose statements are recorded; *exact*, every instance
looked at decided in rational or log-form arithmetic; *certified*, by enclosures that cannot overlap; *exhaustive*, so decided on every instance up to a
size; *refuted*, by a counterexample whose margin is certified. *Proved* alone is about all instances. *On all of (0, 1]* is certified for every real
number there, by boxes.`;

function overview({ report: { claims }, evidence, links }: Model): Markdown {
  return table([
    [md`claim`, md`statement`, md`expected`, md`found`, md`as expected`],
    ...claims.map(({ id, statement, expected, status }) => [
      linked(inMarkdown(id), links.sections[id] ?? null),
      inMarkdown(statement),
      inMarkdown(EXPECTED_IN_WORDS[expected]),
      inMarkdown(evidence[id] ?? ''),
      AS_EXPECTED[status],
    ]),
  ]);
}

function section(claim: ClaimReport, { report: { proofs, runs }, evidence, links }: Model): Markdown {
  const { id, trivial, counterexample, smallestMargin, firstUndecided } = claim;
  const items = [
    ...proofLines(claim, proofs, links),
    md`- Hypotheses: ${inMarkdown(claim.hypotheses)}.`,
    md`- Source: ${inMarkdown(claim.source)}.`,
    md`- Expected: ${inMarkdown(EXPECTED_IN_WORDS[claim.expected])}. Found: ${inMarkdown(evidence[id] ?? '')}; ${trivial} with n = 1 or one atom.`,
    md`- Decided ${inMarkdown(tiersInWords(claim.decidedBy))}.`,
    ...claim.reasons.map((reason) => md`- **Not as expected:** ${inMarkdown(reason)}.`),
    ...(claim.shortfalls ?? []).map((shortfall) => md`- Too short a search, not counted: ${inMarkdown(shortfall)}.`),
  ];
  if (counterexample) items.push(counterexampleLine(counterexample, id, links));
  if (smallestMargin) {
    const { lo, hi, instance } = smallestMargin;
    items.push(
      md`- Smallest certified margin: between ${inMarkdown(lo)} and ${inMarkdown(hi)}, at ${instanceInMarkdown(instance)}.`,
    );
  }
  items.push(...furtherEvidence(claim));
  if (firstUndecided) items.push(md`- First undecided: ${instanceInMarkdown(firstUndecided)}.`);
  return joined(
    [
      md`## ${inMarkdown(id)}: ${inMarkdown(claim.title)}`,
      md`> ${inMarkdown(claim.statement)}`,
      joined(items, '\n'),
      regimes(claim, runs),
    ],
    '\n\n',
  );
}

function regimes({ instances, regimes }: ClaimReport, runs: Report['runs']): Markdown {
  const isShort = instances > 0 && instances < SHARES_FROM && runs !== 'quick';
  const share = isShort ? md`minimum share, asked of ${SHARES_FROM} instances or more` : md`minimum share`;
  return table([
    [md`regime`, md`instances`, share],
    ...regimes.map((r) => [inMarkdown(r.label), md`${r.instances}`, md`${+(r.minimumShare * 100).toFixed(1)} %`]),
  ]);
}

function counterexampleLine(
  { file, instance, smallest }: NonNullable<ClaimReport['counterexample']>,
  id: string,
  links: Links,
): Markdown {
  const name = inMarkdown(file ?? `${id}, not saved`);
  const link = linked(name, links.counterexamples && file && `${links.counterexamples}/${file}`);
  return md`- Counterexample: ${instanceInMarkdown(instance)} (${link}); ${inMarkdown(smallest)}.`;
}
