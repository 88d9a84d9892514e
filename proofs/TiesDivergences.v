(** * Ties: the bounds of every divergence

    The law of the best of n where outcomes of equal reward tie and the choice
    among them is random, [random_ties], obeys the bounds of Divergences and
    Monotone, outcome by outcome:
    - [likelihood_ratio_ties_le]   P(best = i) / p i <= n
    - [chi_square_ties_le], [reverse_kl_ties_le], [renyi_ties_le],
      [hellinger_ties_le], [total_variation_ties_le]
    - [total_variation_ties_one]   no variation for one draw
    - [kl_superadditive_ties]      KL(m) >= KL(n) + kl (best of m) (best of n)
*)
Require Import Reals Lra Lia.
From BoN Require Import Definitions Sums Calculus Law KL Monotone Ties Divergences TiesShares.
Open Scope R_scope.

Theorem likelihood_ratio_ties_le : forall K L lvl p n i,
  levels K L lvl -> policy K p -> (1 <= n)%nat -> (i < K)%nat ->
  random_ties K L lvl p n i / p i <= INR n.
Proof.
  intros K L lvl p n i V P Hn Hi. rewrite random_ties_ratio by auto.
  apply likelihood_ratio_le; [apply level_policy; auto|auto|apply V; auto].
Qed.

Theorem chi_square_ties_le : forall K L lvl p n,
  levels K L lvl -> policy K p -> (1 <= n)%nat ->
  chi_square K (random_ties K L lvl p n) p <= (INR n - 1) ^ 2 / (2 * INR n - 1).
Proof.
  intros K L lvl p n V P Hn. rewrite random_ties_chi_square by auto.
  apply chi_square_le; auto. apply level_policy; auto.
Qed.

Theorem reverse_kl_ties_le : forall K L lvl p n,
  levels K L lvl -> policy K p -> (1 <= n)%nat ->
  kl K p (random_ties K L lvl p n) <= INR n - 1 - ln (INR n).
Proof.
  intros K L lvl p n V P Hn. rewrite random_ties_reverse_kl by auto.
  apply reverse_kl_le; auto. apply level_policy; auto.
Qed.

Theorem renyi_ties_le : forall K L lvl p n a,
  levels K L lvl -> policy K p -> (1 <= n)%nat -> 0 < a -> a <> 1 ->
  renyi K a (random_ties K L lvl p n) p
  <= ln (Rpower (INR n) a / (a * (INR n - 1) + 1)) / (a - 1).
Proof.
  intros K L lvl p n a V P Hn Ha Hne. rewrite random_ties_renyi by auto.
  apply renyi_le; auto. apply level_policy; auto.
Qed.

Theorem hellinger_ties_le : forall K L lvl p n,
  levels K L lvl -> policy K p -> (1 <= n)%nat ->
  hellinger_square K (random_ties K L lvl p n) p
  <= 2 * (1 - 2 * sqrt (INR n) / (INR n + 1)).
Proof.
  intros K L lvl p n V P Hn. rewrite random_ties_hellinger by auto.
  apply hellinger_le; auto. apply level_policy; auto.
Qed.

Theorem total_variation_ties_le : forall K L lvl p n,
  levels K L lvl -> policy K p -> (2 <= n)%nat ->
  total_variation K (random_ties K L lvl p n) p
  <= Rpower (1 / INR n) (1 / (INR n - 1)) - Rpower (1 / INR n) (INR n / (INR n - 1)).
Proof.
  intros K L lvl p n V P Hn. rewrite random_ties_total_variation by (auto; lia).
  apply total_variation_le; auto. apply level_policy; auto.
Qed.

Theorem total_variation_ties_one : forall K L lvl p,
  levels K L lvl -> policy K p -> total_variation K (random_ties K L lvl p 1) p = 0.
Proof.
  intros K L lvl p V P. unfold total_variation.
  rewrite (sum_ext K _ (fun _ => 0)); [rewrite sum_zero; lra|].
  intros i Hi. rewrite (random_ties_one K L) by auto. rewrite Rminus_diag_eq by auto.
  apply Rabs_R0.
Qed.

Theorem kl_superadditive_ties : forall K L lvl p n m,
  levels K L lvl -> policy K p -> (1 <= n)%nat -> (n <= m)%nat ->
  kl K (random_ties K L lvl p n) p
  + kl K (random_ties K L lvl p m) (random_ties K L lvl p n)
  <= kl K (random_ties K L lvl p m) p.
Proof.
  intros K L lvl p n m V P Hn Hm.
  rewrite random_ties_kl_between, !random_ties_kl by (auto; lia).
  apply kl_superadditive; auto. apply level_policy; auto.
Qed.
