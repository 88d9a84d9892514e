import { describe, expect, it } from 'vitest';
import { COLOURS, FORMULA, GROUND, LETTERS, lookOf, WIDTH } from '../../src/pictures/theme.ts';
import { colourOf, contrast, distance } from './colour.ts';

const GROUNDS = ['light', 'dark'] as const;
const LOOKS = Array.from({ length: 7 }, (_, place) => lookOf(place));

describe.each(GROUNDS)('the colours of pictures on %s ground', (ground) => {
  const ratio = (name: keyof typeof COLOURS): number =>
    contrast(colourOf(COLOURS[name][ground]), colourOf(GROUND[ground]));

  it('can be read as texts', () => {
    expect(ratio('ink')).toBeGreaterThan(7);
    for (const name of ['soft', 'vermilion', 'blue', 'green', 'purple', 'ochre'] as const) {
      expect(ratio(name), name).toBeGreaterThan(4.5);
    }
  });

  it.each(['red', 'green'] as const)('of neighbours differ for eyes without %s cones', (kind) => {
    for (const [place, { colour }] of LOOKS.entries()) {
      for (const other of [lookOf(place + 1).colour, FORMULA.colour]) {
        const apart = distance(colourOf(COLOURS[colour][ground]), colourOf(COLOURS[other][ground]), kind);
        expect(apart, `${colour}, ${other}`).toBeGreaterThan(0.05);
      }
    }
  });
});

describe('curves', () => {
  it('differ without any colour, seven of them and the formula', () => {
    const dashes = [...LOOKS, FORMULA].map(({ dash }) => dash);
    expect(new Set(dashes).size).toBe(8);
    for (const [place, { sign }] of LOOKS.entries()) expect(lookOf(place + 1).sign).not.toBe(sign);
  });
});

describe('letters', () => {
  it('are 10 pixels high where the picture is 360 pixels wide', () => {
    expect((LETTERS * 360) / WIDTH).toBeGreaterThanOrEqual(10);
  });
});
