import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { type Cell, median } from './rounds.ts';

interface Point {
  readonly outcomes: number;
  readonly draws: string;
  readonly nanoseconds: number;
  readonly name: string;
  readonly ours: boolean;
}

const OURS = { strokeWidth: 2.5 };
const THEIRS = { strokeWidth: 1.2, strokeDasharray: '5 3' };
const TICKS = [10, 1000, 100_000];
/** The smallest distance between two labels, as a factor on the vertical axis. */
const LABEL_GAP = 1.55;

/** The time for one outcome against K, one panel for each n, ours in full lines. A level line means a cost proportional to K. */
export function figure(cells: readonly Cell[]): string {
  const points = cells.flatMap(({ outcomes, draws, results }): Point[] =>
    results.map(({ subject, times }) => ({
      outcomes,
      draws: `n = ${draws.toLocaleString('en')}`,
      nanoseconds: median(times) / outcomes,
      name: subject.name,
      ours: subject.ours,
    })),
  );
  const names = [...new Set(points.map(({ name }) => name))];
  const largest = Math.max(...points.map(({ outcomes }) => outcomes));
  const { document } = parseHTML('<html><body></body></html>');
  const svg = Plot.plot({
    document,
    width: 1100,
    height: 460,
    marginTop: 40,
    marginRight: 190,
    style: { background: 'white', fontSize: '12px' },
    x: { type: 'log', label: 'K, outcomes →', ticks: TICKS.filter((tick) => tick <= largest), tickFormat: '~s' },
    y: { type: 'log', label: '↑ nanoseconds for one outcome', grid: true, tickFormat: '~s' },
    fx: { label: null, domain: [...new Set(points.map(({ draws }) => draws))] },
    color: { domain: names, scheme: 'Tableau10' },
    marks: [
      Plot.frame({ stroke: '#ddd' }),
      ...[true, false].map((ours) =>
        Plot.line(
          points.filter((point) => point.ours === ours),
          { x: 'outcomes', y: 'nanoseconds', fx: 'draws', stroke: 'name', ...(ours ? OURS : THEIRS) },
        ),
      ),
      Plot.dot(points, { x: 'outcomes', y: 'nanoseconds', fx: 'draws', fill: 'name', r: 2.5 }),
      Plot.text(labels(points, names), {
        x: 'outcomes',
        y: 'nanoseconds',
        fx: 'draws',
        text: 'name',
        fill: 'name',
        textAnchor: 'start',
        dx: 12,
      }),
    ],
  });
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return `${svg.outerHTML}\n`;
}

/** The names at the right border of the last panel, at the height of their lines, moved so that they do not overlap. */
function labels(points: readonly Point[], names: readonly string[]): Point[] {
  const draws = points.at(-1)?.draws ?? '';
  const outcomes = Math.max(...points.map((point) => point.outcomes));
  const ends = names.flatMap((name) => points.findLast((point) => point.name === name && point.draws === draws) ?? []);
  let lowest = 0;
  return ends
    .toSorted((a, b) => a.nanoseconds - b.nanoseconds)
    .map((end) => {
      lowest = Math.max(end.nanoseconds, lowest * LABEL_GAP);
      return { ...end, outcomes, nanoseconds: lowest };
    });
}
