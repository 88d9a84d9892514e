import type { Project } from '../../../../src/coq/gate/project.ts';
import type { Evil } from './evil.ts';
import { append, nothing, whole } from './plant.ts';

const cut = (name: string, file: string, at: string, by: 'terms' | 'both' = 'both'): Evil => ({
  name,
  kind: 'truncation',
  plant: whole(file, (text) => text.slice(0, text.indexOf(at) + at.length)),
  broken: true,
  by,
});

const without =
  (file: string) =>
  ({ name, sources }: Project): Project => ({ name, sources: sources.filter((source) => source.file !== file) });

const left = (name: string, text: string): Evil => ({
  name,
  kind: 'truncation',
  plant: append(text),
  broken: true,
  by: 'both',
});

/** Files that end too early. */
export const TRUNCATED: readonly Evil[] = [
  cut('after the first word of a proof', 'Theorems.v', 'intro x.\n  unfold', 'both'),
  cut('after a whole tactic', 'Theorems.v', 'apply Rabs_pos_eq.', 'terms'),
  cut('before Qed', 'Theorems.v', 'apply square_nonneg. ', 'terms'),
  cut('after Qe', 'Theorems.v', 'apply square_nonneg. Qe'),
  cut('after a statement', 'Theorems.v', 'Rabs (square x) = square x.', 'terms'),
  cut('in a statement', 'Theorems.v', 'Rabs (square x) ='),
  cut('after a theorem, before the next', 'Theorems.v', 'unfold square; nra.\nQed.\n', 'terms'),
  cut('in a definition', 'Definitions.v', 'match K with'),
  cut('before the last definition', 'Definitions.v', '  end.\n', 'terms'),
  cut('in a comment', 'Definitions.v', '(** What the'),
  left('in a comment at the end', '(* to be continued'),
  left('in a comment in a comment', '(* to be (* continued *)'),
  left('in a string in a comment', '(* to be "continued *)'),
  left('in a string', 'Goal True. idtac "to be continued. Qed.'),
  left('in a sentence', 'Lemma more : True'),
  left('at a lone full stop missing', 'Lemma more : True. Proof. exact I. Qed'),
  { name: 'an empty file of theorems', kind: 'truncation', plant: whole('Theorems.v', () => ''), by: 'terms' },
  {
    name: 'a file of theorems with a comment alone',
    kind: 'truncation',
    plant: whole('Theorems.v', () => '(* nothing *)\n'),
    by: 'terms',
  },
  {
    name: 'an empty file of definitions',
    kind: 'truncation',
    plant: whole('Definitions.v', () => ''),
    broken: true,
    by: 'terms',
  },
  { name: 'no file of theorems', kind: 'truncation', plant: nothing, arrange: without('Theorems.v'), by: 'terms' },
  {
    name: 'no file of definitions',
    kind: 'truncation',
    plant: nothing,
    arrange: without('Definitions.v'),
    broken: true,
    by: 'terms',
    sample: true,
  },
];
