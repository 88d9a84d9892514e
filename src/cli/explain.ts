import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Claim } from '../claims/claim.ts';
import { statementLatex } from '../claims/expression/latex.ts';
import { PACKAGE, PROOFS } from '../coq/gate/place.ts';
import { readAs } from '../io/read-text.ts';
import { evidenceInWords } from '../judge/evidence.ts';
import type { Explanation } from '../report/explanation.ts';
import { explanationText } from '../report/explanation-text.ts';
import { type ClaimReport, type Report, reportSchema } from '../report/schema.ts';
import { cellFound } from '../run/assess.ts';
import { catalogueAt } from '../run/catalogue.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { selectClaims } from './options.ts';

/** The report that comes with this version. */
const REPORT = join(PACKAGE, 'reports', 'verification.json');

/** `bonafide explain kl-bound`: what claims state, how they fare, and where that is proved or refuted. */
export async function explain(
  ids: readonly string[],
  { json }: { readonly json?: boolean },
  { console, catalogue: address }: Context,
): Promise<ExitCode> {
  const catalogue = await catalogueAt(address);
  const claims = selectClaims(ids, catalogue.claims);
  const { claims: found, proofs } = await readAs(reportSchema, REPORT);
  const explanations = await Promise.all(
    claims.map(async (claim): Promise<Explanation> => {
      const report = found.find(({ id }) => id === claim.id) ?? null;
      return {
        ...stated(claim),
        ...evidence(report),
        ...(await proof(claim, proofs)),
        section: catalogue.sectionOf(claim.id),
      };
    }),
  );
  if (json) console.out(JSON.stringify(explanations, null, 2));
  else console.out(explanations.map(explanationText).join('\n\n'));
  return EXIT.ok;
}

function stated({ id, title, statement, states, hypotheses, source, expected }: Claim) {
  const latex = states?.map(statementLatex) ?? null;
  return { format: 'bonafide-explanation/1', id, title, statement, latex, hypotheses, source, expected } as const;
}

function evidence(report: ClaimReport | null): Pick<Explanation, 'found' | 'without' | 'steps' | 'counterexample'> {
  if (!report) return { found: null, without: [], steps: null, counterexample: null };
  return {
    found: evidenceInWords(report),
    without: report.assumptions.map((cell) => {
      const { label, why, counterexample } = cell;
      return { assumption: label, outcome: cellFound(cell), why, counterexample };
    }),
    steps: report.derivation?.steps ?? null,
    counterexample: report.counterexample,
  };
}

/** The theorems of a claim, as the report has them: proved only where a checker accepted all of them. */
async function proof(
  { proof: of }: Claim,
  proofs: Report['proofs'],
): Promise<Pick<Explanation, 'theorems' | 'proved' | 'beyond'>> {
  if (!of || !proofs) return { theorems: [], proved: false, beyond: null };
  const listed = of.theorems.flatMap((name) => proofs.theorems.find((theorem) => theorem.name === name) ?? []);
  const placed = listed.map(async ({ name, file, words, statement }) => {
    return { name, place: `proofs/${file}:${await lineOf(name, file)}`, words, statement };
  });
  const proved = listed.length === of.theorems.length && listed.every(({ ok }) => ok);
  return { theorems: await Promise.all(placed), proved, beyond: of.beyond ?? null };
}

/** The line, from 1, on which a theorem is stated. */
async function lineOf(name: string, file: string): Promise<number> {
  const lines = (await readFile(join(PROOFS, file), 'utf8')).split('\n');
  return 1 + lines.findIndex((line) => new RegExp(`^(Theorem|Lemma|Corollary|Proposition) ${name}\\b`).test(line));
}
