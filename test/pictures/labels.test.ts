import { describe, expect, it } from 'vitest';
import { spread, widthOf, wrapped } from '../../src/pictures/labels.ts';

const tall = (height: number, ...at: number[]) => at.map((each) => ({ at: each, height }));

describe('texts one above the other', () => {
  it('stay where they have room, in their order', () => {
    expect(spread(tall(10, 50, 20, 80), 0, 100)).toEqual([50, 20, 80]);
    expect(spread([], 0, 100)).toEqual([]);
  });

  it('are moved as little as that none covers another', () => {
    expect(spread(tall(10, 50, 52), 0, 100)).toEqual([46, 56]);
    expect(spread(tall(10, 50, 50, 50), 0, 100)).toEqual([40, 50, 60]);
    expect(spread([...tall(20, 50), ...tall(10, 50)], 0, 100)).toEqual([42.5, 57.5]);
  });

  it('stay between the ends', () => {
    expect(spread(tall(10, 1, 2, 99), 0, 100)).toEqual([5, 15, 95]);
    expect(spread(tall(10, 98, 99), 0, 100)).toEqual([85, 95]);
  });

  it('never cover one another, whatever their places', () => {
    for (let seed = 1; seed < 200; seed += 1) {
      const texts = Array.from({ length: 7 }, (_, i) => ({
        at: (seed * 37 + i * i * seed * 11) % 200,
        height: 10 + ((seed * (i + 1)) % 3) * 5,
      }));
      const found = spread(texts, 0, 200);
      const order = found.map((_, i) => i).sort((a, b) => (found[a] as number) - (found[b] as number));
      for (const [place, index] of order.slice(1).entries()) {
        const above = order[place] as number;
        const room = ((texts[above]?.height ?? 0) + (texts[index]?.height ?? 0)) / 2;
        expect((found[index] as number) - (found[above] as number)).toBeGreaterThanOrEqual(room - 1e-9);
      }
    }
  });
});

describe('lines of a text', () => {
  it('are no wider than allowed, and longer words stay whole', () => {
    expect(wrapped('one two three', 10, widthOf('one two', 10))).toEqual(['one two', 'three']);
    expect(wrapped('incomprehensibilities are long', 10, 50)).toEqual(['incomprehensibilities', 'are long']);
    expect(wrapped('n\u00a0=\u00a0L', 10, 1)).toEqual(['n\u00a0=\u00a0L']);
  });

  it('are measured by the longest', () => {
    expect(widthOf('a\nlong', 10)).toBe(widthOf('long', 10));
  });
});
