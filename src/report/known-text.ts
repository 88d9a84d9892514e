import type { Known } from '../known/known.ts';
import { oneLine } from './escape.ts';

/** A known claim in a line: known: sharp-cubic (proved): the same on 167 instances with n ≥ 3. */
export function knownText(known: Known): string {
  const { claim, status, section } = known;
  const parts = [`known: ${claim} (${status}): ${relationText(known)}`, ...(section === null ? [] : [section])];
  return oneLine(parts.join('; '));
}

function relationText({ how, states, instances, where }: Known): string {
  const on = `on ${instances} instances${where === null ? '' : ` with ${where}`}`;
  if (how === 'same') return `the same ${on}`;
  if (how === 'refuted with') return `the same ${on}, and refuted by this counterexample too`;
  return how === 'implied by' ? `${states} implies it ${on}` : `it implies ${states} ${on}`;
}
