import type { Evil } from './evil.ts';
import { all, append, define, prove, replace, state, wish } from './plant.ts';

const assumed = (name: string, text: string, sample = false): Evil => ({
  name,
  kind: 'assumption',
  plant: wish(text),
  by: 'both',
  ...(sample && { sample: true }),
});

const open = (name: string, script: string): Evil => ({
  name,
  kind: 'assumption',
  plant: (file, text) =>
    prove('square_nonneg', script)(file, text).replace('. Qed. Qed.', '. Qed.').replace('Admitted. Qed.', 'Admitted.'),
  by: 'both',
});

/** The theorem `square_nonneg` with a premise that a section leaves behind. */
const premise = (name: string, text: string): Evil => ({
  name,
  kind: 'assumption',
  plant: all(
    state(`Section Inside.\n${text}`),
    prove('square_nonneg', 'intro x. destruct wish.'),
    append('End Inside.'),
  ),
  by: 'both',
});

/** What is assumed, by every word that assumes. */
export const ASSUMPTIONS: readonly Evil[] = [
  assumed('an Axiom', 'Axiom wish : False.'),
  assumed('a local Axiom', 'Local Axiom wish : False.'),
  assumed('Axioms with a type for many', 'Axioms (a b : nat) (wish : False).'),
  assumed('a Parameter', 'Parameter wish : False.'),
  assumed('a Parameter that is inlined', 'Parameter Inline wish : False.'),
  assumed('a Conjecture', 'Conjecture wish : False.'),
  assumed('a Variable outside of a section', 'Variable wish : False.'),
  assumed('a Hypothesis outside of a section', 'Hypothesis wish : False.'),
  assumed('a Context outside of a section', 'Context (wish : False).'),
  assumed('an Axiom behind a bullet', 'Goal True.\n- Axiom wish : False.\n  exact I.\nQed.'),
  assumed('an admitted lemma', 'Lemma wish : False. Proof. Admitted.'),
  assumed(
    'an admitted lemma behind two bullets',
    'Lemma wish : False.\nProof.\nassert True as _.\n- exact I.\n- Admitted.',
  ),
  assumed(
    'an obligation that is admitted',
    'Require Import Program.\nProgram Definition wish : False := _.\nAdmit Obligations.',
  ),
  assumed(
    'an obligation that is admitted next',
    'Require Import Program.\nProgram Definition wish : False := _.\nNext Obligation.\nAdmitted.',
  ),
  assumed(
    'an Instance that is only declared',
    'Class Wish : Prop := got : False.\n#[export] Declare Instance dream : Wish.\nDefinition wish : False := got.',
  ),
  assumed(
    'a Primitive and an axiom about it',
    'Primitive whole := #int63_type.\nAxiom wishes : whole -> False.\nAxiom some : whole.\nDefinition wish : False := wishes some.',
  ),
  assumed(
    'an axiom of the library that the manifest does not allow',
    'Require Import Classical_Prop.\nAxiom wish : False.',
  ),
  assumed(
    'an axiom in a module type that is instantiated',
    'Module Type T. Parameter wish : False. End T.\nDeclare Module M : T.\nImport M.',
    true,
  ),
  open('admit and Admitted', 'intro x. admit. Admitted.'),
  open('give_up and Admitted', 'intro x. give_up. Admitted.'),
  open('Admitted behind a brace', 'intro x. { Admitted.'),
  premise('a Variable of a section', 'Variable wish : False.'),
  premise('a Hypothesis of a section', 'Hypothesis wish : False.'),
  premise('a Context of a section', 'Context (wish : False).'),
  {
    name: 'an axiom with the name of an allowed one',
    kind: 'assumption',
    plant: all(
      state('Module ClassicalDedekindReals.\nAxiom sig_forall_dec : False.\nEnd ClassicalDedekindReals.'),
      prove('square_nonneg', 'intro x. destruct ClassicalDedekindReals.sig_forall_dec.'),
    ),
    by: 'both',
    sample: true,
  },
  {
    name: 'an axiom that the definitions need',
    kind: 'assumption',
    plant: all(
      define(
        'Axiom times : R -> R -> R.\nAxiom nonneg : forall x y : R, 0 <= times x y.\nNotation "x * y" := (times x y) : R_scope.',
      ),
      replace('Theorems.v', 'square x <= x.', 'square x <= square x.'),
      prove('square_between', 'intros; apply Rle_refl.'),
      prove('square_nonneg', 'intro x. exact (nonneg x x).'),
      prove(
        'total_square_nonneg',
        'intros K a. induction K as [| k IH]; [apply Rle_refl | exact (Rplus_le_le_0_compat _ _ IH (nonneg (a k) (a k)))].',
      ),
    ),
    by: 'both',
  },
];
