/** How long a run has taken, and about how long it will still take. It is for terminals only: no file and no other output has times. */
export class Clock {
  readonly #start = performance.now();
  readonly #totals: ReadonlyMap<string, number | null>;
  readonly #done = new Map<string, number>();

  /** @param totals how many instances each part has; it may still grow, and is null where that is not known */
  constructor(totals: ReadonlyMap<string, number | null>) {
    this.#totals = totals;
  }

  /** A part has got so far; without a number it is done. */
  reached(part: string, done = this.#totals.get(part) ?? 0): void {
    this.#done.set(part, done);
  }

  /** `, 0:42 so far, about 1:30 to go`; the estimate is left out at first, and where it is not known how much there is to do. */
  toString(): string {
    const elapsed = performance.now() - this.#start;
    const share = this.#share();
    const rest =
      share === null || share < LEAST_SHARE ? '' : `, about ${minutes((elapsed * (1 - share)) / share)} to go`;
    return `, ${minutes(elapsed)} so far${rest}`;
  }

  #share(): number | null {
    const totals = [...this.#totals.values()];
    const all = totals.reduce((sum: number, total) => sum + (total ?? 0), 0);
    const done = [...this.#done.values()].reduce((sum, one) => sum + one, 0);
    return totals.includes(null) || all === 0 ? null : Math.min(1, done / all);
  }
}

/** Before this share of the work is done, nothing is said of the rest. */
const LEAST_SHARE = 0.02;

/** A time in milliseconds as 3:05 or 1:03:05. */
export function minutes(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (part: number): string => String(part).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
