import type { Manifest } from './manifest.ts';
import { namesIn } from './printed.ts';

/** What is asked of Coq after all sources, each answer behind a mark that no source can know beforehand. */
export interface Query {
  readonly nonce: string;
  /** Without the sentences that load libraries and sources. */
  readonly text: string;
}

/** A name from the library or a bound variable: everything that the manifest's texts mention and the project does not define. */
export function mentioned(manifest: Manifest): string[] {
  const texts = [
    ...manifest.theorems.map(({ statement }) => statement),
    ...manifest.definitions.map(({ text }) => text),
  ];
  return [...new Set(texts.flatMap(namesIn))];
}

/** @param declared whether a source declares the name: what is asked about a missing one would end the run. */
export function query(manifest: Manifest, nonce: string, declared: (name: string) => boolean): Query {
  const ask = (key: string, command: string): string => `${mark(`${nonce} ${key}`)}\n${command}`;
  const theorems = manifest.theorems.map(({ name }) => name).filter(declared);
  const definitions = manifest.definitions.map(({ name }) => name).filter(declared);
  const all = `everything_${nonce}`;
  const commands = [
    'Open Scope R_scope.',
    'Set Printing Width 120.',
    'Set Printing Depth 100000.',
    ...theorems.map((name) => ask(`statement ${name}`, `Check @${name}.`)),
    ...definitions.map((name) => ask(`definition ${name}`, `Print ${name}.`)),
    ...[...theorems, ...mentioned(manifest)].map((name) => ask(`location ${name}`, `Locate Term ${name}.`)),
    // One list of axioms for all: in the embedded Coq each costs as much as a good part of the proofs.
    `Definition ${all} : True := ${theorems.map((name) => `let _ := @${name} in `).join('')}I.`,
    ask('axioms', `Print Assumptions ${all}.`),
    ...manifest.axioms.map(({ name }) => ask(`axiom ${name}`, `Locate Term ${name}.`)),
    mark(`${nonce} end`),
  ];
  return { nonce, text: `${commands.join('\n')}\n` };
}

/** A sentence that prints a line. */
export function mark(text: string): string {
  return `Goal True. idtac "${text}". Abort.`;
}

/** The answers by key. Null unless the last mark was reached: then something was cut off or never run. */
export function answers(lines: readonly string[], nonce: string): Map<string, string> | null {
  const found = new Map<string, string[]>();
  let answer: string[] = [];
  let ended = false;
  for (const line of lines) {
    if (line.startsWith(`${nonce} `)) {
      answer = [];
      const key = line.slice(nonce.length + 1).trim();
      ended = key === 'end';
      found.set(key, answer);
    } else {
      answer.push(line);
    }
  }
  return ended ? new Map([...found].map(([key, text]) => [key, text.join('\n')])) : null;
}
