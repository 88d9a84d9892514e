import { domainOf } from '../../pictures/axis.ts';
import { curve } from '../../pictures/curve.ts';
import { across, type Frame, placeIn, up } from '../../pictures/frame.ts';
import { widthOf } from '../../pictures/labels.ts';
import type { Label } from '../../pictures/placed.ts';
import { FORMULA, LETTERS, LINE, WIDTH } from '../../pictures/theme.ts';
import { type Drawn, frameOf } from './frame.ts';
import { type Ends, formulaAt, realDraws } from './kl-plot.ts';
import { bars, estimates, type Stretch } from './marks.ts';

/** A quantity with what is known of it: its interval, if any, and its estimate, if any, which may be a range. */
export interface Extent {
  readonly interval: Ends | null;
  readonly estimate: Ends | null;
}

/** What is known at one n of the KL and of a quantity that it buys. */
export interface Bought {
  readonly n: number;
  readonly kl: Extent;
  readonly gain: Extent;
  /** What a pointer shows. */
  readonly words: string;
}

/** An axis of what is bought; `atomless` is its value at n draws of which no two tie. */
export interface Gain {
  readonly label: string;
  readonly range: Ends | null;
  readonly atomless: ((n: number) => number) | null;
}

/** What the KL bought at each n, as crosses of intervals, with a dot where both are estimated. */
export function boughtForKl(all: readonly Bought[], { label, range, atomless }: Gain): Drawn {
  const draws = Math.max(...all.map(({ n }) => n));
  const most = Math.max(formulaAt(draws), ...all.map(({ kl }) => endsOf(kl).upper));
  const gains = range ?? around(all.map(({ gain }) => endsOf(gain)));
  const frame = frameOf(() => ({
    x: { label: 'KL from the policy', unit: 'nats', type: 'linear', domain: [0, most || 1], ticks: 5 },
    y: { label, unit: null, type: 'linear', domain: domainOf(gains.lower, gains.upper), ticks: 5 },
  }));
  const reference = atomless ? realDraws(1, draws).map((n) => ({ x: formulaAt(n), y: atomless(n) })) : [];
  const named = reference.slice(-1).map((end): Label => ({ ...end, text: 'no ties', colour: FORMULA.colour }));
  return {
    ...frame,
    marks: [
      curve(reference, FORMULA),
      ...bars(arms(all, 'kl', 'gain', 'interval'), 'across'),
      ...bars(arms(all, 'gain', 'kl', 'interval'), 'upright'),
      estimates(
        arms(
          all.filter(({ gain }) => gain.estimate),
          'kl',
          'gain',
          'estimate',
        ),
        'across',
      ),
    ],
    labels: [...named, ...numbers(all, frame, named)],
  };
}

/** The known extents of one quantity, at the middles of the other one. */
function arms(all: readonly Bought[], along: 'kl' | 'gain', other: 'kl' | 'gain', known: keyof Extent): Stretch[] {
  return all.flatMap((one) => {
    const ends = one[along][known];
    return ends ? [{ ...ends, at: middle(one[other]), words: one.words }] : [];
  });
}

/** The number of draws beside each cross, left out where it would cover another one or a name. */
function numbers(all: readonly Bought[], frame: Frame, names: readonly Label[]): Label[] {
  const taken = names.map((name) => ({ x: across(frame)[1], y: placeIn(frame, name).y }));
  return all.flatMap(({ n, kl, gain }): Label[] => {
    const at = { x: middle(kl), y: middle(gain) };
    const { x, y } = placeIn(frame, at);
    const text = `n = ${n}`;
    const width = widthOf(text, LETTERS) + LINE / 2;
    const isLeft = x + width > WIDTH;
    // Below the curve of no ties, but above the axis.
    const isAbove = y + 2 * LINE > up(frame)[0];
    const start = { x: isLeft ? x - width : x, y: isAbove ? y - LINE : y + LINE };
    if (taken.some((other) => Math.abs(other.y - start.y) < LINE && Math.abs(other.x - start.x) < width)) return [];
    taken.push(start);
    return [{ ...at, text, colour: 'ink', side: `${isAbove ? 'above' : 'below'}-${isLeft ? 'left' : 'right'}` }];
  });
}

/** The middle of the estimate, or else of the interval. */
function middle({ interval, estimate }: Extent): number {
  const { lower, upper } = estimate ?? interval ?? { lower: 0, upper: 0 };
  return (lower + upper) / 2;
}

function endsOf(known: Extent): Ends {
  const { interval, estimate } = known;
  const all = [interval, estimate].flatMap((ends) => (ends ? [ends.lower, ends.upper] : []));
  return { lower: Math.min(...all, middle(known)), upper: Math.max(...all, middle(known)) };
}

const SPARE = 0.05;

/** A little more than all of some intervals. */
function around(all: readonly Ends[]): Ends {
  const lower = Math.min(...all.map((ends) => ends.lower));
  const upper = Math.max(...all.map((ends) => ends.upper));
  return { lower: lower - SPARE * (upper - lower), upper: upper + SPARE * (upper - lower) };
}
