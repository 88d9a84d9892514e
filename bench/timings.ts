/** The time of one subject for one outcome. */
export interface Timing {
  readonly outcomes: number;
  readonly draws: number;
  readonly name: string;
  readonly nanoseconds: number;
}

const HEADING = '## Nanoseconds for one outcome';

/** The times in the table of a page of benchmarks. @throws Error where the page has none. */
export function timingsOf(page: string): Timing[] {
  const table = page.split(HEADING)[1]?.split('\n## ')[0] ?? '';
  const [header, , ...rows] = table
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map(cellsOf);
  if (!header || rows.length === 0) throw new Error(`the page has no table below "${HEADING}"`);
  return rows.flatMap(([outcomes = '', draws = '', ...times]) =>
    times.flatMap((time, i) => {
      const nanoseconds = number(time);
      const name = header[i + 2] as string;
      return Number.isFinite(nanoseconds)
        ? [{ outcomes: number(outcomes), draws: number(draws), name, nanoseconds }]
        : [];
    }),
  );
}

function cellsOf(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

const number = (text: string): number => Number.parseFloat(text.replaceAll(',', ''));
