import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { catalogue } from '../../properties/index.ts';
import { provenance } from '../../src/evidence/counterexample.ts';
import { replay } from '../../src/evidence/replay.ts';
import { InputError } from '../../src/policy/errors.ts';
import { temporaryFolder } from './folder.ts';
import { counterexample, search } from './refuted.ts';

const good = counterexample();
const text = JSON.stringify(good);

/** What replaying a file of some text says after the file's name. */
async function complaint(content: string): Promise<string> {
  const file = join(await temporaryFolder(), 'x.json');
  await writeFile(file, content);
  const error: unknown = await replay(file, catalogue).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof InputError)) throw new Error('no InputError');
  expect(error.message.startsWith(file)).toBe(true);
  expect(error.message).not.toContain('\n');
  return error.message.slice(file.length);
}

describe('a file that is not JSON is named', () => {
  it.each([
    ['empty', ''],
    ['cut off in the middle', text.slice(0, text.length / 2)],
    ['cut off by one character', text.slice(0, -1)],
    ['no JSON at all', 'weights 1, 1'],
  ])('%s', async (_, content) => {
    expect(await complaint(content)).toBe(' is not JSON; is it cut off?');
  });

  it('missing', async () => {
    const file = join(await temporaryFolder(), 'absent.json');
    await expect(replay(file, catalogue)).rejects.toThrow(
      new InputError(`cannot read ${file}: there is no such file or folder`),
    );
  });
});

test('a file of an older form is told what to do', async () => {
  const older = JSON.stringify({ ...good, format: 'bonafide-counterexample/1' });
  expect(await complaint(older)).toBe(
    ': format: must be "bonafide-counterexample/2", not "bonafide-counterexample/1"; bonafide verify saves counterexamples in this form',
  );
});

describe('a field of the wrong form is named with its file', () => {
  const { format, ...unversioned } = good;
  const { violated, instance, found } = good;
  const searched = provenance(search);

  it.each([
    ['format', { ...good, format: `${format}1` }],
    ['claim', { ...good, claim: '../equality' }],
    ['format', unversioned],
    ['claim', { ...good, claim: 7 }],
    ['instance.weights', { ...good, instance: { ...instance, weights: [] } }],
    ['instance.weights.1', { ...good, instance: { ...instance, weights: ['1', 2] } }],
    ['instance.n', { ...good, instance: { ...instance, n: 0.5 } }],
    ['instance.n', { ...good, instance: { ...instance, n: '2' } }],
    ['instance.n', { ...good, instance: { ...instance, n: 0 } }],
    ['instance.n', { ...good, instance: { ...instance, n: 1_000_000_001 } }],
    ['instance.ranks', { ...good, instance: { ...instance, ranks: null } }],
    ['violated.is', { ...good, violated: { ...violated, is: '≥' } }],
    ['violated.left.lo', { ...good, violated: { ...violated, left: { ...violated.left, lo: 0.13 } } }],
    ['violated.margin.hi', { ...good, violated: { ...violated, margin: { lo: '1' } } }],
    ['found.by', { ...good, found: { ...found, by: 'hand' } }],
    ['found.seed', { ...good, found: { ...found, seed: 1 } }],
    ['found.smallest', { ...good, found: { ...found, smallest: 'the smallest of all' } }],
    ['found.seed', { ...good, found: { ...searched, seed: -1 } }],
    ['found.run', { ...good, found: { ...searched, run: 0 } }],
    ['found.shrinkingSteps', { ...good, found: { ...searched, shrinkingSteps: 1.5 } }],
    ['found.smallest', { ...good, found: { ...searched, smallest: 'as observed' } }],
    ['found.smallest', { ...good, found: { ...searched, smallest: 'the smallest of all' } }],
    ['instance', { ...good, instance: { ...instance, remark: 'an extra field' } }],
    ['violated.left', { ...good, violated: { ...violated, left: { ...violated.left, remark: 'an extra field' } } }],
    ['found', { ...good, found: { ...found, remark: 'an extra field' } }],
    ['the file', { ...good, remark: 'an extra field' }],
    ['the file', [good]],
    ['the file', null],
  ])('%s', async (field, content) => {
    expect((await complaint(JSON.stringify(content))).startsWith(`: ${field}: `)).toBe(true);
  });
});

describe('an instance that is none is refused with the name of its file', () => {
  it.each([
    [{ weights: ['1', '0'], n: 2 }, 'the weight "0" is not a positive integer'],
    [{ weights: ['1', '-1'], n: 2 }, 'the weight "-1" is not a positive integer'],
    [{ weights: ['1', '01'], n: 2 }, 'the weight "01" is not a positive integer'],
    [{ weights: ['1', '1/2'], n: 2 }, 'the weight "1/2" is not a positive integer'],
    [{ weights: ['1', 'one'], n: 2 }, 'the weight "one" is not a positive integer'],
    [{ weights: ['1', '1'], ranks: [1, 2], n: 2 }, 'the ranks must start at 0 and grow by 0 or 1'],
    [{ weights: ['1', '1'], ranks: [0, 2], n: 2 }, 'the ranks must start at 0 and grow by 0 or 1'],
    [{ weights: ['1', '1'], ranks: [0], n: 2 }, 'a policy of 2 weights needs one rank for each weight, not 1'],
    [{ weights: ['1', '1', '1'], ranks: [0, 1, 0], n: 2 }, 'the 3rd entry has a lower rank than the one before it'],
    [
      { weights: ['1', '1'], n: 2, continuousParts: [0, 0] },
      'the continuous parts must be increasing indices of outcomes, from 0 to at most 1',
    ],
    [
      { weights: ['1', '1'], n: 2, continuousParts: [1, 0] },
      'the continuous parts must be increasing indices of outcomes, from 0 to at most 1',
    ],
    [
      { weights: ['1', '1'], n: 2, continuousParts: [2] },
      'the continuous parts must be increasing indices of outcomes, from 0 to at most 1',
    ],
    [
      { weights: ['1', '1'], n: 2, continuousParts: [-1] },
      'the continuous parts must be increasing indices of outcomes, from 0 to at most 1',
    ],
    [{ weights: ['1', '1'], n: 2, ties: 'order' }, 'an order that breaks ties is given, but no rewards tie'],
    [{ weights: ['1', '1'], n: 2, auxiliary: ['01', '1'] }, 'the auxiliary weight "01" is not a nonnegative integer'],
  ])('%o', async (instance, reason) => {
    expect(await complaint(JSON.stringify({ ...good, instance }))).toBe(`: ${reason}`);
  });
});

describe('a claim that does not exist is named with the file', () => {
  it('in quotes', async () => {
    expect(await complaint(JSON.stringify({ ...good, claim: 'no-such' }))).toBe(
      ': there is no claim "no-such"; a claim of your own needs --claim FILE',
    );
  });
});

describe('a file that says a thing twice is refused', () => {
  it.each([
    ['"n":', '"n": 3, "n":'],
    ['"claim":', '"claim": "kl-bound", "claim":'],
    ['"smallest":', '"smallest": "as observed", "smallest":'],
  ])('%s', async (key, keys) => {
    const name = key.slice(1, -2);
    expect(await complaint(text.replace(key, keys))).toBe(`: the key "${name}" is given twice`);
  });

  it('or writes a number in another way', async () => {
    expect(await complaint(text.replace('"n":2', '"n":2.0'))).toBe(': the number 2.0 must be written 2');
  });
});
