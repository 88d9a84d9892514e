import { Decimal } from 'decimal.js';
import { markdownTable } from 'markdown-table';
import type { Enclosure, Figure, Series } from './figure-schema.ts';

/** The rows of a table: parameters 1, 2 and 5 times a power of ten, or one over these; the file has all points. */
const ROUND = /^(1\/)?[125]0*$/;
const DIGITS = 7;

/** The page of the figures for people: what each shows in numbers, and tables of its curves. */
export function figuresPage(figures: readonly Figure[], pictures: Readonly<Record<string, string>>): string {
  const parts = [
    '# Figures in numbers',
    `Every number is a certified enclosure, cut to ${DIGITS} digits for reading; the files in [figures](figures) have both ends, and all
points of the curves. Divergences are in nats.`,
    ...figures.map((figure) => section(figure, pictures[figure.figure])),
  ];
  return `${parts.join('\n\n')}\n`;
}

function section({ figure, title, shows, statement, series }: Figure, picture: string | undefined): string {
  const parts = [`## ${title}`, shows];
  if (picture) parts.push(`![${title}](${picture})`);
  parts.push(
    markdownTable([
      ['what', 'where', 'value'],
      ...statement.map(({ what, where, value }) => [what, where, short(value)]),
    ]),
  );
  for (const each of series) parts.push(`### ${each.name}`, table(each));
  parts.push(`All points: [${figure}.json](figures/${figure}.json).`);
  return parts.join('\n\n');
}

function table({ parameter, points }: Series): string {
  const names = Object.keys(points[0]?.values ?? {});
  return markdownTable([
    [parameter, ...names],
    ...points
      .filter(({ at }) => ROUND.test(at))
      .map(({ at, values }) => [at, ...names.map((name) => short(values[name] as Enclosure))]),
  ]);
}

/** The lower end, cut. */
function short({ lo }: Enclosure): string {
  return new Decimal(lo).toSignificantDigits(DIGITS, Decimal.ROUND_DOWN).toString();
}
