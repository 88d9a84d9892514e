import { markdownTable } from 'markdown-table';
import type { Claim } from '../claims/claim.ts';
import type { ProofReport, TheoremResult } from '../coq/gate/report.ts';
import { leftOut } from './coverage.ts';
import { asCode, asCodeInCell, inMarkdown } from './escape.ts';
import type { ClaimReport, Report } from './schema.ts';

type Proofs = NonNullable<Report['proofs']>;

/** What a report says of the proofs: nothing of who checked them, so that it is the same on every machine. */
export function reportProofs({ verdict, theorems, axioms, faults }: ProofReport): Proofs {
  const standing = verdict === 'proved' ? 'expected' : verdict === 'rejected' ? 'unexpected' : 'inconclusive';
  return { standing, theorems, axioms, faults };
}

/** The claim with what its theorems add: the grade `proved` where they leave nothing out, or a reason why it is not as expected. */
export function withProof(
  claim: ClaimReport,
  source: Pick<Claim, 'proof' | 'domain' | 'survives'> | undefined,
  proofs: Proofs | null,
): ClaimReport {
  if (!source?.proof || !proofs || proofs.standing === 'inconclusive') return claim;
  const { theorems, refutes } = source.proof;
  const broken = theorems.filter((name) => !proofs.theorems.some((theorem) => theorem.name === name && theorem.ok));
  const reasons = broken.map((name) => `its theorem ${name} is not proved`);
  const parts = [claim.outcomes, claim.exhaustive?.outcomes, claim.far?.outcomes];
  const holds = parts.reduce((sum, outcomes) => sum + (outcomes?.holds ?? 0), 0);
  if (refutes === 'every policy' && holds > 0)
    reasons.push(`it holds on ${holds} instances, where its theorems say that it is false for every policy`);
  if (reasons.length > 0) return { ...claim, standing: 'unexpected', reasons: [...claim.reasons, ...reasons] };
  const statements = proofs.theorems.filter(({ name }) => theorems.includes(name)).map(({ statement }) => statement);
  // That a falsehood is false takes one policy.
  const { beyond: said } = source.proof;
  const beyond = claim.expected === 'fails' ? (said ?? null) : leftOut(source, said, statements);
  const known = { ...claim, proof: { theorems: [...theorems], beyond, ...(refutes && { refutes }) } };
  const isProved =
    claim.expected === 'holds' && beyond === null && (claim.grade === 'exact' || claim.grade === 'certified');
  return isProved ? { ...known, grade: 'proved' } : known;
}

/** How many theorems are proved, and on what they rest; `page` is where all of them are listed. */
export function proofsInShort(proofs: Proofs | null, page: string | null): string[] {
  if (!proofs) return [];
  const { standing, theorems, axioms, faults } = proofs;
  if (standing === 'inconclusive') return ['The proofs in Coq were **not checked**: no checker was there.'];
  const count = `${theorems.filter(({ ok }) => ok).length} of ${theorems.length} theorems`;
  const listed = page === null ? count : `[${count}](${page})`;
  if (standing === 'unexpected')
    return [`Proved in Coq: ${listed}.`, ...faults.map((fault) => `**Rejected:** ${inMarkdown(fault)}.`)];
  const rest = axioms.map(({ name }) => asCode(name)).join(', ') || 'no axiom';
  return [`Proved in Coq: ${listed}. They rest on ${rest}, and nothing else.`];
}

/** At which policies. */
function falseFor({ refutes }: NonNullable<ClaimReport['proof']>): string {
  return refutes ? ` for ${refutes}` : '';
}

/** What is proved of a claim, as items of a list with the statements as Coq prints them. */
export function proofLines({ expected, proof }: ClaimReport, proofs: Proofs | null, folder: string | null): string[] {
  if (!proof || !proofs) return [];
  const what = expected === 'fails' ? `Proved in Coq that it is false${falseFor(proof)}` : 'Proved in Coq';
  const lines = proof.theorems.flatMap((name) => {
    const theorem = proofs.theorems.find((candidate) => candidate.name === name);
    return theorem ? [`  - ${linkTo(theorem, folder)}: ${asCode(theorem.statement)}`] : [];
  });
  return [`- ${what}${proof.beyond ? `, but for ${inMarkdown(proof.beyond)}` : ''}:`, ...lines];
}

/** All theorems with their statements and the claims that rest on them, and the axioms under them. */
export function proofsPage({ proofs, claims }: Report, folder: string | null): string | null {
  if (!proofs || proofs.standing === 'inconclusive') return null;
  const { standing, theorems, axioms, faults } = proofs;
  const files = [...new Set(theorems.map(({ file }) => file))];
  const proved = theorems.filter(({ ok }) => ok).length;
  const parts = [
    '# Theorems',
    `${proved} of ${theorems.length} theorems are proved in Coq, over the real numbers, with the statements that the manifest records.`,
    ...faults.map((fault) => `- **Rejected:** ${inMarkdown(fault)}`),
    ...files.flatMap((file) => [
      `## ${file.replace(/\.v$/, '')}`,
      theoremTable(
        theorems.filter((theorem) => theorem.file === file),
        claims,
        folder,
      ),
    ]),
    ...(standing === 'expected' ? axiomTable(axioms) : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

function axiomTable(axioms: Proofs['axioms']): string[] {
  return [
    '## Axioms',
    'What the standard library assumes to build the real numbers, and all that the theorems rest on.',
    markdownTable([
      ['axiom', 'statement'],
      ...axioms.map(({ name, statement }) => [asCodeInCell(name), asCodeInCell(statement)]),
    ]),
  ];
}

function theoremTable(
  theorems: readonly TheoremResult[],
  claims: readonly ClaimReport[],
  folder: string | null,
): string {
  return markdownTable([
    ['theorem', 'in words', 'as Coq prints it', 'claims'],
    ...theorems.map((theorem) => [
      linkTo(theorem, folder) + (theorem.ok ? '' : ` **not proved:** ${inMarkdown(theorem.reason ?? '')}`),
      inMarkdown(theorem.words),
      asCodeInCell(theorem.statement),
      claims
        .filter(({ proof }) => proof?.theorems.includes(theorem.name))
        .map(({ id }) => id)
        .join(', '),
    ]),
  ]);
}

function linkTo({ name, file }: TheoremResult, folder: string | null): string {
  return folder === null ? asCode(name) : `[${asCode(name)}](${folder}/${file})`;
}
