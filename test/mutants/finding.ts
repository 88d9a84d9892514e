/**
 * How one way of checking fared with a mutant. Only `caught` counts: a run that is inconclusive, crashes or hangs tells that
 * something is wrong, but not that the numbers are.
 */
export interface Finding {
  readonly outcome: 'caught' | 'survived' | 'inconclusive' | 'crashed' | 'timeout';
  /** What noticed it, or what went wrong. */
  readonly detail: string;
}

const LONGEST = 160;

/** The last line that a crashed process wrote. */
export function crashed(...outputs: readonly string[]): Finding {
  const lines = outputs.flatMap((output) => output.trim().split('\n')).filter((line) => line.trim() !== '');
  const line = lines.findLast((text) => /error/i.test(text)) ?? lines.at(-1) ?? 'no output';
  return { outcome: 'crashed', detail: line.trim().slice(0, LONGEST) };
}

export const TIMEOUT: Finding = { outcome: 'timeout', detail: 'the time ran out' };

export function inWords({ outcome, detail }: Finding): string {
  if (outcome === 'caught') return detail;
  return detail === '' ? outcome.toUpperCase() : `${outcome.toUpperCase()} (${detail})`;
}
