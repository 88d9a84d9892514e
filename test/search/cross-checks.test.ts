import { describe, expect, it } from 'vitest';
import { Rational } from '../../src/arithmetic/rational.ts';
import { type Real, rationalReal } from '../../src/arithmetic/real.ts';
import { equal } from '../../src/claims/claim.ts';
import { type Instance, instanceToJson } from '../../src/claims/instance.ts';
import { assess } from '../../src/run/assess.ts';
import { survey } from '../../src/search/fast-check-adapter.ts';
import { claimSeed } from '../../src/search/random.ts';
import { runClaim } from '../../src/search/run-claim.ts';
import { madeUp, truth } from './planted.ts';

const integer = (value: number): Real => rationalReal(Rational.of(value));

const broken = madeUp({
  ...truth,
  id: 'broken-way',
  expected: 'holds',
  domain: { atoms: 2, draws: 2 },
  *crossChecks({ n }) {
    yield { name: 'a sound way', one: integer(n), other: integer(n) };
    yield { name: 'a way that is wrong above 20', one: integer(n), other: integer(n > 20 ? n + 1 : n) };
    yield { name: 'another one', one: integer(n), other: integer(n > 20 ? 0 : n) };
  },
});

describe('two ways to one number that disagree', () => {
  const run = runClaim(broken, { runs: 100, seed: 1 });

  it('are named, with the first instance on which they do', () => {
    const visited: Instance[] = [];
    const visit = (instance: Instance): void => void visited.push(instance);
    survey(broken.domain, claimSeed(1, broken.id), 100, { wants: () => true, visit });
    const first = visited.find(({ n }) => n > 20);
    expect(run.disagreement).toEqual({
      name: 'a way that is wrong above 20',
      instance: first && instanceToJson(first),
    });
  });

  it('are unexpected although every instance holds', () => {
    expect(run.outcomes.holds).toBe(100);
    expect(assess(broken, run)).toMatchObject({
      status: 'failed',
      reasons: ['two computations of one number disagree: a way that is wrong above 20'],
    });
  });

  it('make refutations worthless: none is shrunk to a counterexample', () => {
    const refuted = madeUp({ ...broken, relations: ({ n }) => [equal('n', integer(n), '0', integer(0))] });
    const { outcomes, counterexample } = runClaim(refuted, { runs: 100, seed: 1 });
    expect([outcomes.refuted, counterexample]).toEqual([100, null]);
  });

  it('are nothing where all ways agree', () => {
    expect(runClaim(truth, { runs: 40, seed: 1 }).disagreement).toBeNull();
  });
});
