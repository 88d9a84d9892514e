import { describe, expect, it } from 'vitest';
import { catalogue } from '../../properties/index.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { type Real, rationalReal, sum } from '../../src/arithmetic/real.ts';
import { assess } from '../../src/campaign/assess.ts';
import { survey } from '../../src/campaign/fast-check-adapter.ts';
import { runClaim } from '../../src/campaign/run-claim.ts';
import type { Claim, Step } from '../../src/claims/claim.ts';
import { firstBrokenStep } from '../../src/claims/derivation.ts';
import { type Instance, instanceFromJson, quantitiesOf, untied } from '../../src/claims/instance.ts';
import type { BestOfN } from '../../src/theory/best-of-n.ts';

// This file knows no step by name: a step is a place in the list that a claim gives.

const derived = catalogue.flatMap((claim) => (claim.derivation ? [{ id: claim.id, claim }] : []));

/** Small enough for errors of 10^−20 to show everywhere. */
const SMALL: readonly Instance[] = [
  untied([1n, 1n], 2),
  untied([3n, 1n, 2n], 3),
  untied([2n, 5n, 1n, 4n], 6),
  { weights: [2n, 1n, 3n, 1n], ranks: [0, 1, 1, 2], n: 4 },
];

const [SLIGHT, LARGE] = ['1e-20', '1000'].map((text) => Rational.parse(text)) as [Rational, Rational];

const stepsOf = (claim: Claim, q: BestOfN): Step[] => [...(claim.derivation?.(q) ?? [])];

/** A step whose left side is off by an error, or beyond its right side by it. */
function spoiled({ name, relation }: Step, error: Rational): Step {
  const { left, is, right } = relation;
  const value = sum((is === '=' ? left : right).value, rationalReal(error));
  return { name, relation: { left: { name: left.name, value }, is, right } };
}

/** The claim with an error in its step at a place. */
function spoiledAt(claim: Claim, place: number, error: Rational): Claim {
  const derivation = (q: BestOfN): Step[] =>
    stepsOf(claim, q).map((step, i) => (i === place ? spoiled(step, error) : step));
  return { ...claim, derivation };
}

type Change = (key: string, value: Real) => Real;

/** The quantities, each number that they give out seen and changed on the way. */
function changing(q: BestOfN, change: Change): BestOfN {
  const through = (key: string, value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if ('enclose' in value) return change(key, value as Real);
    return value;
  };
  return new Proxy(q, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property, target);
      if (typeof value !== 'function') return through(String(property), value);
      return (...args: unknown[]) => through(`${String(property)} ${args[0]}`, value.apply(target, args));
    },
  });
}

/** For every number that a claim's steps ask for, the place of the step that asks for it first. */
function firstUses(claim: Claim, q: BestOfN): Map<string, number> {
  const uses = new Map<string, number>();
  let place = 0;
  const seen = changing(q, (key, value) => {
    if (!uses.has(key)) uses.set(key, place);
    return value;
  });
  for (const _ of claim.derivation?.(seen) ?? []) place += 1;
  return uses;
}

/** The place of the step that is reported where one number is off by an error; null for none. */
function reported(claim: Claim, q: BestOfN, key: string, error: Rational): number | null {
  const faulty = changing(q, (asked, value) => (asked === key ? sum(value, rationalReal(error)) : value));
  const steps: Step[] = [];
  const watched: Claim = {
    ...claim,
    *derivation() {
      for (const step of claim.derivation?.(faulty) ?? []) {
        steps.push(step);
        yield step;
      }
    },
  };
  return firstBrokenStep(watched, q) && steps.length - 1;
}

it('the theorems of the paper have derivations', () => {
  expect(derived.map(({ id }) => id)).toEqual(
    expect.arrayContaining([
      'pmf',
      'kl-bound',
      'gap-upper',
      'gap-lower',
      'estimator-range',
      'estimator-upper',
      'win-rate',
      'win-rate-gap',
    ]),
  );
});

