/** How colours look. */
export type Colour = readonly [number, number, number];

/** A colour from #rrggbb. */
export function colourOf(text: string): Colour {
  const [, ...parts] = /^#(..)(..)(..)$/.exec(text) ?? [];
  return parts.map((part) => Number.parseInt(part, 16) / 255) as unknown as Colour;
}

/** The linear parts of a colour; WCAG 2.2, relative luminance. */
const linear = (colour: Colour): Colour =>
  colour.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as unknown as Colour;

function luminance(colour: Colour): number {
  const [red, green, blue] = linear(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The ratio of contrast, from 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
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

export type Blindness = keyof typeof BLINDNESS;

/** The distance of two colours as they are seen without one kind of cones. */
export function distance(one: Colour, other: Colour, kind: Blindness): number {
  const [a, b] = [seen(one, kind), seen(other, kind)];
  return Math.hypot(...a.map((part, i) => part - (b[i] as number)));
}
