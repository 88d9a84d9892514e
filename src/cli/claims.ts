import { ASSUMPTIONS, type Assumption, type Claim, type Expectation, extension } from '../claims/claim.ts';
import { statementCoq } from '../claims/expression/coq.ts';
import type { Statement } from '../claims/expression/expression.ts';
import { statementLatex } from '../claims/expression/latex.ts';
import { statementText } from '../claims/expression/text.ts';
import { InputError } from '../policy/errors.ts';
import { oneLine } from '../report/escape.ts';
import { EXPECTED_IN_WORDS } from '../report/words.ts';
import { catalogueAt } from '../run/catalogue.ts';
import { STALL_SECONDS } from '../run/pool.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { load } from './load.ts';

export interface ClaimsOptions {
  readonly json?: boolean;
  readonly claim?: readonly string[];
  readonly expected?: Expectation;
  /** A part of the source, such as a name, a year or an arXiv number. */
  readonly paper?: string;
  /** Only claims of which all that they state, or that they are false, is proved in Coq. */
  readonly proved?: boolean;
}

/** `bonafide claims`: lists the claims. */
export async function claims(options: ClaimsOptions, context: Context): Promise<ExitCode> {
  const { console } = context;
  const { json, claim: files = [] } = options;
  const catalogue = await catalogueAt(context.catalogue);
  const every = [...catalogue.claims, ...(await load(files, STALL_SECONDS, context)).claims];
  const all = every.filter((claim) => isWanted(claim, options));
  if (all.length === 0) throw new InputError('there is no such claim; `bonafide claims` lists all, with their sources');
  if (json) {
    console.out(
      JSON.stringify(
        all.map((claim) => describe(claim, catalogue.sectionOf(claim.id))),
        null,
        2,
      ),
    );
  } else {
    for (const { id, statement, source, expected } of all) {
      console.out(`${id} (${EXPECTED_IN_WORDS[expected]})\n  ${oneLine(statement)}\n  ${oneLine(source)}`);
    }
  }
  return EXIT.ok;
}

function isWanted({ expected, source, proof }: Claim, wanted: ClaimsOptions): boolean {
  const { paper, proved } = wanted;
  if (wanted.expected !== undefined && expected !== wanted.expected) return false;
  if (paper !== undefined && !source.toLowerCase().includes(paper.toLowerCase())) return false;
  return !proved || (proof !== undefined && proof.beyond === undefined);
}

/** The entry of a claim in `claims --json`; docs/formats.md describes it. */
function describe(claim: Claim, section: string | null): Record<string, unknown> {
  const { id, title, statement, source, hypotheses, expected, domain, cost = 'low' } = claim;
  return {
    id,
    title,
    statement,
    source,
    hypotheses,
    expected,
    domain,
    cost,
    extensions: Object.fromEntries(
      (Object.keys(ASSUMPTIONS) as Assumption[]).map((key) => [key, declared(claim, key)]),
    ),
    states: claim.states?.map(inForms) ?? null,
    proof: claim.proof ?? null,
    hasDerivation: claim.derivation !== undefined,
    section,
  };
}

/** A relation that is data, as text, in LaTeX and, where it can be, in Coq. */
function inForms(statement: Statement): Record<string, string | null> {
  return { text: statementText(statement), latex: statementLatex(statement), coq: statementCoq(statement) };
}

function declared(claim: Claim, assumption: Assumption): 'holds' | 'fails' | { readonly notApplicable: string } {
  const how = extension(claim, assumption);
  return typeof how === 'object' && 'witness' in how ? 'fails' : how;
}
