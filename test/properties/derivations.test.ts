import { describe, expect, it } from 'vitest';
import { catalogue } from '../../properties/index.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { type Real, rationalReal, sum } from '../../src/arithmetic/real.ts';
import type { Claim, ClaimAbout, Step } from '../../src/claims/claim.ts';
import { firstBrokenStep } from '../../src/claims/derivation.ts';
import { inDomain } from '../../src/claims/in-domain.ts';
import { bestOfNAt, type Instance, instanceFromJson, untied } from '../../src/claims/instance.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { assess } from '../../src/run/assess.ts';
import { survey } from '../../src/search/fast-check-adapter.ts';
import { runClaim } from '../../src/search/run-claim.ts';
import { smallInstances } from '../claims/small-instances.ts';

// This file knows no step by name: a step is a place in the list that a claim gives.

const derived = catalogue.flatMap((claim) => (claim.derivation ? [{ id: claim.id, claim }] : []));

/** Small enough for errors of 10^−20 to show everywhere. */
const SMALL: readonly Instance[] = [
  untied([1n, 1n], 2),
  untied([3n, 1n, 2n], 3),
  untied([2n, 5n, 1n, 4n], 6),
  { weights: [2n, 1n, 3n, 1n], ranks: [0, 1, 1, 2], n: 4 },
];

/** Those of a claim's domain, with auxiliary weights where it wants them. */
function smallOnes({ domain }: Claim): Instance[] {
  const withOther = (instance: Instance): Instance => ({
    ...instance,
    auxiliary: instance.weights.map((_, i) => BigInt((i + 2) % 4)),
  });
  const ready = SMALL.map((instance) => (domain.auxiliary ? withOther(instance) : instance)).filter((instance) =>
    inDomain(instance, domain),
  );
  return ready.length > 0 ? ready : smallInstances({ domain }, 5, 4).slice(-2);
}

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

/** An argument of a method: a quantity by its symbol, and a number. */
function named(argument: unknown): string {
  return typeof argument === 'object' && argument !== null && 'symbol' in argument
    ? String(argument.symbol)
    : String(argument);
}

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
      return (...args: unknown[]) => through(`${String(property)} ${args.map(named)}`, value.apply(target, args));
    },
  });
}

/** The names of the numbers that a claim's steps ask for. */
function numbersOf(claim: Claim, q: BestOfN): string[] {
  const names = new Set<string>();
  const seen = changing(q, (key, value) => {
    names.add(key);
    return value;
  });
  stepsOf(claim, seen);
  return [...names];
}

/** The place of the first step that has another side where a number is off; −1 where none has. */
function firstUse(claim: Claim, q: BestOfN, isOff: (key: string) => boolean): number {
  const clean = stepsOf(claim, q);
  const faulty = stepsOf(claim, off(q, isOff, LARGE));
  const differs = (one: Real, other: Real): boolean => !one.enclose(40).overlaps(other.enclose(40));
  return faulty.findIndex(({ relation: { left, right } }, place) => {
    const { relation } = clean[place] as Step;
    return differs(left.value, relation.left.value) || differs(right.value, relation.right.value);
  });
}

function off(q: BestOfN, isOff: (key: string) => boolean, error: Rational): BestOfN {
  return changing(q, (key, value) => (isOff(key) ? sum(value, rationalReal(error)) : value));
}

/** The place of the step that is reported where one number is off by an error; null for none. */
function reported(claim: Claim, q: BestOfN, key: string, error: Rational): number | null {
  const faulty = off(q, (asked) => asked === key, error);
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
      visit: (instance) => void broken.push(firstBrokenStep(claim, bestOfNAt(instance))),
    });
    expect(broken).toHaveLength(60);
    expect(new Set(broken)).toEqual(new Set([null]));
  });

  it('has steps on every small instance, and several on some', () => {
    const counts = smallOnes(claim).map((instance) => stepsOf(claim, bestOfNAt(instance)).length);
    expect(Math.min(...counts)).toBeGreaterThan(0);
    expect(Math.max(...counts)).toBeGreaterThan(1);
  });

  it('is reported to break at the step that has an error, whichever it is', () => {
    for (const instance of smallOnes(claim)) {
      const q = bestOfNAt(instance);
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
    for (const instance of smallOnes(claim)) {
      const q = bestOfNAt(instance);
      const steps = stepsOf(claim, q);
      for (const key of numbersOf(claim, q)) {
        const place = firstUse(claim, q, (asked) => asked === key);
        if (place < 0) continue;
        const places = (errors: Rational[]): (number | null)[] => errors.map((error) => reported(claim, q, key, error));
        // An inequality has one side on which an error is safe, and some room on the other.
        if (steps[place]?.relation.is === '=')
          expect([key, ...places([SLIGHT, SLIGHT.neg()])]).toEqual([key, place, place]);
        else expect([key, ...places([LARGE, LARGE.neg()])]).toContain(place);
      }
    }
  });
});

/** What a run of a claim comes to where one of its quantities is always off by an error: the step it names, and the one it should. */
function faultyRun(claim: Claim, kind: string, error: Rational): { broken: string; expected: string } | null {
  const isOff = (key: string): boolean => key.split(' ')[0] === kind;
  const { crossChecks: _, ...rest } = claim;
  const faulty: ClaimAbout<BestOfN> = {
    ...rest,
    relations: (q) => claim.relations(off(q, isOff, error)),
    derivation: (q) => stepsOf(claim, off(q, isOff, error)),
  };
  const run = runClaim(faulty, { runs: 4, seed: 3 });
  const broken = run.derivation?.broken;
  if (!broken) return null;
  const { status, reasons } = assess(faulty, run);
  expect(status).toBe('failed');
  expect(reasons).toContain(`the step “${broken.step}” of its proof fails`);
  const q = bestOfNAt(instanceFromJson(broken.instance));
  return { broken: broken.step, expected: stepsOf(claim, q)[firstUse(claim, q, isOff)]?.name ?? '' };
}

/** Quantities of the proof itself, each of which is looked at above. */
const OF_THE_PROOF = 'of';

describe.each(derived)('a run of $id', ({ claim }) => {
  const example = bestOfNAt(smallOnes(claim).at(-1) as Instance);
  const kinds = [...new Set(numbersOf(claim, example).map((key) => key.split(' ')[0] as string))];

  it.each(kinds.filter((kind) => kind !== OF_THE_PROOF))(
    'with a wrong %s is unexpected, and names the first step that uses it',
    (kind) => {
      const runs = [LARGE, LARGE.neg()].map((error) => faultyRun(claim, kind, error));
      expect(
        runs.some((run) => run && run.broken === run.expected),
        JSON.stringify(runs),
      ).toBe(true);
    },
  );

  it('with an error in a step is unexpected, and names the step', () => {
    const steps = stepsOf(claim, example);
    for (const [place, { name }] of steps.entries()) {
      const faulty: Claim = spoiledAt({ ...claim, expected: 'holds' }, place, LARGE);
      expect(firstBrokenStep(faulty, example)?.name).toBe(name);
    }
    const run = runClaim(spoiledAt(claim, 0, LARGE), { runs: 4, seed: 3 });
    const { step, instance } = run.derivation?.broken ?? {};
    if (!instance) throw new Error('no step is reported');
    expect(step).toBe(stepsOf(claim, bestOfNAt(instanceFromJson(instance)))[0]?.name);
    expect(assess(claim, run).status).toBe('failed');
  });
});
