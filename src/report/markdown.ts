import { markdownTable } from 'markdown-table';
import { SHARES_FROM } from '../run/assess.ts';
import { inMarkdown, linked } from './escape.ts';
import { furtherEvidence, matrix } from './matrix.ts';
import { proofLines, proofsInShort } from './proofs.ts';
import { regionTable } from './regions.ts';
import { sampleClaims, sampleTable } from './sample-table.ts';
import type { ClaimReport, Report } from './schema.ts';
import { sharpnessTable } from './sharpness.ts';
import { EXPECTED_IN_WORDS, findingInWords, instanceInWords, tiersInWords, VERDICT_IN_WORDS } from './words.ts';

export interface Links {
  /** From the report to the definitions and the proof or refutation of a claim, and to the folder of counterexamples; null for no link. */
  readonly section: (id: string) => string | null;
  readonly counterexamples: string | null;
  /** To what the paper's figures show in numbers. */
  readonly figures: string | null;
  /** To the sources of the proofs, and to the page with all theorems. */
  readonly proofs: string | null;
  readonly theorems: string | null;
}

/** The report for people. */
export function markdown(report: Report, links: Links): string {
  const budget =
    report.runs === null
      ? 'as many instances as the time allowed'
      : report.runs === 'canonical'
        ? 'each claim on its canonical number of distinct instances'
        : report.runs === 'full'
          ? 'each claim on its full number of distinct instances'
          : `${report.runs} distinct instances a claim`;
  const parts = [
    '# Verification report',
    `Verdict: **${VERDICT_IN_WORDS[report.verdict]}**. Seed ${report.seed}, ${budget}.`,
    GRADES,
    ...(links.figures ? [`What the figures of the theory show in numbers: [figures](${links.figures}).`] : []),
    ...proofsInShort(report.proofs, links.theorems),
    overview(report.claims, links),
    ...matrix(report.claims),
    ...regionTable(report.regions),
    ...sharpnessTable(report.sharpness),
    ...report.claims.map((claim) => section(claim, report, links)),
  ];
  if (report.samples) {
    const { prompts, samples } = report.samples;
    parts.push('## Real samples', `${samples} samples of ${prompts} prompts, one empirical policy a prompt.`);
    parts.push(sampleTable(report.samples), sampleClaims(report.samples));
  }
  return `${parts.join('\n\n')}\n`;
}

const GRADES = `Grades of evidence: *proved*, for all instances, by theorems that Coq checked and whose statements are recorded; *exact*, every instance
looked at decided in rational or log-form arithmetic; *certified*, by enclosures that cannot overlap; *exhaustive*, so decided on every instance up to a
size; *refuted*, by a counterexample whose margin is certified. *Proved* alone is about all instances. *On all of (0, 1]* is certified for every real
number there, by boxes.`;

function overview(claims: readonly ClaimReport[], links: Links): string {
  return markdownTable([
    ['claim', 'statement', 'expected', 'found', 'as expected'],
    ...claims.map((claim) => [
      linked(claim.id, links.section(claim.id)),
      inMarkdown(claim.statement),
      EXPECTED_IN_WORDS[claim.expected],
      findingInWords(claim),
      claim.standing === 'expected' ? 'yes' : claim.standing === 'unexpected' ? '**no**' : '**undecided**',
    ]),
  ]);
}

function section(claim: ClaimReport, { proofs }: Report, links: Links): string {
  const lines = [
    `## ${claim.id}: ${inMarkdown(claim.title)}`,
    `> ${inMarkdown(claim.statement)}`,
    ...proofLines(claim, proofs, links.proofs),
    `- Hypotheses: ${inMarkdown(claim.hypotheses)}.`,
    `- Source: ${inMarkdown(claim.source)}.`,
    `- Expected: ${EXPECTED_IN_WORDS[claim.expected]}. Found: ${findingInWords(claim)}; ${claim.trivial} with n = 1 or one atom.`,
    `- Decided ${tiersInWords(claim.decidedBy)}.`,
    ...claim.reasons.map((reason) => `- **Not as expected:** ${inMarkdown(reason)}.`),
  ];
  if (claim.counterexample) lines.push(counterexample(claim.counterexample, claim.id, links));
  if (claim.smallestMargin) {
    const { lo, hi, instance } = claim.smallestMargin;
    lines.push(`- Smallest certified margin: between ${lo} and ${hi}, at ${instanceInWords(instance)}.`);
  }
  lines.push(...furtherEvidence(claim));
  if (claim.firstUndecided) lines.push(`- First undecided: ${instanceInWords(claim.firstUndecided)}.`);
  const isQuick = claim.instances > 0 && claim.instances < SHARES_FROM;
  const regimes = markdownTable([
    ['regime', 'instances', `minimum share${isQuick ? `, asked of ${SHARES_FROM} instances or more` : ''}`],
    ...claim.regimes.map((r) => [r.label, String(r.instances), `${+(r.minimumShare * 100).toFixed(1)} %`]),
  ]);
  const [heading, quote, ...items] = lines;
  return [heading, quote, items.join('\n'), regimes].join('\n\n');
}

function counterexample(
  { file, instance, smallest }: NonNullable<ClaimReport['counterexample']>,
  id: string,
  links: Links,
): string {
  const name = file ?? `${id}, not saved`;
  const link = linked(name, links.counterexamples && file && `${links.counterexamples}/${file}`);
  return `- Counterexample: ${instanceInWords(instance)} (${link}); ${inMarkdown(smallest)}.`;
}
