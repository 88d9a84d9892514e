import { intervals } from '../../src/arithmetic/interval-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { difference } from '../../src/arithmetic/real.ts';
import type { Claim, Relation } from '../../src/claims/claim.ts';
import { type Instance, quantitiesOf, untied } from '../../src/claims/instance.ts';
import type { Sharpness } from '../../src/claims/sharpness.ts';
import { sharpQuadraticConstant } from '../../src/regions/kappa.ts';
import { claim as gapLower } from '../beirami-2024/gap-lower.ts';
import { claim as klBound } from '../beirami-2024/kl-bound.ts';
import { claim as winRate } from '../beirami-2024/win-rate.ts';
import { claim as cubicTwo } from '../ours/cubic-two.ts';
import { claim as sharpCubic } from '../ours/sharp-cubic.ts';
import { claim as sharpQuadratic } from '../ours/sharp-quadratic.ts';
import { claim as winRateCubic } from '../ours/win-rate-cubic.ts';

const DIGITS = 40;
/** The denominator of masses. */
const FINE = 10n ** 15n;
/** A mass so small that cubic bounds are near their limit for small masses. */
const SMALL = Rational.of(1n, 10n ** 9n);
const MANY = 4000;

/** For each sharp inequality, instances that show that its constant cannot be improved by a millionth. */
export function sharpness(): Sharpness[] {
  return [...cases()].map(([claim, instance]) => nearness(claim, instance));
}

function* cases(): Generator<[Claim, Instance]> {
  for (const n of [2, 3, 5, 10, 64]) yield [sharpQuadratic, topAtom(sharpQuadraticConstant(n).at.lo, n)];
  for (const n of [3, 5, 10, 64]) yield [sharpCubic, topAtom(SMALL, n)];
  yield [cubicTwo, untied([1n], 2)];
  for (const n of [2, 3, 5, 10, 64]) yield [winRateCubic, topAtom(SMALL, n)];
  for (const n of [2, 3, 5]) yield [klBound, uniform(n)];
  for (const n of [2, 5, 64]) yield [winRate, uniform(n)];
  for (const n of [2, 10, 64]) yield [gapLower, twoAtoms(Rational.of(1, 3), n)];
}

/** A best atom of mass t above a continuous part, the limit of ever smaller outcomes. For t = 1 the atom is alone. */
function topAtom(t: Rational, n: number): Instance {
  const weight = (t.num * FINE) / t.den;
  return weight === FINE ? untied([1n], n) : { ...untied([FINE - weight, weight], n), continuousParts: [0] };
}

/** A best atom of mass t above a continuous part, above a lightest atom, without which the two sides would be equal. */
function twoAtoms(t: Rational, n: number): Instance {
  const weight = (t.num * FINE) / t.den;
  return { ...untied([1n, FINE - weight - 1n, weight], n), continuousParts: [1] };
}

function uniform(n: number): Instance {
  return untied(
    Array.from({ length: MANY }, () => 1n),
    n,
  );
}

/** The sharpness of the claim's inequality; of the last one where it has several. */
function nearness(claim: Claim, instance: Instance): Sharpness {
  const relation = [...claim.relations(quantitiesOf(instance))].at(-1) as Relation;
  const { left, right } = relation;
  const field = intervals(DIGITS);
  const margin = difference(right.value, left.value);
  const relative = field.div(margin.enclose(2 * DIGITS), right.value.enclose(DIGITS));
  return { claim: claim.id, instance, relation, relative };
}
