/** The golden cases of test/golden/golden.json, and what a printed value leaves open. */
import { readFileSync } from 'node:fs';
import { Interval } from '../../src/arithmetic/interval.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';
import { decimal } from '../arithmetic/exact.ts';

export interface GoldenCase {
  readonly name: string;
  readonly weights: readonly string[];
  readonly ranks: readonly number[];
  readonly n: number;
  readonly kl: string;
  readonly formula: string;
  readonly gap: string;
  readonly winRate: string;
  readonly winRateBound: string;
  readonly estimatorMean: string;
  readonly estimatorBest: string;
  readonly renyi2: string;
  readonly renyi3: string;
  readonly pmf?: readonly string[];
}

const file = new URL('../golden/golden.json', import.meta.url);

export const goldenCases = (JSON.parse(readFileSync(file, 'utf8')) as { cases: GoldenCase[] }).cases;

export function quantitiesOf({ weights, ranks, n }: GoldenCase): BestOfN {
  return new BestOfN(FinitePolicy.fromRanked(weights.map(BigInt), ranks), n);
}

/** All numbers that print as `text` when rounded to nearest: half a unit of its last digit to either side. */
export function printedAs(text: string): Interval {
  const [mantissa = '', exponent = '0'] = text.split('e');
  const places = mantissa.split('.')[1]?.length ?? 0;
  const half = decimal(`5e${Number(exponent) - places - 1}`);
  const value = decimal(text);
  return new Interval(value.minus(half), value.plus(half));
}
