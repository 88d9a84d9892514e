import { expect, it } from 'vitest';
import { ClaimFault } from '../../src/claims/fault.ts';
import { unlessStopped } from '../../src/cli/unless-stopped.ts';
import { stalled } from '../../src/run/stopped.ts';

it('tells which conjecture ended a search, and throws other errors', async () => {
  const told: string[] = [];
  const tell = (id: string, message: string): void => void told.push(`${id}: ${message}`);
  expect(await unlessStopped(Promise.resolve(), tell)).toBe(true);
  expect(await unlessStopped(Promise.reject(stalled({ claim: 'slow' }, 120)), tell)).toBe(false);
  expect(await unlessStopped(Promise.reject(new ClaimFault('deep', { weights: ['1'], n: 1 }, 'too deep')), tell)).toBe(
    false,
  );
  expect(told).toEqual([expect.stringMatching(/^slow: .*120 s/), 'deep: too deep']);
  await expect(unlessStopped(Promise.reject(new Error('other')), tell)).rejects.toThrow('other');
});
