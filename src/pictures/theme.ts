/** The look of all pictures. */

/** A colour on light and on dark ground. */
export interface Pair {
  readonly light: string;
  readonly dark: string;
}

/**
 * The colours of Okabe and Ito, which colour-blind people tell apart, darker on light ground. A test holds their contrast. No meaning
 * rests on colour alone: curves differ in their dashes, widths or signs as well.
 */
export const COLOURS = {
  ink: { light: '#1b1f24', dark: '#e8ebee' },
  soft: { light: '#57606a', dark: '#a5aeb8' },
  rule: { light: '#d0d7de', dark: '#3a424b' },
  vermilion: { light: '#b84a00', dark: '#f0a030' },
  blue: { light: '#0072b2', dark: '#56b4e9' },
  green: { light: '#00694c', dark: '#2fc79b' },
  purple: { light: '#7a3e6d', dark: '#dd9cc8' },
  ochre: { light: '#5e4500', dark: '#f0e442' },
} as const satisfies Readonly<Record<string, Pair>>;

export const GROUND: Pair = { light: '#ffffff', dark: '#14171b' };

export type Colour = keyof typeof COLOURS;

/** The size of a picture in its own units, and of its letters. At a width of 360 pixels letters are 10 pixels high. */
export const WIDTH = 600;
export const LETTERS = 17;
export const TITLE_LETTERS = 20;
export const LINE = 21;

const FONT = 'system-ui, sans-serif';

/** The style of one picture. It touches nothing outside of elements of this class. */
export function styleOf(name: string): string {
  const within = (selector: string): string => `.${name} .${selector}`;
  return [
    '',
    `.${name} { font: ${LETTERS}px ${FONT}; }`,
    `${within('headline')} { font: 600 ${TITLE_LETTERS}px ${FONT}; }`,
    `${within('label')} { font-weight: 600; paint-order: stroke; stroke-width: 4px; stroke-linejoin: round; }`,
    `${within('between')} { opacity: 0.16; }`,
    ...colours(name, 'light'),
    '@media screen and (prefers-color-scheme: dark) {',
    ...colours(name, 'dark'),
    '}',
    '',
  ].join('\n');
}

function colours(name: string, ground: keyof Pair): string[] {
  return [
    `.${name}, .${name} .ink { color: ${COLOURS.ink[ground]}; }`,
    `.${name} .ground { fill: ${GROUND[ground]}; }`,
    `.${name} .label { stroke: ${GROUND[ground]}; }`,
    ...Object.entries(COLOURS)
      .filter(([colour]) => colour !== 'ink')
      .map(([colour, pair]) => `.${name} .${colour} { color: ${pair[ground]}; }`),
  ];
}

/** How a curve is drawn: its colour, its dashes, its width in units and the sign at its points. */
export interface Look {
  readonly colour: Colour;
  readonly dash: string | undefined;
  readonly width: number;
  readonly sign: Sign;
}

/** Signs, by the names that Plot gives them. */
export type Sign = (typeof SIGNS)[number];

const SIGNS = ['circle', 'square', 'triangle', 'diamond', 'cross', 'star', 'wye'] as const;
const DASHES = [undefined, '4 4', '1 5', '14 4 2 4', '20 4', '6 3 1 3', '1 4 1 8'] as const;
const WIDTHS = [3, 2.5] as const;
const CURVES = ['blue', 'green', 'purple', 'ochre', 'ink'] as const satisfies readonly Colour[];

/** The formula log n − (n−1)/n, in all pictures. */
export const FORMULA: Look = { colour: 'vermilion', dash: '9 5', width: 3, sign: 'circle' };

/** The look of the curve at a place of the list of curves, from 0. Neighbours differ in colour, dashes and sign, and any seven in dashes. */
export function lookOf(place: number): Look {
  const pick = <T>(all: readonly T[]): T => all[place % all.length] as T;
  return { colour: pick(CURVES), dash: pick(DASHES), width: pick(WIDTHS), sign: pick(SIGNS) };
}
