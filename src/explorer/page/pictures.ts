import { drawsUpTo, type Quick, quickly } from '../approximate.ts';
import type { Subject } from '../input.ts';
import type { State } from '../state.ts';
import { type Strip, stripOf } from '../strip.ts';
import { some, tell } from './elements.ts';
import { densityPicture, drawsPicture, gapPicture, planePicture } from './plots.ts';

const POINTS = 24;
const LEAST_WIDTH = 280;

let scale: { readonly from: number; readonly to: number } | null = null;

/** Draws all pictures of a subject, and says its numbers as doubles have them. */
export function draw(subject: Subject, state: State): void {
  const { policy, n } = subject;
  const strip = stripOf(subject);
  const curve = drawsUpTo(state.selection, Math.max(1000, 2 * n), n, POINTS).map((draws) =>
    quickly(policy, state.selection, draws),
  );
  drawDensity(strip);
  put('gap', (width) => gapPicture(strip, width));
  put('draws', (width) => drawsPicture(curve, n, width));
  put('plane', (width) => planePicture(curve, n, width));
  tell(some('pace'), quickText(curve.find((one) => one.n === n) ?? null));
}

function drawDensity(strip: Strip): void {
  put('density', (width) => {
    const picture = densityPicture(strip, width);
    const [from, to] = [...(picture.scale('x')?.range ?? [])];
    scale = { from: Number(from), to: Number(to) };
    return picture;
  });
}

function put(id: string, make: (width: number) => Element): void {
  const place = some(id);
  place.replaceChildren(make(Math.max(LEAST_WIDTH, place.clientWidth)));
}

/** The quantile at a place of the window, over the first picture. */
export function quantileAt(clientX: number): number | null {
  const box = some('density').firstElementChild?.getBoundingClientRect();
  if (!box || !scale || scale.to === scale.from) return null;
  return Math.min(1, Math.max(0, (clientX - box.left - scale.from) / (scale.to - scale.from)));
}

function quickText(quick: Quick | null): string {
  if (!quick || quick.kl === null || quick.winRate === null) return '';
  return `In double-double: KL about ${quick.kl.toPrecision(6)} nats, win rate about ${quick.winRate.toPrecision(6)}.`;
}
