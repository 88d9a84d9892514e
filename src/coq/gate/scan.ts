import { fromHead } from './head.ts';
import { DECLARATIONS, type Project, type Source } from './project.ts';
import { irregularRecursion } from './recursion.ts';
import { codePoint } from './term.ts';
import { FORBIDDEN } from './words.ts';

/**
 * The commands that a source may use. Any other word with a capital letter at the start of a sentence is refused. It could assume
 * something (Axiom), switch a check off (Unset Guard Checking), or read and write files (Load, Redirect).
 */
const COMMANDS = new Set([...DECLARATIONS, 'Require', 'From', 'Open', 'Proof', 'Qed', 'Goal', 'Print']);

/** The start of a sentence in a proof: the name of a tactic, or a parenthesis around several. */
const TACTIC = /^[a-z][a-z0-9_']*$|^\($/;

/** The forbidden things that the sources contain, as "FILE:LINE: …" in one sentence each. */
export function scan(project: Project, libraries: readonly string[]): string[] {
  const files = project.sources.flatMap((source, index) => scanSource(source, project, index, libraries));
  const owners = new Map<string, string>();
  const twice = project.sources.flatMap(({ file, declares }) =>
    declares.flatMap((name) => {
      const owner = owners.get(name);
      owners.set(name, file);
      return owner === undefined ? [] : [`${file}: ${name} is already declared in ${owner}`];
    }),
  );
  return [...files, ...twice];
}

function scanSource(source: Source, project: Project, index: number, libraries: readonly string[]): string[] {
  const earlier = project.sources.slice(0, index).map(({ module }) => module);
  const strangers = source.text.split('\n').flatMap((text, at) => {
    const found = /[^\x20-\x7e\t]/u.exec(text)?.[0];
    return found === undefined ? [] : [`${source.file}:${at + 1}: the character ${codePoint(found)} is not allowed`];
  });
  const faults = source.lexed.sentences.flatMap(({ line, tokens }) => {
    const what = refused(fromHead(tokens), project.name, earlier, libraries);
    return what === null ? [] : [`${source.file}:${line}: ${what}`];
  });
  const cut = source.lexed.fault === null ? [] : [`${source.file}: ${source.lexed.fault}`];
  return [...strangers, ...faults, ...cut];
}

/** @param tokens of a sentence, from its first word on */
function refused(
  tokens: readonly string[],
  project: string,
  earlier: readonly string[],
  libraries: readonly string[],
): string | null {
  const [head = '', ...rest] = tokens;
  if (head === '#') return 'an attribute is not allowed';
  if (FORBIDDEN.has(head)) return `${head} is not allowed`;
  if (!COMMANDS.has(head) && !TACTIC.test(head)) return `${head} is not allowed`;
  if (head === 'Require' || head === 'From') {
    return head === 'From'
      ? refusedRequire(tokens, ['From', project, 'Require', 'Import'], earlier)
      : refusedRequire(tokens, ['Require', 'Import'], libraries);
  }
  const word = rest.find((token) => FORBIDDEN.has(token) || COMMANDS.has(token));
  if (head === 'Print' && (rest[0] !== 'Assumptions' || rest.length !== 3)) return 'only Print Assumptions is allowed';
  if (head === 'Open' && tokens.join(' ') !== 'Open Scope R_scope .') return 'only Open Scope R_scope is allowed';
  if ((head === 'Proof' || head === 'Qed') && rest.length !== 1) return `${head} must stand alone`;
  if (word !== undefined) return `${word} is not allowed`;
  if (tokens.some((token, at) => token === '.' && tokens[at + 1] === '.')) return '.. is not allowed';
  if (!DECLARATIONS.has(head)) return null;
  if (!/^[A-Za-z_]/.test(rest[0] ?? '')) return `${head} declares no name`;
  return outerWith(tokens) ? 'mutual recursion and with are not allowed' : irregularRecursion(tokens);
}

function refusedRequire(tokens: readonly string[], form: readonly string[], known: readonly string[]): string | null {
  if (!form.every((token, at) => tokens[at] === token)) return 'Require Import is the only way to require a file';
  const stranger = tokens.slice(form.length, -1).find((name) => !known.includes(name));
  return stranger === undefined ? null : `${stranger} is not a file that may be required here`;
}

/** Whether a `with` belongs to no `match`, and so declares a second name. */
function outerWith(tokens: readonly string[]): boolean {
  const count = (word: string): number => tokens.filter((token) => token === word).length;
  return count('with') > count('match');
}
