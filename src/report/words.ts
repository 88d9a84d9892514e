import { textsOf, type Values } from '../claims/instance-fields.ts';
import type { InstanceJson } from '../claims/instance-schema.ts';
import type { Stop } from '../run/stopped.ts';
import { inMarkdown, type Markdown } from './escape.ts';
import { md } from './md.ts';
import type { Counts } from './model.ts';
import type { ClaimReport, Report } from './schema.ts';

const LONGEST_LIST = 48;

/** An instance on one line; long lists are given by their size. */
export function instanceInWords(instance: InstanceJson): string {
  return textsOf(instance, {
    weights: (weights) => listed('weights', weights),
    ranks: (ranks) => listed('levels', ranks),
    ties: () => 'the order breaks ties',
    continuousParts: (parts) => continuousAt(parts.map((index) => Number(index) + 1)),
    auxiliary: (weights) => listed('auxiliary weights', weights),
    n: ([n]) => `n = ${n}`,
    selection: String,
  }).join(', ');
}

export function instanceInMarkdown(instance: InstanceJson): Markdown {
  return inMarkdown(instanceInWords(instance));
}

/** A list of weights or levels; a long one is given by its length. */
function listed(what: string, numbers: Values): string {
  const list = numbers.join(', ');
  if (list.length <= LONGEST_LIST) return `${what} ${list}`;
  return `${what === 'levels' ? new Set(numbers).size : numbers.length} ${what}`;
}

function continuousAt(places: readonly number[]): string {
  const list = places.join(', ');
  return list.length <= LONGEST_LIST ? `continuous at ${list}` : `continuous at ${places.length} of them`;
}

/** What the theorems of a claim leave out, to follow the word "proved"; empty where they leave nothing out. */
export function exceptFor({ beyond }: NonNullable<ClaimReport['proof']>): string {
  return beyond === null ? '' : `, except (${beyond})`;
}

/** The share of instances that each tier decided, in the order in which the tiers are tried. */
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

/** Whether all is as expected. */
export const AS_EXPECTED_IN_WORDS: Record<ClaimReport['status'], string> = {
  ok: 'yes',
  failed: 'no',
  inconclusive: 'inconclusive',
};

/** The same as the cell of a table. */
export const AS_EXPECTED: Record<ClaimReport['status'], Markdown> = {
  ok: md`yes`,
  failed: md`**no**`,
  inconclusive: md`**inconclusive**`,
};

export const STATUS_IN_WORDS: Record<Report['status'], string> = {
  ok: 'every claim behaved as expected',
  failed: 'a claim did not behave as expected',
  inconclusive: 'the run does not decide every claim',
};

/** How the code of a claim ended its search or check. */
export const STOPPED_IN_WORDS: Record<Stop, string> = {
  stalled: 'stopped: its code did not return',
  ended: 'stopped: its code ended the thread',
  failed: 'stopped: its code threw',
  memory: 'stopped: its code ran out of memory',
};

/** What a quick run checks less of, and what it leaves out. */
export function quickInWords({ claims, proofs }: Pick<Report, 'claims' | 'proofs'>): string {
  const most = Math.max(...claims.map(({ instances }) => instances));
  const leftOut = `certificates of regions, sharp constants${proofs ? '' : ' and proofs'}`;
  return `quick, at most ${most} distinct instances a claim, minimum shares of regimes scaled to that, without ${leftOut}`;
}

/** On how many instances each claim was looked at. */
export function budgetInWords(report: Pick<Report, 'runs' | 'claims' | 'proofs'>): string {
  const { runs } = report;
  if (runs === null) return 'as many instances as the time allowed';
  if (runs === 'quick') return quickInWords(report);
  if (runs === 'canonical') return 'each claim on its canonical number of distinct instances';
  return runs === 'full' ? 'each claim on its full number of distinct instances' : `${runs} distinct instances a claim`;
}

/** `1 row`, `2 rows`. */
export function many(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** What became of the claims, by what was expected of them. */
export function countsInWords({ claims, own, theorems, falsehoods, questions, kinds }: Counts): string {
  const [hold, fail] =
    own > 0
      ? ['expected to hold, and not refuted', 'expected to fail, and refuted']
      : ['theorems not refuted', 'falsehoods refuted'];
  const parts = [
    ...(theorems.all > 0
      ? [`${hold}: ${ofAll(theorems)}${kinds.proved > 0 ? `, of these proved in Coq: ${kinds.proved}` : ''}`]
      : []),
    ...(falsehoods.all > 0 ? [`${fail}: ${ofAll(falsehoods)}`] : []),
    ...(questions > 0 ? [`open questions: ${questions}`] : []),
  ];
  return `${many(claims, 'claim')}: ${parts.join('; ')}`;
}

/** `25`, or `24 of 25` where some did not behave as expected. */
export function ofAll({ all, asExpected }: Counts['theorems']): string {
  return all === asExpected ? String(all) : `${asExpected} of ${all}`;
}
