import { type Html, html } from '../html.ts';
import type { Model } from '../model.ts';
import type { Report } from '../schema.ts';
import { budgetInWords, countsInWords, ofAll, STATUS_IN_WORDS } from '../words.ts';
import { alarmOf, listOf, sentence } from './parts.ts';

/** The first screen: what holds, what is proved, what is false and what is open. */
export function glance(model: Model): Html {
  const { report, counts, known } = model;
  const { status, seed, partial, stale = [] } = report;
  return html`<p class="status ${alarmOf(status)}">${sentence(STATUS_IN_WORDS[status])}</p>
${partial === undefined ? '' : html`<p class="alarm">A merge of some results only: ${partial}.</p>\n`}<p>${countsInWords(counts)}.</p>
<dl class="cards">
${cardsOf(model).map(({ number, of, note }) => html`<div><dt>${of}</dt><dd>${number}</dd>${note === '' ? '' : html`<dd class="note">${note}</dd>`}</div>\n`)}</dl>
<p class="soft">Seed ${seed}, ${budgetInWords(report)}. ${unchecked(report)}Written by BoNafide ${known.version}.</p>
${listOf(stale.map(({ file, detail }) => html`<strong class="alarm">Saved, and refutes nothing:</strong> ${file}: ${detail}`))}`;
}

function unchecked({ proofs, regions }: Report): string {
  const hasProofs = proofs !== null && proofs.status !== 'inconclusive';
  return `${hasProofs ? '' : 'The proofs were not checked. '}${regions.length > 0 ? '' : 'No inequality was certified on all of (0, 1]. '}`;
}

interface Card {
  readonly number: string;
  readonly of: string;
  readonly note: string;
}

/** A number for each thing that the run looked at. */
function cardsOf({ report, counts }: Model): Card[] {
  const { own, theorems, falsehoods, questions, kinds, provedFalse } = counts;
  const { proofs, regions } = report;
  const part = kinds['proved except'];
  const checked = proofs && proofs.status !== 'inconclusive' ? proofs.theorems : null;
  const whole = regions.filter(({ failures }) => failures.length === 0).length;
  const card = (isThere: boolean, number: string, of: string, note = ''): Card[] =>
    isThere ? [{ number, of, note }] : [];
  return [
    ...card(
      theorems.all > 0,
      ofAll(theorems),
      own > 0 ? 'expected to hold, and not refuted' : 'theorems not refuted',
      theorems.all === theorems.asExpected
        ? 'No instance that was looked at contradicts them.'
        : 'The others are refuted, or their search did not come to its end.',
    ),
    ...card(
      kinds.proved > 0,
      String(kinds.proved),
      'of these proved in Coq',
      part > 0 ? `${part} more are proved except for a named part.` : '',
    ),
    ...card(
      falsehoods.all > 0,
      ofAll(falsehoods),
      own > 0 ? 'expected to fail, and refuted' : 'falsehoods refuted',
      `Proved false: ${provedFalse.always} for every policy, ${provedFalse.sometimes} for some policy.`,
    ),
    ...card(
      questions > 0,
      String(questions),
      questions === 1 ? 'open question' : 'open questions',
      'Neither proved nor refuted.',
    ),
    ...card(
      checked !== null,
      `${checked?.filter(({ ok }) => ok).length}/${checked?.length}`,
      'theorems accepted by Coq',
    ),
    ...card(regions.length > 0, `${whole}/${regions.length}`, 'inequalities certified on all of (0, 1]'),
  ];
}

/** What the words for evidence mean, in a line each. */
export function meanings(): Html {
  return html`<dl class="meanings">
${MEANINGS.map(([word, meaning]) => html`<div><dt>${word}</dt><dd>${meaning}</dd></div>\n`)}</dl>
`;
}

const MEANINGS: readonly (readonly [string, string])[] = [
  ['Proved', 'The Coq kernel accepted theorems that state the claim for all instances. Their statements are recorded.'],
  ['Proved except', 'The same, but the theorems leave out a part of the claim. The part is named.'],
  [
    'Certified',
    'Every instance looked at was decided by enclosures that cannot overlap. This says nothing about other instances.',
  ],
  [
    'Exact',
    'Every instance looked at was decided in rational or log-form arithmetic. This says nothing about other instances.',
  ],
  ['Exhaustive', 'Every instance up to a stated size was decided.'],
  ['Refuted', 'The claim fails on one instance, its counterexample. The margin by which it fails is certified.'],
  [
    'Certified on all of (0, 1]',
    'The inequality holds for every real number there. Boxes that tile the interval show it.',
  ],
];
