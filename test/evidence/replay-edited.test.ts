import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../properties/index.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { type Real, rationalReal, real } from '../../src/arithmetic/real.ts';
import { atMost, type Claim, equal, type Relation } from '../../src/claims/claim.ts';
import { quantitiesOf, untied } from '../../src/claims/instance.ts';
import { describe as describeInstance, FROM_SAMPLES, provenance } from '../../src/evidence/counterexample.ts';
import { replay } from '../../src/evidence/replay.ts';
import type { Counterexample } from '../../src/evidence/schema.ts';
import { InputError } from '../../src/policy/errors.ts';
import type { Found } from '../../src/search/claim-run.ts';
import { temporaryFolder } from './folder.ts';
import { counterexample, equality, search, smallest, tied } from './refuted.ts';

async function outcomeOf(edited: object): Promise<{ outcome: string; detail: string }> {
  const file = join(await temporaryFolder(), 'x.json');
  await writeFile(file, JSON.stringify(edited));
  return replay(file, catalogue);
}

/** The file with one of its texts replaced. */
function edit(original: Counterexample, from: string, to: string): Counterexample {
  const text = JSON.stringify(original);
  const at = text.indexOf(JSON.stringify(from));
  if (at < 0) throw new Error(`${from} is not in the file`);
  return JSON.parse(text.slice(0, at) + JSON.stringify(to) + text.slice(at + JSON.stringify(from).length));
}

/** The same digits but for the last one. */
const nudged = (digits: string): string => digits.slice(0, -1) + String((Number(digits.slice(-1)) + 1) % 10);

describe.each([
  { name: 'the smallest', original: counterexample() },
  { name: 'one with ties', original: counterexample(tied) },
])('an edited counterexample disagrees: $name', ({ original }) => {
  const { left, right, margin } = original.violated;

  it.each([
    ['violated.left.lo', left.lo],
    ['violated.left.hi', left.hi],
    ['violated.right.lo', right.lo],
    ['violated.right.hi', right.hi],
    ['violated.margin.lo', margin.lo],
    ['violated.margin.hi', margin.hi],
  ])('in the last digit of %s', async (field, digits) => {
    const { outcome, detail } = await outcomeOf(edit(original, digits, nudged(digits)));
    expect([outcome, detail]).toEqual(['disagrees', `${field} differs from the value for the instance`]);
  });

  it('in a wider enclosure, though it is true', async () => {
    const { outcome } = await outcomeOf(edit(original, left.lo, left.lo.slice(0, 20)));
    expect(outcome).toBe('disagrees');
  });

  it.each([
    ['violated.left.exact', left.exact],
    ['violated.right.exact', right.exact],
  ])('in the exact form %s', async (field, exact) => {
    const { outcome, detail } = await outcomeOf(edit(original, exact ?? '', `${exact} + 0`));
    expect([outcome, detail]).toEqual(['disagrees', `${field} differs from the value for the instance`]);
  });

  it('in an exact form that is taken away', async () => {
    const violated = { ...original.violated, left: { ...left, exact: null } };
    expect((await outcomeOf({ ...original, violated })).detail).toMatch(/^violated\.left\.exact differs/);
  });

  it('in its statement', async () => {
    const { outcome, detail } = await outcomeOf({ ...original, statement: 'KL(π‖p) = log n' });
    expect([outcome, detail]).toEqual(['disagrees', 'statement differs from the value for the instance']);
  });

  it('in its relation', async () => {
    const { outcome, detail } = await outcomeOf({ ...original, violated: { ...original.violated, is: '≤' } });
    expect([outcome, detail]).toEqual(['disagrees', 'violated.is differs from the value for the instance']);
  });

  it.each(['left', 'right'] as const)('in the name of its %s side', async (side) => {
    const violated = { ...original.violated, [side]: { ...original.violated[side], name: 'H_2' } };
    const { outcome, detail } = await outcomeOf({ ...original, violated });
    expect(outcome).toBe('disagrees');
    expect(detail).toMatch(/^the claim has no relation between .*H_2.* on this instance$/);
  });

  it('in its claim', async () => {
    for (const claim of ['win-rate-equality', 'kl-bound']) {
      expect((await outcomeOf({ ...original, claim })).outcome).toBe('disagrees');
    }
  });

  it('in its instance', async () => {
    const { weights, ...rest } = original.instance;
    const [first = '', ...others] = weights;
    for (const instance of [
      { ...rest, weights, n: rest.n + 1 },
      { ...rest, weights: [`${first}0`, ...others] },
      { ...rest, weights: weights.map((weight) => `${weight}0`), n: rest.n - 1 },
    ]) {
      expect((await outcomeOf({ ...original, instance })).outcome).toBe('disagrees');
    }
  });

  it('in its levels', async () => {
    const { weights, n } = original.instance;
    const ranks = weights.map(() => 0);
    expect((await outcomeOf({ ...original, instance: { weights, ranks, n } })).outcome).toBe('disagrees');
  });
});

describe('an instance written in another way disagrees', () => {
  it('with levels that say nothing', async () => {
    const original = counterexample();
    const instance = { ...original.instance, ranks: [0, 1] };
    expect((await outcomeOf({ ...original, instance })).detail).toMatch(/^instance\.ranks differs/);
  });

  it('with continuous parts that are none', async () => {
    const original = counterexample();
    const instance = { ...original.instance, continuousParts: [] };
    expect((await outcomeOf({ ...original, instance })).detail).toMatch(/^instance\.continuousParts differs/);
  });
});

