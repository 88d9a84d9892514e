import { describe, expect, it } from 'vitest';
import { STYLE } from '../../src/analysis/style.ts';

type Colour = readonly [number, number, number];

/** The colours of each ground: on a screen in the light, in the dark, and printed. */
const GROUNDS = [...String(STYLE).matchAll(/:root \{([^}]*)\}/g)].map(
  ([, text = '']) =>
    new Map(
      [...text.matchAll(/--([a-z]+): #(..)(..)(..)/g)].map(([, name, ...parts]) => [
        name as string,
        parts.map((part) => Number.parseInt(part, 16) / 255) as unknown as Colour,
      ]),
    ),
);

/** The linear parts of a colour; WCAG 2.2, relative luminance. */
const linear = (colour: Colour): Colour =>
  colour.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as unknown as Colour;

function luminance(colour: Colour): number {
  const [red, green, blue] = linear(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Colour, other: Colour): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** How a colour looks without one kind of cones; Machado, Oliveira and Fernandes, 2009, at full severity. */
const BLINDNESS = {
  red: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  green: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
} as const;

function seen(colour: Colour, kind: keyof typeof BLINDNESS): Colour {
  const parts = linear(colour);
  const row = (at: number): number =>
    [0, 1, 2].reduce((sum, i) => sum + (BLINDNESS[kind][at + i] as number) * (parts[i] as number), 0);
  return [row(0), row(3), row(6)];
}

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
      const [one, other] = ['interval', 'formula'].map((name) => seen(colours.get(name) as Colour, kind));
      const distance = Math.hypot(...(one as Colour).map((part, i) => part - ((other as Colour)[i] as number)));
      expect(distance).toBeGreaterThan(0.3);
    }
  });
});
