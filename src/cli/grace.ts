import { Interrupted } from './interrupted.ts';

/** Milliseconds that work has after an interruption, to tell what it has found. */
const GRACE = 500;

/** A signal that comes a moment after the given one, for what does not end by itself. */
export function afterGrace(signal: AbortSignal): AbortSignal {
  if (signal.aborted) return signal;
  const late = new AbortController();
  signal.addEventListener('abort', () => setTimeout(() => late.abort(), GRACE).unref(), { once: true });
  return late.signal;
}

/** The result of work; null where a signal ended it. */
export async function unlessInterrupted<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Interrupted) return null;
    throw error;
  }
}
