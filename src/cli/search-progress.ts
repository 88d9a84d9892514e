import type { Answer } from '../report/answer.ts';
import type { Console } from './console.ts';
import { type Progress, quietProgress, type Screen } from './progress.ts';

/** Where searches are, shown on a terminal. */
export interface SearchProgress extends Pick<Progress, 'above' | 'stop'> {
  /** How many instances a search has looked at, in all of its parts. */
  looked(id: string, instances: number): void;
  /** How many of the adversarial ones it has looked at. */
  searched(id: string, adversarial: number, of: number | null): void;
  answered(answer: Answer): void;
}

/** Shows how far the search of each conjecture is, how many are answered, and which are refuted. */
export function searchProgress(console: Console, parts: number, screen?: Screen): SearchProgress {
  const bars = quietProgress(console, { parts, ...(screen && { screen }) });
  const notes = new Map<string, string>();
  const refuted: string[] = [];
  return {
    looked: (id, instances) => bars.update(id, instances, notes.get(id)),
    searched: (id, adversarial, of) => {
      notes.set(id, `, adversarial ${adversarial}${of === null ? '' : ` of ${of}`}`);
    },
    answered: ({ conjecture: { id }, outcome }) => {
      if (outcome === 'refuted') refuted.push(id);
      bars.finish(id, outcome, refuted.length === 0 ? '' : `, refuted: ${refuted.join(', ')}`);
    },
    above: bars.above,
    stop: bars.stop,
  };
}
