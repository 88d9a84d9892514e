import type { Manifest } from './manifest.ts';
import { type Record, type Riddle, record, refusal, riddle } from './record.ts';
import { nonce, type Script, script } from './script.ts';

/** Everything that Coq is asked to do. */
export interface Query {
  readonly riddle: Riddle;
  /** Runs before any source is loaded. */
  readonly record: Record;
  /** Runs after the record and again after the sources, outside of any loaded file: there, Fail would undo the whole file. */
  readonly refusal: string;
  /** Runs last and decides. */
  readonly check: Script;
  /** Prints the theorems and definitions for people. It decides nothing. */
  readonly display: Script;
}

/** The name of a theorem or definition of the manifest after all sources are loaded; null where no source declares it. */
export type Located = (entry: { readonly name: string; readonly file: string }) => string | null;

/** @param located null for a missing name, which is left out: a question about it would end the run */
export function query(manifest: Manifest, located: Located): Query {
  const asked = riddle();
  const recorded = record(manifest, asked);
  return {
    riddle: asked,
    record: recorded,
    refusal: refusal(recorded.fixed, asked),
    check: check(manifest, located, recorded),
    display: display(manifest, located),
  };
}

/**
 * Types each theorem of the sources with the recorded statement, and each definition with its equality to the recorded one. The types
 * are names from the record alone. So scopes, notations, coercions and options that sources leave behind cannot change what is checked:
 * whatever term they make of the rest, the kernel must find that it has that type.
 */
function check(manifest: Manifest, located: Located, { statement, equal, same, fixed }: Record): Script {
  const own = nonce();
  const [theorems, definitions] = [placed(manifest.theorems, located), placed(manifest.definitions, located)];
  // A source's name is read only once, because it could be a notation that stands for different terms in different sentences.
  const bound: Located = (entry) => {
    const at = manifest.definitions.findIndex(({ name, file }) => name === entry.name && file === entry.file);
    return located(entry) === null ? null : `source_${at}_${own}`;
  };
  // One list of axioms for all theorems: in the embedded Coq, each list costs as much as a good part of the proofs.
  const all = theorems.map(({ at }) => `let _ := @theorem_${at}_${own} in `).join('');
  return script(nonce(), [
    ...definitions.map(({ at, name, place }) => {
      const source = `source_${at}_${own}`;
      const says = `Definition definition_${at}_${own} : ${equal(at, bound, source)} := ${same(at, source)}.`;
      return [
        `definition ${name}`,
        `Definition ${source} := @${place}.\nStrategy expand [${source}].\n${says}`,
      ] as const;
    }),
    ...theorems.map(
      ({ at, name, place }) =>
        [`theorem ${name}`, `Definition theorem_${at}_${own} : ${statement(at, bound)} := @${place}.`] as const,
    ),
    ['whole', `Definition all_${own} := ${all}${fixed}.done.`],
    ['axioms', `Print Assumptions all_${own}.`],
    ...manifest.axioms.map(({ name }) => [`axiom ${name}`, `Locate Term ${name}.`] as const),
  ]);
}

/** The entries that a source declares, with their indices among all entries and their names in Coq. */
function placed(
  entries: readonly { readonly name: string; readonly file: string }[],
  located: Located,
): { readonly at: number; readonly name: string; readonly place: string }[] {
  return entries.flatMap((entry, at) => {
    const place = located(entry);
    return place === null ? [] : [{ at, name: entry.name, place }];
  });
}

function display(manifest: Manifest, located: Located): Script {
  return script(nonce(), [
    ['settings', 'Open Scope R_scope.\nSet Printing Width 120.\nSet Printing Depth 100000.'],
    ...placed(manifest.theorems, located).map(({ name }) => [`statement ${name}`, `Check @${name}.`] as const),
    ...placed(manifest.definitions, located).map(({ name }) => [`definition ${name}`, `Print ${name}.`] as const),
  ]);
}
