import { expect, it } from 'vitest';
import { catalogue } from '../../properties/index.ts';
import { seeded } from '../../src/search/random.ts';
import { bonafide } from '../cli/bonafide.ts';

const SOME = 6;

it.each([1, 2, 3])(
  'one worker and up to four print the same bytes, of claims and with a seed chosen by chance, %i',
  async (round) => {
    const random = seeded(`workers/${round}`);
    const ids = Array.from({ length: SOME }, () => catalogue[random.integer(0, catalogue.length - 1)]?.id ?? '');
    const seed = String(random.integer(0, 2 ** 31 - 1));
    const printed = async (workers: number): Promise<string> => {
      const args = ['--runs', '60', '--seed', seed, '--workers', String(workers), '--json'];
      return (await bonafide('verify', ...new Set(ids), ...args)).out;
    };
    const alone = await printed(1);
    expect(alone).toContain('"bonafide-report/2"');
    for (const workers of [2, 3, 4]) expect(await printed(workers)).toBe(alone);
  },
);
