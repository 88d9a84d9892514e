import { drawsUpTo, type Quick, quickly } from '../approximate.ts';
import type { Subject } from '../input.ts';
import type { State } from '../state.ts';
import { localGaps, type Strip, stripOf } from '../strip.ts';
import { some, tell } from './elements.ts';
import { densityPicture, drawsPicture, gapPicture, planePicture } from './plots.ts';

/** Points of the curves over n. */
const POINTS = 24;
/** The curves cost as much as there are atoms. Of many atoms they are drawn in every third picture while something moves. */
const MANY_ATOMS = 200;
const EVERY = 3;
const LEAST_WIDTH = 280;

const PLACES = ['density', 'gap', 'draws', 'plane'] as const;
type Place = (typeof PLACES)[number];

/** The widths of the places, kept because to ask for one after a picture has changed lays out the whole page. */
const widths: Partial<Record<Place, number>> = {};

/** The left end of the first picture, in the window, kept for the same reason. */
let left = 0;

/** Reads widths and place again. */
export function measure(): void {
  left = some('density').getBoundingClientRect().left;
  for (const id of PLACES) widths[id] = Math.max(LEAST_WIDTH, some(id).clientWidth);
}

let scale: { readonly from: number; readonly to: number } | null = null;

let turn = 0;

/** Draws the pictures of a subject while something moves, and says its numbers as doubles have them. */
export function draw(subject: Subject, state: State): void {
  const strip = stripOf(subject);
  drawDensity(strip);
  put('gap', (width) => gapPicture(strip, width));
  tell(some('pace'), quickText(quickly(subject.policy, state.selection, subject.n)));
  turn += 1;
  if (subject.policy.atoms.length <= MANY_ATOMS || turn % EVERY === 0) drawCurves(subject, state);
}

/** Draws what is over n. */
export function drawCurves({ policy, n }: Subject, { selection }: State): void {
  const curve = drawsUpTo(selection, Math.max(1000, 2 * n), n, POINTS).map((draws) =>
    quickly(policy, selection, draws),
  );
  put('draws', (width) => drawsPicture(curve, n, width));
  put('plane', (width) => planePicture(curve, n, width));
}

function drawDensity(strip: Strip): void {
  put('density', (width) => {
    const picture = densityPicture(strip, width);
    const [from, to] = [...(picture.scale('x')?.range ?? [])];
    scale = { from: Number(from), to: Number(to) };
    return picture;
  });
}

function put(id: Place, make: (width: number) => Element): void {
  some(id).replaceChildren(make(widths[id] ?? LEAST_WIDTH));
}

/** The quantile at a place of the window, over the first picture. */
export function quantileAt(clientX: number): number | null {
  if (!scale || scale.to === scale.from) return null;
  return Math.min(1, Math.max(0, (clientX - left - scale.from) / (scale.to - scale.from)));
}

/** Sums of local gaps below this may be rounding. */
const NOISE = 1e-9;

/** Says which outcome takes the most off the KL without atoms. */
export function tellLargestGap(subject: Subject): void {
  const gaps = localGaps(subject);
  const all = gaps.reduce((sum, gap) => sum + gap, 0);
  const most = gaps.reduce((best, gap, i) => (gap > (gaps[best] as number) ? i : best), 0);
  const share = Math.round((100 * (gaps[most] as number)) / all);
  tell(
    some('largest'),
    all > NOISE
      ? `The largest local gap is that of outcome ${most + 1} of ${gaps.length}: about ${share} % of the gap.`
      : '',
  );
}

function quickText({ kl, winRate }: Quick): string {
  if (kl === null || winRate === null) return '';
  return `In double-double: KL about ${kl.toPrecision(6)} nats, win rate about ${winRate.toPrecision(6)}.`;
}
