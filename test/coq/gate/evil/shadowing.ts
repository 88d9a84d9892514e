import type { Evil } from './evil.ts';
import { all, BETWEEN, define, prove, proveAll, RABS, replace, state, TOTAL } from './plant.ts';

const rabs = (name: string, text: string, script = 'intro x. reflexivity.', sample = false): Evil => ({
  name,
  kind: 'shadowing',
  plant: all(define(text), prove('square_Rabs', script)),
  by: 'terms',
  ...(sample && { sample: true }),
});

/** A type of naturals with one inhabitant, under which every sum is empty. */
const NAT = (words: string): string => `${words}\nNotation "0" := O.`;
const empty = 'intros K a. induction K; simpl; apply Rle_refl.';

const twin = (name: string, text: string, by: 'terms' | 'both' = 'terms'): Evil => ({
  name,
  kind: 'shadowing',
  plant: all(
    state(text),
    prove('square_nonneg', 'intro x. apply Rle_refl.'),
    prove('total_square_nonneg', TOTAL),
    prove('square_Rabs', 'intro x. exact (Rabs_pos_eq _ (Rle_refl 0)).'),
  ),
  by,
});

/** Names of the library, and of the vocabulary, that stand for something else. */
export const SHADOWING: readonly Evil[] = [
  rabs('Rabs by a Definition', 'Definition Rabs (x : R) : R := x.', undefined, true),
  rabs('Rabs by a Fixpoint', 'Fixpoint Rabs_ (n : nat) (x : R) : R := x.\nDefinition Rabs := Rabs_ 0.'),
  rabs('Rabs by a Lemma that ends in Defined', 'Lemma Rabs : R -> R.\nProof. intro x. exact x. Defined.'),
  rabs(
    'Rabs by a theorem of an earlier file that ends in Qed',
    'Lemma keep : { f : R -> R | forall x, f x = x }.\nProof. exists (fun x => x). intro x. reflexivity. Qed.\nDefinition Rabs (x : R) : R := proj1_sig keep x.',
    'intro x. exact (proj2_sig keep (square x)).',
  ),
  rabs(
    'Rabs by a field of a record',
    'Record reals : Type := { Rabs : forall x : R, R }.\nDefinition plain : reals := {| Rabs := fun x => x |}.\n#[global] Arguments Rabs {_} x.\nExisting Class reals.\n#[export] Existing Instance plain.',
  ),
  rabs('Rabs by an abbreviation', 'Notation Rabs := (fun x : R => x).'),
  rabs(
    'Rabs by a Let in a section',
    'Section Inside.\nLet Rabs (x : R) : R := x.\nEnd Inside.\nDefinition Rabs (x : R) : R := x.',
  ),
  rabs('R by a Definition, with operations of its own', 'Definition R : Set := R.\nDefinition Rabs (x : R) : R := x.'),
  {
    name: 'nat by an Inductive',
    kind: 'shadowing',
    plant: all(define('Inductive nat : Set := O : nat | S : nat -> nat.'), prove('total_square_nonneg', TOTAL)),
    by: 'both',
    sample: true,
  },
  {
    name: 'S by a constructor of another type',
    kind: 'shadowing',
    plant: all(
      define('Inductive one : Set := O : one | S : one -> one.\nDefinition nat := one.'),
      prove('total_square_nonneg', TOTAL),
    ),
    by: 'both',
  },
  {
    name: 'nat by an empty type',
    kind: 'shadowing',
    plant: all(
      define(NAT('Inductive nat : Set := O : nat | S : False -> nat -> nat.').replace('\nNotation "0" := O.', '')),
      replace('Definitions.v', '| S k =>', '| S _ k =>'),
      prove('total_square_nonneg', empty.replace('simpl; apply Rle_refl', '[apply Rle_refl | contradiction]')),
    ),
    by: 'both',
  },
  twin('square by a Definition of a later file', 'Definition square (x : R) : R := 0.', 'both'),
  twin('square by a Fixpoint', 'Fixpoint square_ (n : nat) (x : R) : R := 0.\nDefinition square := square_ 0.', 'both'),
  {
    name: 'Rle by a Definition and a notation',
    kind: 'shadowing',
    plant: all(
      define('Definition Rle (x y : R) : Prop := True.\nInfix "<=" := Rle : R_scope.'),
      proveAll('intros; exact I.', { square_Rabs: RABS }),
    ),
    by: 'both',
  },
  {
    name: 'eq by an Inductive that holds of everything',
    kind: 'shadowing',
    plant: all(
      define(
        'Inductive eq {A : Type} (x : A) : A -> Prop := eq_refl : forall y, eq x y.\nNotation "x = y" := (eq x y) : type_scope.',
      ),
      proveAll(RABS, {
        square_between: BETWEEN,
        square_nonneg: 'intro x. exact (Rle_0_sqr x).',
        total_square_nonneg: TOTAL,
        square_Rabs: 'intro x. apply eq_refl.',
      }),
    ),
    by: 'both',
    sample: true,
  },
  {
    name: 'True and I by an Inductive of the same shape',
    kind: 'shadowing',
    plant: all(
      define(
        'Inductive True : Prop := I : True.\nDefinition Rle (x y : R) : Prop := True.\nNotation "x <= y" := (Rle x y) : R_scope.',
      ),
      proveAll('intros; exact I.', { square_Rabs: RABS }),
    ),
    by: 'both',
  },
  {
    name: 'False by an Inductive with a proof',
    kind: 'shadowing',
    plant: all(
      define(
        'Inductive False : Prop := absurd : False.\nNotation "~ x" := (x -> False) : type_scope.\nDefinition Rge (x y : R) : Prop := ~ Rlt x y.\nNotation "x <= y" := (Rge y x) : R_scope.',
      ),
      proveAll('intros; intros _; exact absurd.', { square_Rabs: RABS }),
    ),
    by: 'both',
  },
  {
    name: 'Rmult by a Definition and the notation *',
    kind: 'shadowing',
    plant: all(
      define('Definition Rmult (x y : R) : R := 0.\nNotation "x * y" := (Rmult x y) : R_scope.'),
      proveAll('intros; apply Rle_refl.', {
        square_between: 'intros x H0 H1. exact H0.',
        total_square_nonneg:
          'intros K a. induction K as [| k IH]; [apply Rle_refl | exact (Rplus_le_le_0_compat _ _ IH (Rle_refl 0))].',
        square_Rabs: 'intro x. exact (Rabs_pos_eq _ (Rle_refl 0)).',
      }),
    ),
    by: 'both',
  },
  {
    name: 'a section variable by the name of a definition',
    kind: 'shadowing',
    plant: all(
      state('Section Inside.\nVariable square : R -> R.\nHypothesis wish : forall x : R, 0 <= square x.'),
      prove('square_nonneg', 'exact wish.'),
      replace('Theorems.v', 'Theorem total_square', 'End Inside.\nTheorem total_square'),
      prove('total_square_nonneg', TOTAL),
      prove('square_Rabs', RABS),
    ),
    by: 'both',
  },
];
