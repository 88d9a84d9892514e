import { oneLine } from '../io/visible.ts';

export { oneLine, visible } from '../io/visible.ts';

declare const escaped: unique symbol;

/** Markdown in which foreign text is escaped. Only the functions below and `md` make it. */
export type Markdown = string & { readonly [escaped]: true };

const MARKS = /[\\`*_[\]<>|~&$]/g;
/** Characters that begin a heading, a list or a rule at the start of a line. */
const BLOCK = /^[#+=-]/;
/** What repositories make a link of, without any mark around it. */
const ADDRESS = /@|:(?=\/\/)|(?<=www)\.|:(?<=(?:mailto|xmpp):)/gi;

/** Longer texts are cut, escapes included in the length, so that lines stay readable. The JSON has the whole text. */
const LONGEST = 400;
const LONGEST_CODE = 600;

/** A literal text in a Markdown paragraph or table cell: no emphasis, HTML, heading or address takes effect. */
export function inMarkdown(text: string, longest = LONGEST): Markdown {
  const line = oneLine(text.replace(/\s+/g, ' ').trim());
  const escaped = line
    .replace(MARKS, '\\$&')
    .replace(ADDRESS, '\\$&')
    .replace(BLOCK, '\\$&')
    .replace(/^(\d+)(?=[.)](?:\s|$))/, '$1\\');
  return cut(escaped.match(/\\.|[^\\]/gu) ?? [], longest) as Markdown;
}

/** A text as code, in more backticks than any run of them in it has. */
export function asCode(text: string, longest = LONGEST_CODE): Markdown {
  const line = cut([...oneLine(text)], longest);
  const ticks = (line.match(/`+/g) ?? []).reduce((most, { length }) => Math.max(most, length), 0);
  const fence = '`'.repeat(ticks + 1);
  return (ticks > 0 ? `${fence} ${line} ${fence}` : `${fence}${line}${fence}`) as Markdown;
}

/** The first pieces of a text, up to `longest` characters. No piece is split. */
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
