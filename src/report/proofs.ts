import type { TheoremResult } from '../coq/gate/report.ts';
import { asCode, inMarkdown, linked, type Markdown } from './escape.ts';
import { joined, md, NOTHING, table } from './md.ts';
import type { Links, Model } from './model.ts';
import type { ClaimReport, Report } from './schema.ts';
import { exceptFor } from './words.ts';

type Proofs = NonNullable<Report['proofs']>;

/** The number of proved theorems and the axioms they rest on. `page` lists all of them. */
export function proofsInShort(proofs: Proofs | null, page: string | null): Markdown[] {
  if (!proofs) return [];
  const { status, theorems, axioms, faults } = proofs;
  if (status === 'inconclusive') return [md`The proofs in Coq were **not checked**: no checker was found.`];
  const listed = linked(md`${theorems.filter(({ ok }) => ok).length} of ${theorems.length} theorems`, page);
  if (status === 'failed')
    return [md`Proved in Coq: ${listed}.`, ...faults.map((fault) => md`**Rejected:** ${inMarkdown(fault)}.`)];
  const rest =
    axioms.length > 0
      ? joined(
          axioms.map(({ name }) => asCode(name)),
          ', ',
        )
      : md`no axiom`;
  return [md`Proved in Coq: ${listed}. They rest on ${rest}, and nothing else.`];
}

/** The words for which policies a claim is false. */
function falseFor({ refutes }: NonNullable<ClaimReport['proof']>): Markdown {
  return refutes ? md` for ${inMarkdown(refutes)}` : NOTHING;
}

/** What is proved about a claim, as items of a list with the statements as Coq prints them. */
export function proofLines({ expected, proof }: ClaimReport, proofs: Proofs | null, links: Links): Markdown[] {
  if (!proof || !proofs) return [];
  const what = expected === 'fails' ? md`Proved in Coq that it is false${falseFor(proof)}` : md`Proved in Coq`;
  const lines = proof.theorems.flatMap((name) => {
    const theorem = proofs.theorems.find((candidate) => candidate.name === name);
    return theorem ? [md`  - ${linkTo(theorem, links)}: ${asCode(theorem.statement)}`] : [];
  });
  return [md`- ${what}${inMarkdown(exceptFor(proof))}:`, ...lines];
}

/** All theorems with their statements and the claims that rest on them, and the axioms under them. */
export function proofsPage({ report: { proofs, claims }, links }: Model): string | null {
  if (!proofs || proofs.status === 'inconclusive') return null;
  const { status, theorems, axioms, faults } = proofs;
  const files = [...new Set(theorems.map(({ file }) => file))];
  const proved = theorems.filter(({ ok }) => ok).length;
  const parts = [
    md`# Theorems`,
    md`${proved} of ${theorems.length} theorems are proved in Coq, over the real numbers, with the statements that the manifest records.`,
    ...faults.map((fault) => md`- **Rejected:** ${inMarkdown(fault)}`),
    ...files.flatMap((file) => [
      md`## ${inMarkdown(file.replace(/\.v$/, ''))}`,
      theoremTable(
        theorems.filter((theorem) => theorem.file === file),
        claims,
        links,
      ),
    ]),
    ...(status === 'ok' ? axiomTable(axioms) : []),
  ];
  return `${joined(parts, '\n\n')}\n`;
}

function axiomTable(axioms: Proofs['axioms']): Markdown[] {
  return [
    md`## Axioms`,
    md`What the standard library assumes to build the real numbers, and all that the theorems rest on.`,
    table([[md`axiom`, md`statement`], ...axioms.map(({ name, statement }) => [asCode(name), asCode(statement)])]),
  ];
}

/** The most characters of each of these in a row of the table. */
const LONGEST_REASON = 150;
const LONGEST_WORDS = 250;
const LONGEST_STATEMENT = 450;

function theoremTable(theorems: readonly TheoremResult[], claims: readonly ClaimReport[], links: Links): Markdown {
  return table([
    [md`theorem`, md`in words`, md`as Coq prints it`, md`claims`],
    ...theorems.map((theorem) => [
      md`${linkTo(theorem, links)}${theorem.ok ? NOTHING : md` **not proved:** ${inMarkdown(theorem.reason ?? '', LONGEST_REASON)}`}`,
      inMarkdown(theorem.words, LONGEST_WORDS),
      asCode(theorem.statement, LONGEST_STATEMENT),
      joined(
        claims.filter(({ proof }) => proof?.theorems.includes(theorem.name)).map(({ id }) => inMarkdown(id)),
        ', ',
      ),
    ]),
  ]);
}

function linkTo({ name, file }: TheoremResult, { proofs, lines }: Links): Markdown {
  const line = lines?.get(name);
  return linked(asCode(name), proofs && `${proofs}/${file}${line === undefined ? '' : `#L${line}`}`);
}
