import { type Html, html } from '../../report/html.ts';
import { ACROSS, UP, WIDTH } from './frame.ts';
import { type Drawn, type Ends, formulaAt, realDraws } from './kl-plot.ts';
import { bar, curve, line, type Place, word } from './marks.ts';
import { linear } from './scale.ts';

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
  const x = linear(0, most || 1, ACROSS);
  const y = linear(gains.lower, gains.upper, UP);
  const at = (kl: number, gain: number): Place => ({ x: x.at(kl), y: y.at(gain) });
  const reference = atomless
    ? [
        curve(
          realDraws(1, draws).map((n) => at(formulaAt(n), atomless(n))),
          'formula',
        ),
      ]
    : [];
  const marks = [...reference, ...all.map((one) => cross(one, at)), ...numbers(all, at)];
  return { x: { scale: x, label: 'KL from the policy, nats' }, y: { scale: y, label }, marks };
}

function cross({ kl, gain, words }: Bought, at: (kl: number, gain: number) => Place): Html {
  const [x, y] = [middle(kl), middle(gain)];
  return html`${kl.interval ? bar(at(kl.interval.lower, y), at(kl.interval.upper, y), 'across', words) : ''}${
    gain.interval ? bar(at(x, gain.interval.lower), at(x, gain.interval.upper), 'upright', words) : ''
  }${kl.estimate && gain.estimate ? line(at(kl.estimate.lower, y), at(kl.estimate.upper, y), 'estimate', words) : ''}`;
}

const LINE = 14;
const [BESIDE, BELOW] = [6, 16];

/** The number of draws beside each cross, left out where it would cover another one. */
function numbers(all: readonly Bought[], at: (kl: number, gain: number) => Place): Html[] {
  const taken: Place[] = [];
  return all.flatMap(({ n, kl, gain }) => {
    const cross = at(middle(kl), middle(gain));
    const text = `n = ${n}`;
    const width = text.length * (LINE / 2);
    const isLeft = cross.x + BESIDE + width > WIDTH;
    const x = isLeft ? cross.x - BESIDE : cross.x + BESIDE;
    // Below the curve of no ties, but above the axis.
    const y = cross.y + BELOW > UP[0] ? cross.y - BESIDE : cross.y + BELOW;
    if (taken.some((other) => Math.abs(other.y - y) < LINE && Math.abs(other.x - x) < width)) return [];
    taken.push({ x, y });
    return [word({ x, y }, isLeft ? 'end' : 'start', text)];
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
