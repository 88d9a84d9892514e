/** Runs of `conform` in this process, on real programs: scripts for Node. */
import { fileURLToPath } from 'node:url';
import { casesOf } from '../../src/conform/cases.ts';
import { conform, type Work } from '../../src/conform/conform.ts';
import { judged } from '../../src/conform/judged.ts';
import type { ConformOptions } from '../../src/conform/options.ts';
import { type ConformResult, conformSchema } from '../../src/conform/schema.ts';

/** The command of a script in programs/. */
export function program(name: string, ...args: readonly string[]): string[] {
  return [process.execPath, fileURLToPath(new URL(`programs/${name}.mjs`, import.meta.url)), ...args];
}

const CHOICE = { seed: 1, runs: 40, maxDraws: 1000, maxTotal: null, ties: 'both' as const };

export const WORK: Work = {
  cases: async (options) => {
    const { instances, vectors } = casesOf(options);
    // Every tenth vector is enough here.
    const known = instances.slice(0, vectors).filter((_, i) => i % 10 === 0);
    return { instances: [...known, ...instances.slice(vectors)], vectors: known.length };
  },
  judge: async (input) => judged(input),
};

/** Tests a program, with the options of a short run. The result is of the form of its schema. */
export async function conformed(
  command: readonly string[],
  options: Partial<ConformOptions> = {},
  work: Work = WORK,
): Promise<ConformResult> {
  const result = await conform(
    {
      command,
      want: ['kl'],
      form: 'weights',
      cases: CHOICE,
      tolerance: 'doubles',
      seconds: 60,
      timeout: 20,
      batch: false,
      signal: new AbortController().signal,
      ...options,
    },
    work,
  );
  return conformSchema.parse(JSON.parse(JSON.stringify(result)));
}
