import { describe, expect, it } from 'vitest';
import { catalogue } from '../../properties/index.ts';
import { LogForm } from '../../src/arithmetic/log-form.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { exactReal, type Real, sum } from '../../src/arithmetic/real.ts';
import { atMost, type Claim, defineClaim } from '../../src/claims/claim.ts';
import { disagreement } from '../../src/claims/decide.ts';
import { inDomain } from '../../src/claims/in-domain.ts';
import { bestOfNAt, type Instance, policyOf } from '../../src/claims/instance.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';
import { survey } from '../../src/search/fast-check-adapter.ts';
import { planted } from '../claims/planted.ts';
import { smallInstances } from '../claims/small-instances.ts';

/** An error far below what doubles can see, and what a cross-check in plain doubles must see. */
const [FINE, COARSE] = ['1e-30', '1e-9'].map((text) => exactReal(LogForm.rational(Rational.parse(text)))) as [
  Real,
  Real,
];

function errorFor(name: string): Real {
  return name.endsWith('plain doubles') ? COARSE : FINE;
}

const instances: Instance[] = [];
survey({ atoms: 1, draws: 1 }, 8, 60, { wants: () => true, visit: (instance) => void instances.push(instance) });
const all = instances.map((instance) => new BestOfN(policyOf(instance), instance.n));

/** Those that a claim speaks of, with auxiliary weights where it wants some. */
function askedOf({ domain }: Claim): BestOfN[] {
  const asked = instances
    .map((instance) =>
      domain.auxiliary ? { ...instance, auxiliary: instance.weights.map((_, i) => BigInt(i * i + 1)) } : instance,
    )
    .filter((instance) => inDomain(instance, domain));
  return (asked.length > 0 ? asked : smallInstances({ domain }, 4, 3)).map(bestOfNAt);
}

/** What these claim is itself that two ways to a number agree. */
const TWO_WAYS = ['rewind-and-repeat', 'binary-example'];

const withWays = catalogue.flatMap((claim) => (claim.crossChecks ? [{ claim, id: claim.id }] : []));

/** The cross-checks of a claim by name, without what is particular to an instance. */
function namesOf(claim: Claim): Set<string> {
  const names = all.flatMap((q) => [...(claim.crossChecks?.(q) ?? [])].map(({ name }) => name));
  return new Set(names.map((name) => name.replace(/\([^)]*\)/g, '(…)')));
}

describe('cross-checks', () => {
  it('belong to every theorem', () => {
    const theorems = catalogue.filter(({ id, expected }) => expected === 'holds' && !TWO_WAYS.includes(id));
    const ids = withWays.map(({ id }) => id);
    expect(theorems.map(({ id }) => id).filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('of the KL are the formula, the gap by parts and in plain doubles, decimals and enumeration', () => {
    const names = withWays.filter(({ id }) => id === 'kl-bound').flatMap(({ claim }) => [...namesOf(claim)]);
    expect(names.sort()).toEqual([
      'KL and KL by enumeration',
      'KL by the gap in plain doubles',
      'KL in decimal intervals',
      'gap and sum of local gaps',
      'the formula, terms in another order',
      'the gap in plain doubles',
    ]);
  });
});

describe.each(withWays)('the cross-checks of $id', ({ claim }) => {
  it('agree', () => {
    expect(askedOf(claim).length).toBeGreaterThan(0);
    for (const q of askedOf(claim)) expect(disagreement(claim, q)).toBeNull();
  });

  it('each tell an error of 10^−30, plain doubles of 10^−9', () => {
    for (const q of askedOf(claim)) {
      for (const way of claim.crossChecks?.(q) ?? []) {
        const wrong = defineClaim({ ...claim, crossChecks: () => [{ ...way, one: sum(way.one, errorFor(way.name)) }] });
        expect(disagreement(wrong, q)?.name).toBe(way.name);
      }
    }
  });
});

describe('a number whose double-double enclosure is off', () => {
  it('is a disagreement of any claim, from errors of 10^−24 on', () => {
    for (const q of all) {
      const { kl } = q;
      const approximation = kl.approximate();
      if (!approximation) continue;
      const off = { ...approximation, lo: approximation.lo + 1e-22 };
      const wrong: Real = {
        rational: null,
        exact: null,
        enclose: (digits) => kl.enclose(digits),
        approximate: () => off,
      };
      const claim = planted({ relations: () => [atMost('KL', wrong, 'formula', q.atomlessKl)] });
      expect(disagreement(claim, q)?.name).toBe('KL in double-doubles');
    }
  });
});
