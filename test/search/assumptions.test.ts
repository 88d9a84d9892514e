import { describe, expect, it } from 'vitest';
import { ASSUMPTIONS, type Assumption, type Claim } from '../../src/claims/claim.ts';
import { decide } from '../../src/claims/decide.ts';
import { instanceFromJson } from '../../src/claims/instance.ts';
import { assess } from '../../src/run/assess.ts';
import { cellOf, cellsOf } from '../../src/search/assumptions.ts';
import { runClaim } from '../../src/search/run-claim.ts';
import { limited } from './planted.ts';

const NAMES = Object.keys(ASSUMPTIONS) as Assumption[];
const always: Claim = { ...limited('always', () => 0, 1), expected: 'holds' };
const never: Claim = limited('never', () => 1, 0);

/** False exactly where one assumption fails. */
const BREAKS: Record<Assumption, Claim> = {
  'random-ties': limited('a', ({ policy }) => (policy.hasTies && policy.ties === 'level' ? 1 : 0), 0),
  'ordered-ties': limited('b', ({ policy }) => (policy.ties === 'order' ? 1 : 0), 0),
  'continuous-parts': limited('c', ({ policy }) => policy.continuousParts.size, 0),
  'real-draws': limited('d', ({ n }) => (Number.isInteger(n) ? 0 : 1), 0),
  'one-draw': limited('e', ({ n }) => (n === 1 ? 1 : 0), 0),
  'one-atom': limited('f', ({ policy }) => (policy.atoms.length === 1 ? 1 : 0), 0),
};

describe.each(NAMES)('where %s is looked at', (name) => {
  it('every instance is one where that assumption fails', () => {
    const broken = cellOf(BREAKS[name], name, 7, 40);
    expect(broken.outcomes).toEqual({ holds: 0, refuted: broken.instances, undecided: 0 });
    expect(broken.instances).toBeGreaterThan(name === 'one-atom' ? 5 : 39);
  });

  it('a counterexample is reduced without leaving the cell', () => {
    const { counterexample } = cellOf(never, name, 7, 5);
    if (!counterexample) throw new Error('no counterexample');
    const instance = instanceFromJson(counterexample);
    expect(instance.weights.every((weight) => weight === 1n)).toBe(true);
    expect(cellOf(BREAKS[name], name, 7, 5).outcomes.holds).toBe(0);
    expect(decide(BREAKS[name], instance).outcome).toBe('refuted');
  });

  it('a claim that says the opposite of what is found is not as expected', () => {
    const budget = { runs: 5, seed: 7, cells: 10 };
    expect(assess(always, runClaim(always, budget)).reasons).toEqual([]);
    const wrong = { ...always, extensions: { [name]: 'fails' as const } };
    expect(assess(wrong, runClaim(wrong, budget)).reasons).toEqual([
      `it should fail with ${ASSUMPTIONS[name]}, but was not refuted there`,
    ]);
    const hopeful = { ...never, extensions: { [name]: 'holds' as const } };
    expect(assess(hopeful, runClaim(hopeful, budget)).reasons).toEqual([
      `it should hold with ${ASSUMPTIONS[name]}, but fails on some instance`,
    ]);
  });

  it('is not looked at where the question does not arise', () => {
    const silent = { ...always, extensions: { [name]: { notApplicable: 'a reason' } } };
    expect(cellOf(silent, name, 7, 5)).toMatchObject({ instances: 0, declared: { notApplicable: 'a reason' } });
  });
});

describe('a claim that is silent where an assumption fails', () => {
  const about = (isSpokenOf: (continuousParts: number) => boolean): Claim => ({
    ...always,
    relations: (q) => (isSpokenOf(q.policy.continuousParts.size) ? always.relations(q) : []),
  });

  it('is asked of other instances, and the silent ones are counted apart', () => {
    const { instances, silent, outcomes } = cellOf(
      about((size) => size % 2 === 1),
      'continuous-parts',
      7,
      40,
    );
    expect([instances, outcomes.holds]).toEqual([40, 40]);
    expect(silent).toBeGreaterThan(5);
  });

  it('is not as expected where it is silent on most or all of them', () => {
    const reasons = (claim: Claim): readonly string[] =>
      assess(claim, runClaim(claim, { runs: 5, seed: 7, cells: 20 })).reasons;
    expect(reasons(about((size) => size === 0))).toEqual([
      'it states nothing about any instance with continuous parts',
    ]);
    expect(reasons(about((size) => size === 0 || size === 5))).toEqual([
      expect.stringMatching(/^it states nothing about \d+ instances with continuous parts$/),
    ]);
  });
});

describe('a row', () => {
  it('is made only when asked for, and the same each time', () => {
    expect(cellsOf(always, 3, 0)).toEqual([]);
    expect(cellsOf(never, 3, 4)).toEqual(cellsOf(never, 3, 4));
    expect(cellsOf(always, 3, 4).map(({ assumption }) => assumption)).toEqual(NAMES);
  });

  it('takes a witness where the search would find none', () => {
    const rare = limited('rare', ({ policy }) => (policy.total === 1013n ? 1 : 0), 0);
    const witness = { weights: [1012n, 1n], ranks: [0, 1], n: 1.5 };
    const cell = cellOf({ ...rare, expected: 'holds', extensions: { 'real-draws': { witness } } }, 'real-draws', 3, 5);
    expect(cell).toMatchObject({ outcomes: { refuted: 1 }, counterexample: { weights: ['1012', '1'], n: 1.5 } });
  });
});
