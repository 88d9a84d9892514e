import { describe, expect, it } from 'vitest';
import type { QuantityName } from '../../../src/conform/quantities.ts';
import { SLIPS } from '../../../src/conform/slips/slips.ts';
import { conformed, program, WORK } from '../run.ts';

/** The quantities in which each slip is planted; kl where nothing is said. */
const IN: Readonly<Record<string, readonly QuantityName[]>> = {
  'bound-for-win-rate': ['winRate'],
  'reversed-rewards': ['kl', 'winRate'],
  'outcomes-for-levels': ['winRate'],
  'half-of-ties': ['winRate'],
};

const STRICT = { rel: '1e-13', abs: '0' };

describe('a planted slip', () => {
  it.each(SLIPS.map(({ id }) => id))('is recognised: %s', async (id) => {
    const want = IN[id] ?? ['kl'];
    const tolerance = id === 'cancelling-terms' ? STRICT : 'doubles';
    const { status, quantities } = await conformed(program('slipping', id), { want, tolerance });
    expect(status).toBe('wrong');
    for (const { wrong, diagnoses, smallest } of quantities) {
      expect(diagnoses[0]).toMatchObject({ slip: id, page: `docs/conform.md#slip-${id}` });
      // Nearly all: the planted program has the rounding of doubles, too.
      expect(diagnoses[0]?.explained).toBeGreaterThanOrEqual(0.85 * wrong);
      expect(smallest?.isCutShort).toBe(false);
    }
  });

  it('is not seen in a program without one', async () => {
    const { status, quantities } = await conformed(program('slipping', 'none'), { want: ['kl', 'winRate'] }, WORK);
    expect(status).toBe('conforms');
    for (const { wrong, diagnoses, smallest } of quantities)
      expect([wrong, diagnoses, smallest]).toEqual([0, [], null]);
  });
});
