(** * The best outcome's ratio

    The best outcome, of index K - 1, has the largest ratio of the two laws:
    - [kl_le_ln_top_ratio]   KL <= ln (P(best = K-1) / p (K-1))
    - [ln_top_ratio_le]      ln (P(best = K-1) / p (K-1)) <= - ln (p (K-1))
*)
Require Import Reals Lra Lia.
From BoN Require Import Definitions Sums Calculus Law KL.
Open Scope R_scope.

Theorem kl_le_ln_top_ratio : forall K p n, policy K p -> (1 <= n)%nat ->
  kl K (best_of K p n) p <= ln (best_of K p n (K - 1)%nat / p (K - 1)%nat).
Proof.
  intros K p n P Hn. pose proof (policy_nonempty K p P) as HK.
  apply Rle_trans with (sum K (fun i => best_of K p n i
    * ln (best_of K p n (K - 1)%nat / p (K - 1)%nat))).
  - apply sum_le. intros i Hi.
    apply Rmult_le_compat_l; [left; apply best_of_pos; auto|].
    apply ln_le_mono; [apply ratio_pos; auto|].
    apply ratio_nondecreasing; auto; lia.
  - rewrite sum_scal_r, best_of_sum by auto. lra.
Qed.

Theorem ln_top_ratio_le : forall K p n, policy K p -> (1 <= n)%nat ->
  ln (best_of K p n (K - 1)%nat / p (K - 1)%nat) <= - ln (p (K - 1)%nat).
Proof.
  intros K p n P Hn. pose proof (policy_nonempty K p P) as HK.
  assert (HP : 0 < p (K - 1)%nat) by (apply P; lia).
  pose proof (best_of_pos K p n (K - 1) P Hn ltac:(lia)) as HQ.
  rewrite ln_div by auto.
  pose proof (ln_nonpos (best_of K p n (K - 1)%nat) HQ
    (policy_le_1 K _ _ (best_of_policy K p n P Hn) (Nat.sub_lt K 1 HK Nat.lt_0_1))). lra.
Qed.
