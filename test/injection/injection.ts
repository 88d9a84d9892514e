import type { Random } from '../../src/search/random.ts';
import type { Ended } from './command.ts';
import type { Scene } from './scene.ts';

/** One kind of fault, and what must hold after it. */
export interface Injection {
  /** What is done, as a row of the table. */
  readonly what: string;
  /** How often, where so many moments are asked for; the number of distinct cases where there are no moments to choose. */
  readonly times: (moments: number) => number;
  /** Does it once, on its own choice of moment. @returns how the run ended, in a few words. @throws Broken */
  readonly inject: (scene: Scene, random: Random, index: number) => Promise<string>;
}

/** How a run ended, as a cell of the table. */
export function endInWords({ code, signal }: Ended): string {
  return code === null ? `killed by ${signal}` : `exit code ${code}`;
}

/** The next run costs more than a killed one. It is tried after this many faults, in the folder of the last. */
export const NEXT_RUN_EVERY = 5;
