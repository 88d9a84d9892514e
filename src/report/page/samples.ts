import { html } from '../html.ts';
import { logInWords } from '../log-in-words.ts';
import type { Model } from '../model.ts';
import { POLICIES, sampleClaimRows, sampleCounts, sampleRows } from '../sample-table.ts';
import { AS_EXPECTED_IN_WORDS, STOPPED_IN_WORDS } from '../words.ts';
import { listOf, type Section, scrolling, toClaim } from './parts.ts';

/** What was found on the user's samples; nothing where there are none. */
export function sampleSection({ report: { samples } }: Model): Section | null {
  if (!samples) return null;
  const [head = [], ...rows] = sampleRows(samples);
  const [claimHead = [], ...claimRows] = sampleClaimRows(samples);
  const judged = claimRows.map(([id = '', ...cells], index) => {
    const { status = 'inconclusive', stopped } = samples.claims[index] ?? {};
    const note = stopped ? `, ${STOPPED_IN_WORDS[stopped]}` : '';
    return [toClaim(id), ...cells, `${AS_EXPECTED_IN_WORDS[status]}${note}`];
  });
  const body = html`${listOf(logInWords(samples.log))}<p>${sampleCounts(samples)}. ${POLICIES[samples.kind]}</p>
${scrolling('The formula beside the KL of these policies', head, rows)}${listOf(samples.notes.map((note) => `${note}.`))}${scrolling('The claims on these policies', [...claimHead, 'as expected'], judged)}`;
  return { id: 'samples', title: 'Real samples', body };
}
