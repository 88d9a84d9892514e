import { Rational } from '../../src/arithmetic/rational.ts';
import type { Computed, Printed } from '../../src/report/computed.ts';
import { bonafide } from './bonafide.ts';

/** What `compute --json` prints. */
export async function computed(...args: string[]): Promise<Computed> {
  const { code, out, err } = await bonafide('compute', ...args, '--json');
  if (code !== 0 || err !== '') throw new Error(`exit code ${code}: ${err}`);
  return JSON.parse(out);
}

/** All numbers of a result with their names. */
export function numbersOf({ n: _, estimator, pmf, ...single }: Computed): [string, Printed][] {
  const entries = (pmf ?? []).map((value, index): [string, Printed] => [`pmf ${index}`, value]);
  return [...Object.entries(single), ['mean', estimator.mean], ['best', estimator.best], ...entries];
}

/** hi − lo ≤ 10^−digits · |value| for every value of the enclosure, and lo ≤ hi; exactly. */
export function isNarrow({ lo, hi }: Printed, digits: number): boolean {
  const [low, high] = [Rational.parse(lo), Rational.parse(hi)];
  const [least] = [low.abs(), high.abs()].sort((a, b) => a.compare(b));
  const width = high.sub(low);
  const sameSign = low.sign() * high.sign() >= 0;
  return sameSign && width.sign() >= 0 && !!least && width.mul(Rational.of(10n ** BigInt(digits))).compare(least) <= 0;
}

/** Whether one enclosure lies within another. */
export function isWithin(inner: Printed, outer: Printed): boolean {
  const order = (a: string, b: string): number => Rational.parse(a).compare(Rational.parse(b));
  return order(outer.lo, inner.lo) <= 0 && order(inner.hi, outer.hi) <= 0;
}
