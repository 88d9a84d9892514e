import type { Rational } from '../arithmetic/rational.ts';
import { DIGITS, type Maximum, roundedText, sharpQuadraticConstant } from './kappa.ts';

/** 2, …, 64, 100 and 1000. */
const TABULATED = [...Array.from({ length: 63 }, (_, k) => k + 2), 100, 1000];

interface Entry {
  readonly kappa: readonly [string, string];
  readonly at: readonly [string, string];
}

/** The sharp quadratic constants as decimal enclosures, one a line: κ_n with its t*, and lim κ_n/n² with its x* = nt*. */
export function constantsTable(): string {
  const lines = TABULATED.map((n) => JSON.stringify({ n, ...entry(sharpQuadraticConstant(n)) }));
  const limit = JSON.stringify(entry(sharpQuadraticConstant(null)));
  return `{"constants":[\n${lines.join(',\n')}\n],\n"limit":${limit}}\n`;
}

function entry({ lo, hi, at }: Maximum): Entry {
  const enclosed = (low: Rational, high: Rational): [string, string] => [
    roundedText(low, DIGITS, 'down'),
    roundedText(high, DIGITS, 'up'),
  ];
  return { kappa: enclosed(lo, hi), at: enclosed(at.lo, at.hi) };
}
