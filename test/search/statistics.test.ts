import { describe, expect, it } from 'vitest';
import { atMost, type Claim, type Relation, type Step } from '../../src/claims/claim.ts';
import { decideOn } from '../../src/claims/decide.ts';
import { type Instance, instanceToJson, quantitiesOf, untied } from '../../src/claims/instance.ts';
import { Statistics } from '../../src/search/statistics.ts';
import { blurred, lessOrEqual, rational } from '../claims/planted.ts';
import { madeUp } from './planted.ts';

const at = (n: number, ...weights: bigint[]): Instance => untied(weights.length > 0 ? weights : [1n, 1n], n);

/** A claim whose relation depends on n. */
const claimOf = (of: (n: number) => Relation, parts: Partial<Claim> = {}): Claim =>
  madeUp({ id: 'tallied', expected: 'holds', relations: ({ n }) => [of(n)], ...parts });

/** Holds at even n from 4 on, is refuted at odd n, and stays undecided at 2. */
const parity = (n: number): Relation =>
  n === 2 ? atMost('a', blurred('0', '1'), 'b', rational('1/2')) : lessOrEqual(String(n % 2), '0');

function tallied(claim: Claim, instances: readonly Instance[]): ReturnType<Statistics['result']> {
  const tally = new Statistics(claim, { withMargins: true });
  for (const instance of instances) {
    const quantities = quantitiesOf(instance);
    tally.add(instance, quantities, decideOn(claim, quantities));
  }
  return tally.result();
}

describe('a tally', () => {
  it('counts each instance once, as its outcome, and each decided one by its tier', () => {
    const instances = [at(4), at(3), at(2, 2n, 1n), at(6), at(5), at(8), at(2)];
    const { outcomes, decidedBy, ...result } = tallied(claimOf(parity), instances);
    expect(outcomes).toEqual({ holds: 3, refuted: 2, undecided: 2 });
    expect(decidedBy).toEqual({ exact: 5, doubleDouble: 0, intervals: {} });
    expect(result).toMatchObject({ instances: 7, firstUndecided: instanceToJson(at(2, 2n, 1n)) });
  });

  it('counts tiers apart, and intervals by their digits', () => {
    const claim = madeUp({
      id: 'tiers',
      relations: ({ n, kl, atomlessKl }) => {
        if (n === 2) return [lessOrEqual('0', '1')];
        if (n === 3) return [atMost('KL', kl, 'formula', atomlessKl)];
        return [atMost('a', blurred('0', '1'), 'b', n === 4 ? rational(`1.${'0'.repeat(60)}1`) : rational('2'))];
      },
    });
    const { decidedBy } = tallied(
      claim,
      [2, 3, 3, 4, 5, 5, 2, 2].map((n) => at(n)),
    );
    expect(decidedBy).toEqual({ exact: 3, doubleDouble: 2, intervals: { 40: 2, 80: 1 } });
  });

  it('counts as trivial what has one draw or one level', () => {
    const tied: Instance = { weights: [1n, 1n], ranks: [0, 0], n: 3 };
    const instances = [at(1), at(3, 1n), tied, at(3), at(2, 1n, 2n, 3n)];
    expect(
      tallied(
        claimOf(() => lessOrEqual('0', '1')),
        instances,
      ).trivial,
    ).toBe(3);
  });

  it('counts the instances of each regime', () => {
    const tied: Instance = { weights: [1n, 1n, 1n], ranks: [0, 0, 1], n: 3 };
    const { regimes } = tallied(
      claimOf(() => lessOrEqual('0', '1')),
      [at(3), tied, tied, at(2)],
    );
    expect(regimes.ties).toBe(2);
  });
});

describe('trivial instances', () => {
  it.each<[string, Instance]>([
    ['one draw', at(1)],
    ['one atom', at(3, 5n)],
    ['one level', { weights: [1n, 1n], ranks: [0, 0], n: 3 }],
  ])('have room as one in twenty, counting themselves: %s', (_, trivial) => {
    const claim = claimOf(() => lessOrEqual('0', '1'));
    const tally = new Statistics(claim, { withMargins: true });
    const add = (instance: Instance): void => {
      const quantities = quantitiesOf(instance);
      tally.add(instance, quantities, decideOn(claim, quantities));
    };
    for (let count = 0; count < 19; count += 1) {
      expect([tally.hasRoomFor(trivial), tally.hasRoomFor(at(2))]).toEqual([false, true]);
      add(at(2));
    }
    expect(tally.hasRoomFor(trivial)).toBe(true);
    add(trivial);
    expect([tally.hasRoomFor(trivial), tally.hasRoomFor(at(2))]).toEqual([false, true]);
  });
});

