import { describe, expect, it } from 'vitest';
import type { Services } from '../../src/cli/context.ts';
import { bonafideWith } from './bonafide.ts';

/** Where there is no catalogue, and no choice of provers. */
const NONE: Services = {
  catalogue: new URL('./no-catalogue.ts', import.meta.url).href,
  chooseCheckers: () => Promise.reject(new Error('there are no checkers')),
};

describe('without claims and provers', () => {
  it.each([
    [['--version'], 0],
    [['--help'], 0],
    [['verify', '--help'], 0],
    [[], 2],
    [['frobnicate'], 2],
    [['verify', '--runs', '0'], 2],
    [['claims', '--json', '--json'], 2],
  ])('bonafide %j ends with %i', async (args, code) => {
    const { err, ...finished } = await bonafideWith(NONE, ...args);
    expect([finished.code, err]).toEqual([code, expect.not.stringContaining('internal error')]);
  });

  it('a command that needs them says that they are missing', async () => {
    const claims = await bonafideWith(NONE, 'claims');
    expect([claims.code, claims.err]).toEqual([3, expect.stringMatching(/internal error: .*no-catalogue\.ts/)]);
    const prove = await bonafideWith(NONE, 'prove');
    expect([prove.code, prove.err]).toEqual([3, expect.stringMatching(/internal error: there are no checkers;/)]);
  });
});
