import { describe, expect, it } from 'vitest';
import { sharpness } from '../../properties/shared/sharpness.ts';

const cases = sharpness();

describe('sharp inequalities', () => {
  it('are those of the best constants and of the limits', () => {
    expect([...new Set(cases.map(({ claim }) => claim))]).toEqual([
      'sharp-quadratic',
      'sharp-cubic',
      'cubic-two',
      'win-rate-cubic',
      'kl-bound',
      'win-rate',
      'gap-lower',
    ]);
  });

  it.each(cases.map((x) => [x.claim, x.instance.n, x] as const))(
    '%s is tight to a millionth at n = %i',
    (_, __, { relative }) => {
      expect(relative.hi.lte('1e-6')).toBe(true);
      expect(relative.hi.gte(0)).toBe(true);
    },
  );
});