describe('what a file says of smaller instances', () => {
  const say = (leastOf: Found['leastOf']): Counterexample['found'] => provenance({ ...search, leastOf });
  const larger = untied([1n, 2n], 2);

  it.each([
    ['nothing smaller is in the domain', smallest, say({ tried: 0, maxDraws: 16 })],
    ['no simplification refutes', smallest, say(null)],
  ])('is worked out again: %s', async (_, instance, found) => {
    expect(await outcomeOf({ ...counterexample(instance), found })).toMatchObject({
      outcome: 'refuted',
      detail: 'KL = log n − (n−1)/n fails',
    });
  });

  it.each([
    ['nothing smaller is in the domain', larger, say({ tried: 0, maxDraws: 16 })],
    ['none of so many refutes', larger, say({ tried: 15, maxDraws: 16 })],
    ['none of another number refutes', smallest, say({ tried: 1, maxDraws: 16 })],
    ['no simplification refutes', larger, say(null)],
  ])('disagrees where it is not so: %s', async (_, instance, found) => {
    expect(await outcomeOf({ ...counterexample(instance), found })).toMatchObject({
      outcome: 'disagrees',
      detail: 'found.smallest is not true',
    });
  });

  it('is said not to be checked where it was cut short', async () => {
    const found = provenance({ ...search, isCutShort: true });
    expect(found.smallest).toBe('shrunk: there were too many simplifications to try them all');
    expect(await outcomeOf({ ...counterexample(), found })).toMatchObject({
      outcome: 'refuted',
      detail: 'KL = log n − (n−1)/n fails; whether it is smallest was not checked',
    });
  });

  it('is said not to be checked where that would take long', async () => {
    const crowd = untied(Array(65).fill(1n), 2);
    expect(await outcomeOf({ ...counterexample(crowd), found: say(null) })).toMatchObject({
      outcome: 'refuted',
      detail: 'KL = log n − (n−1)/n fails; whether it is smallest was not checked',
    });
  });
});

describe('a claim that states several relations', () => {
  const several: Claim = {
    ...equality,
    id: 'several',
    relations: (q) => [
      atMost('KL', q.kl, 'formula', q.atomlessKl),
      atMost('formula', q.atomlessKl, 'KL', q.kl),
      atMost('win rate', q.winRate, 'formula', q.atomlessKl),
    ],
  };

  async function fileOf(claim: Claim, index: number): Promise<string> {
    const relation = [...claim.relations(quantitiesOf(smallest))][index] as Relation;
    const file = join(await temporaryFolder(), 'x.json');
    await writeFile(file, JSON.stringify(describeInstance(claim, smallest, relation, FROM_SAMPLES)));
    return file;
  }

  it.each([
    ['not refuted', 0, 'KL ≤ formula holds on this instance'],
    ['refuted', 1, 'formula ≤ KL fails'],
    ['refuted', 2, 'win rate ≤ formula fails'],
  ])('%s on relation %s, of which the file is', async (outcome, index, detail) => {
    expect(await replay(await fileOf(several, index), [several])).toMatchObject({ outcome, detail });
  });

  it.each<[string, Claim['domain'], string | null]>([
    [
      'is at fault, with the file, where it throws',
      several.domain,
      'claim several cannot be checked on this instance: broken',
    ],
    ['compares nothing where it throws and does not speak', { ...several.domain, atoms: 3 }, null],
  ])('%s', async (_, domain, message) => {
    const file = await fileOf(several, 0);
    const relations = (): never => {
      throw new Error('broken');
    };
    const replayed = replay(file, [{ ...several, domain, relations }]);
    if (message) await expect(replayed).rejects.toThrow(new InputError(`${file}: ${message}`));
    else expect((await replayed).detail).toBe('the claim has no relation between KL and formula on this instance');
  });
});

describe('a claim that compares numbers of one name twice', () => {
  const twice: Claim = {
    ...equality,
    id: 'twice',
    relations: (q) => [
      atMost('KL', q.kl, 'bound', q.atomlessKl),
      atMost('KL', q.atomlessKl, 'bound', q.kl),
      atMost('KL', q.atomlessKl, 'bound', q.atomlessKl),
    ],
  };

  it('is replayed on the comparison that the file is of', async () => {
    const file = join(await temporaryFolder(), 'x.json');
    await writeFile(file, JSON.stringify(counterexample(smallest, twice)));
    expect(await replay(file, [twice])).toMatchObject({ outcome: 'refuted', detail: 'KL ≤ bound fails' });
    await writeFile(file, JSON.stringify(edited()));
    expect(await replay(file, [twice])).toMatchObject({ outcome: 'disagrees' });
  });

  function edited(): Counterexample {
    const original = counterexample(smallest, twice);
    return edit(original, original.violated.left.lo, nudged(original.violated.left.lo));
  }
});

it('a margin whose sign no precision tells is not what a file says', async () => {
  const third = (): Real => real({ enclose: (digits) => rationalReal(Rational.of(1, 3)).enclose(digits) });
  const claim: Claim = { ...equality, id: 'thirds', relations: () => [equal('one', third(), 'other', third())] };
  const original = counterexample();
  const { left, right } = original.violated;
  const violated = { ...original.violated, left: { ...left, name: 'one' }, right: { ...right, name: 'other' } };
  const file = join(await temporaryFolder(), 'x.json');
  await writeFile(file, JSON.stringify({ ...original, claim: 'thirds', violated }));
  expect(await replay(file, [claim])).toMatchObject({
    outcome: 'disagrees',
    detail: 'violated.margin differs from the value for the instance',
  });
});
