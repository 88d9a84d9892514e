import type { TheoremResult } from '../../coq/gate/report.ts';
import { type Html, html } from '../html.ts';
import type { Links, Model } from '../model.ts';
import type { ClaimReport } from '../schema.ts';
import { exceptFor } from '../words.ts';
import { linkTo, listOf, type Section, scrolling } from './parts.ts';

/** The theorems about a claim as Coq prints them; nothing where there are none. */
export function theorems({ expected, proof }: ClaimReport, { report: { proofs }, links }: Model): Html {
  if (!proof || !proofs) return html``;
  const listed = proof.theorems.flatMap((name) => proofs.theorems.find((one) => one.name === name) ?? []);
  const what =
    expected === 'fails' ? `Proved in Coq that it is false for ${proof.refutes ?? 'some policy'}` : 'Proved in Coq';
  return html`<h4>${what}${exceptFor(proof)}</h4>
${listed.map((theorem) => html`<p>${nameOf(theorem, links)}: ${theorem.words}.</p>\n<pre><code>${theorem.statement}</code></pre>\n`)}${proofs.status === 'ok' ? html`<p>They rest on the <a href="#axioms">axioms</a>, and nothing else.</p>\n` : ''}`;
}

function nameOf({ name, file }: TheoremResult, { proofs }: Links): Html {
  return html`${linkTo(proofs && `${proofs}/${file}`, html`<code>${name}</code>`)} of ${file}`;
}

/** How many theorems Coq accepted, and the axioms under them; nothing where that was not asked. */
export function proofSection({ report: { proofs }, links }: Model): Section | null {
  if (!proofs) return null;
  const missing = html`<p>The proofs were <strong>not checked</strong>: no checker was found.</p>\n`;
  const body = proofs.status === 'inconclusive' ? missing : checked(proofs, links);
  return { id: 'proofs', title: 'Theorems in Coq', body };
}

function checked({ theorems, axioms, faults, status }: NonNullable<Model['report']['proofs']>, links: Links): Html {
  const proved = theorems.filter(({ ok }) => ok).length;
  const rejected = theorems.filter(({ ok }) => !ok);
  return html`<p>Coq accepted ${linkTo(links.theorems, `${proved} of ${theorems.length} theorems`)}. A claim lists those that state it.</p>
${listOf([
  ...faults.map((fault) => html`<strong class="alarm">Rejected:</strong> ${fault}`),
  ...rejected.map(({ name, reason }) => html`<strong class="alarm">Not proved:</strong> ${name}: ${reason ?? ''}`),
])}${status === 'ok' ? axiomsOf(axioms) : ''}`;
}

function axiomsOf(axioms: NonNullable<Model['report']['proofs']>['axioms']): Html {
  const rows = axioms.map(({ name, statement }) => [html`<code>${name}</code>`, html`<code>${statement}</code>`]);
  return html`<h3 id="axioms">Axioms</h3>
<p>${axioms.length === 0 ? 'The theorems rest on no axiom.' : 'The standard library of Coq assumes these to build the real numbers. The theorems rest on nothing else.'}</p>
${rows.length === 0 ? '' : scrolling('The axioms under all theorems', ['axiom', 'statement'], rows)}`;
}