describe('the first surprise', () => {
  const way = { name: 'a way', one: rational('0'), other: rational('1') };

  it.each<[string, Claim['expected'], readonly number[], number | null]>([
    ['is a refutation of a theorem', 'holds', [4, 6, 3, 5], 3],
    ['is a refutation of an open question', 'open', [4, 6, 3, 5], 3],
    ['is none of a falsehood', 'fails', [4, 6, 3, 5], null],
    ['is none where the theorem holds or is undecided', 'holds', [4, 2, 6], null],
  ])('%s', (_, expected, draws, noticedAt) => {
    const instances = draws.map((n) => at(n));
    expect(tallied(claimOf(parity, { expected }), instances).noticedAt).toBe(noticedAt);
  });

  it('may be two ways that disagree, of which the first ones are kept', () => {
    const tally = new Statistics(claimOf(parity, { expected: 'fails' }), { withMargins: true });
    const add = (instance: Instance): void => {
      const quantities = quantitiesOf(instance);
      tally.add(instance, quantities, decideOn(claimOf(parity), quantities));
    };
    add(at(4));
    add(at(6));
    tally.disagree(way, at(6));
    add(at(8));
    tally.disagree({ ...way, name: 'another' }, at(8));
    const { disagreement, noticedAt } = tally.result();
    expect(disagreement).toEqual({ name: 'a way', instance: instanceToJson(at(6)) });
    expect(noticedAt).toBe(2);
  });
});

describe('the room for trivial instances', () => {
  const room = (enter: (tally: Statistics, instance: Instance) => void): boolean[] => {
    const tally = new Statistics(claimOf(parity), { withMargins: true });
    return [...Array<Instance>(25).fill(at(4)), at(1), ...Array<Instance>(20).fill(at(4))].map((instance) => {
      enter(tally, instance);
      return tally.hasRoomFor(at(1, 2n, 1n));
    });
  };

  it('is the same where the instances before are passed over as where they are decided', () => {
    const decided = room((tally, instance) => {
      const quantities = quantitiesOf(instance);
      tally.add(instance, quantities, decideOn(claimOf(parity), quantities));
    });
    expect(room((tally, instance) => tally.pass(instance))).toEqual(decided);
    expect([decided[17], decided[18], decided[25], decided[45]]).toEqual([false, true, false, true]);
  });
});

describe('the steps of a proof', () => {
  const step = (name: string, isTrue: boolean): Step => ({ name, relation: lessOrEqual('0', isTrue ? '1' : '-1') });
  const derived = (broken: (n: number) => boolean, draws: readonly number[], of = parity) =>
    tallied(
      claimOf(of, {
        expected: 'fails',
        derivation: ({ n }) => [step('first', true), step(n > 100 ? 'late' : 'second', !broken(n))],
      }),
      draws.map((n) => at(n)),
    );

  it('are listed once each, with the first that fails and the instance where it does', () => {
    const { derived: found, noticedAt } = derived((n) => n > 5, [4, 6, 8, 4]);
    expect(found).toEqual({
      first: { steps: ['first', 'second'], instances: 4 },
      refuted: { steps: [], instances: 0 },
      broken: { step: 'second', instance: instanceToJson(at(6)) },
    });
    expect(noticedAt).toBe(2);
  });

  it('are none of a claim that has no proof', () => {
    expect(tallied(claimOf(parity), [at(4)]).derived).toBeNull();
  });

  it.each([
    ['on three hundred instances', 400, [], () => false, [300, 0]],
    ['and on those that are refuted later', 300, [3, 4, 5], () => false, [300, 2]],
    ['until a step fails', 300, [3, 5, 7], (n: number) => n === 5, [300, 2]],
  ])('are worked out %s', (_, many, more, broken, instances) => {
    const { derived: found } = derived(broken, [...Array<number>(many).fill(4), ...more]);
    expect([found?.first.instances, found?.refuted.instances]).toEqual(instances);
  });
});

describe('the smallest margin', () => {
  const margin = (claim: Claim, instances: readonly Instance[]): unknown => tallied(claim, instances).smallestMargin;

  it('is of instances alone that hold and are not trivial', () => {
    const claim = claimOf((n) => (n % 2 === 1 && n > 1 ? lessOrEqual('1', '0') : lessOrEqual('0', String(n))));
    expect(margin(claim, [at(1), at(8), at(3), at(6), at(10), at(2, 1n)])).toEqual({
      lo: '6',
      hi: '6',
      instance: instanceToJson(at(6)),
    });
    expect(margin(claim, [at(1), at(3), at(2, 1n)])).toBeNull();
  });

  it('is told by enclosures where doubles are too small for it, and goes to the smaller instance where it is the same', () => {
    const claim = claimOf((n) => lessOrEqual('0', `1e-${n % 2 === 1 ? 500 : 400}`));
    const [first, second, third, fourth] = [at(4), at(5), at(7), at(3)];
    expect(margin(claim, [first, second, third, fourth])).toMatchObject({ instance: instanceToJson(fourth) });
    expect(margin(claim, [third, second, first])).toMatchObject({ instance: instanceToJson(second) });
    expect(margin(claim, [first, second])).toMatchObject({ lo: '1e-500' });
  });

  it('has twelve digits', () => {
    expect(
      margin(
        claimOf(() => lessOrEqual('0', '1/3')),
        [at(2)],
      ),
    ).toMatchObject({ lo: '0.333333333333', hi: '0.333333333334' });
  });
});
