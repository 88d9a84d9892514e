import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../properties/index.ts';
import { replay } from '../../src/evidence/replay.ts';
import type { Counterexample } from '../../src/evidence/schema.ts';
import { temporaryFolder } from './folder.ts';
import { counterexample, tied } from './refuted.ts';

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
    expect([outcome, detail]).toEqual(['disagrees', `${field} differs from what the instance gives`]);
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
    expect([outcome, detail]).toEqual(['disagrees', `${field} differs from what the instance gives`]);
  });

  it('in an exact form that is taken away', async () => {
    const violated = { ...original.violated, left: { ...left, exact: null } };
    expect((await outcomeOf({ ...original, violated })).detail).toMatch(/^violated\.left\.exact differs/);
  });

  it('in its statement', async () => {
    const { outcome, detail } = await outcomeOf({ ...original, statement: 'KL(π‖p) = log n' });
    expect([outcome, detail]).toEqual(['disagrees', 'statement differs from what the instance gives']);
  });

  it('in its relation', async () => {
    const { outcome, detail } = await outcomeOf({ ...original, violated: { ...original.violated, is: '≤' } });
    expect([outcome, detail]).toEqual(['disagrees', 'violated.is differs from what the instance gives']);
  });

  it.each(['left', 'right'] as const)('in the name of its %s side', async (side) => {
    const violated = { ...original.violated, [side]: { ...original.violated[side], name: 'H_2' } };
    const { outcome, detail } = await outcomeOf({ ...original, violated });
    expect(outcome).toBe('disagrees');
    expect(detail).toMatch(/^the claim compares no .*H_2.* on this instance$/);
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
});
