import type { InstanceJson } from '../claims/instance-schema.ts';
import type { ClaimReport, Report } from './schema.ts';

const LONGEST_LIST = 48;

/** An instance on one line, long ones by their size. */
export function instanceInWords({ weights, ranks, n, ties, stretches, other, selection }: InstanceJson): string {
  const parts = [
    listed('weights', weights),
    ranks && `${listed('levels', ranks)}${ties ? ' (order breaks ties)' : ''}`,
    stretches && stretches.length > 0 && continuousAt(stretches.map((index) => index + 1)),
    other && listed('other weights', other),
    `n = ${n}`,
    selection,
  ];
  return parts.filter((part) => part).join(', ');
}

/** A list of weights or levels; of a long one how many there are. */
function listed(what: string, numbers: readonly (string | number)[]): string {
  const list = numbers.join(', ');
  if (list.length <= LONGEST_LIST) return `${what} ${list}`;
  return `${what === 'levels' ? new Set(numbers).size : numbers.length} ${what}`;
}

function continuousAt(places: readonly number[]): string {
  const list = places.join(', ');
  return list.length <= LONGEST_LIST ? `continuous at ${list}` : `continuous at ${places.length} of them`;
}

/** What the run found about a claim, in a few words. */
export function findingInWords(claim: ClaimReport): string {
  switch (claim.grade) {
    case 'refuted':
      return `${refutedInWords(claim)}${alwaysFalse(claim)}`;
    case 'proved':
      return `proved, and ${decidedInWords(claim)} on ${claim.instances} instances`;
    case 'exact':
    case 'certified':
      return `${provedInPart(claim)}${claim.grade} on ${claim.instances} instances`;
    case 'none':
      return claim.instances === 0 ? 'not looked at' : undecidedInWords(claim);
  }
}

/** What of a claim that holds its theorems leave out. */
function provedInPart({ expected, proof }: ClaimReport): string {
  return expected === 'holds' && proof?.beyond ? `proved, except (${proof.beyond}), and ` : '';
}

function alwaysFalse({ proof }: ClaimReport): string {
  return proof?.refutes === 'every policy' ? ', and proved false for every policy' : '';
}

/** By how much of the search, or by what else where the search did not find it. */
function refutedInWords({ outcomes, instances, refutedBy, exhaustive, far }: ClaimReport): string {
  if (outcomes.refuted > 0) return `refuted on ${outcomes.refuted} of ${instances} instances`;
  if (exhaustive && exhaustive.outcomes.refuted > 0) {
    return `refuted by enumeration, on ${exhaustive.outcomes.refuted} of ${exhaustive.instances} instances`;
  }
  if (far && far.outcomes.refuted > 0)
    return `refuted on ${far.outcomes.refuted} of ${far.instances} instances far out`;
  return refutedBy.includes('climb') ? 'refuted by hill climbing' : 'refuted';
}

function undecidedInWords({ outcomes, instances, exhaustive, far }: ClaimReport): string {
  const parts = [{ outcomes, instances }, exhaustive, far].flatMap((part) => part ?? []);
  const undecided = parts.reduce((sum, part) => sum + part.outcomes.undecided, 0);
  return `${undecided} of ${parts.reduce((sum, part) => sum + part.instances, 0)} instances undecided`;
}

function decidedInWords({ decidedBy, instances }: ClaimReport): string {
  return decidedBy.exact === instances ? 'exact' : 'certified';
}

/** The share of instances that each tier decided, in the order in which they are tried. */
export function tiersInWords({ exact, doubleDouble, intervals }: ClaimReport['decidedBy']): string {
  const tiers: [string, number][] = [
    ['exactly', exact],
    ['in double-double', doubleDouble],
    ...Object.entries(intervals).map(([digits, count]): [string, number] => [
      `by intervals of ${digits} digits`,
      count,
    ]),
  ];
  const total = tiers.reduce((sum, [, count]) => sum + count, 0);
  const shares = tiers
    .filter(([, count]) => count > 0)
    .map(([how, count]) => `${how} ${count} (${percent(count, total)})`);
  return shares.join(', ') || 'on no instance';
}

function percent(count: number, total: number): string {
  return `${Number(((100 * count) / total).toPrecision(3))} %`;
}

export const EXPECTED_IN_WORDS: Record<ClaimReport['expected'], string> = {
  holds: 'holds',
  fails: 'is false',
  open: 'open',
};

export const VERDICT_IN_WORDS: Record<Report['verdict'], string> = {
  expected: 'every claim behaved as expected',
  unexpected: 'a claim did not behave as expected',
  inconclusive: 'the run does not decide every claim',
};
