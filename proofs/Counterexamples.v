(** * False for some policies

    - [kl_gt_ln_minus_one]   every n: KL > ln n - 1 for some policy
    - [kl_has_no_largest_policy]  n >= 2: every policy has another of larger KL, so
                             that KL is no function of n
    - [kl_is_not_concave]    every n: KL_n + KL_4n > 2 KL_2n for some policy
    - [kl_far_below_formula] every policy and M: KL < formula n - M from some n on
    - [estimator_le_neg_ln]  estimator n e <= - ln e
    - [estimator_below_kl]   at an outcome that is likelier than the best one, the
                             estimator is below KL from some n on
    - [total_variation_below_bound]  n >= 2: TV is below its bound for some policy
                             of two outcomes
    - [outcome_masses_are_no_bound]  n >= 2: where all rewards tie and ties are broken
                             at random, gap > 2n(n-1) sum p^2 for some policy
*)
Require Import Reals Lra Lia.
From BoN Require Import Definitions Sums Calculus Law LocalGap KL Estimator Gap Ties
  Divergences Limits Cubic Falsehoods.
Open Scope R_scope.

(* outcomes that are equal and rare *)
Lemma rare_outcomes : forall c eps, 0 <= c -> 0 < eps -> exists K,
  (2 <= K)%nat /\ policy K (fun _ => 1 / INR K)
  /\ c * sum K (fun _ => (1 / INR K) ^ 2) < eps.
Proof.
  intros c eps Hc He. destruct (nat_above (c / eps)) as [M HM]. exists (S (S M)).
  pose proof (INR_gt_0 (S (S M)) ltac:(lia)) as N.
  assert (H : c / eps < INR (S (S M))) by (rewrite !S_INR; lra).
  set (k := INR (S (S M))) in *. split; [lia|]. split; [split|].
  - intros i Hi. apply Rdiv_lt_0_compat; lra.
  - rewrite sum_same. fold k. field. lra.
  - rewrite sum_same. fold k. apply Rmult_lt_reg_r with (k * / eps).
    + apply Rmult_lt_0_compat; [auto|apply Rinv_0_lt_compat; auto].
    + replace (c * (k * (1 / k) ^ 2) * (k * / eps)) with (c / eps) by (field; lra).
      replace (eps * (k * / eps)) with k by (field; lra). exact H.
Qed.

Lemma half_constant_nonneg : forall n, 0 <= INR n * (INR n - 1) / 2.
Proof.
  intros [|n]; [simpl; lra|]. pose proof (n_n1_nonneg (S n) ltac:(lia)). lra.
Qed.

Theorem kl_gt_ln_minus_one : forall n, (1 <= n)%nat -> exists K p,
  (2 <= K)%nat /\ policy K p /\ ln (INR n) - 1 < kl K (best_of K p n) p.
Proof.
  intros n Hn. pose proof (INR_gt_0 n Hn) as N.
  destruct (rare_outcomes _ (/ INR n) (half_constant_nonneg n)
    ltac:(apply Rinv_0_lt_compat; auto)) as [K [HK [P H]]].
  exists K, (fun _ => 1 / INR K). split; [exact HK|]. split; [exact P|].
  pose proof (gap_le_half_quadratic K _ n P Hn) as G. cbv beta in G.
  rewrite formula_by_inverse in G by auto. lra.
Qed.

