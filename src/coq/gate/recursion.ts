/**
 * Why a Fixpoint is not plain; null for a plain one, and for any other sentence. Coq's kernel has accepted recursions that never end, and
 * proofs of False by them (rocq issue 20455, Coq 8.16 to 9.0, coqchk included). They hide the argument in a `let`, a `match` or a
 * tactic. A plain Fixpoint is one `match` on one parameter, and each call takes a variable of a pattern at that parameter's place.
 */
export function irregularRecursion(tokens: readonly string[]): string | null {
  if (tokens[0] !== 'Fixpoint') return null;
  const name = tokens[1] ?? '';
  const bodyAt = tokens.findIndex((token, at) => token === ':' && tokens[at + 1] === '=');
  if (bodyAt === -1) return 'a Fixpoint without a body is not allowed';
  const body = tokens.slice(bodyAt + 2);
  const [match, argument = '', , ...rest] = body;
  const place = parameters(tokens.slice(2, bodyAt)).indexOf(argument);
  const isWhole =
    !tokens.slice(0, bodyAt).includes('{') &&
    match === 'match' &&
    body[2] === 'with' &&
    body.at(-2) === 'end' &&
    place >= 0;
  if (!isWhole || rest.includes('match')) return 'the body of a Fixpoint must be one match on one of its parameters';
  const parts = smaller(rest);
  const rebound = [...boundIn(rest), ...tokens.slice(2, bodyAt)].find((word) => parts.has(word) && word !== argument);
  if (rebound !== undefined) return `${rebound} is bound by a pattern and elsewhere`;
  const isPlain = rest.every(
    (token, at) => token !== name || (isHead(rest[at - 1] ?? '') && parts.has(argumentsAfter(rest, at)[place] ?? '')),
  );
  return isPlain ? null : `each call of ${name} must pass a variable of a pattern for ${argument}`;
}

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_']*$/;

/** Whether a word after `before` is a function applied to what follows, and not itself an argument. */
function isHead(before: string): boolean {
  return ['in', 'then', 'else'].includes(before) || !/^[A-Za-z_0-9)]/.test(before);
}

/** The names before the colons of the binders. */
function parameters(binders: readonly string[]): string[] {
  const names: string[] = [];
  let isName = false;
  let depth = 0;
  for (const token of binders) {
    if (token === '(') {
      depth += 1;
      if (depth === 1) isName = true;
    } else if (token === ')') depth -= 1;
    else if (token === ':') isName = false;
    else if (isName) names.push(token);
  }
  return names;
}

/**
 * The variables of the patterns. A pattern is a constructor with variables after it. The arrow of a `fun` does not end one: another
 * arrow or a mark comes before it.
 */
function smaller(branches: readonly string[]): Set<string> {
  const found = new Set<string>();
  let pattern: string[] | null = [];
  for (const [at, token] of branches.entries()) {
    if (token === '|') pattern = [];
    else if (IDENTIFIER.test(token)) pattern?.push(token);
    else {
      if (token === '=' && branches[at + 1] === '>') for (const word of pattern?.slice(1) ?? []) found.add(word);
      pattern = null;
    }
  }
  return found;
}

const BINDERS = new Set(['fun', 'let', 'forall', 'exists']);

/** The words that `fun` and `let` bind, with their types, and everything after another binder. */
function boundIn(tokens: readonly string[]): string[] {
  const open = new Set<string>();
  return tokens.filter((token, at) => {
    if (token === '=' && tokens[at + 1] === '>') open.delete('fun');
    if (token === ':' && tokens[at + 1] === '=') open.delete('let');
    const isBound = open.size > 0;
    if (BINDERS.has(token)) open.add(token);
    return isBound;
  });
}

/** The arguments of the call at a position. Those that are not single words are given as ''. */
function argumentsAfter(tokens: readonly string[], at: number): string[] {
  const found: string[] = [];
  for (let next = at + 1; next < tokens.length; next += 1) {
    const token = tokens[next] ?? '';
    if (token === '(') {
      let depth = 1;
      while (depth > 0 && ++next < tokens.length) depth += tokens[next] === '(' ? 1 : tokens[next] === ')' ? -1 : 0;
      found.push('');
    } else if (IDENTIFIER.test(token) || /^[0-9]+$/.test(token)) found.push(token);
    else break;
  }
  return found;
}