describe.each(derived)('the proof of $id', ({ claim }) => {
  it('goes through on many instances', () => {
    const broken: (Step | null)[] = [];
    survey(claim.domain, 31, 60, {
      wants: () => true,
      visit: (instance) => void broken.push(firstBrokenStep(claim, quantitiesOf(instance))),
    });
    expect(broken).toHaveLength(60);
    expect(new Set(broken)).toEqual(new Set([null]));
  });

  it('has several steps on every small instance', () => {
    for (const instance of SMALL) expect(stepsOf(claim, quantitiesOf(instance)).length).toBeGreaterThan(3);
  });

  it('is reported to break at the step that has an error, whichever it is', () => {
    for (const instance of SMALL) {
      const q = quantitiesOf(instance);
      const steps = stepsOf(claim, q);
      for (const [place, { name, relation }] of steps.entries()) {
        const errors = relation.is === '=' ? [SLIGHT, SLIGHT.neg(), LARGE] : [SLIGHT, LARGE];
        for (const error of errors) {
          const broken = firstBrokenStep(spoiledAt(claim, place, error), q);
          expect([place, broken?.name, broken?.relation.right.value]).toEqual([place, name, relation.right.value]);
        }
      }
    }
  });

  it('is reported to break at the step that first uses a wrong number, whichever it is', () => {
    for (const instance of SMALL) {
      const q = quantitiesOf(instance);
      const steps = stepsOf(claim, q);
      for (const [key, place] of firstUses(claim, q)) {
        const places = (errors: Rational[]): (number | null)[] => errors.map((error) => reported(claim, q, key, error));
        // An inequality has one side on which an error is safe, and some room on the other.
        if (steps[place]?.relation.is === '=')
          expect([key, ...places([SLIGHT, SLIGHT.neg()])]).toEqual([key, place, place]);
        else expect([key, ...places([LARGE, LARGE.neg()])]).toContain(place);
      }
    }
  });
});

/** What a run of a claim comes to where one of its quantities is always off by an error. */
function faultyRun(
  claim: Claim,
  key: string,
  error: Rational,
): { broken: string | null; expected: string; unexpected: boolean } {
  const fault = (q: BestOfN): BestOfN =>
    changing(q, (asked, value) => (asked.split(' ')[0] === key ? sum(value, rationalReal(error)) : value));
  const { secondWays: _, ...rest } = claim;
  const faulty: Claim = {
    ...rest,
    relations: (q) => claim.relations(fault(q)),
    derivation: (q) => claim.derivation?.(fault(q)) ?? [],
  };
  const run = runClaim(faulty, { runs: 4, seed: 3 });
  const { standing, reasons } = assess(faulty, run);
  const broken = run.derivation?.broken ?? null;
  if (!broken) return { broken: null, expected: '', unexpected: standing === 'unexpected' };
  const q = quantitiesOf(instanceFromJson(broken.instance));
  const places = [...firstUses(claim, q)].filter(([asked]) => asked.split(' ')[0] === key).map(([, place]) => place);
  const expected = stepsOf(claim, q)[Math.min(...places)]?.name ?? '';
  expect(reasons).toContain(`the step “${broken.step}” of its proof fails`);
  return { broken: broken.step, expected, unexpected: standing === 'unexpected' };
}

describe.each(derived)('a run of $id', ({ claim }) => {
  const example = quantitiesOf(untied([3n, 1n, 2n], 3));
  const keys = [...new Set([...firstUses(claim, example).keys()].map((key) => key.split(' ')[0] as string))];

  it.each(keys)('with a wrong %s is unexpected, and names the first step that uses it', (key) => {
    const runs = [LARGE, LARGE.neg()].map((error) => faultyRun(claim, key, error));
    const right = runs.filter(({ broken, expected, unexpected }) => unexpected && broken === expected);
    expect(right.length, JSON.stringify(runs)).toBeGreaterThan(0);
  });

  it('with an error in a step is unexpected, and names the step', () => {
    const steps = stepsOf(claim, example);
    for (const [place, { name }] of steps.entries()) {
      const faulty: Claim = spoiledAt({ ...claim, expected: 'holds' }, place, LARGE);
      expect(firstBrokenStep(faulty, example)?.name).toBe(name);
    }
    const run = runClaim(spoiledAt(claim, 0, LARGE), { runs: 4, seed: 3 });
    expect(run.derivation?.broken?.step).toBe(steps[0]?.name);
    expect(assess(claim, run).standing).toBe('unexpected');
  });
});
