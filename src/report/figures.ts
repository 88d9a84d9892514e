import { Decimal } from 'decimal.js';
import { asCode, inMarkdown, linked, type Markdown } from './escape.ts';
import type { Enclosure, Figure, Series } from './figure-schema.ts';
import { joined, md, NOTHING, table } from './md.ts';

/** Matches the parameters in the rows of a table: 1, 2 and 5 times a power of ten, and their reciprocals. The file has all points. */
const ROUND = /^(1\/)?[125]0*$/;
const DIGITS = 7;
const LONGEST_SEEN = 2000;

/** A figure, and the address of its picture with what one sees there. */
export interface Shown {
  readonly figure: Figure;
  readonly picture: { readonly path: string; readonly seen: string } | null;
}

/** The page of the figures: what each shows in numbers, and tables of its curves. */
export function figuresPage(figures: readonly Shown[]): string {
  const parts = [
    md`# Figures in numbers`,
    md`Every number is a certified enclosure, cut to ${DIGITS} digits for reading; the files in [figures](figures) have both ends, and all
points of the curves. Divergences are in nats.`,
    ...figures.map(section),
  ];
  return `${joined(parts, '\n\n')}\n`;
}

function section({ figure: { figure, title, shows, statement, series }, picture }: Shown): Markdown {
  const parts = [md`## ${inMarkdown(title)}`, withCode(shows)];
  if (picture) parts.push(md`!${linked(inMarkdown(picture.seen, LONGEST_SEEN), picture.path)}`);
  parts.push(
    table([
      [md`what`, md`where`, md`value`],
      ...statement.map(({ what, where, value }) => [inMarkdown(what), inMarkdown(where), short(value)]),
    ]),
  );
  for (const each of series) parts.push(md`### ${inMarkdown(each.name)}`, points(each));
  parts.push(md`All points: ${linked(inMarkdown(`${figure}.json`), `figures/${figure}.json`)}.`);
  return joined(parts, '\n\n');
}

/** Converts a text with names of fields in backticks. */
function withCode(text: string): Markdown {
  const parts = text.split(/`([^`]*)`/);
  return joined(
    parts.map((part, index) => (index % 2 === 1 ? asCode(part) : spaced(part))),
    '',
  );
}

/** The text with the spaces at its ends kept. */
function spaced(text: string): Markdown {
  const space = (end: RegExp): Markdown => (end.test(text) ? md` ` : NOTHING);
  return md`${space(/^ /)}${inMarkdown(text)}${space(/\S $/)}`;
}

function points({ parameter, points }: Series): Markdown {
  const names = Object.keys(points[0]?.values ?? {});
  return table([
    [inMarkdown(parameter), ...names.map((name) => inMarkdown(name))],
    ...points
      .filter(({ at }) => ROUND.test(at))
      .map(({ at, values }) => [inMarkdown(at), ...names.map((name) => short(values[name] as Enclosure))]),
  ]);
}

/** The lower end, truncated to a few digits. */
function short({ lo }: Enclosure): Markdown {
  return inMarkdown(new Decimal(lo).toSignificantDigits(DIGITS, Decimal.ROUND_DOWN).toString());
}
