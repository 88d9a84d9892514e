import { join } from 'node:path';
import { type Manifest, readManifest } from '../../../../src/coq/gate/manifest.ts';
import { type Project, readProject, source } from '../../../../src/coq/gate/project.ts';
import type { Fault } from '../tiny.ts';
import type { Evil } from './evil.ts';

const TINY = join(import.meta.dirname, '..', 'tiny');
const DEFINITIONS = 'Definitions.v';
const THEOREMS = 'Theorems.v';
const OPEN = 'Open Scope R_scope.\n';
const FIRST = 'Theorem square_nonneg';

/** The small development with an evil planted. */
export async function planted({ plant, arrange = (project) => project }: Pick<Evil, 'plant' | 'arrange'>): Promise<{
  project: Project;
  manifest: Manifest;
}> {
  const { name, sources } = await readProject(TINY);
  const changed = sources.map(({ file, text }) => source(name, file, plant(file, text)));
  return { project: arrange({ name, sources: changed }), manifest: await readManifest(join(TINY, 'manifest.json')) };
}

export const nothing: Fault = (_file, text) => text;

export const all =
  (...faults: readonly Fault[]): Fault =>
  (file, text) =>
    faults.reduce((changed, fault) => fault(file, changed), text);

export const whole =
  (file: string, change: (text: string) => string): Fault =>
  (name, text) =>
    name === file ? change(text) : text;

export const replace = (file: string, from: string, to: string): Fault =>
  whole(file, (text) => {
    if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
    return text.replace(from, () => to);
  });

/** Before the first definition. */
export const define = (text: string): Fault => replace(DEFINITIONS, OPEN, `${OPEN}\n${text}\n`);

/** After the last definition, seen by all theorems. */
export const afterwards = (text: string): Fault => whole(DEFINITIONS, (before) => `${before}\n${text}\n`);

/** Before the first theorem of the manifest. */
export const state = (text: string): Fault => replace(THEOREMS, FIRST, `${text}\n\n${FIRST}`);

/** After the last theorem. */
export const append = (text: string): Fault => whole(THEOREMS, (before) => `${before}\n${text}\n`);

/** Another body for a definition of the vocabulary. */
export const body = (to: string): Fault => replace(DEFINITIONS, 'Definition square (x : R) : R := x * x.', to);

/** Another proof of a theorem. */
export const prove = (name: string, script: string): Fault =>
  whole(THEOREMS, (text) => {
    const proof = new RegExp(`((?:Theorem|Lemma) ${name} [\\s\\S]*?\\n)Proof\\.[\\s\\S]*?Qed\\.`);
    if (!proof.test(text)) throw new Error(`${THEOREMS} proves no ${name}`);
    return text.replace(proof, (_all, statement) => `${statement}Proof. ${script} Qed.`);
  });

/** One proof for every theorem; those that `others` names have their own. */
export const proveAll = (script: string, others: Readonly<Record<string, string>> = {}): Fault =>
  all(
    ...['square_between', 'square_nonneg', 'total_square_nonneg', 'square_Rabs'].map((name) =>
      prove(name, others[name] ?? script),
    ),
  );

/** A theorem taken from False, which `text` makes provable as `wish`. */
export const wish = (text: string): Fault => all(state(text), prove('square_nonneg', 'intro x. destruct wish.'));

/** Honest, without the words of the vocabulary and its notations. */
export const RABS = 'intro x. exact (Rabs_pos_eq _ (Rle_0_sqr x)).';
/** The same where the twin of the square is 0. */
export const RABS_ZERO = 'intro x. exact (Rabs_pos_eq _ (Rle_refl 0)).';
export const BETWEEN = 'intros x H0 H1. unfold square. nra.';
export const TOTAL =
  'intros K a. induction K as [| k IH]; [apply Rle_refl | exact (Rplus_le_le_0_compat _ _ IH (Rle_0_sqr (a k)))].';
