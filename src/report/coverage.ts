import type { Claim } from '../claims/claim.ts';

/** What a claim's domain has and its theorems may not speak of. */
interface Demand {
  /** In words, as what is left out. */
  readonly left: string;
  /** How a claim's own words name it. */
  readonly named: RegExp;
  readonly isMade: (claim: Subject, statements: readonly string[]) => boolean;
  readonly isMet: (claim: Subject, statements: readonly string[]) => boolean;
}

export type Subject = Pick<Claim, 'domain' | 'survives'>;

const some = (word: RegExp) => (_: Subject, statements: readonly string[]) =>
  statements.some((text) => word.test(text));

/** Theorems about levels of equal reward: those about best-of-n speak of its law, the others of the levels' masses. */
const LEVELS = /\blevels K L lvl\b/;
const BEST_OF = /\bbest_of\b/;
const OF_TIES = /\bbest_of\b|\brandom_ties\b/;
const POLICY = /\bpolicy K p\b|\bbest_of\b/;

const DEMANDS: readonly Demand[] = [
  {
    left: 'outcomes that tie',
    named: /\bties?\b/,
    isMade: ({ domain, survives }, statements) =>
      !domain.atomless &&
      !isUnasked(survives?.['random-ties']) &&
      (domain.ties === true || some(POLICY)({ domain }, statements)),
    isMet: (_, statements) => {
      const ofBest = statements.some((text) => BEST_OF.test(text));
      return statements.some((text) => LEVELS.test(text) && (!ofBest || OF_TIES.test(text)));
    },
  },
  {
    left: 'n that are no integers',
    named: /\bintegers?\b/,
    isMade: ({ domain }) => domain.realDraws === true,
    isMet: some(/\(n : R\)|\bforall n : R\b/),
  },
  {
    left: 'stretches without atoms',
    named: /\bstretch/,
    isMade: ({ domain }) => domain.stretches === true || domain.atomless === true,
    isMet: some(/\bmixed_kl\b/),
  },
  {
    left: 'laws other than best-of-n',
    named: /\blaws?\b/,
    isMade: ({ domain }) => domain.other === true,
    isMet: some(/\bdistribution K\b/),
  },
  {
    left: 'the smallest n',
    named: /\bn = 1\b/,
    isMade: (_, statements) => leastDraws(statements) !== null,
    isMet: ({ domain }, statements) => (leastDraws(statements) ?? 1) <= domain.draws,
  },
  {
    left: 'policies of one outcome',
    named: /\bK = 1\b/,
    isMade: (_, statements) => statements.some((text) => BEST_OF.test(text)),
    isMet: ({ domain }, statements) => Math.min(...statements.map(leastAtoms)) <= domain.atoms,
  },
];

/**
 * What a claim is about and none of the statements, as Coq prints them, speaks of: while there is any, it is not proved.
 * That they say the rest is for people to judge.
 */
export function uncovered(claim: Subject, statements: readonly string[]): string[] {
  return DEMANDS.filter((demand) => demand.isMade(claim, statements) && !demand.isMet(claim, statements)).map(
    ({ left }) => left,
  );
}

/** All that is left out: what the claim says of itself, and what it should have said. */
export function leftOut(claim: Subject, beyond: string | undefined, statements: readonly string[]): string | null {
  const unsaid = DEMANDS.filter(
    ({ left, named }) => uncovered(claim, statements).includes(left) && !named.test(beyond ?? ''),
  );
  const all = [...(beyond === undefined ? [] : [beyond]), ...unsaid.map(({ left }) => left)];
  return all.length === 0 ? null : all.join('; ');
}

function isUnasked(survival: unknown): boolean {
  return typeof survival === 'object' && survival !== null && 'unasked' in survival;
}

/** The least n of which a statement about best-of-n speaks; null where none is about it. */
function leastDraws(statements: readonly string[]): number | null {
  const all = statements.filter((text) => BEST_OF.test(text));
  // What carries a theorem over to levels says nothing beyond it.
  const own = all.filter((text) => !LEVELS.test(text));
  const about = own.length > 0 ? own : all;
  const least = (text: string): number => {
    const [, bound] = /\((\d+) <= n\)%nat/.exec(text) ?? /\bbest_of \w+ (?:p|\([^)]*\)) (\d+)/.exec(text) ?? [];
    return Number(bound ?? 1);
  };
  return about.length === 0 ? null : Math.min(...about.map(least));
}

function leastAtoms(statement: string): number {
  const [, bound] = /\((\d+) <= K\)%nat/.exec(statement) ?? /\bbest_of (\d+)\b/.exec(statement) ?? [];
  return Number(bound ?? 1);
}
