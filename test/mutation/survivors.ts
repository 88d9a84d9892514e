/** test/mutation/survivors.json: the mutants that no test notices, and why none needs to. People write it. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Mutation, mutation, type Report } from './report.ts';

const LIST = new URL('survivors.json', import.meta.url);

const survivor = mutation.extend({
  /** `equivalent`: no input tells the mutant from the source. `harmless`: results differ, but all of them are right. */
  is: z.enum(['equivalent', 'harmless']),
  because: z.string().min(20),
});
export type Survivor = z.infer<typeof survivor>;

const list = z.record(z.string(), z.array(survivor));
export type Survivors = z.infer<typeof list>;

export function readSurvivors(): Survivors {
  return list.parse(JSON.parse(readFileSync(LIST, 'utf8')));
}

export interface Placed extends Mutation {
  readonly file: string;
}

const placed = (all: Readonly<Record<string, readonly Mutation[]>>): Placed[] =>
  Object.entries(all).flatMap(([file, mutations]) =>
    mutations.map(({ mutator, from, to }) => ({ file, mutator, from, to })),
  );

const keyOf = ({ file, mutator, from, to }: Placed): string => JSON.stringify([file, mutator, from, to]);

function without(some: readonly Placed[], others: readonly Placed[]): Placed[] {
  const keys = new Set(others.map(keyOf));
  return some.filter((one) => !keys.has(keyOf(one)));
}

const survivedIn = (report: Report): Placed[] =>
  placed(Object.fromEntries(Object.entries(report).map(([file, { survived }]) => [file, survived])));

/** Survivors that nobody has explained. */
export function unexplained(report: Report, survivors: Survivors): Placed[] {
  return without(survivedIn(report), placed(survivors));
}

/** What the list has, though the tests notice it by now, or it is no mutant any more. */
export function outdated(report: Report, survivors: Survivors): Placed[] {
  return without(placed(survivors), survivedIn(report));
}
