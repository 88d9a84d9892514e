import type { Claim } from '../claims/claim.ts';
import { statementLatex } from '../claims/expression/latex.ts';
import type { Explanation } from '../report/explanation.ts';
import type { ClaimReport, Report } from '../report/schema.ts';
import { cellFound } from '../run/assess.ts';
import { evidenceInWords } from './evidence.ts';

/** What is known of a claim beside a report: its section of the documentation, and where a theorem stands. */
export interface Places {
  readonly section: string | null;
  readonly theorem: (name: string, file: string) => string;
}

/** What a claim states, and what a report found of it. */
export function explanationOf(claim: Claim, { claims, proofs }: Report, places: Places): Explanation {
  const { id, title, statement, states, hypotheses, source, expected } = claim;
  return {
    format: 'bonafide-explanation/1',
    id,
    title,
    statement,
    latex: states?.map(statementLatex) ?? null,
    hypotheses,
    source,
    expected,
    ...found(claims.find((one) => one.id === id)),
    ...proof(claim, proofs, places),
    section: places.section,
  };
}

function found(report: ClaimReport | undefined): Pick<Explanation, 'found' | 'without' | 'steps' | 'counterexample'> {
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
function proof(
  { proof: of }: Claim,
  proofs: Report['proofs'],
  { theorem: placeOf }: Places,
): Pick<Explanation, 'theorems' | 'proved' | 'beyond'> {
  if (!of || !proofs) return { theorems: [], proved: false, beyond: null };
  const listed = of.theorems.flatMap((name) => proofs.theorems.find((theorem) => theorem.name === name) ?? []);
  return {
    theorems: listed.map(({ name, file, words, statement }) => {
      return { name, place: placeOf(name, file), words, statement };
    }),
    proved: listed.length === of.theorems.length && listed.every(({ ok }) => ok),
    beyond: of.beyond ?? null,
  };
}
