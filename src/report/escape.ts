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

declare const escaped: unique symbol;

/** Text of a Markdown file, in which nothing of someone else's acts. Only the functions below and `md` make it. */
export type Markdown = string & { readonly [escaped]: true };

const MARKS = /[\\`*_[\]<>|~&$]/g;
/** What begins a heading, a list or a rule where a line begins with it. */
const BLOCK = /^[#+=-]/;

/** Longer texts are cut, marks counted: lines stay short enough to be read, and the JSON has all of them. */
const LONGEST = 400;
const LONGEST_CODE = 600;

/** A text as it stands, in a paragraph or a cell of a table in Markdown: no emphasis, no HTML, no heading. */
export function inMarkdown(text: string, longest = LONGEST): Markdown {
  const line = oneLine(text.replace(/\s+/g, ' ').trim());
  const escaped = line
    .replace(MARKS, '\\$&')
    .replace(BLOCK, '\\$&')
    .replace(/^(\d+)(?=[.)](?:\s|$))/, '$1\\');
  return cut(escaped.match(/\\.|[^\\]/gu) ?? [], longest) as Markdown;
}

/** A text as code, with more backticks around it than in it. */
export function asCode(text: string, longest = LONGEST_CODE): Markdown {
  const line = cut([...oneLine(text)], longest);
  const ticks = (line.match(/`+/g) ?? []).reduce((most, { length }) => Math.max(most, length), 0);
  const fence = '`'.repeat(ticks + 1);
  return (ticks > 0 ? `${fence} ${line} ${fence}` : `${fence}${line}${fence}`) as Markdown;
}

/** So many characters of a text that is given in pieces, none of them cut. */
function cut(pieces: readonly string[], longest: number): string {
  let length = 0;
  const end = pieces.findIndex((piece) => {
    length += piece.length;
    return length > longest;
  });
  return end < 0 ? pieces.join('') : `${pieces.slice(0, end).join('')}… (the JSON has all of it)`;
}

/** A link, or the text alone where there is no target. */
export function linked(text: Markdown, target: string | null): Markdown {
  if (target === null) return text;
  const address = encodeURI(oneLine(target)).replace(/[()]/g, (mark) => (mark === '(' ? '%28' : '%29'));
  return `[${text}](${address})` as Markdown;
}
