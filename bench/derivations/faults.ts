import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'node:path';
import { type Derivation, derivationIn } from '../../src/conjectures/derivation/chain.ts';
import type { Extent } from '../../src/search/budget.ts';
import { runClaim } from '../../src/search/run-claim.ts';

/** A fault of faults.json: `from` occurs once, and with `to` in its place `link` is the first link that fails. */
export interface Fault {
  readonly derivation: string;
  readonly link: number;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
}

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');

export const FAULTS = JSON.parse(read('faults.json')) as readonly Fault[];

/** The files of the derivations that hold. */
export const DERIVATIONS = readdirSync(new URL('.', import.meta.url)).filter((file) => /\.(txt|tex)$/.test(file));

export function derivationOf(file: string, fault?: Fault): Derivation {
  const text = fault ? planted(read(file), fault) : read(file);
  return derivationIn(text, file, { id: parse(file).name, for: null, selection: null });
}

function planted(text: string, { from, to }: Fault): string {
  const parts = text.split(from);
  if (parts.length !== 2) throw new Error(`${JSON.stringify(from)} occurs ${parts.length - 1} times`);
  return parts.join(to);
}

/** Finds the first link that a search refutes. Links of the same text are searched once. */
export class Checker {
  readonly #extent: Extent;
  readonly #refuted = new Map<string, boolean>();

  constructor(extent: Extent) {
    this.#extent = extent;
  }

  /** The number of the first link that breaks; null where none does. */
  firstBroken({ links }: Derivation): number | null {
    return links.find((link) => this.#isRefuted(link))?.number ?? null;
  }

  #isRefuted({ conjecture: { claim, typed } }: Derivation['links'][number]): boolean {
    const key = JSON.stringify([typed.text, typed.for, typed.selection]);
    const known = this.#refuted.get(key);
    if (known !== undefined) return known;
    const run = runClaim(claim, { ...this.#extent, cells: 0, seed: 1, untilRefuted: true });
    this.#refuted.set(key, run.counterexample !== null);
    return run.counterexample !== null;
  }
}
