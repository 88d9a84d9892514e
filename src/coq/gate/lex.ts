/** A sentence of Coq: the words and marks up to its full stop, without comments. A string is one token. */
export interface Sentence {
  readonly line: number;
  readonly tokens: readonly string[];
  /** Its range in the source, the full stop included. */
  readonly start: number;
  readonly end: number;
}

export interface Lexed {
  readonly sentences: readonly Sentence[];
  /** The fault of the text as a whole: it ends inside a comment, a string or a sentence. */
  readonly fault: string | null;
}

/** The tokens of an ASCII source. The scan refuses other characters, because there Coq might see other words than the scan. */
const TOKEN = /\(\*|"|[A-Za-z_][A-Za-z0-9_']*(?:\.[A-Za-z_][A-Za-z0-9_']*)*|[0-9]+|[^ \t\n]/g;

/** Splits a source into sentences, as Coq does: a full stop ends one when white space or the end of the file follows. */
export function lex(source: string): Lexed {
  const sentences: Sentence[] = [];
  let tokens: string[] = [];
  let start = 0;
  const scanner = new RegExp(TOKEN);
  const lineOf = lineCounter(source);
  for (let match = scanner.exec(source); match !== null; match = scanner.exec(source)) {
    const [token] = match;
    const end =
      token === '(*' ? endOfComment(source, match.index) : token === '"' ? endOfString(source, match.index) : null;
    if (end === -1) {
      const what = token === '"' ? 'a string' : 'a comment';
      return { sentences, fault: `ends inside ${what} that begins in line ${lineOf(match.index)}` };
    }
    if (end !== null) scanner.lastIndex = end;
    if (token === '(*') continue;
    if (tokens.length === 0) start = match.index;
    tokens.push(end === null ? token : source.slice(match.index, end));
    if (token !== '.' || !/^(?:[ \t\n]|$)/.test(source.slice(match.index + 1, match.index + 2))) continue;
    sentences.push({ line: lineOf(start), tokens, start, end: match.index + 1 });
    tokens = [];
  }
  return { sentences, fault: tokens.length === 0 ? null : `ends inside the sentence of line ${lineOf(start)}` };
}

/** The end of a comment; −1 for none. Comments nest, and a string inside one may contain what looks like its end. */
function endOfComment(source: string, start: number): number {
  const marks = /\(\*|\*\)|"/g;
  marks.lastIndex = start;
  let depth = 0;
  for (let mark = marks.exec(source); mark !== null; mark = marks.exec(source)) {
    if (mark[0] === '"') {
      const end = endOfString(source, mark.index);
      if (end === -1) return -1;
      marks.lastIndex = end;
    } else {
      depth += mark[0] === '(*' ? 1 : -1;
      if (depth === 0) return marks.lastIndex;
    }
  }
  return -1;
}

/** The end of a string; −1 for none. A doubled quote means a quote inside the string; reading it as two strings does no harm. */
function endOfString(source: string, start: number): number {
  return source.indexOf('"', start + 1) + 1 || -1;
}

/** Gives the lines of increasing positions. It reads no part of the source twice. */
function lineCounter(source: string): (index: number) => number {
  let line = 1;
  let next = source.indexOf('\n');
  return (index) => {
    for (; next !== -1 && next < index; next = source.indexOf('\n', next + 1)) line++;
    return line;
  };
}
