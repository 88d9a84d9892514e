(** * The divergence and its formula

    For every policy p with K outcomes, KL = kl K (best_of K p n) p:
    - [gap_is_sum_of_local_gaps]  formula n - KL is the sum of the local gaps
    - [kl_le_formula]       KL <= ln n - (n-1)/n                       (n >= 1)
    - [kl_lt_formula]       KL <  ln n - (n-1)/n                       (n >= 2)
    - [kl_ne_formula]       so the equality is false                   (n >= 2)
    - [kl_eq_formula_iff]   the equality holds for n = 1 and no other n
    - [kl_nonneg]           0 <= kl q p for every distribution q
    - [gap_ge_subset]       the local gaps of any set of outcomes sum to at most
                            formula n - KL
    - [gap_ge_top]          formula n - KL >= top_gap n (mass of best outcome)
    - [kl_le_neg_ln_best]   KL <= - ln (mass of the best outcome)
    - [gap_ge_ln]           formula n - KL >= ln (n * mass of best) - 1
*)
Require Import Reals Lra Lia.
From BoN Require Import Definitions Sums Calculus Law LocalGap.
Open Scope R_scope.

Lemma kl_term : forall K p n i, policy K p -> (1 <= n)%nat -> (i < K)%nat ->
  best_of K p n i * ln (best_of K p n i / p i)
  = Phi n (cdf p (S i)) - Phi n (cdf p i) - local_gap n (cdf p i) (cdf p (S i)).
Proof.
  intros K p n i P Hn Hi. rewrite best_of_ratio by auto.
  rewrite best_of_pmf by auto. unfold local_gap. lra.
Qed.

Theorem gap_is_sum_of_local_gaps : forall K p n, policy K p -> (1 <= n)%nat ->
  formula (INR n) - kl K (best_of K p n) p
  = sum K (fun i => local_gap n (cdf p i) (cdf p (S i))).
Proof.
  intros K p n P Hn. unfold kl.
  rewrite (sum_ext K (fun i => best_of K p n i * ln (best_of K p n i / p i))
    (fun i => Phi n (cdf p (S i)) - Phi n (cdf p i)
              - local_gap n (cdf p i) (cdf p (S i))))
    by (intros; apply kl_term; auto).
  rewrite sum_minus, (sum_telescope K (fun i => Phi n (cdf p i))).
  rewrite (cdf_K K) by auto. rewrite cdf_0, Phi_0, Phi_1 by auto. lra.
Qed.

Lemma outcome_gap_nonneg : forall K p n i, policy K p -> (1 <= n)%nat -> (i < K)%nat ->
  0 <= local_gap n (cdf p i) (cdf p (S i)).
Proof.
  intros K p n i P Hn Hi. destruct (cdf_interval K p i P Hi) as [H1 [H2 H3]].
  apply local_gap_nonneg; auto.
Qed.

Theorem kl_le_formula : forall K p n, policy K p -> (1 <= n)%nat ->
  kl K (best_of K p n) p <= formula (INR n).
Proof.
  intros K p n P Hn. pose proof (gap_is_sum_of_local_gaps K p n P Hn) as G.
  assert (0 <= sum K (fun i => local_gap n (cdf p i) (cdf p (S i)))); [|lra].
  apply sum_nonneg. intros. apply (outcome_gap_nonneg K); auto.
Qed.

Theorem kl_lt_formula : forall K p n, policy K p -> (2 <= n)%nat ->
  kl K (best_of K p n) p < formula (INR n).
Proof.
  intros K p n P Hn. pose proof (gap_is_sum_of_local_gaps K p n P ltac:(lia)) as G.
  pose proof (policy_nonempty K p P) as HK.
  assert (0 < local_gap n (cdf p 0) (cdf p 1)) as L.
  { rewrite cdf_0, local_gap_bottom; [|lia|apply (cdf_pos K); auto].
    apply Rmult_lt_0_compat; [apply pow_lt, (cdf_pos K); auto|apply formula_pos; auto]. }
  pose proof (sum_term_le K (fun i => local_gap n (cdf p i) (cdf p (S i))) 0
    (fun i Hi => outcome_gap_nonneg K p n i P ltac:(lia) Hi) HK). lra.
Qed.

Theorem kl_ne_formula : forall K p n, policy K p -> (2 <= n)%nat ->
  kl K (best_of K p n) p <> formula (INR n).
Proof. intros K p n P Hn. pose proof (kl_lt_formula K p n P Hn). lra. Qed.

Lemma kl_self : forall K p, policy K p -> kl K p p = 0.
Proof.
  intros K p [P _]. unfold kl.
  rewrite (sum_ext K _ (fun _ => 0)); [apply sum_zero|].
  intros i Hi. specialize (P i Hi). replace (p i / p i) with 1 by (field; lra).
  rewrite ln_1. lra.
Qed.

