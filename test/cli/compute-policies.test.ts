import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Computed } from '../../src/report/computed.ts';
import { temporaryFolder } from '../evidence/folder.ts';
import { computed } from './computed.ts';

async function ofFile(policy: object, ...more: string[]): Promise<Computed> {
  const file = join(await temporaryFolder(), 'policy.json');
  await writeFile(file, JSON.stringify(policy));
  return computed('--policy', file, '--pmf', ...more);
}

const exactPmf = ({ pmf }: Computed): (string | null)[] => (pmf ?? []).map(({ exact }) => exact);

describe('one policy in several forms gives one result', () => {
  it.each([
    ['scaled weights', ['--weights', '10,20,30']],
    ['fractions', ['--weights', '1/6,1/3,1/2']],
    ['decimals', ['--weights', '0.1, 0.2, 3e-1']],
    ['probabilities', ['--probabilities', '1/6,1/3,0.5']],
    ['probabilities to be normalised', ['--probabilities', '1/3,2/3,1', '--normalize']],
  ])('%s', async (_, args) => {
    expect(await computed(...args, '--n', '3')).toEqual(await computed('--weights', '1,2,3', '--n', '3'));
  });

  it('files', async () => {
    const expected = await computed('--weights', '1,2,3', '--n', '3', '--pmf');
    expect(await ofFile({ weights: [1, '2', '6/2'] }, '--n', '3')).toEqual(expected);
    expect(await ofFile({ probabilities: ['1/6', '1/3', '0.5'] }, '--n', '3')).toEqual(expected);
    expect(await ofFile({ probabilities: ['1', '2', '3'] }, '--n', '3', '--normalize')).toEqual(expected);
    const outcomes = [1, 2, 3].map((weight) => ({ reward: weight * 10, weight }));
    expect(await ofFile({ outcomes }, '--n', '3')).toEqual(expected);
  });
});

describe('the PMF', () => {
  const unordered = {
    outcomes: [
      { reward: '5', weight: 3 },
      { reward: '-1', weight: 1 },
      { reward: '0.5', weight: 2 },
    ],
  };

  it('comes in the order of the input, not of the rewards', async () => {
    expect(exactPmf(await computed('--weights', '1,2,3', '--n', '2', '--pmf'))).toEqual(['1/36', '2/9', '3/4']);
    expect(exactPmf(await ofFile(unordered, '--n', '2'))).toEqual(['3/4', '1/36', '2/9']);
  });
});

describe('ties', () => {
  const tied = {
    outcomes: [
      { reward: 1, weight: 1 },
      { reward: 0, weight: 2 },
      { reward: 1, weight: 3 },
    ],
  };

  it('are broken at random, in proportion, unless told otherwise', async () => {
    // Level 1 has mass 2/3: 1 − (1/3)² = 8/9, a quarter of it to the first.
    expect(exactPmf(await ofFile(tied, '--n', '2'))).toEqual(['2/9', '1/9', '2/3']);
    expect(await ofFile(tied, '--n', '2', '--ties', 'level')).toEqual(await ofFile(tied, '--n', '2'));
  });

  it('are broken by the order of the file where that is wanted', async () => {
    const byOrder = await ofFile(tied, '--n', '2', '--ties', 'order');
    expect(exactPmf(byOrder)).toEqual(['5/36', '1/9', '3/4']);
    expect(byOrder.kl).toEqual((await computed('--weights', '2,1,3', '--n', '2')).kl);
  });

  it('leave the win rate alone, however they are broken', async () => {
    const [level, order] = [await ofFile(tied, '--n', '2'), await ofFile(tied, '--n', '2', '--ties', 'order')];
    expect(order.winRate).toEqual(level.winRate);
    expect(order.kl).not.toEqual(level.kl);
  });

  it('are no error where there are none', async () => {
    const args = ['--weights', '1,2,3', '--n', '2'];
    expect(await computed(...args, '--ties', 'error')).toEqual(await computed(...args));
  });
});
