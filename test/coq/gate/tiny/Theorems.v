(** A (* nested *) comment with a full stop. And "a string *)" in it. *)
Require Import Reals Lra.
From Tiny Require Import Definitions.
Open Scope R_scope.

Lemma square_between : forall x : R, 0 <= x -> x <= 1 -> square x <= x.
Proof. intros x H0 H1. unfold square. nra. Qed.

Theorem square_nonneg : forall x : R, 0 <= square x.
Proof.
  intro x.
  unfold square; nra.
Qed.

Theorem total_square_nonneg : forall (K : nat) (a : nat -> R), 0 <= total_square K a.
Proof.
  intros K a. unfold total_square. induction K as [| k IH]; simpl.
  - lra.
  - pose proof (square_nonneg (a k)). lra.
Qed.

Theorem square_Rabs : forall x : R, Rabs (square x) = square x.
Proof. intro x. apply Rabs_pos_eq. apply square_nonneg. Qed.
