(** * The estimator from the mass of the outcome drawn

    - [estimator_is_formula_minus_top_gap]
                             estimator n e = formula n - top_gap n e
    - [estimator_at_one]     estimator n 1 = 0
    - [estimator_range]      0 <= estimator n e <= formula n    (0 <= e <= 1)
    - [estimator_antitone]   it decreases as the mass grows
    - [kl_le_estimator_best] KL <= estimator n (mass of the best outcome)
    - [estimator_upper]      KL <= mean of estimator n (p y), y the best of n:
                             the estimator is an upper bound on average
*)
Require Import Reals Lra Lia.
From BoN Require Import Definitions Sums Calculus Law LocalGap KL.
Open Scope R_scope.

Theorem estimator_is_formula_minus_top_gap : forall n e,
  estimator n e = formula (INR n) - top_gap n e.
Proof.
  intros n e. unfold top_gap, local_gap. rewrite Phi_1, pow1.
  replace (1 - (1 - e)) with e by lra. unfold estimator, Phi. lra.
Qed.

Theorem estimator_at_one : forall n, (1 <= n)%nat -> estimator n 1 = 0.
Proof.
  intros n Hn. rewrite estimator_is_formula_minus_top_gap, top_gap_1 by auto. lra.
Qed.

Theorem estimator_range : forall n e, (1 <= n)%nat -> 0 <= e -> e <= 1 ->
  0 <= estimator n e <= formula (INR n).
Proof.
  intros n e Hn H0 H1. rewrite estimator_is_formula_minus_top_gap.
  pose proof (top_gap_range n e Hn H0 H1). lra.
Qed.

Theorem estimator_antitone : forall n d e, (1 <= n)%nat -> 0 <= d -> d <= e -> e <= 1 ->
  estimator n e <= estimator n d.
Proof.
  intros n d e Hn H0 H1 H2. rewrite !estimator_is_formula_minus_top_gap.
  pose proof (top_gap_monotone n d e Hn H0 H1 H2). lra.
Qed.

Theorem kl_le_estimator_best : forall K p n, policy K p -> (1 <= n)%nat ->
  kl K (best_of K p n) p <= estimator n (p (K - 1)%nat).
Proof.
  intros K p n P Hn. rewrite estimator_is_formula_minus_top_gap.
  pose proof (gap_ge_top K p n P Hn). lra.
Qed.

(* within its own prefix [0, F_i] outcome i has relative mass t >= p i *)
Lemma relative_mass : forall K p i, policy K p -> (i < K)%nat ->
  p i <= (cdf p (S i) - cdf p i) / cdf p (S i) <= 1.
Proof.
  intros K p i P Hi. destruct (cdf_interval K p i P Hi) as [H1 [H2 H3]].
  rewrite cdf_step. assert (HP : 0 < p i) by (apply P; auto).
  rewrite cdf_S in *. split.
  - apply Rmult_le_reg_r with (cdf p i + p i); [lra|].
    rewrite (quotient_times (p i) (cdf p i + p i)) by lra.
    apply mult_le_left; lra.
  - apply Rmult_le_reg_r with (cdf p i + p i); [lra|].
    rewrite (quotient_times (p i) (cdf p i + p i)) by lra. lra.
Qed.

Theorem estimator_upper : forall K p n, policy K p -> (1 <= n)%nat ->
  kl K (best_of K p n) p <= expect K (best_of K p n) (fun y => estimator n (p y)).
Proof.
  intros K p n P Hn. pose proof (gap_is_sum_of_local_gaps K p n P Hn) as G.
  assert (E : expect K (best_of K p n) (fun y => estimator n (p y))
    = formula (INR n) - sum K (fun i => best_of K p n i * top_gap n (p i))).
  { unfold expect.
    rewrite (sum_ext K _ (fun i => best_of K p n i * formula (INR n)
                                   - best_of K p n i * top_gap n (p i))).
    - rewrite sum_minus, sum_scal_r, best_of_sum by auto. lra.
    - intros i Hi. rewrite estimator_is_formula_minus_top_gap. lra. }
  assert (sum K (fun i => best_of K p n i * top_gap n (p i))
    <= sum K (fun i => local_gap n (cdf p i) (cdf p (S i)))); [|lra].
  apply sum_le. intros i Hi. destruct (cdf_interval K p i P Hi) as [H1 [H2 H3]].
  assert (HP : 0 < p i) by (apply P; auto).
  destruct (relative_mass K p i P Hi) as [R1 R2].
  rewrite local_gap_scale by auto.
  pose proof (top_gap_monotone n _ _ Hn (Rlt_le _ _ HP) R1 R2) as M.
  pose proof (top_gap_nonneg n (p i) Hn ltac:(lra) ltac:(lra)) as G0.
  apply Rle_trans with (cdf p (S i) ^ n * top_gap n (p i)).
  - apply Rmult_le_compat_r; auto. rewrite best_of_pmf by auto.
    pose proof (pow_nonneg (cdf p i) n H1). lra.
  - apply Rmult_le_compat_l; auto. apply pow_le. lra.
Qed.
