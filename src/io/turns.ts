import { setImmediate } from 'node:timers/promises';

/** After so many steps the event loop gets its turn. */
const A_TURN = 20_000;

/**
 * Counts the steps of long loops, and gives the event loop its turn now and then, so that Ctrl-C is heard. A loop waits for what `after`
 * gives, if anything.
 */
export class Turns {
  readonly #signal: AbortSignal | undefined;
  #steps = 0;

  constructor(signal?: AbortSignal) {
    this.#signal = signal;
  }

  /** A promise to wait for, where it is time for a turn; it rejects after the signal. */
  after(steps: number): Promise<void> | null {
    this.#steps += steps;
    if (this.#steps < A_TURN) return null;
    this.#steps = 0;
    return this.#turn();
  }

  async #turn(): Promise<void> {
    await setImmediate();
    this.#signal?.throwIfAborted();
  }
}
