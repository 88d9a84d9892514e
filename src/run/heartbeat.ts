import type { Claim } from '../claims/claim.ts';
import { withRelations } from '../claims/with-relations.ts';

/**
 * A counter that a thread and its watcher share. The thread counts each time that a claim is asked about an instance; a count that
 * stands still is a claim that does not answer.
 */
export type Heartbeat = Int32Array<SharedArrayBuffer>;

export function heartbeat(): Heartbeat {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}

/** The claim, counting each time that it is asked. */
export function counted(claim: Claim, beat: Heartbeat): Claim {
  return withRelations(claim, (quantities) => {
    Atomics.add(beat, 0, 1);
    return claim.relations(quantities);
  });
}

/** The thread has begun with a task: what came before, such as loading, does not count. */
export function begin(beat: Heartbeat): void {
  Atomics.add(beat, 0, 1);
}

/**
 * Calls `onStall` once the count has stood still for so many seconds since the task began. Time is counted in looks: while the whole
 * process sleeps or waits for a processor, nobody looks.
 *
 * @returns what ends the watch
 */
export function watch(beat: Heartbeat, seconds: number, onStall: () => void): () => void {
  const before = Atomics.load(beat, 0);
  const patience = Math.ceil((1000 * seconds) / LOOK_EVERY);
  let last = before;
  let still = 0;
  const timer = setInterval(() => {
    const count = Atomics.load(beat, 0);
    still = count === last && count !== before ? still + 1 : 0;
    last = count;
    if (still < patience) return;
    clearInterval(timer);
    onStall();
  }, LOOK_EVERY);
  return () => clearInterval(timer);
}

/** Milliseconds. */
const LOOK_EVERY = 250;
