import { oneLine } from '../escape.ts';
import { type Html, html } from '../html.ts';
import { mathOf } from '../mathml.ts';
import type { Status } from '../model.ts';
import { piecesOf } from '../statement/pieces.ts';

/** What several parts of the page have. */

export type Cell = string | number | Html;

/** A section of the page below the claims. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: Html;
}

/** A table that scrolls within itself where the page is narrow. The first cell of a row names the row. */
export function scrolling(name: string, head: readonly string[], rows: readonly (readonly Cell[])[]): Html {
  return html`<div class="table" role="region" aria-label="${name}" tabindex="0">${tableOf(name, head, rows)}</div>\n`;
}

/** A table of few and short columns. */
export function tableOf(name: string, head: readonly string[], rows: readonly (readonly Cell[])[]): Html {
  return html`<table>
<caption>${name}</caption>
<thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>
${rows.map(([first = '', ...cells]) => html`<tr><th scope="row">${first}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>\n`)}</tbody>
</table>`;
}

/** A list; nothing where it is empty. */
export function listOf(items: readonly Cell[]): Html {
  return items.length === 0 ? html`` : html`<ul>\n${items.map((item) => html`<li>${item}</li>\n`)}</ul>\n`;
}

/** A statement with its mathematics typeset; null where it cannot be read with certainty. */
export function typeset(statement: string): Html | null {
  const pieces = piecesOf(statement) ?? [];
  const set = pieces.map(({ kind, text }, index) => {
    const before = pieces[index - 1]?.kind === 'math' ? (MARK.exec(text)?.[0] ?? '') : '';
    if (kind === 'words') return html`${text.slice(before.length)}`;
    const math = mathOf(text);
    return math && html`<span class="whole">${math}${MARK.exec(pieces[index + 1]?.text ?? '')?.[0] ?? ''}</span><wbr/>`;
  });
  return set.length > 0 && set.every((part) => part !== null) ? html`${set}` : null;
}

/** A mark that stays on the line of the formula before it. */
const MARK = /^[,;:.]/;

/** Text in a link, or the text alone where there is no target. */
export function linkTo(target: string | null, text: Cell): Html {
  return target === null ? html`${text}` : html`<a href="${encodeURI(oneLine(target))}">${text}</a>`;
}

/** A link to the claim on this page. */
export function toClaim(id: string): Html {
  return html`<a href="#claim-${encodeURIComponent(oneLine(id))}">${id}</a>`;
}

/** The class of a text about a part of this status. */
export function alarmOf(status: Status): 'fine' | 'alarm' {
  return status === 'ok' ? 'fine' : 'alarm';
}

/** Words as a sentence. */
export function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
