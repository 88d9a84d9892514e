import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import type { Enclosure, Figure } from '../../src/report/figure-schema.ts';

interface Dot {
  readonly x: number;
  readonly y: number;
  readonly curve: string;
}

/** Significant digits of coordinates, enough for drawing. */
const PLACES = 6;
const at = ({ lo }: Enclosure): number => Number(Number(lo).toPrecision(PLACES));

/** The KL, the analytical formula and, dotted, the estimator of uniform policies against n. */
export function uniformPicture({ series }: Figure): string {
  const truth = series.flatMap(({ name, points }) =>
    points.map(({ at: n, values }): Dot => ({ x: Number(n), y: at(values.kl as Enclosure), curve: name })),
  );
  const formula = (series.at(-1)?.points ?? []).map(
    ({ at: n, values }): Dot => ({ x: Number(n), y: at(values.formula as Enclosure), curve: 'formula' }),
  );
  const estimates = series.flatMap(({ name, points }) =>
    points.map(({ at: n, values }): Dot => ({ x: Number(n), y: at(values.estimator as Enclosure), curve: name })),
  );
  return draw({
    x: { type: 'log', label: 'n, draws →', ticks: [1, 10, 100, 1000, 10_000, 100_000], tickFormat: 'd' },
    y: { label: '↑ KL from the reference, nats', grid: true },
    marks: [
      Plot.ruleY([0]),
      Plot.line(truth, { x: 'x', y: 'y', z: 'curve', stroke: 'steelblue', strokeWidth: 2 }),
      Plot.line(formula, { x: 'x', y: 'y', stroke: 'crimson', strokeWidth: 2, strokeDasharray: '6 4' }),
      Plot.line(estimates, { x: 'x', y: 'y', z: 'curve', stroke: 'black', strokeDasharray: '2 3' }),
      named(ends(truth), 'steelblue', ({ curve }) => curve),
      named(ends(formula), 'crimson', () => 'log n − (n−1)/n'),
    ],
  });
}

interface Style {
  readonly fill: string;
  /** The parameter at which the curve has its label; by default its end. */
  readonly at?: string;
  readonly textAnchor: 'start' | 'end';
  readonly dy: number;
}

const STYLES: Readonly<Record<string, Style>> = {
  'optimal tilt': { fill: 'black', at: '4', textAnchor: 'end', dy: -6 },
  'best-of-n without atoms': { fill: 'crimson', textAnchor: 'start', dy: -6 },
  'rewind-and-repeat': { fill: 'seagreen', at: '1/3', textAnchor: 'start', dy: 12 },
  'best-of-n, 2 equal outcomes': { fill: 'steelblue', textAnchor: 'start', dy: 10 },
  'best-of-n, weights 2, 1, 1, 1': { fill: 'steelblue', textAnchor: 'start', dy: 10 },
  'best-of-n, 10 equal outcomes': { fill: 'steelblue', textAnchor: 'start', dy: 10 },
};
const MAX_NATS = 3;

/** Win rate against KL: curves where the parameter is real, points where n is an integer. */
export function tradeOffPicture({ series }: Figure): string {
  const curves = series.flatMap(({ name, points }) => {
    const style = STYLES[name];
    if (!style) return [];
    const dots = points
      .map(({ at: label, values }) => ({
        x: at(values.kl as Enclosure),
        y: at(values.winRate as Enclosure),
        curve: name,
        label,
      }))
      .filter(({ x }) => x <= MAX_NATS);
    return [
      {
        style,
        dots,
        named: dots
          .filter(({ label }) => label === style.at)
          .concat(dots.slice(-1))
          .slice(0, 1),
      },
    ];
  });
  return draw({
    x: { label: 'KL from the reference, nats →', domain: [0, MAX_NATS] },
    y: { label: '↑ win rate against the reference', domain: [0.5, 1], grid: true },
    marks: curves.flatMap(({ style: { fill, textAnchor, dy }, dots, named: ends }) => [
      Plot.line(fill === 'steelblue' ? [] : dots, { x: 'x', y: 'y', stroke: fill, strokeWidth: 1.5 }),
      Plot.dot(
        dots.filter(({ curve, label }) => curve.startsWith('best-of-n') && !label.includes('/')),
        { x: 'x', y: 'y', fill, r: 2.5 },
      ),
      Plot.text(ends, { x: 'x', y: 'y', text: 'curve', fill, textAnchor, dx: textAnchor === 'end' ? -8 : 8, dy }),
    ]),
  });
}

/** The last point of each curve. */
function ends(dots: readonly Dot[]): Dot[] {
  return [...new Map(dots.map((dot) => [dot.curve, dot])).values()];
}

function named(dots: readonly Dot[], fill: string, text: (dot: Dot) => string) {
  return Plot.text(dots, { x: 'x', y: 'y', text, fill, textAnchor: 'start', dx: 6 });
}

function draw(options: Plot.PlotOptions): string {
  const { document } = parseHTML('<html><body></body></html>');
  const svg = Plot.plot({
    document,
    width: 720,
    height: 400,
    marginRight: 165,
    style: { background: 'white', fontSize: '12px' },
    ...options,
  });
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return `${svg.outerHTML}\n`;
}
