import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROOFS } from '../coq/gate/place.ts';

const STATED = /^(?:Theorem|Lemma|Corollary|Definition|Fixpoint) ([\w']+)/;

/** Where a name is stated: a file of the proofs and a line in it, from 1. */
export interface TheoremPlace {
  readonly file: string;
  readonly line: number;
}

/** Where each theorem, lemma and definition of the proofs that the package ships is stated, by its name. */
export function theoremPlaces(): ReadonlyMap<string, TheoremPlace> {
  const files = readdirSync(PROOFS).filter((name) => name.endsWith('.v'));
  return new Map(files.flatMap((file) => statedIn(file, readFileSync(join(PROOFS, file), 'utf8'))));
}

function statedIn(file: string, source: string): [string, TheoremPlace][] {
  return source.split('\n').flatMap((text, index): [string, TheoremPlace][] => {
    const name = STATED.exec(text)?.[1];
    return name === undefined ? [] : [[name, { file, line: index + 1 }]];
  });
}
