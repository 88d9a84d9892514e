/** Characters that act instead of being seen: on a terminal, on the direction of a text or on its lines; all but the line feed. */
const ACTING = /[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** A text that does nothing to a terminal: what acts is written as `\u001b`, which in JSON is the same text. */
export function visible(text: string): string {
  return text.replace(ACTING, (character) =>
    Array.from({ length: character.length }, (_, i) => `\\u${unit(character, i)}`).join(''),
  );
}

function unit(text: string, index: number): string {
  return text.charCodeAt(index).toString(16).padStart(4, '0');
}

/** The same on one line, for a text of someone else's among our own. */
export function oneLine(text: string): string {
  return visible(text).replaceAll('\n', '\\n');
}

const MARKS = /[\\`*_[\]<>|~&$]/g;
/** What begins a heading, a list or a rule where a line begins with it. */
const BLOCK = /^[#+=-]/;

/** A text as it stands, in a paragraph or a cell of a table in Markdown: no emphasis, no HTML, no heading. */
export function inMarkdown(text: string): string {
  const line = oneLine(text.replace(/\s+/g, ' ').trim());
  return line
    .replace(MARKS, '\\$&')
    .replace(BLOCK, '\\$&')
    .replace(/^(\d+)(?=[.)])/, '$1\\');
}

/** A text as code, with more backticks around it than in it. */
export function asCode(text: string): string {
  const line = oneLine(text);
  const longest = (line.match(/`+/g) ?? []).reduce((most, ticks) => Math.max(most, ticks.length), 0);
  const fence = '`'.repeat(longest + 1);
  return longest > 0 ? `${fence} ${line} ${fence}` : `${fence}${line}${fence}`;
}

/** The same in a cell of a table, where a bar would end the cell. */
export function asCodeInCell(text: string): string {
  return asCode(text).replaceAll('|', '\\|');
}

/** A link, or the text alone where there is no target. */
export function linked(text: string, target: string | null): string {
  if (target === null) return inMarkdown(text);
  const address = encodeURI(oneLine(target)).replace(/[()]/g, (mark) => (mark === '(' ? '%28' : '%29'));
  return `[${inMarkdown(text)}](${address})`;
}
