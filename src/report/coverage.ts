import type { Claim } from '../claims/claim.ts';
import type { Domain } from '../claims/domain.ts';
import { leastDraws } from '../claims/least-instance.ts';
import { drawsOf, leastAtoms } from './spans.ts';

/** A feature of a claim's domain that its theorems may not cover. */
interface Demand {
  /** The words for it where it is left out. */
  readonly left: string;
  /** Matches a claim's own words for it. */
  readonly named: RegExp;
  readonly isMade: (claim: Subject, statements: readonly string[]) => boolean;
  readonly isMet: (claim: Subject, statements: readonly string[]) => boolean;
}

export type Subject = Pick<Claim, 'domain' | 'extensions'>;

const some = (word: RegExp) => (_: Subject, statements: readonly string[]) =>
  statements.some((text) => word.test(text));

/** Marks theorems about levels of equal reward. Those about best-of-n are about its law, the others about the masses of the levels. */
const LEVELS = /\blevels K L lvl\b/;
const BEST_OF = /\bbest_of\b/;
const OF_TIES = /\bbest_of\b|\brandom_ties\b/;
const POLICY = /\bpolicy K p\b|\bbest_of\b/;

const DEMANDS: readonly Demand[] = [
  {
    left: 'outcomes that tie',
    named: /\bties?\b/,
    isMade: ({ domain, extensions }, statements) =>
      !domain.atomless &&
      !isNotApplicable(extensions?.['random-ties']) &&
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
    left: 'continuous parts without atoms',
    named: /\bcontinuous part/,
    isMade: ({ domain }) => domain.continuousParts === true || domain.atomless === true,
    isMet: some(/\bmixed_kl\b/),
  },
  {
    left: 'laws other than best-of-n',
    named: /\blaws?\b/,
    isMade: ({ domain }) => domain.auxiliary === true,
    isMet: some(/\bdistribution K\b/),
  },
  {
    left: 'the smallest n',
    named: /\bn = 1\b/,
    isMade: some(BEST_OF),
    isMet: ({ domain }, statements) => speaksOfAll(statements, domain),
  },
  {
    left: 'policies of one outcome',
    named: /\bK = 1\b/,
    isMade: some(BEST_OF),
    isMet: ({ domain }, statements) => Math.min(...aboutBest(statements).map(leastAtoms)) <= domain.atoms,
  },
];

/**
 * What belongs to a claim's domain but is covered by none of the statements, as Coq prints them. As long as there is any, the claim is
 * not proved. People must judge whether the statements say the rest.
 */
export function uncovered(claim: Subject, statements: readonly string[]): string[] {
  return DEMANDS.filter((demand) => demand.isMade(claim, statements) && !demand.isMet(claim, statements)).map(
    ({ left }) => left,
  );
}

/** Everything the theorems leave out: what the claim declares, and what it fails to declare. */
export function leftOut(claim: Subject, beyond: string | undefined, statements: readonly string[]): string | null {
  const unsaid = DEMANDS.filter(
    ({ left, named }) => uncovered(claim, statements).includes(left) && !named.test(beyond ?? ''),
  );
  const all = [...(beyond === undefined ? [] : [beyond]), ...unsaid.map(({ left }) => left)];
  return all.length === 0 ? null : all.join('; ');
}

function isNotApplicable(extension: unknown): boolean {
  return typeof extension === 'object' && extension !== null && 'notApplicable' in extension;
}

/** The statements about best-of-n. Those that only transfer a theorem to levels do not count beside others. */
function aboutBest(statements: readonly string[]): readonly string[] {
  const all = statements.filter((text) => BEST_OF.test(text));
  const own = all.filter((text) => !LEVELS.test(text));
  return own.length > 0 ? own : all;
}

/** Whether the statements together cover every n of a domain. */
function speaksOfAll(statements: readonly string[], domain: Domain): boolean {
  const spans = aboutBest(statements).map(drawsOf);
  const alone = new Set(spans.filter(({ isAlone }) => isAlone).map(({ least }) => least));
  const from = Math.min(...spans.filter(({ isAlone }) => !isAlone).map(({ least }) => least));
  let n = leastDraws(domain);
  while (n < from && alone.has(n)) n += 1;
  return n >= from || n > (domain.maxDraws ?? Number.POSITIVE_INFINITY);
}