Theorem kl_has_no_largest_policy : forall K p n, policy K p -> (2 <= n)%nat ->
  exists K' p', (2 <= K')%nat /\ policy K' p'
    /\ kl K (best_of K p n) p < kl K' (best_of K' p' n) p'.
Proof.
  intros K p n P Hn. pose proof (kl_lt_formula K p n P Hn) as L.
  destruct (rare_outcomes _ (formula (INR n) - kl K (best_of K p n) p)
    (half_constant_nonneg n) ltac:(lra)) as [K' [HK [P' H]]].
  exists K', (fun _ => 1 / INR K'). split; [exact HK|]. split; [exact P'|].
  pose proof (gap_le_half_quadratic K' _ n P' ltac:(lia)) as G. cbv beta in G. lra.
Qed.

Theorem kl_is_not_concave : forall n, (1 <= n)%nat -> exists K p,
  (2 <= K)%nat /\ policy K p /\
  2 * kl K (best_of K p (2 * n)) p
  < kl K (best_of K p n) p + kl K (best_of K p (4 * n)) p.
Proof.
  intros n Hn. pose proof (INR_ge_1 n Hn) as N.
  assert (I : 0 < / INR n) by (apply Rinv_0_lt_compat; lra).
  destruct (rare_outcomes _ (/ INR n / 8) (half_constant_nonneg (4 * n)) ltac:(lra))
    as [K [HK [P H]]].
  exists K, (fun _ => 1 / INR K). split; [exact HK|]. split; [exact P|].
  pose proof (kl_le_formula K _ (2 * n) P ltac:(lia)) as B.
  pose proof (gap_le_half_quadratic K _ n P Hn) as G1.
  pose proof (gap_le_half_quadratic K _ (4 * n) P ltac:(lia)) as G4.
  cbv beta in G1, G4. rewrite formula_by_inverse in B, G1, G4 by lia.
  rewrite !mult_INR in *. replace (INR 2) with 2 in * by (simpl; lra).
  replace (INR 4) with (2 * 2) in * by (simpl; lra).
  rewrite !Rinv_mult, !ln_mult in * by lra.
  set (s := sum K (fun _ => (1 / INR K) ^ 2)) in *.
  assert (0 <= s) by (apply sum_nonneg; intros; apply pow2_ge_0).
  assert (INR n * (INR n - 1) / 2 * s <= 2 * 2 * INR n * (2 * 2 * INR n - 1) / 2 * s).
  { apply Rmult_le_compat_r; auto.
    assert (INR n * (INR n - 1) <= 2 * 2 * INR n * (2 * 2 * INR n - 1)); [|lra].
    apply Rmult_le_compat; lra. }
  lra.
Qed.

Theorem kl_far_below_formula : forall K p M, policy K p -> exists N, forall n,
  (N <= n)%nat -> kl K (best_of K p n) p < formula (INR n) - M.
Proof.
  intros K p M P. pose proof (policy_nonempty K p P).
  assert (E : 0 < p (K - 1)%nat) by (apply P; lia).
  destruct (nat_above (exp (M + 1 + 1) / p (K - 1)%nat)) as [N HN].
  exists (S N). intros n Hn.
  assert (L : INR N <= INR n) by (apply le_INR; lia).
  pose proof (gap_unbounded K p n (M + 1) P ltac:(lia)) as G.
  assert (exp (M + 1 + 1) <= INR n * p (K - 1)%nat); [|specialize (G H0); lra].
  replace (exp (M + 1 + 1)) with (exp (M + 1 + 1) / p (K - 1)%nat * p (K - 1)%nat) by (field; lra).
  apply Rmult_le_compat_r; lra.
Qed.

(** ** The estimator at other outcomes than the best *)

Theorem estimator_le_neg_ln : forall n e, (1 <= n)%nat -> 0 < e -> e <= 1 ->
  estimator n e <= - ln e.
Proof.
  intros n e Hn H0 [H1| -> ]; [|rewrite estimator_at_one, ln_1 by auto; lra].
  pose proof (INR_ge_1 n Hn) as N. unfold estimator.
  set (x := (1 - e) ^ n).
  assert (X0 : 0 < x) by (apply pow_lt; lra). assert (X1 : x < 1) by (apply pow_lt_1; auto; lra).
  rewrite ln_div by lra.
  (* n (1-e)^(n-1) e, the chance of one success, is at most 1 *)
  assert (B : ln (INR n * (1 - e) ^ (n - 1)) + ln e <= 0).
  { assert (F : 0 < INR n * (1 - e) ^ (n - 1)).
    { apply Rmult_lt_0_compat; [lra|apply pow_lt; lra]. }
    rewrite <- ln_mult by auto. apply ln_nonpos; [apply Rmult_lt_0_compat; auto|].
    pose proof (pow_tangent n (1 - e) 1 Hn ltac:(lra) ltac:(lra)) as T. rewrite pow1 in T.
    fold x in T. lra. }
  rewrite ln_density in B by (auto; lra).
  assert (R : 0 <= (INR n - 1) / INR n).
  { apply Rmult_le_pos; [lra|left; apply Rinv_0_lt_compat; lra]. }
  assert (0 <= x * (0 - (ln (INR n) + (INR n - 1) * ln (1 - e) - (INR n - 1) / INR n + ln e)))
    by (apply Rmult_le_pos; lra).
  pose proof (ln_nonpos (1 - x) ltac:(lra) ltac:(lra)).
  assert (0 <= (1 - x) * (0 - ln (1 - x))) by (apply Rmult_le_pos; lra). lra.
Qed.

Theorem estimator_below_kl : forall K p i, policy K p -> (i < K)%nat ->
  p (K - 1)%nat < p i -> exists N, forall n, (N <= n)%nat ->
  estimator n (p i) < kl K (best_of K p n) p.
Proof.
  intros K p i P Hi L. assert (E : 0 < p (K - 1)%nat) by (apply P; lia).
  pose proof (ln_increasing _ _ E L) as LL.
  destruct (kl_tends K p P (ln (p i) - ln (p (K - 1)%nat)) ltac:(lra)) as [N HN].
  exists (S N). intros [|n] Hn; [lia|]. specialize (HN n ltac:(lia)).
  unfold R_dist in HN. apply Rabs_def2 in HN.
  pose proof (estimator_le_neg_ln (S n) (p i) ltac:(lia) ltac:(lra)
    (policy_le_1 K p i P Hi)). lra.
Qed.

(** ** Total variation *)

Theorem total_variation_below_bound : forall n, (2 <= n)%nat -> exists p,
  policy 2 p /\ total_variation 2 (best_of 2 p n) p
  < Rpower (1 / INR n) (1 / (INR n - 1)) - Rpower (1 / INR n) (INR n / (INR n - 1)).
Proof.
  intros n Hn. pose proof (INR_ge_2 n Hn) as N.
  assert (I : 0 < 1 / INR n) by (apply Rdiv_lt_0_compat; lra).
  set (s := Rpower (1 / INR n) (1 / (INR n - 1))).
  replace (Rpower (1 / INR n) (INR n / (INR n - 1))) with (s / INR n).
  2:{ replace (INR n / (INR n - 1)) with (1 / (INR n - 1) + 1) by (field; lra).
      rewrite Rpower_plus, Rpower_1 by auto. unfold s. lra. }
  assert (S0 : 0 < s) by apply Rpower_pos.
  assert (B : s / INR n <= s / 2).
  { apply Rmult_le_compat_l; [lra|]. apply Rinv_le_contravar; lra. }
  set (t := Rmin (1 / 2) (s / 4)).
  assert (T0 : 0 < t) by (apply Rmin_glb_lt; lra).
  assert (T1 : t <= 1 / 2) by apply Rmin_l. assert (T2 : t <= s / 4) by apply Rmin_r.
  pose proof (bottom_atom_policy 1 t ltac:(lia) T0 ltac:(lra)) as P.
  exists (bottom_atom 1 t). split; [exact P|].
  unfold total_variation. rewrite !sum_S, !best_of_pmf by lia.
  rewrite (cdf_K 2) by auto. unfold cdf. simpl sum. simpl bottom_atom.
  rewrite !Rplus_0_l, pow_0, pow1 by lia.
  assert (t ^ n <= t).
  { rewrite <- (pow_pred_mult n) by lia. apply mult_le_left; [lra|apply pow_le_1; lra]. }
  pose proof (pow_lt t n T0).
  rewrite (Rabs_left1 (t ^ n - 0 - t)) by lra.
  rewrite (Rabs_pos_eq (1 - t ^ n - (1 - t) / 1)) by lra. lra.
Qed.

(** ** Outcomes that tie *)

Theorem outcome_masses_are_no_bound : forall n, (2 <= n)%nat -> exists K p,
  (2 <= K)%nat /\ policy K p /\ levels K 1 (fun _ => 0%nat) /\
  2 * INR n * (INR n - 1) * sum K (fun i => p i ^ 2)
  < formula (INR n) - kl K (random_ties K 1 (fun _ => 0%nat) p n) p.
Proof.
  intros n Hn. pose proof (n_n1_nonneg n ltac:(lia)) as N.
  destruct (rare_outcomes (2 * INR n * (INR n - 1)) _ ltac:(lra) (formula_pos n Hn))
    as [K [HK [P H]]].
  exists K, (fun _ => 1 / INR K). split; [exact HK|]. split; [exact P|].
  assert (V : levels K 1 (fun _ => 0%nat)).
  { split; [intros; lia|]. split; [intros; lia|]. intros l Hl. exists 0%nat. lia. }
  split; [exact V|]. rewrite random_ties_kl by (auto; lia).
  pose proof (level_policy K 1 _ _ V P) as PL.
  pose proof (kl_le_neg_ln_best 1 _ n PL ltac:(lia)) as L.
  replace (level_mass K (fun _ => 0%nat) (fun _ => 1 / INR K) (1 - 1)%nat) with 1 in L.
  - rewrite ln_1 in L. lra.
  - destruct PL as [_ S1]. simpl sum in S1. simpl Nat.sub. lra.
Qed.
