import { describe, expect, it } from 'vitest';
import { Rational } from '../../src/arithmetic/rational.ts';
import { multiple, rationalReal } from '../../src/arithmetic/real.ts';
import { instanceOf } from '../../src/claims/attributed.ts';
import { atMost, type Claim, defineClaim } from '../../src/claims/claim.ts';
import { instanceFromJson, instanceKey, instanceToJson, quantitiesOf, untied } from '../../src/claims/instance.ts';
import { OTHER_SELECTIONS, type OtherSelection } from '../../src/claims/instance-schema.ts';
import { emptiness } from '../../src/claims/least-instance.ts';
import { fileName } from '../../src/evidence/file-name.ts';
import { runClaim } from '../../src/search/run-claim.ts';

const half = rationalReal(Rational.of(1, 2));

/** A claim about another selection, with everything that does not matter filled in. */
function about(
  selection: OtherSelection,
  id: string,
  expected: 'holds' | 'fails',
  relations: Claim['relations'],
  maxDraws = 40,
): Claim {
  return defineClaim({
    id,
    title: id,
    statement: id,
    source: 'made up for a test',
    hypotheses: 'none',
    expected,
    domain: { atoms: 1, draws: 2, maxDraws, selection },
    shares: {},
    cost: 'high',
    relations,
  });
}

describe.each(OTHER_SELECTIONS)('claims about %s', (selection) => {
  it('hold in every part of a run where they are true', () => {
    const claim = about(selection, 'diverges-less', 'holds', (q) => [
      atMost('KL', q.kl, 'KL without atoms', q.atomlessKl),
    ]);
    const far = { draws: 4, manyAtoms: 2, maxAtoms: 80 };
    const run = runClaim(claim, { runs: 60, seed: 1, exhaustive: 5, grid: 3, far, climbs: 40, cells: 5 });
    for (const { instances, outcomes } of [run, run.exhaustive, run.far].flatMap((part) => part ?? [])) {
      expect(instances).toBeGreaterThan(0);
      expect(outcomes).toEqual({ holds: instances, refuted: 0, undecided: 0 });
    }
    expect(run.instances).toBe(60);
    expect(run.climb?.instance.selection).toBe(selection);
    const looked = run.cells.filter(({ instances }) => instances > 0).map(({ assumption }) => assumption);
    expect(looked).toEqual(expect.arrayContaining(['random-ties', 'ordered-ties', 'continuous-parts', 'one-atom']));
    for (const { counterexample } of run.cells) expect(counterexample).toBeNull();
  });

  it('are refuted by a least instance that says its selection, and is loaded again', () => {
    const claim = about(selection, 'half-as-much', 'fails', (q) => [
      atMost('KL', q.kl, '½ KL', multiple(Rational.of(1, 2), q.kl)),
    ]);
    const run = runClaim(claim, { runs: 60, seed: 1 });
    const found = run.counterexample;
    expect(found?.instance.selection).toBe(selection);
    const instance = instanceFromJson(JSON.parse(JSON.stringify(found?.instance)));
    expect(instanceToJson(instance)).toEqual(found?.instance);
    expect(instance.weights.join()).toBe('1,1');
  });
});

describe('the selection of an instance', () => {
  const plain = untied([1n, 2n], 3);
  const all = [plain, ...OTHER_SELECTIONS.map((selection) => ({ ...plain, selection }))];

  it('is in its key, its file name and its JSON', () => {
    expect(new Set(all.map(instanceKey)).size).toBe(all.length);
    expect(new Set(all.map(fileName)).size).toBe(all.length);
    for (const instance of all) expect(instanceFromJson(instanceToJson(instance))).toEqual(instance);
  });

  it('is found again in its quantities', () => {
    for (const instance of all) expect(instanceOf(quantitiesOf(instance))).toEqual(instance);
  });

  it('is refused at an n for which there is none', () => {
    const json = instanceToJson({ ...untied([1n, 2n], 1), selection: 'second-best-of-n' });
    expect(() => instanceFromJson(json)).toThrow('second-best-of-n is for integers n from 2 to 1024, not 1');
  });

  it('is refused in a domain that begins where it does not', () => {
    const domain = { atoms: 1, draws: 1, selection: 'second-best-of-n' } as const;
    expect(emptiness(domain)).toBe(
      'second-best-of-n is for integers n from 2 to 1024, and the least n of the domain is 1',
    );
  });

  it('decides what a claim answers', () => {
    const wins = about('second-best-of-n', 'second-best-wins', 'fails', (q) => [atMost('1/2', half, 'W', q.winRate)]);
    const { counterexample } = runClaim(wins, { runs: 50, seed: 1 });
    // Of two draws the second best is the worst; of three, it is the median.
    expect(counterexample?.instance).toEqual({ weights: ['1', '1'], n: 2, selection: 'second-best-of-n' });
  });
});
