import { curve, signs } from '../src/pictures/curve.ts';
import { LEFT } from '../src/pictures/frame.ts';
import { newDocument } from '../src/pictures/in-node.ts';
import type { Panel } from '../src/pictures/panel.ts';
import { draw } from '../src/pictures/picture.ts';
import { type Look, lookOf } from '../src/pictures/theme.ts';
import { IN_PROCESS } from './ours.ts';
import { type Timing, timingsOf } from './timings.ts';

const OURS = new Set(IN_PROCESS.filter(({ ours }) => ours).map(({ name }) => name));
const TICKS = [10, 1000, 100_000];
const [LOWEST, HIGHEST] = [5, 200_000];

/** Names that are longer stand on two lines. */
const LONG = 24;

const duration = (value: number): string => (value < 1000 ? `${value} ns` : `${value / 1000} µs`);
const thousands = (value: number): string => value.toLocaleString('en');

/**
 * The time for one outcome against K, one panel for each n, drawn from the table of a page of benchmarks. Ours are full lines. A level
 * line means a cost proportional to K.
 *
 * @throws Error where the page has no such table
 */
export function figure(page: string): string {
  const timings = timingsOf(page);
  const names = [...new Set(timings.map(({ name }) => name))];
  const panels = [...new Set(timings.map(({ draws }) => draws))].map((draws) =>
    panelOf(
      draws,
      names,
      timings.filter((timing) => timing.draws === draws),
    ),
  );
  return draw(newDocument(), {
    id: 'benchmarks',
    title: 'Time for one outcome: level lines are costs proportional to K',
    description: `Nanoseconds for one outcome against the number of outcomes K, both on logarithmic axes, one panel for each of n = ${panels.map(({ heading }) => heading?.replace('n = ', '')).join(', ')}. Full lines are ours, broken ones those of others. From the fastest to the slowest at the largest K of the last panel: ${fastestFirst(timings).join(', ')}.`,
    isTitled: true,
    panels,
  }).file();
}

function panelOf(draws: number, names: readonly string[], timings: readonly Timing[]): Panel {
  const largest = Math.max(...timings.map(({ outcomes }) => outcomes));
  const smallest = Math.min(...timings.map(({ outcomes }) => outcomes));
  const curves = names.flatMap((name, place) => {
    const points = timings
      .filter((timing) => timing.name === name)
      .map(({ outcomes, nanoseconds }) => ({ x: outcomes, y: nanoseconds }));
    const last = points.at(-1);
    return last ? [{ name, points, last, look: lookFor(name, place) }] : [];
  });
  return {
    height: 430,
    left: LEFT,
    right: 275,
    heading: `n = ${thousands(draws)}`,
    x: {
      label: 'K, outcomes',
      unit: null,
      type: 'log',
      domain: [smallest, largest],
      ticks: TICKS.filter((tick) => tick <= largest),
      words: thousands,
    },
    y: {
      label: 'time for one outcome',
      unit: null,
      type: 'log',
      domain: [LOWEST, HIGHEST],
      ticks: [10, 100, 1000, 10_000, 100_000],
      words: duration,
    },
    marks: curves.flatMap(({ points, look }) => [curve(points, look), signs(points, look, true)]),
    labels: curves.map(({ name, last, look: { colour } }) => ({ ...last, text: broken(name), colour, side: 'end' })),
  };
}

/** Full and broad lines for ours, broken and narrow ones for others. */
function lookFor(name: string, place: number): Look {
  const { colour, sign } = lookOf(place);
  return OURS.has(name)
    ? { colour, sign, dash: undefined, width: 3 }
    : { colour, sign, dash: lookOf(place + 1).dash ?? '5 3', width: 1.5 };
}

const broken = (name: string): string => (name.length > LONG ? name.replace(', ', ',\n') : name);

function fastestFirst(timings: readonly Timing[]): string[] {
  const { draws, outcomes } = timings.at(-1) as Timing;
  return timings
    .filter((timing) => timing.draws === draws && timing.outcomes === outcomes)
    .toSorted((a, b) => a.nanoseconds - b.nanoseconds)
    .map(({ name }) => name);
}
