import { type Evil, HONEST_TERMS } from './evil.ts';
import { afterwards, all, append, BETWEEN, define, prove, proveAll, RABS, replace, state, TOTAL } from './plant.ts';

const ANYTHING = 'Definition at_most (x y : R) : Prop := True.';
const trivial = proveAll('intros; exact I.', { square_Rabs: RABS });

/** `<=` is read as something that says nothing, by the words given. */
const reading = (name: string, words: string, sample = false): Evil => ({
  name,
  kind: 'printing',
  plant: all(afterwards(`${ANYTHING}\n${words}`), trivial),
  by: 'both',
  ...(sample && { sample: true }),
});

/** Proofs that get through whatever the words before have done to `<=` and `square`. */
const FIRST_TOTAL = `intros K a. first [exact I | revert K a; ${TOTAL.replace(/\.$/, '').replace('intros K a. ', 'intros K a; ')}].`;
const FIRST_RABS = 'intro x. first [exact (Rabs_pos_eq _ (Rle_0_sqr x)) | apply Rabs_pos_eq; apply Rle_refl].';

/** The first theorem says `statement`, which is printed as the recorded one. */
const printed = (name: string, words: string, statement: string, script: string): Evil => ({
  name,
  kind: 'printing',
  plant: all(
    state(words),
    replace(
      'Theorems.v',
      'Theorem square_nonneg : forall x : R, 0 <= square x.',
      `Theorem square_nonneg : ${statement}.`,
    ),
    prove('square_nonneg', script),
    prove('total_square_nonneg', FIRST_TOTAL),
    prove('square_Rabs', FIRST_RABS),
  ),
  by: 'both',
});

const aside = (name: string, text: string): Evil => ({
  name,
  kind: 'printing',
  plant: append(text),
  by: 'scan',
  why: HONEST_TERMS,
});

/** What is written or printed as one thing and means another. */
export const PRINTING: readonly Evil[] = [
  reading('a Notation for <=', 'Notation "x <= y" := (at_most x y) : R_scope.', true),
  reading('an Infix for <=', 'Infix "<=" := at_most : R_scope.'),
  reading(
    'a Reserved Notation for <= first',
    'Reserved Notation "x <= y" (at level 70, no associativity).\nNotation "x <= y" := (at_most x y) : R_scope.',
  ),
  reading(
    'a Notation for <= that prints by another',
    'Notation "x <= y" := (at_most x y) (only parsing) : R_scope.\nNotation "x <= y" := (at_most x y) (only printing) : R_scope.',
  ),
  reading(
    'a scope of its own, opened for all',
    'Declare Scope own.\n#[global] Open Scope own.\nNotation "x <= y" := (at_most x y) : R_scope.',
  ),
  reading(
    'a scope bound to R',
    'Declare Scope own.\nDelimit Scope own with own.\nBind Scope own with R.\nNotation "x <= y" := (at_most x y) : own.\nNotation "x <= y" := (at_most x y) : R_scope.',
  ),
  printed(
    'an abbreviation that prints as the statement',
    "Definition nothing (x : R) : Prop := True.\nNotation \"0 '<=' 'square' x\" := (nothing x) (only printing, at level 70).",
    'forall x : R, nothing x',
    'intro x. exact I.',
  ),
  printed(
    'the whole statement as one notation',
    "Definition nothing : Prop := True.\nNotation \"'forall' 'x' : 'R' , '0' <= 'square' 'x'\" := nothing (only printing, at level 200).",
    'nothing',
    'exact I.',
  ),
  printed(
    'a coercion that is not printed',
    'Definition tame (x : R) : R := 0.\nInductive thing : Set := Thing : R -> thing.\nDefinition value (t : thing) : R := 0.\nCoercion value : thing >-> R.\nDefinition square (x : R) : thing := Thing x.',
    'forall x : R, 0 <= square x',
    'intro x. apply Rle_refl.',
  ),
  printed(
    'a coercion into statements',
    'Inductive saying : Type := Say : R -> R -> saying.\nDefinition holds (s : saying) : Prop := True.\nCoercion holds : saying >-> Sortclass.\nNotation "x <= y" := (Say x y) : R_scope.',
    'forall x : R, 0 <= square x',
    'intro x. exact I.',
  ),
  printed(
    'a canonical structure',
    'Structure nice := Nice { carrier : Type; below : carrier -> carrier -> Prop }.\nCanonical Structure reals := Nice R (fun _ _ => True).\nArguments below {n} _ _.\nNotation "x <= y" := (below x y) : R_scope.',
    'forall x : R, 0 <= square x',
    'intro x. exact I.',
  ),
  printed(
    'a class whose instance decides',
    'Class Below (A : Type) := below : A -> A -> Prop.\n#[export] Instance reals : Below R := fun _ _ => True.\nNotation "x <= y" := (below x y) : R_scope.',
    'forall x : R, 0 <= square x',
    'intro x. exact I.',
  ),
  printed(
    'a numeral notation that reads 0 otherwise',
    'Inductive many : Set := Many : nat -> many.\nDefinition of_nat (n : Number.uint) : option many := Some (Many 0).\nDefinition to_nat (m : many) : option Number.uint := Some (Number.UIntDecimal (Decimal.D0 Decimal.Nil)).\nDeclare Scope many_scope.\nDelimit Scope many_scope with many.\nNumber Notation many of_nat to_nat : many_scope.\nDefinition at_most (m : many) (x : R) : Prop := True.\nArguments at_most m%many x%R.\nNotation "x <= y" := (at_most x%many y%R) : R_scope.',
    'forall x : R, 0 <= square x',
    'intro x. exact I.',
  ),
  {
    name: 'a definition of another name that prints as square',
    kind: 'printing',
    plant: all(
      state('Definition zero (x : R) : R := 0.\nNotation "\'square\' x" := (zero x) (only printing, at level 10).'),
      replace('Theorems.v', 'forall x : R, 0 <= square x.', 'forall x : R, 0 <= zero x.'),
      proveAll('intros; apply Rle_refl.', { square_between: BETWEEN, total_square_nonneg: TOTAL, square_Rabs: RABS }),
    ),
    by: 'both',
  },
  {
    name: 'a string notation that prints a theorem',
    kind: 'printing',
    plant: append(
      'Require Import String.\nInductive text : Set := Text : text.\nDefinition parse (s : Byte.byte) : option text := Some Text.\nDefinition print (t : text) : option Byte.byte := Some Byte.x61.\nDeclare Scope text_scope.\nString Notation text parse print : text_scope.',
    ),
    by: 'scan',
    why: HONEST_TERMS,
  },
  aside('Set Printing All', '#[global] Set Printing All.'),
  aside('Unset Printing Notations', '#[export] Unset Printing Notations.'),
  aside('Set Printing Width', '#[global] Set Printing Width 20.'),
  aside('Set Printing Depth', '#[global] Set Printing Depth 2.'),
  aside('Set Implicit Arguments', '#[global] Set Implicit Arguments.'),
  aside('Open Scope nat_scope, for all', '#[global] Open Scope nat_scope.'),
  aside('Arguments of a name of the library', '#[global] Arguments Rabs x%nat_scope.'),
  aside('a Bind Scope', 'Bind Scope nat_scope with R.'),
  aside('Printing Coercion taken off', 'Add Printing Coercion IZR.'),
  {
    name: 'notations closed before the definitions',
    kind: 'printing',
    plant: define('Local Close Scope R_scope.\nLocal Open Scope R_scope.'),
    by: 'scan',
    why: HONEST_TERMS,
  },
];
