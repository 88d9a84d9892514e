import { SHARES_FROM } from '../../claims/shares.ts';
import { type Html, html } from '../html.ts';
import type { Model } from '../model.ts';
import type { ClaimReport } from '../schema.ts';
import { exhaustiveInWords, outcomesInWords, reachInWords } from '../tried-words.ts';
import { instanceInWords, tiersInWords } from '../words.ts';
import { listOf, tableOf } from './parts.ts';

/** What was found on instances: how they were decided, the nearest to a refutation, and the instances of each regime. */
export function evidence(claim: ClaimReport, { report: { runs } }: Model): Html {
  const { id, instances, regimes } = claim;
  const isShort = instances > 0 && instances < SHARES_FROM && runs !== 'quick';
  const share = isShort ? `minimum share, asked of ${SHARES_FROM} instances or more` : 'minimum share';
  const rows = regimes.map(({ label, instances: count, minimumShare }) => [
    label,
    count,
    `${+(minimumShare * 100).toFixed(1)} %`,
  ]);
  return html`<h4>Evidence on instances</h4>
${listOf([...tried(claim), ...nearest(claim)])}${tableOf(`Instances of ${id} by regime`, ['regime', 'instances', share], rows)}
`;
}

function tried({ instances, trivial, decidedBy, exhaustive, far, reach, derivation }: ClaimReport): Html[] {
  return [
    html`${instances} instances; ${trivial} with n = 1 or one atom.`,
    html`Decided ${tiersInWords(decidedBy)}.`,
    ...(exhaustive ? [html`Exhaustive: ${exhaustiveInWords(exhaustive)}.`] : []),
    ...(far && far.instances > 0
      ? [html`Far out, many draws, many atoms or one level: ${outcomesInWords(far)} ${far.instances} instances.`]
      : []),
    ...(reach ? [html`Reach: ${reachInWords(reach)}.`] : []),
    ...(derivation?.broken
      ? [
          html`<strong class="alarm">First step that breaks:</strong> ${derivation.broken.step}, at ${instanceInWords(derivation.broken.instance)}.`,
        ]
      : []),
  ];
}

/** Where it came nearest to a refutation. */
function nearest({ smallestMargin, climb, firstUndecided }: ClaimReport): Html[] {
  return [
    ...(smallestMargin
      ? [
          html`Smallest certified margin: between ${smallestMargin.lo} and ${smallestMargin.hi}, at ${instanceInWords(smallestMargin.instance)}.`,
        ]
      : []),
    ...(climb
      ? [
          html`Hill climbing, ${climb.evaluations} instances: the sides come within ${climb.relative} of the larger one (margin ${climb.margin.lo}) at ${instanceInWords(climb.instance)}.`,
        ]
      : []),
    ...(firstUndecided ? [html`First undecided: ${instanceInWords(firstUndecided)}.`] : []),
  ];
}

/** What was found of a claim without each assumption. */
export function withoutAssumptions({ id, assumptions }: ClaimReport, { matrix }: Model): Html {
  if (assumptions.length === 0) return html``;
  const items = assumptions.map(({ label, why, counterexample, instances }, index) => {
    const cell = matrix[id]?.[index];
    const unexpected = cell && !cell.isDeclared ? html` <strong class="alarm">(not as declared)</strong>` : '';
    const where = counterexample ? `, at ${instanceInWords(counterexample)}` : '';
    const reason = why === null ? ` (${instances} instances)` : `: ${why}`;
    return html`With ${label}: <strong>${cell?.found ?? 'undecided'}</strong>${where}${reason}.${unexpected}`;
  });
  return html`<h4>Without an assumption</h4>\n${listOf(items)}`;
}
