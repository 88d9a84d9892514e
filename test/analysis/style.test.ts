import { describe, expect, it } from 'vitest';
import { STYLE } from '../../src/analysis/style.ts';
import { type Colour, colourOf, contrast, distance } from '../pictures/colour.ts';

/** The colours of each ground: on a screen in the light, in the dark, and printed. */
const GROUNDS = [...String(STYLE).matchAll(/:root \{([^}]*)\}/g)].map(
  ([, text = '']) =>
    new Map(
      [...text.matchAll(/--([a-z]+): (#......)/g)].map(([, name, colour]) => [
        name as string,
        colourOf(colour as string),
      ]),
    ),
);

describe('the colours of the page', () => {
  it('are there for light, dark and print', () => {
    expect(GROUNDS.map((colours) => [...colours.keys()])).toEqual(
      Array(3).fill(['ground', 'ink', 'soft', 'rule', 'interval', 'formula', 'other']),
    );
  });

  it.each([
    ['ink', 7],
    ['soft', 4.5],
    ['interval', 3],
    ['formula', 3],
    ['other', 3],
  ])('stand out from the ground: %s', (name, least) => {
    for (const colours of GROUNDS) {
      expect(contrast(colours.get(name) as Colour, colours.get('ground') as Colour)).toBeGreaterThan(least);
    }
  });

  it.each(['red', 'green'] as const)('of intervals and the formula differ for eyes without %s cones', (kind) => {
    for (const colours of GROUNDS) {
      const [one, other] = ['interval', 'formula'].map((name) => colours.get(name) as Colour);
      expect(distance(one as Colour, other as Colour, kind)).toBeGreaterThan(0.3);
    }
  });
});
