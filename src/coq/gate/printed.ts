const TOKENS = /[\p{L}_][\p{L}\p{N}_']*(?:\.[\p{L}_][\p{L}\p{N}_']*)*|\p{N}+|\S/gu;
const WORD = /^[\p{L}\p{N}_]/u;

/** Keywords of the language, which are not names. */
const KEYWORDS = new Set(
  'forall fun exists match with end fix struct if then else let in return as Prop Set Type'.split(' '),
);

/** Coq's output without white space, except between two words: line breaks and spaces depend on the printer. */
export function canonical(text: string): string {
  const tokens = text.match(TOKENS) ?? [];
  return tokens.reduce((all, token, at) => {
    const apart = at > 0 && WORD.test(token) && WORD.test(tokens[at - 1] ?? '');
    return all + (apart ? ' ' : '') + token;
  }, '');
}

/** The text on one line, for people. */
function unbroken(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

const LONGEST_COMPLAINT = 300;

/** The complaint of a program, on one line of bounded length. */
export function inShort(text: string): string {
  return unbroken(text).slice(0, LONGEST_COMPLAINT);
}

/** The names that a printed text mentions, bound variables included. */
export function namesIn(text: string): string[] {
  const words = (text.match(TOKENS) ?? []).filter((token) => /^[\p{L}_]/u.test(token) && !KEYWORDS.has(token));
  return [...new Set(words)].filter((word) => word !== '_');
}

/** The statement in the output of `Check @NAME`, "NAME : STATEMENT"; null for any other text. */
export function statementOf(name: string, printed: string): string | null {
  const match = /^(\S+)\s+:\s([\s\S]+)$/.exec(printed.trim());
  return match?.[1] === name && match[2] ? unbroken(match[2]) : null;
}

/** The definition in the output of `Print NAME`, "NAME = BODY : TYPE"; null for an axiom, which has no body. */
export function definitionOf(name: string, printed: string): string | null {
  const text = printed.trim().replace(new RegExp(`\\s+Arguments\\s+${name}\\s[\\s\\S]*$`), '');
  return text.startsWith(`${name} =`) ? unbroken(text) : null;
}

/** The kind and full name at the start of the output of `Locate Term NAME`, such as "Constant Coq.Reals.Rpower.ln"; null for none. */
export function locationOf(printed: string): string | null {
  const text = printed.replace(/[ \n]+/g, ' ').replace(/^ | $/g, '');
  return text.startsWith('No term of ') ? null : (/^[^ ]+ [^ ]+/.exec(text)?.[0] ?? '');
}

export interface PrintedAxiom {
  readonly name: string;
  readonly statement: string;
}

/**
 * The axioms in the output of `Print Assumptions`. Anything else that it lists is returned as an axiom of that text. White space means
 * what Coq takes for it: a no-break space, for example, is a letter.
 */
export function axiomsOf(printed: string): PrintedAxiom[] {
  const text = printed.replace(/^[ \n]+|[ \n]+$/g, '');
  if (text === 'Closed under the global context') return [];
  const entries = text.replace(/^Axioms:[ \n]*/, '').split(/\n(?=[^ \n])/);
  return entries.map((entry) => {
    const [, name, statement] = /^([A-Za-z0-9_.']+)[ \n]+:[ \n]([\s\S]*)$/.exec(entry) ?? [null, unbroken(entry), ''];
    return { name: name ?? '', statement: unbroken(statement ?? '') };
  });
}
