import type { Claim } from '../claims/claim.ts';
import { withRelations } from '../claims/with-relations.ts';

/**
 * Memory shared by a thread and its watcher. The thread increments the first number whenever a claim is evaluated on an instance. If the
 * count stands still, the claim hangs. The second number is not 0 where the thread is asked to end its task early.
 */
export type Heartbeat = Int32Array<SharedArrayBuffer>;

export function heartbeat(): Heartbeat {
  return new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
}

/** The claim, with each evaluation counted. */
export function counted(claim: Claim, beat: Heartbeat): Claim {
  return withRelations(claim, (quantities) => {
    tick(beat);
    return claim.relations(quantities);
  });
}

/** Counts an instance that is looked at. */
export function tick(beat: Heartbeat): void {
  Atomics.add(beat, 0, 1);
}

/** Marks the start of a task. Earlier work, such as loading, is not timed. */
export function begin(beat: Heartbeat): void {
  tick(beat);
}

/** Asks the thread to end its search, and to reply with what it has found. */
export function askToEnd(beat: Heartbeat): void {
  Atomics.store(beat, 1, 1);
}

export function isAskedToEnd(beat: Heartbeat): boolean {
  return Atomics.load(beat, 1) !== 0;
}

/**
 * Calls `onStall` once the count has stood still for `seconds`, or, before the task begins, for the time that loading may take. Time is
 * measured by the number of checks, so it does not pass while the whole process sleeps or waits for a processor, and no clock that is set
 * matters. Tells `onLook` the count since the task began.
 *
 * @returns a function that ends the watch
 */
export function watch(
  beat: Heartbeat,
  seconds: number,
  onStall: (hasBegun: boolean) => void,
  onLook: (count: number) => void = () => undefined,
): () => void {
  const before = Atomics.load(beat, 0);
  let last = before;
  let still = 0;
  const timer = setInterval(() => {
    const count = Atomics.load(beat, 0);
    still = count === last ? still + 1 : 0;
    last = count;
    const hasBegun = count !== before;
    if (hasBegun) onLook(count - before - 1);
    if (still * LOOK_EVERY < 1000 * (hasBegun ? seconds : Math.max(seconds, LOADING_SECONDS))) return;
    clearInterval(timer);
    onStall(hasBegun);
  }, LOOK_EVERY);
  return () => clearInterval(timer);
}

/** Milliseconds. */
const LOOK_EVERY = 250;

/** Loading takes a second or two, and many times as long where processors are busy. */
export const LOADING_SECONDS = 120;
