import { fineWeights, nearestEdge, withEdgeAt } from '../drag.ts';
import type { Subject } from '../input.ts';
import { input, some, tell } from './elements.ts';
import { measure } from './pictures.ts';

/** Where a pointer is over a picture: the quantile u, or null outside of it. */
export type Locate = (clientX: number) => number | null;

/** Connects dragging of boundaries, by pointer on the first picture and by the slider of one outcome. `change` gets new weights. */
export function connectDragging(
  subject: () => Subject | null,
  locate: Locate,
  change: (weights: readonly bigint[]) => void,
): void {
  const picture = some('density');
  let dragged: { readonly edge: number; readonly weights: readonly bigint[]; readonly from: number } | null = null;
  const move = (clientX: number): void => {
    const u = locate(clientX);
    if (dragged && u !== null && clientX !== dragged.from) change(withEdgeAt(dragged.weights, dragged.edge, u));
  };
  picture.addEventListener('pointerdown', (event) => {
    measure();
    const [now, u, aside] = [subject(), locate(event.clientX), locate(event.clientX + REACH)];
    if (!now || u === null || aside === null) return;
    const edges = edgesOf(now);
    const edge = nearestEdge(edges, u);
    // Only a boundary that is near moves: a finger that scrolls the page changes nothing.
    if (edge === null || Math.abs((edges[edge] as number) - u) > Math.abs(aside - u)) return;
    dragged = { edge, weights: fineWeights(now.policy), from: event.clientX };
    picture.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  picture.addEventListener('pointermove', (event) => move(event.clientX));
  for (const end of ['pointerup', 'pointercancel'] as const) picture.addEventListener(end, () => (dragged = null));
  input('mass').addEventListener('input', () => {
    const now = subject();
    if (now) change(withShare(now, chosen(now), Number(input('mass').value) / MOST));
  });
  input('outcome').addEventListener('input', () => {
    const now = subject();
    if (now) showShare(now);
  });
}

const MOST = 1000;
/** How near to a boundary a drag begins, in pixels. */
const REACH = 20;

const chosen = ({ policy }: Subject): number =>
  Math.min(policy.atoms.length, Math.max(1, Math.round(Number(input('outcome').value)) || 1)) - 1;

function edgesOf({ policy }: Subject): number[] {
  return policy.cumulative.map((sum) => Number((sum * 1_000_000n) / policy.total) / 1_000_000);
}

/** The weights where one outcome has a share of the whole, and the others keep their proportions. */
function withShare({ policy }: Subject, index: number, share: number): bigint[] {
  const weights = fineWeights(policy);
  const others = weights.reduce((sum, weight, i) => (i === index ? sum : sum + weight), 0n);
  if (others === 0n) return weights;
  const parts = BigInt(Math.round(share * MOST));
  return weights.map((weight, i) => (i === index ? parts * others : weight * (BigInt(MOST) - parts)));
}

/** Shows the share of the chosen outcome. */
export function showShare(subject: Subject): void {
  const { policy } = subject;
  const index = chosen(subject);
  const share = Number(((policy.atoms[index] as bigint) * 100_000n) / policy.total) / 100_000;
  input('outcome').max = String(policy.atoms.length);
  if (document.activeElement !== input('mass')) input('mass').value = String(Math.round(share * MOST));
  tell(some('mass-shown'), `${Number((100 * share).toPrecision(3))} %`);
}
