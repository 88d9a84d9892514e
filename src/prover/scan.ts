import type { Project, Source } from './project.ts';

/**
 * The commands that a source may use. Anything else that begins with a capital letter is refused: it could assume something
 * (Axiom), switch a check off (Unset Guard Checking), change what a statement means when printed (Notation), or read and write
 * files (Load, Redirect).
 */
const COMMANDS = new Set([
  ...['Require', 'From', 'Open', 'Theorem', 'Lemma', 'Corollary', 'Definition', 'Fixpoint', 'Proof', 'Qed', 'Goal'],
  'Print',
]);

/** Words that have no business anywhere in a source, not even behind a bullet or a goal selector. */
const FORBIDDEN = new Set([
  ...[
    'Admitted',
    'admit',
    'give_up',
    'Admit',
    'Axiom',
    'Axioms',
    'Parameter',
    'Parameters',
    'Conjecture',
    'Conjectures',
  ],
  ...[
    'Hypothesis',
    'Hypotheses',
    'Variable',
    'Variables',
    'Context',
    'Primitive',
    'Set',
    'Unset',
    'bypass_check',
    'Load',
  ],
  ...[
    'Redirect',
    'Drop',
    'Declare',
    'Notation',
    'Infix',
    'Coercion',
    'Canonical',
    'Module',
    'Section',
    'Check',
    'About',
  ],
  ...['Search', 'Eval', 'Compute', 'Locate', 'Abort', 'Cd', 'Extraction', 'Arguments', 'Hint', 'Instance', 'Fail'],
  'Restart',
]);

/** What stands before the first word of a sentence in a proof: bullets, braces and goal selectors. */
const LEADING = /^(?:[-+*{}]|\d+|:|,)$/;

/** What the sources may not contain, as "FILE:LINE: …" in one sentence each. */
export function scan(project: Project, libraries: readonly string[]): string[] {
  const files = project.sources.flatMap((source, index) => scanSource(source, project, index, libraries));
  const owners = new Map<string, string>();
  const twice = project.sources.flatMap(({ file, declares }) =>
    declares.flatMap((name) => {
      const owner = owners.get(name);
      owners.set(name, file);
      return owner === undefined ? [] : [`${file}: ${name} is declared in ${owner} already`];
    }),
  );
  return [...files, ...twice];
}

function scanSource(source: Source, project: Project, index: number, libraries: readonly string[]): string[] {
  const earlier = project.sources.slice(0, index).map(({ module }) => module);
  const faults = source.lexed.sentences.flatMap(({ line, tokens }) => {
    const what = refused(tokens, project.name, earlier, libraries);
    return what === null ? [] : [`${source.file}:${line}: ${what}`];
  });
  return source.lexed.fault === null ? faults : [...faults, `${source.file}: ${source.lexed.fault}`];
}

function refused(
  tokens: readonly string[],
  project: string,
  earlier: readonly string[],
  libraries: readonly string[],
): string | null {
  const [head = '', second = ''] = tokens.slice(tokens.findIndex((token) => !LEADING.test(token)));
  if (head === '#') return 'an attribute is not allowed';
  if (/^\p{Lu}/u.test(head) && !COMMANDS.has(head)) return `${head} is not allowed`;
  if (head === 'Open' && tokens.join(' ') !== 'Open Scope R_scope .') return 'only Open Scope R_scope is allowed';
  if (head === 'Print' && second !== 'Assumptions') return 'only Print Assumptions is allowed';
  if (head === 'Fixpoint' && outerWith(tokens)) return 'mutual recursion is not allowed';
  if (head !== 'Require' && head !== 'From') {
    const word = tokens.find((token) => FORBIDDEN.has(token));
    return word === undefined ? null : `${word} is not allowed`;
  }
  const known = head === 'From' ? earlier : libraries;
  const names = tokens.slice(tokens.indexOf('Import') + 1, -1);
  const form = head === 'From' ? ['From', project, 'Require', 'Import'] : ['Require', 'Import'];
  if (!form.every((token, at) => tokens[at] === token)) return 'Require Import is the only way to require a file';
  const stranger = names.find((name) => !known.includes(name));
  return stranger === undefined ? null : `${stranger} is none of the files that may be required here`;
}

/** Whether a `with` belongs to no `match`. */
function outerWith(tokens: readonly string[]): boolean {
  const count = (word: string): number => tokens.filter((token) => token === word).length;
  return count('with') > count('match');
}