Theorem kl_eq_formula_iff : forall K p n, policy K p -> (1 <= n)%nat ->
  (kl K (best_of K p n) p = formula (INR n) <-> n = 1%nat).
Proof.
  intros K p n P Hn. split; intro H.
  - destruct (Nat.eq_dec n 1) as [E|E]; [exact E|].
    exfalso. apply (kl_ne_formula K p n P); auto; lia.
  - subst n. rewrite best_of_one, kl_self by auto. symmetry. exact formula_1.
Qed.

(* Gibbs' inequality, with zero probabilities allowed in q *)
Lemma gibbs_term : forall q p, 0 <= q -> 0 < p -> q - p <= q * ln (q / p).
Proof.
  intros q p [Hq|<-] Hp.
  - rewrite ln_div by auto. apply a_ln_ratio; auto.
  - lra.
Qed.

Theorem kl_nonneg : forall K q p, distribution K q -> policy K p -> 0 <= kl K q p.
Proof.
  intros K q p [Q1 Q2] [P1 P2]. apply Rle_trans with (sum K (fun i => q i - p i)).
  - rewrite sum_minus. lra.
  - apply sum_le. intros i Hi. apply gibbs_term; auto.
Qed.

(** ** Lower bounds of the gap *)

Theorem gap_ge_subset : forall K p n (S : nat -> bool), policy K p -> (1 <= n)%nat ->
  sum K (fun i => if S i then local_gap n (cdf p i) (cdf p (Datatypes.S i)) else 0)
  <= formula (INR n) - kl K (best_of K p n) p.
Proof.
  intros K p n S P Hn. rewrite gap_is_sum_of_local_gaps by auto.
  apply sum_le. intros i Hi. destruct (S i); [lra|apply (outcome_gap_nonneg K); auto].
Qed.

Lemma cdf_below_best : forall K p, policy K p -> cdf p (K - 1) = 1 - p (K - 1)%nat.
Proof.
  intros K p P. pose proof (policy_nonempty K p P).
  pose proof (cdf_step p (K - 1)). replace (S (K - 1)) with K in * by lia.
  rewrite (cdf_K K) in * by auto. lra.
Qed.

Theorem gap_ge_top : forall K p n, policy K p -> (1 <= n)%nat ->
  top_gap n (p (K - 1)%nat) <= formula (INR n) - kl K (best_of K p n) p.
Proof.
  intros K p n P Hn. rewrite gap_is_sum_of_local_gaps by auto.
  pose proof (policy_nonempty K p P) as HK.
  pose proof (sum_term_le K (fun i => local_gap n (cdf p i) (cdf p (S i))) (K - 1)
    (fun i Hi => outcome_gap_nonneg K p n i P Hn Hi) ltac:(lia)) as H.
  cbv beta in H. rewrite cdf_below_best in H by auto.
  replace (S (K - 1)) with K in H by lia. rewrite (cdf_K K) in H by auto. exact H.
Qed.

Theorem kl_le_neg_ln_best : forall K p n, policy K p -> (1 <= n)%nat ->
  kl K (best_of K p n) p <= - ln (p (K - 1)%nat).
Proof.
  intros K p n P Hn. pose proof (policy_nonempty K p P) as HK.
  assert (HP : 0 < p (K - 1)%nat) by (apply P; lia).
  apply Rle_trans with (sum K (fun i => best_of K p n i * - ln (p (K - 1)%nat))).
  - apply sum_le. intros i Hi.
    apply Rmult_le_compat_l; [left; apply best_of_pos; auto|].
    rewrite <- ln_Rinv by auto. apply ln_le_mono; [apply ratio_pos; auto|].
    apply Rle_trans with (best_of K p n (K - 1) / p (K - 1)%nat).
    + apply ratio_nondecreasing; auto; lia.
    + rewrite <- (Rmult_1_l (/ p (K - 1)%nat)). apply Rmult_le_compat_r.
      * left. apply Rinv_0_lt_compat; auto.
      * apply (policy_le_1 K); [apply best_of_policy; auto|lia].
  - rewrite sum_scal_r, best_of_sum by auto. lra.
Qed.

Theorem gap_ge_ln : forall K p n, policy K p -> (1 <= n)%nat ->
  ln (INR n * p (K - 1)%nat) - 1 <= formula (INR n) - kl K (best_of K p n) p.
Proof.
  intros K p n P Hn. pose proof (policy_nonempty K p P) as HK.
  assert (HP : 0 < p (K - 1)%nat) by (apply P; lia).
  pose proof (INR_gt_0 n Hn) as HN.
  pose proof (kl_le_neg_ln_best K p n P Hn). rewrite ln_mult by auto.
  unfold formula. assert (0 < / INR n) by (apply Rinv_0_lt_compat; auto).
  replace ((INR n - 1) / INR n) with (1 - / INR n) by (field; lra). lra.
Qed.
