import { expect, it } from 'vitest';
import { ClaimFault } from '../../src/claims/fault.ts';
import { unlessStopped } from '../../src/cli/unless-stopped.ts';
import { stalled } from '../../src/run/stopped.ts';

it('tells which conjecture ended a search, and throws other errors', async () => {
  const told: string[] = [];
  const tell = (id: string, message: string): void => void told.push(`${id}: ${message}`);
  const ids = ['slow', 'deep'];
  expect(await unlessStopped(Promise.resolve(), ids, tell)).toBe(true);
  expect(await unlessStopped(Promise.reject(stalled({ claim: 'slow' }, 120)), ids, tell)).toBe(false);
  expect(
    await unlessStopped(Promise.reject(new ClaimFault('deep', { weights: ['1'], n: 1 }, 'too deep')), ids, tell),
  ).toBe(false);
  expect(told).toEqual([expect.stringMatching(/^slow: .*120 s/), 'deep: too deep']);
  await expect(unlessStopped(Promise.reject(new Error('other')), ids, tell)).rejects.toThrow('other');
  await expect(unlessStopped(Promise.reject(stalled({ claim: 'kl-bound' }, 120)), ids, tell)).rejects.toThrow(
    'kl-bound',
  );
});
