/** Draws docs/formula-and-kl.svg, the picture of the README, from certified numbers. */
import { writeFile } from 'node:fs/promises';
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { BestOfN, FinitePolicy, printReal, type Real } from '../src/index.ts';

const DRAWS = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1000];
const OUTCOMES = [2, 10, 100];

interface Point {
  readonly n: number;
  readonly nats: number;
  readonly curve: string;
}

function point(curve: string, n: number, value: Real): Point {
  return { n, nats: Number(printReal(value, 6).lo), curve };
}

const uniform = (size: number): FinitePolicy => FinitePolicy.fromWeights(Array.from({ length: size }, () => 1n));

const formula = DRAWS.map((n) => point('formula', n, new BestOfN(uniform(1), n).atomlessKl));
const truth = OUTCOMES.flatMap((size) => {
  const policy = uniform(size);
  return DRAWS.map((n) => point(`${size} outcomes`, n, new BestOfN(policy, n).kl));
});
const ends = [...formula, ...truth].filter(({ n }) => n === DRAWS.at(-1));

const { document } = parseHTML('<html><body></body></html>');
const svg = Plot.plot({
  document,
  width: 720,
  height: 400,
  marginRight: 100,
  style: { background: 'white', fontSize: '12px' },
  x: { type: 'log', label: 'n, draws →', ticks: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000], tickFormat: 'd' },
  y: { label: '↑ KL from the reference, nats', grid: true },
  marks: [
    Plot.ruleY([0]),
    Plot.line(truth, { x: 'n', y: 'nats', z: 'curve', stroke: 'steelblue', strokeWidth: 2 }),
    Plot.line(formula, { x: 'n', y: 'nats', stroke: 'crimson', strokeWidth: 2, strokeDasharray: '6 4' }),
    Plot.text(ends, {
      x: 'n',
      y: 'nats',
      text: ({ curve }: Point) => (curve === 'formula' ? 'log n − (n−1)/n' : curve),
      textAnchor: 'start',
      dx: 6,
      fill: ({ curve }: Point) => (curve === 'formula' ? 'crimson' : 'steelblue'),
    }),
  ],
});
svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
await writeFile(new URL('../docs/formula-and-kl.svg', import.meta.url), `${svg.outerHTML}\n`);
