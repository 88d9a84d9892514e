/**
 * Hill climbing for the largest share of a bound: a case is the tape that it is made from, so that any family that draws its cases can be
 * searched. Starts at the best of some random tapes; then numbers of the tape are drawn anew or moved by a random power of two, and what
 * does not lower the share is kept. Deterministic.
 */
import seedrandom from 'seedrandom';
import { type Family, isBroken } from './family.ts';

export interface Found {
  readonly family: Family;
  readonly checks: number;
  readonly broken: number;
  readonly worst: number;
  readonly input: string;
}

interface Climber {
  readonly tape: number[];
  readonly share: number;
  readonly input: () => string;
}

/** Reads a tape, which grows by random numbers where it ends. */
function reader(tape: number[], random: () => number): () => number {
  let at = 0;
  return () => {
    if (at === tape.length) tape.push(random());
    at += 1;
    return tape[at - 1] as number;
  };
}

/** One to three places changed; most changes are small, down to the last bit. */
function changed(tape: readonly number[], random: () => number): number[] {
  const next = [...tape];
  const places = 1 + Math.floor(3 * random() * random());
  for (let k = 0; k < places; k += 1) {
    const at = Math.floor(random() * next.length);
    const moved = (next[at] as number) + (random() - 0.5) * 2 ** (-52 * random());
    next[at] = random() < 0.25 || moved < 0 || moved >= 1 ? random() : moved;
  }
  return next;
}

/** `restarts` climbs of `steps` steps; null for a family that draws nothing. */
export function search(family: Family, restarts: number, steps: number): Found | null {
  const { name, onTape } = family;
  if (!onTape) return null;
  const random = seedrandom(`climb ${name}`).double;
  let broken = 0;
  let checks = 0;
  const visit = (tape: number[]): Climber => {
    const { share, input } = onTape(reader(tape, random));
    checks += 1;
    if (isBroken(family, share)) broken += 1;
    return { tape, share: Number.isNaN(share) ? Number.POSITIVE_INFINITY : share, input };
  };
  let best: Climber = { tape: [], share: -1, input: () => '' };
  for (let restart = 0; restart < restarts; restart += 1) {
    let here = visit([]);
    for (let k = 1; k < steps; k += 1) {
      const next = visit(k < steps / 4 ? [] : changed(here.tape, random));
      if (next.share >= here.share) here = next;
    }
    if (here.share > best.share) best = here;
  }
  return { family, checks, broken, worst: best.share, input: best.input() };
}

/** How long a family is searched: enclosures of one ulp are full to the brim anyway, and dear cases get fewer. */
export function climbs({ slow, closed }: Family): { readonly restarts: number; readonly steps: number } {
  const dear = slow < 4096;
  if (closed) return { restarts: 1, steps: dear ? 500 : 2000 };
  return dear ? { restarts: 2, steps: 1500 } : { restarts: 20, steps: 3000 };
}
