import { Decimal } from 'decimal.js';
import type { Computed, Printed } from './computed.ts';
import { shortNumber } from './short-number.ts';

export interface Shown {
  readonly digits: number;
  /** Whether both ends of enclosures are shown. */
  readonly interval: boolean;
}

/** What `compute` prints: the answer in a sentence, then a table; for several n a row for each. */
export function computedText(results: readonly Computed[], shown: Shown): string {
  const [only, ...others] = results as [Computed, ...Computed[]];
  if (others.length > 0) return byDraws(results, shown);
  return `${inShort(only, shown.digits)}\n\n${all(only, shown)}`;
}

const SHORT_DIGITS = 4;

/** KL 0.2877 nats, 55 % below the formula. */
export function inShort({ kl, formula, gap, winRate, winRateBound }: Computed, shown: number): string {
  const digits = Math.min(SHORT_DIGITS, shown + 1);
  const whole = Number(formula.lo);
  const against =
    whole === 0 ? '' : `, ${percent(Number(gap.lo) / whole, kl.hi === '0')} below the formula log n − (n−1)/n`;
  const rounded = ({ lo }: Printed): string => String(Number(Number(lo).toPrecision(digits)));
  const most = new Decimal(winRateBound.hi).toSignificantDigits(digits, Decimal.ROUND_CEIL);
  return `KL ${rounded(kl)} nats${against}; win rate ${rounded(winRate)}, at most ${most}`;
}

/** A share as doubles have it. Shares near 0 are not told as 0, and those near 1 only where they are all. */
function percent(share: number, isAll: boolean): string {
  if (share > 0 && share < 0.001) return 'less than 0.1 %';
  if (share > 0.995 && !isAll) return 'more than 99 %';
  return `${Number((100 * share).toPrecision(2))} %`;
}

const LABELS = [
  ['kl', 'KL(π‖p)', 'nats'],
  ['formula', 'log n − (n−1)/n', 'nats'],
  ['gap', 'gap', 'nats'],
  ['winRate', 'win rate', ''],
  ['winRateBound', 'n/(n+1)', ''],
] as const;

const LONGEST_EXACT = 60;

/** A line of the table: the name of a number, the number, and its unit. */
export type Row = readonly [label: string, value: Printed, unit: string];

/** The numbers of one n, in the order of the table. */
export function rowsOf(result: Computed): readonly Row[] {
  const { estimator, renyi2, renyi3, pmf = [] } = result;
  return [
    ...LABELS.map(([key, label, unit]) => [label, result[key], unit] as const),
    ['estimator, mean', estimator.mean, 'nats'],
    ['estimator, best outcome', estimator.best, 'nats'],
    ['Rényi entropy H_2', renyi2, 'nats'],
    ['Rényi entropy H_3', renyi3, 'nats'],
    ...pmf.map((probability, index) => [`π of entry ${index + 1}`, probability, ''] as const),
  ];
}

function all(result: Computed, shown: Shown): string {
  const rows = rowsOf(result).map(([label, number, unit]) => [label, value(number, shown), unit, exactForm(number)]);
  return table([[`n = ${result.n}`, 'value', 'unit', 'exactly'], ...rows]);
}

function byDraws(results: readonly Computed[], shown: Shown): string {
  const head = LABELS.map(([, label, unit]) => (unit === '' ? label : `${label}, ${unit}`));
  const rows = results.map((result) => [String(result.n), ...LABELS.map(([key]) => value(result[key], shown))]);
  return table([['n', ...head], ...rows]);
}

function value(number: Printed, { digits, interval }: Shown): string {
  if (!interval) return shortNumber(number, digits);
  return number.lo === number.hi ? number.lo : `[${number.lo}, ${number.hi}]`;
}

/** The exact form where it is short and says more than the digits; otherwise the empty text. */
export function exactForm({ exact, lo }: Printed): string {
  return exact !== null && exact.length <= LONGEST_EXACT && exact !== lo ? exact : '';
}

/** Columns that are as wide as their widest cell. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] as readonly string[]).map((_, column) =>
    rows.reduce((widest, row) => Math.max(widest, (row[column] as string).length), 0),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] as number))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
