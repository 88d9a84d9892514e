(** What the theorems are about. *)
Require Import Reals.
Open Scope R_scope.

Definition square (x : R) : R := x * x.

Fixpoint total (K : nat) (a : nat -> R) : R :=
  match K with
  | O => 0
  | S k => total k a + a k
  end.

Definition total_square (K : nat) (a : nat -> R) : R := total K (fun i => square (a i)).
