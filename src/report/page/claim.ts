import { type Html, html } from '../html.ts';
import { mathOf } from '../mathml.ts';
import type { Model } from '../model.ts';
import type { ClaimReport } from '../schema.ts';
import { AS_EXPECTED_IN_WORDS } from '../words.ts';
import { evidence, withoutAssumptions } from './claim-evidence.ts';
import { EXPECTED_KIND, KIND_IN_WORDS, OWN_KIND } from './controls.ts';
import { counterexample } from './counterexample.ts';
import { linkTo, listOf, sentence, typeset } from './parts.ts';
import { theorems } from './theorems.ts';

/** A claim: its head, and all that was found of it as details. These are open until the script closes them. */
export function claimArticle(claim: ClaimReport, model: Model): Html {
  const { id, expected } = claim;
  const sources = model.sources.filter(({ taken, naming }) => [...taken, ...naming].includes(id));
  return html`<article class="claim" id="claim-${id}" aria-labelledby="title-${id}" data-expected="${expected}" data-evidence="${model.kinds[id] ?? ''}" data-source="${sources.map((group) => group.id).join(' ')}">
${head(claim, model)}<details open>
<summary>Details of <code>${id}</code></summary>
${relations(model.known.relations[id] ?? [])}${counterexample(claim, model)}${theorems(claim, model)}${evidence(claim, model)}${steps(claim)}${withoutAssumptions(claim, model)}${further(claim, model)}</details>
</article>
`;
}

function head(claim: ClaimReport, { kinds, evidence: found, known }: Model): Html {
  const { id, title, statement, source, hypotheses, expected, status, reasons, shortfalls = [] } = claim;
  const kind = kinds[id] ?? 'undecided';
  const mathematics = typeset(statement);
  const names = known.catalogue.length === 0 || known.catalogue.includes(id) ? EXPECTED_KIND : OWN_KIND;
  return html`<h3 id="title-${id}" tabindex="-1">${title}</h3>
<p class="marks"><code>${id}</code> <span class="mark">${names[expected]}</span> <span class="mark ${kind.replace(' ', '-')}">${KIND_IN_WORDS[kind]}</span>${status === 'ok' ? '' : html` <strong class="alarm">as expected: ${AS_EXPECTED_IN_WORDS[status]}</strong>`}</p>
${mathematics === null ? '' : html`<p class="statement">${mathematics}</p>\n`}<p class="text">${statement}</p>
<p class="found">${sentence(found[id] ?? '')}</p>
<p class="source">Hypotheses: ${hypotheses}. Source: ${source}.</p>
${listOf([
  ...reasons.map((reason) => html`<strong class="alarm">Not as expected:</strong> ${reason}`),
  ...shortfalls.map((shortfall) => html`Too short a search, not counted: ${shortfall}`),
])}`;
}

/** The relations that are evaluated, where they are data. */
function relations(latex: readonly (readonly [string, string])[]): Html {
  if (latex.length === 0) return html``;
  const set = latex.map((sides) => sides.map((side) => html`${mathOf(`\\displaystyle ${side}`) ?? side}<wbr/>`));
  return html`<h4>As it is evaluated</h4>\n${set.map((one) => html`<p class="statement">${one}</p>\n`)}`;
}

function steps({ derivation }: ClaimReport): Html {
  if (!derivation) return html``;
  return html`<h4>Steps of the proof</h4>
<p>Each step was checked on ${derivation.instances} instances.</p>
<ol>
${derivation.steps.map((step) => html`<li>${step}</li>\n`)}</ol>
`;
}

/** Where to read on, and how to repeat the search. */
function further(claim: ClaimReport, model: Model): Html {
  const section = model.links.sections[claim.id];
  return html`<h4>Read and repeat</h4>
${section ? html`<p>${linkTo(section, READ[claim.expected])}</p>\n` : ''}<p>The same search again: <code>${again(claim, model)}</code></p>
`;
}

const READ: Readonly<Record<ClaimReport['expected'], string>> = {
  holds: 'Definitions and proof',
  fails: 'Definitions and refutation',
  open: 'Definitions and what is known',
};

/** The command that repeats the search. FILE stands for the module of a claim of the user's own, which a report does not name. */
function again({ id }: ClaimReport, { report: { runs, seed }, known }: Model): string {
  const own = known.catalogue.includes(id) ? [] : ['--claim FILE'];
  const budget =
    typeof runs === 'number' ? [`--runs ${runs}`] : runs === 'full' || runs === 'quick' ? [`--${runs}`] : [];
  return ['bonafide verify', ...own, id, `--seed ${seed}`, ...budget].join(' ');
}
