import type { Evil } from './evil.ts';
import { all, BETWEEN, define, proveAll, RABS, replace, TOTAL } from './plant.ts';

const trivial = proveAll('intros; exact I.', { square_Rabs: RABS });
const ANYTHING = 'Fixpoint anything (n : nat) (x y : R) : Prop := True';

/** Notations that come in by the back door of a `where`. */
export const WHERE: readonly Evil[] = [
  {
    name: 'a Fixpoint where x <= y says nothing',
    kind: 'where clause',
    plant: all(define(`${ANYTHING}\nwhere "x <= y" := (anything O x y) : R_scope.`), trivial),
    by: 'both',
    sample: true,
  },
  {
    name: 'the same without a scope',
    kind: 'where clause',
    plant: all(
      define(`${ANYTHING}\nwhere "x <= y" := (anything O x y).\nClose Scope R_scope.`),
      replace('Definitions.v', 'x * x', '(x * x)%R'),
      replace('Definitions.v', 'O => 0', 'O => 0%R'),
      replace('Definitions.v', 'total k a + a k', '(total k a + a k)%R'),
      replace('Theorems.v', 'Open Scope R_scope.\n', ''),
      proveAll('intros; exact I.', { square_Rabs: 'intro x. apply Rabs_pos_eq. exact (Rle_0_sqr x).' }),
      replace('Theorems.v', '0 <= x -> x <= 1', '0%R <= x -> x <= 1%R'),
      replace('Theorems.v', 'forall x : R, 0 <= square x', 'forall x : R, 0%R <= square x'),
      replace('Theorems.v', 'R), 0 <= total', 'R), 0%R <= total'),
    ),
    by: 'both',
  },
  {
    name: 'an Inductive where x <= y always holds',
    kind: 'where clause',
    plant: all(
      define(
        'Inductive anything : R -> R -> Prop := any : forall x y, x <= y\nwhere "x <= y" := (anything x y) : R_scope.',
      ),
      proveAll('intros; apply any.', { square_Rabs: RABS }),
    ),
    by: 'both',
  },
  {
    name: 'a Fixpoint where x * y is 1',
    kind: 'where clause',
    plant: all(
      define('Fixpoint times (n : nat) (x y : R) : R := 1\nwhere "x * y" := (times O x y) : R_scope.'),
      proveAll('intros; exact Rle_0_1.', {
        total_square_nonneg:
          'intros K a. induction K as [| k IH]; [apply Rle_refl | exact (Rplus_le_le_0_compat _ _ IH Rle_0_1)].',
        square_Rabs: 'intro x. exact (Rabs_pos_eq _ Rle_0_1).',
        square_between: 'intros; exact (Rle_refl 1).',
      }),
      replace('Theorems.v', 'square x <= x.', 'square x <= 1.'),
    ),
    by: 'both',
    sample: true,
  },
  {
    name: 'a Fixpoint where x = y of two reals says nothing',
    kind: 'where clause',
    plant: all(
      define('Fixpoint same (n : nat) (x y : R) : Prop := True\nwhere "x = y" := (same O x y) : type_scope.'),
      proveAll('intro x. exact (Rle_0_sqr x).', {
        total_square_nonneg: TOTAL,
        square_between: BETWEEN,
        square_Rabs: 'intros; exact I.',
      }),
    ),
    by: 'both',
  },
  {
    name: 'a Fixpoint where 0 is a function of its own',
    kind: 'where clause',
    plant: all(
      define(
        'Fixpoint below (n : nat) : R := Ropp R1\nwhere "0" := (below O) : R_scope.\nLemma below_zero (n : nat) : Rle (below n) R0.\nProof. destruct n; simpl; lra. Qed.\nLemma below_twice (n : nat) : Rle (below n) (Rplus (below n) R0).\nProof. rewrite Rplus_0_r. apply Rle_refl. Qed.',
      ),
      replace('Definitions.v', 'Require Import Reals.', 'Require Import Reals Lra.'),
      replace('Theorems.v', 'square x <= x.', 'square x <= square x.'),
      proveAll('intro x. exact (Rle_trans _ _ _ (below_zero O) (Rle_0_sqr x)).', {
        square_between: 'intros; apply Rle_refl.',
        total_square_nonneg:
          'intros K a. induction K as [| k IH]; [apply Rle_refl |]. exact (Rle_trans _ _ _ (below_twice O) (Rplus_le_compat _ _ _ _ IH (Rle_0_sqr (a k)))).',
        square_Rabs: RABS,
      }),
    ),
    by: 'both',
  },
  {
    name: 'two notations in one where',
    kind: 'where clause',
    plant: all(
      define(`${ANYTHING}\nwhere "x <= y" := (anything O x y) : R_scope\nand "x < y" := (anything O x y) : R_scope.`),
      trivial,
    ),
    by: 'both',
  },
  {
    name: 'a where that is for printing only',
    kind: 'where clause',
    plant: all(
      define(`${ANYTHING}\nwhere "x <= y" := (anything O x y) (only printing) : R_scope.`),
      replace('Theorems.v', 'forall x : R, 0 <= square x', 'forall x : R, anything 0%nat 0 (square x)'),
      replace('Theorems.v', '0 <= x -> x <= 1 -> square x <= x', 'Rle 0 x -> Rle x 1 -> Rle (square x) x'),
      replace('Theorems.v', '0 <= total_square K a', 'Rle 0 (total_square K a)'),
      proveAll('intros; exact I.', {
        square_between: BETWEEN,
        total_square_nonneg: TOTAL,
        square_Rabs: RABS,
      }),
    ),
    by: 'both',
  },
  {
    name: 'a where in the second function of a mutual Fixpoint',
    kind: 'where clause',
    plant: all(
      define(
        'Fixpoint one (n : nat) (x y : R) : Prop := match n with O => True | S m => two m x y end\nwith two (n : nat) (x y : R) : Prop := match n with O => True | S m => one m x y end\nwhere "x <= y" := (two O x y) : R_scope.',
      ),
      trivial,
    ),
    by: 'both',
  },
  {
    name: 'a CoInductive where x <= y always holds',
    kind: 'where clause',
    plant: all(
      define('CoInductive anything (x y : R) : Prop := any : x <= y\nwhere "x <= y" := (anything x y) : R_scope.'),
      proveAll('intros; apply any.', { square_Rabs: RABS }),
    ),
    by: 'both',
  },
];
