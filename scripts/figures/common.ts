import { printReal } from '../../src/arithmetic/print.ts';
import type { Real } from '../../src/arithmetic/real.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import type { Enclosure, Fact, Series } from '../../src/report/figure-schema.ts';

/** Certified digits of every value. */
const DIGITS = 15;

/** The steps within a decade from 10 to 100, about evenly spaced on a log scale. */
const STEPS = {
  fine: [10, 11, 12, 13, 14, 16, 18, 20, 22, 25, 28, 30, 32, 36, 40, 45, 50, 56, 63, 70, 80, 90],
  medium: [10, 12, 15, 20, 25, 30, 40, 50, 60, 80],
  coarse: [10, 20, 30, 50, 70],
};

/** Integers from 1 to `last` on a log scale, and those in `also`. */
export function grid(last: number, spacing: keyof typeof STEPS, also: readonly number[] = []): number[] {
  const found = new Set([1, last, ...also]);
  for (let ten = 1; ten <= last; ten *= 10) {
    for (const step of STEPS[spacing]) {
      const n = (step * ten) / 10;
      if (Number.isInteger(n) && n <= last) found.add(n);
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** A run of equal weights. */
export type Run = readonly [weight: bigint, outcomes: number];

export function policyOf(runs: readonly Run[]): FinitePolicy {
  return FinitePolicy.fromWeights(runs.flatMap(([weight, outcomes]) => Array.from({ length: outcomes }, () => weight)));
}

export function printed(value: Real): Enclosure {
  return printReal(value, DIGITS);
}

export function values(of: Readonly<Record<string, Real>>): Series['points'][number]['values'] {
  return Object.fromEntries(Object.entries(of).map(([name, value]) => [name, printed(value)]));
}

export function fact(what: string, where: string, value: Real | number): Fact {
  return { what, where, value: typeof value === 'number' ? { lo: `${value}`, hi: `${value}` } : printed(value) };
}

export function runsOf(runs: readonly Run[]): Series['policy'] {
  return runs.map(([weight, outcomes]) => ({ weight: String(weight), outcomes }));
}
