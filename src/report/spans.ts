/** The n that a statement covers: all n ≥ `least`, or `least` only. */
export interface Span {
  readonly least: number;
  readonly isAlone: boolean;
}

/** The opening of a statement: its natural-number variables and its premises. */
interface Opening {
  readonly naturals: ReadonlySet<string>;
  readonly premises: readonly string[];
}

const NOTHING: Span = { least: Number.POSITIVE_INFINITY, isAlone: false };

const NAME = /^[A-Za-z_][\w']*$/;
const ARGUMENT = String.raw`([\w']+|\((?:[^()]|\([^()]*\))*\))`;
const BEST_OF = new RegExp(String.raw`\bbest_of ${ARGUMENT} ${ARGUMENT} ${ARGUMENT}(?![\w'])`, 'g');
const BOUND = /^\(([\w']+) (<=|<) ([A-Za-z_][\w']*)\)%nat$/;
/** Matches premises that restrict neither the number of outcomes nor n ≥ 1. */
const HARMLESS = /^(?:(?:policy|distribution) [\w']+ [\w']+|levels [\w']+ [\w']+ [\w']+)$/;

/** The n that a statement about best-of-n, as Coq prints it, certainly covers: none where its form is not recognized. */
export function drawsOf(statement: string): Span {
  const { atoms, draws } = numbersIn(statement);
  const names = draws.filter((draw) => NAME.test(draw));
  const others = draws.filter((draw) => !NAME.test(draw));
  if (draws.length === 0 || others.some((draw) => !/^\d+$/.test(draw))) return NOTHING;
  if (names.length === 0) return others.length === 1 ? { least: Number(others[0]), isAlone: true } : NOTHING;
  const opening = openingOf(statement);
  // Where several n are compared, the least one counts.
  const leasts = names.map((name) => {
    const least = leastNumbers(name, opening, atoms);
    return Math.min(...names.map((other) => least?.get(other) ?? Number.POSITIVE_INFINITY));
  });
  return { least: Math.max(...leasts), isAlone: false };
}

/** The least K from which on a statement about best-of-n certainly covers every K: infinite where its form is not recognized. */
export function leastAtoms(statement: string): number {
  const { atoms, draws } = numbersIn(statement);
  const opening = openingOf(statement);
  const leasts = atoms.map((name) => {
    if (/^\d+$/.test(name)) return Number(name);
    return leastNumbers(name, opening, draws)?.get(name) ?? Number.POSITIVE_INFINITY;
  });
  return leasts.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...leasts);
}

/** The arguments K and n of every `best_of` in a statement; empty where one of them is not recognized. */
function numbersIn(statement: string): { atoms: string[]; draws: string[] } {
  const places = [...statement.matchAll(BEST_OF)];
  if (places.length !== statement.match(/\bbest_of\b/g)?.length) return { atoms: [], draws: [] };
  const all = (at: number): string[] => [...new Set(places.map((place) => place[at] ?? ''))];
  return { atoms: all(1), draws: all(3) };
}

function openingOf(statement: string): Opening {
  const naturals = new Set<string>();
  const premises: string[] = [];
  for (let rest = statement.trim(); ; ) {
    const isForAll = rest.startsWith('forall ');
    const end = /^(?:exists|let|fun) /.test(rest) ? -1 : outside(rest, isForAll ? ', ' : ' -> ');
    if (end < 0) return { naturals, premises };
    const part = rest.slice(0, end);
    rest = rest.slice(end + (isForAll ? 2 : 4)).trim();
    if (!isForAll) premises.push(part);
    else
      for (const [, names = ''] of part.matchAll(/(?:^forall |\()([\w' ]+) : nat(?=\)|$)/g))
        for (const name of names.split(' ')) naturals.add(name);
  }
}

/** The first position of a mark outside of all parentheses; −1 for none. */
function outside(text: string, mark: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    else if (text[at] === ')') depth -= 1;
    else if (depth === 0 && text.startsWith(mark, at)) return at;
  }
  return -1;
}

/** The least values of a variable and of those it is compared with; null where the premises are more than such bounds. */
function leastNumbers(
  name: string,
  { naturals, premises }: Opening,
  apart: readonly string[],
): ReadonlyMap<string, number> | null {
  const least = new Map([[name, 0]]);
  const bounds = premises.flatMap((premise) => {
    const [, lower = '', sign, upper = ''] = BOUND.exec(premise) ?? [];
    return sign !== undefined && [lower, upper].every((side) => /^\d+$/.test(side) || naturals.has(side))
      ? [{ premise, lower, upper, more: sign === '<' ? 1 : 0 }]
      : [];
  });
  // This many rounds suffice for the bounds; a later raise means that no number is large enough.
  for (let round = 0; round <= 2 * bounds.length; round += 1) {
    let isRaised = false;
    for (const { lower, upper, more } of bounds) {
      if (!least.has(lower) && !least.has(upper)) continue;
      if (naturals.has(lower) && !least.has(lower)) least.set(lower, 0);
      const bound = (least.get(lower) ?? Number(lower)) + more;
      if ((least.get(upper) ?? -1) >= bound) continue;
      least.set(upper, bound);
      isRaised = true;
    }
    if (isRaised && round === 2 * bounds.length) return null;
  }
  const known = new Set(bounds.map(({ premise }) => premise));
  const isOf = (text: string): boolean => (text.match(/[A-Za-z_][\w']*/g) ?? []).some((word) => least.has(word));
  const isKnown = premises.every((premise) => known.has(premise) || HARMLESS.test(premise) || !isOf(premise));
  return naturals.has(name) && isKnown && !apart.some((other) => least.has(other)) ? least : null;
}
