/** A name of Coq, qualified or not. */
export const NAME = /^[A-Za-z_][A-Za-z0-9_']*(?:\.[A-Za-z_][A-Za-z0-9_']*)*$/;

/**
 * Why a text in parentheses might not be one term; null where it must be one. A full stop before white space would end the sentence, a
 * comment or a string would hide what follows, and an unmatched parenthesis would end the term.
 */
export function notOneTerm(text: string): string | null {
  const stranger = /[^\x20-\x7e]/.exec(text)?.[0];
  if (stranger !== undefined) return `it has the character ${codePoint(stranger)}`;
  if (text.trim() === '') return 'it is empty';
  if (/\.(?:\s|$)/.test(text)) return 'it has a full stop';
  // With the parentheses around it, a star at an end would be half of a mark of comments.
  if (/\(\*|"|^\*|\*$/.test(text)) return 'it has a comment or a string';
  return depths(text) === null ? 'its parentheses do not match' : null;
}

/** The body and the type in "BODY : TYPE", separated by the last colon outside of parentheses; null where there is none. */
export function bodyAndType(text: string): { body: string; type: string } | null {
  const colon = (depths(text) ?? []).findLastIndex((depth, at) => depth === 0 && text.startsWith(' : ', at));
  if (colon < 0) return null;
  const [body, type] = [text.slice(0, colon), text.slice(colon + 3)];
  const isPlain = !/\b(?:fun|forall|exists|let|fix|match)\b|:=|=>/.test(type);
  return isPlain && notOneTerm(body) === null && notOneTerm(type) === null ? { body, type } : null;
}

/** The code point as people write it, such as U+00A0. */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

const CLOSES: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** The depth of parentheses at each character; null where they do not match. */
function depths(text: string): number[] | null {
  const open: string[] = [];
  const all: number[] = [];
  for (const character of text) {
    if ('([{'.includes(character)) open.push(character);
    else if (character in CLOSES && open.pop() !== CLOSES[character]) return null;
    all.push(open.length);
  }
  return open.length === 0 ? all : null;
}
