import { describe, expect, it } from 'vitest';
import { catalogue } from '../../properties/index.ts';
import { LogForm } from '../../src/arithmetic/log-form.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { exactReal, type Real, sum } from '../../src/arithmetic/real.ts';
import { survey } from '../../src/campaign/fast-check-adapter.ts';
import { type Claim, defineClaim } from '../../src/claims/claim.ts';
import { disagreement } from '../../src/claims/decide.ts';
import { type Instance, policyOf } from '../../src/claims/instance.ts';
import { BestOfN } from '../../src/theory/best-of-n.ts';

/** An error far below what doubles can see, and what a second way in double-doubles must see. */
const [FINE, COARSE] = ['1e-30', '1e-24'].map((text) => exactReal(LogForm.rational(Rational.parse(text)))) as [
  Real,
  Real,
];

function errorFor(name: string): Real {
  return name.endsWith('double-doubles') ? COARSE : FINE;
}

const instances: Instance[] = [];
survey({ atoms: 1, draws: 1 }, 8, 60, { wants: () => true, visit: (instance) => void instances.push(instance) });
const all = instances.map((instance) => new BestOfN(policyOf(instance), instance.n));

const withWays = catalogue.flatMap((claim) => (claim.secondWays ? [{ claim, id: claim.id }] : []));

/** The second ways of a claim by name, without what is particular to an instance. */
function namesOf(claim: Claim): Set<string> {
  const names = all.flatMap((q) => [...(claim.secondWays?.(q) ?? [])].map(({ name }) => name));
  return new Set(names.map((name) => name.replace(/\([^)]*\)/g, '(…)')));
}

describe('second ways', () => {
  it('belong to every theorem', () => {
    expect(withWays.map(({ id }) => id)).toEqual(
      catalogue.filter(({ expected }) => expected === 'holds').map(({ id }) => id),
    );
  });

  it('of the KL are the formula, the gap by parts, decimals, double-doubles and enumeration', () => {
    const names = withWays.filter(({ id }) => id === 'kl-bound').flatMap(({ claim }) => [...namesOf(claim)]);
    expect(names.sort()).toEqual([
      'KL and KL by enumeration',
      'KL in decimal intervals',
      'KL in double-doubles',
      'gap and sum of local gaps',
      'the formula in double-doubles',
      'the formula, terms in another order',
    ]);
  });
});

describe.each(withWays)('the second ways of $id', ({ claim }) => {
  it('agree', () => {
    for (const q of all) expect(disagreement(claim, q)).toBeNull();
  });

  it('each tell an error of 10^−30, double-doubles of 10^−24', () => {
    for (const q of all) {
      for (const way of claim.secondWays?.(q) ?? []) {
        const wrong = defineClaim({ ...claim, secondWays: () => [{ ...way, one: sum(way.one, errorFor(way.name)) }] });
        expect(disagreement(wrong, q)?.name).toBe(way.name);
      }
    }
  });
});
