/** Claims made for tests, and reals that are known by enclosures only. */
import { Rational } from '../../src/arithmetic/rational.ts';
import { type Real, rationalReal, real } from '../../src/arithmetic/real.ts';
import { atMost, type Claim, defineClaim, type Relation } from '../../src/claims/claim.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';
import { interval } from '../arithmetic/exact.ts';

export function planted(parts: Pick<Claim, 'relations'> & Partial<Claim>): Claim {
  return defineClaim({
    id: 'planted',
    title: 'planted',
    statement: 'planted',
    source: 'a test',
    hypotheses: 'none',
    expected: 'open',
    domain: { atoms: 1, draws: 1 },
    shares: {},
    ...parts,
  });
}

export const rational = (text: string): Real => rationalReal(Rational.parse(text));

export const lessOrEqual = (a: string, b: string): Relation => atMost('a', rational(a), 'b', rational(b));

/** A number of which nothing more can be learned than that it lies between two others. */
export const blurred = (lo: string, hi: string): Real => real({ enclose: () => interval(lo, hi) });

export const coin = new BestOfN(FinitePolicy.fromWeights([1n, 1n]), 2);
