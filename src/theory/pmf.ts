import { bitLength } from '../arithmetic/bigint.ts';
import { exactField } from '../arithmetic/exact-field.ts';
import { type IntervalField, intervals } from '../arithmetic/interval-field.ts';
import { LogForm } from '../arithmetic/log-form.ts';
import { Rational } from '../arithmetic/rational.ts';
import { type Real, real } from '../arithmetic/real.ts';
import type { FinitePolicy } from '../policy/finite-policy.ts';
import { Law } from './law.ts';

/**
 * π of every outcome in reward order, exactly: (p(y)/P)·π_level. Costs numbers of n·log₂(total) bits.
 *
 * @example
 * exactPmf(FinitePolicy.fromWeights([1n, 2n]), 2).join(' '); // '1/9 8/9'
 */
export function exactPmf(policy: FinitePolicy, n: number): Rational[] {
  const atoms = [...new Law(exactField, policy, n).atoms()];
  return policy.outcomes.map((weight, y) => {
    const atom = policy.ties === 'level' ? (policy.ranks[y] as number) : y;
    const share = Rational.of(weight, policy.atoms[atom] as bigint);
    const probability = atoms[atom]?.probability as Rational;
    return share.num === share.den ? probability : share.mul(probability);
  });
}

/**
 * π of every outcome in reward order as reals. π may be as small as 2^−(10^9), so enclosures are decimals with exponents.
 * `exactly` says whether the exact forms are within the size rule.
 *
 * @example
 * pmf(FinitePolicy.fromWeights([1n, 2n]), 2, true).map(({ exact }) => exact?.toString()).join(' '); // '1/9 8/9'
 */
export function pmf(policy: FinitePolicy, n: number, exactly: boolean): Real[] {
  const exact = exactly ? exactPmf(policy, n) : null;
  const guard = Math.ceil(bitLength(policy.total) / 3.322) + 12;
  const powers = new Map<string, ReturnType<IntervalField['rational']>>();
  const powerAt = (i: number, digits: number): ReturnType<IntervalField['rational']> => {
    const key = `${i} ${digits}`;
    let power = powers.get(key);
    if (!power) {
      const field = intervals(digits + guard);
      power = field.pow(field.rational(Rational.of(policy.cumulative[i] as bigint, policy.total)), n);
      powers.set(key, power);
    }
    return power;
  };
  return policy.outcomes.map((weight, y) => {
    const atom = policy.ties === 'level' ? (policy.ranks[y] as number) : y;
    const share = Rational.of(weight, policy.atoms[atom] as bigint);
    return real(
      (digits) => {
        const field = intervals(digits + guard);
        return field.mul(field.rational(share), field.sub(powerAt(atom + 1, digits), powerAt(atom, digits)));
      },
      () => (exact ? LogForm.rational(exact[y] as Rational) : null),
    );
  });
}
