import { source } from '../../../../src/coq/gate/project.ts';
import { type Evil, HONEST_TERMS } from './evil.ts';
import { afterwards, all, append, BETWEEN, nothing, prove, proveAll, replace, state, TOTAL } from './plant.ts';

const zero = proveAll('intros; apply Rle_refl.', {
  square_between: BETWEEN,
  total_square_nonneg: TOTAL,
  square_Rabs: 'intro x. exact (Rabs_pos_eq _ (Rle_refl 0)).',
});

/** A weak theorem, and something at the end that should make the check of its type pass. */
const disguised = (name: string, text: string, by: 'terms' | 'both' = 'both', sample = false): Evil => ({
  name,
  kind: 'session',
  plant: all(
    replace('Theorems.v', 'forall x : R, Rabs (square x) = square x.', 'forall x : R, 0 <= x -> Rabs x = x.'),
    prove('square_Rabs', 'exact Rabs_pos_eq.'),
    append(text),
  ),
  by,
  ...(sample && { sample: true }),
});

const added = (name: string, file: string, text: string): Evil => ({
  name,
  kind: 'session',
  plant: nothing,
  arrange: (project) => ({ ...project, sources: [source(project.name, file, text), ...project.sources] }),
  by: 'scan',
  why: 'no theorem rests on what the added file assumes',
});

/** What outlives a source where the check comes after it: in one session, or by Require without Import. */
export const SESSION: readonly Evil[] = [
  disguised(
    'eq_refl by a tactic’s help',
    'Axiom anything : forall A : Type, A.\nNotation eq_refl := (anything _).',
    'both',
    true,
  ),
  disguised('eq_refl by a Definition', 'Definition eq_refl {A : Type} {x : A} : True := I.', 'terms'),
  disguised(
    'eq by an Inductive whose eq_refl relates everything',
    'Inductive eq {A : Type} (x : A) : A -> Prop := eq_refl {y : A} : eq x y.\nNotation "x = y" := (eq x y) : type_scope.',
    'both',
    true,
  ),
  disguised('True and I by a record', 'Record True : Type := I {}.'),
  disguised('@ made a notation', 'Notation "@ x" := (fun _ : True => x) (at level 0, only parsing).'),
  disguised('a colon made a notation', 'Notation "( x : T )" := (I) (only parsing).'),
  disguised('a let made a notation', "Notation \"'let' '_' := x 'in' y\" := y (at level 200, only parsing)."),
  disguised(
    'forall made a notation',
    'Notation "\'forall\' x : R , P" := (forall x : R, 0 <= x -> Rabs x = x) (at level 200, x name, only parsing).',
  ),
  disguised(
    'a coercion from the weak to the recorded',
    'Definition weak := forall x : R, 0 <= x -> Rabs x = x.\nDefinition strong := forall x : R, Rabs (square x) = square x.\nLemma lift : weak -> strong.\nProof. intros w x. exact (w _ (Rle_0_sqr x)). Qed.\nCoercion lift : weak >-> strong.',
  ),
  disguised(
    'a global Set that stops at nothing',
    '#[global] Unset Universe Checking.\n#[global] Unset Guard Checking.\n#[export] Set Primitive Projections.',
  ),
  disguised('a default tactic for holes', 'Obligation Tactic := exact I.\n#[global] Set Program Mode.'),
  disguised(
    'a hidden canonical structure',
    'Structure eqs := Eqs { sort : Type }.\n#[export] Canonical Structure any (A : Type) := Eqs A.',
  ),
  disguised('Arguments of the theorem', '#[global] Arguments square_Rabs {x} _.'),
  disguised('a bidirectional hint', '#[global] Arguments square_Rabs & x.'),
  disguised(
    'a Register of eq',
    'Inductive same {A : Type} (x : A) : A -> Prop := refl : forall y, same x y.\nRegister same as core.eq.type.',
  ),
  disguised(
    'the theorem again in a module exported last',
    'Module Last.\nTheorem square_Rabs : forall x : R, Rabs (square x) = square x.\nProof. intro x. exact (Rabs_pos_eq _ (Rle_0_sqr x)). Qed.\nEnd Last.\nExport Last.',
  ),
  disguised(
    'a section that is left open',
    'Section Left.\nVariable square_Rabs : forall x : R, Rabs (square x) = square x.',
    'both',
  ),
  disguised(
    'a module that is left open',
    'Module Left.\nAxiom square_Rabs : forall x : R, Rabs (square x) = square x.',
    'both',
  ),
  disguised(
    'a proof that is left open',
    'Theorem square_Rabs_ : forall x : R, Rabs (square x) = square x.\nProof.',
    'terms',
  ),
  disguised(
    'commands that fail made to succeed',
    '#[global] Set Warnings "-all".\n#[global] Set Default Timeout 1000.',
  ),
  {
    name: 'options set for all who require the file',
    kind: 'session',
    plant: afterwards(
      '#[global] Set Printing Universes.\n#[global] Unset Printing Notations.\n#[export] Set Default Goal Selector "all".',
    ),
    by: 'scan',
    why: HONEST_TERMS,
  },
  {
    name: 'a theorem that is there twice, in both files',
    kind: 'session',
    plant: all(afterwards('Theorem square_Rabs : forall x : R, Rabs x = Rabs x.\nProof. reflexivity. Qed.')),
    by: 'scan',
    why: 'the theorem of the recorded file is the recorded one; the other has its name only',
  },
  {
    name: 'a twin of square in the later file, the theorem about it',
    kind: 'session',
    plant: all(state('Definition square : R -> R := fun _ => 0.'), zero),
    by: 'both',
  },
  {
    name: 'a name of the library shadowed after the definitions',
    kind: 'session',
    plant: all(afterwards('Definition Rabs (x : R) : R := x.'), prove('square_Rabs', 'intro x. reflexivity.')),
    by: 'terms',
  },
  added('a file named as the libraries’ own', 'Libraries_.v', 'Require Import Reals Lra.\nAxiom wish : False.\n'),
  added('a file named as the query', 'Query_.v', 'Require Import Reals Lra.\nAxiom wish : False.\n'),
  added('a file named Reals', 'Reals.v', 'Axiom wish : False.\n'),
  added('a file named Coq', 'Coq.v', 'Axiom wish : False.\n'),
];
