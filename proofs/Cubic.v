(** * The cubic bound of the gap: its weighted sum, and two draws

    - [weighted_cubes_le]  sum of F_i^(n-3) p_i^3 <= sum p^3, F_i the cdf
    - [gap_cubic_weighted_constant_sharp]  n >= 3: n(n-1)^2/24 is best for the
                           weighted sum as well
    - [gap_cubic_constant_iff]  n >= 3: gap <= k * sum p^3 for every policy if and
                           only if k >= n(n-1)^2/24
    - [no_cubic_bound_at_two]  n = 2: gap <= k * sum p^3 is false for some policy,
                           whatever k
*)
Require Import Reals Lra Lia.
From BoN Require Import Definitions Sums Calculus Law LocalGap KL Gap GapTwo Sharp.
Open Scope R_scope.

Theorem weighted_cubes_le : forall K p n, policy K p ->
  sum K (fun i => cdf p (S i) ^ (n - 3) * p i ^ 3) <= sum K (fun i => p i ^ 3).
Proof.
  intros K p n P. apply sum_le. intros i Hi.
  destruct (cdf_interval K p i P Hi) as [H1 [H2 H3]].
  apply mult_le_right; [|apply pow_le_1; lra].
  apply pow_le. left. apply P. exact Hi.
Qed.

Lemma cubic_constant_nonneg : forall n, 0 <= INR n * (INR n - 1) ^ 2 / 24.
Proof.
  intros n. assert (0 <= INR n * (INR n - 1) ^ 2); [|lra].
  apply Rmult_le_pos; [apply pos_INR|apply pow2_ge_0].
Qed.

Theorem gap_cubic_weighted_constant_sharp : forall n k, (3 <= n)%nat ->
  (forall K p, policy K p ->
     formula (INR n) - kl K (best_of K p n) p
     <= k * sum K (fun i => cdf p (S i) ^ (n - 3) * p i ^ 3)) ->
  INR n * (INR n - 1) ^ 2 / 24 <= k.
Proof.
  intros n k Hn H. apply gap_cubic_constant_sharp; [exact Hn|]. intros K p P.
  assert (K0 : 0 <= k).
  { pose proof (H _ _ point_policy) as G. pose proof (kl_le_formula _ _ n point_policy ltac:(lia)).
    unfold cdf in G. simpl sum in G.
    replace ((0 + 1) ^ (n - 3)) with 1 in G by (rewrite Rplus_0_l, pow1; reflexivity). lra. }
  eapply Rle_trans; [apply (H K p P)|].
  apply Rmult_le_compat_l; [exact K0|apply weighted_cubes_le; auto].
Qed.

Theorem gap_cubic_constant_iff : forall n k, (3 <= n)%nat ->
  ((forall K p, policy K p ->
      formula (INR n) - kl K (best_of K p n) p <= k * sum K (fun i => p i ^ 3))
   <-> INR n * (INR n - 1) ^ 2 / 24 <= k).
Proof.
  intros n k Hn. split; [apply gap_cubic_constant_sharp; exact Hn|].
  intros H K p P. eapply Rle_trans; [apply gap_le_cubic; auto|].
  apply Rmult_le_compat_r; [|exact H].
  apply sum_nonneg. intros i Hi. apply pow_le. left. apply P. exact Hi.
Qed.

(** ** Two draws: an outcome of mass t below N equal ones *)

Definition bottom_atom (N : nat) (t : R) (i : nat) : R :=
  match i with O => t | S _ => (1 - t) / INR N end.

Lemma sum_first : forall N a, sum (S N) a = a 0%nat + sum N (fun i => a (S i)).
Proof. induction N as [|N IH]; intros a; [simpl; lra|]. rewrite sum_S, IH, sum_S. lra. Qed.

Lemma sum_same : forall N c, sum N (fun _ => c) = INR N * c.
Proof. induction N as [|N IH]; intros c; [simpl; lra|]. rewrite sum_S, IH, S_INR. lra. Qed.

Lemma bottom_atom_policy : forall N t, (1 <= N)%nat -> 0 < t -> t < 1 ->
  policy (S N) (bottom_atom N t).
Proof.
  intros N t HN H0 H1. pose proof (INR_gt_0 N HN). split.
  - intros [|i] Hi; simpl; [exact H0|apply Rdiv_lt_0_compat; lra].
  - rewrite sum_first. simpl bottom_atom. rewrite sum_same. field. lra.
Qed.

Lemma bottom_atom_cubes : forall N t, (1 <= N)%nat -> 0 < t -> t < 1 ->
  sum (S N) (fun i => bottom_atom N t i ^ 3) <= t ^ 3 + / INR N.
Proof.
  intros N t HN H0 H1. pose proof (INR_ge_1 N HN) as NP.
  rewrite sum_first. simpl bottom_atom. rewrite sum_same.
  assert (A : (1 - t) ^ 3 <= 1) by (apply pow_le_1; lra).
  assert (I : 0 < / INR N <= 1).
  { split; [apply Rinv_0_lt_compat; lra|]. rewrite <- Rinv_1. apply Rinv_le_contravar; lra. }
  replace (INR N * ((1 - t) / INR N) ^ 3) with (/ INR N * (/ INR N * (1 - t) ^ 3)) by (field; lra).
  assert (0 <= (1 - t) ^ 3) by (apply pow_le; lra).
  assert (/ INR N * (1 - t) ^ 3 <= 1 * 1) by (apply Rmult_le_compat; lra).
  assert (/ INR N * (/ INR N * (1 - t) ^ 3) <= / INR N * 1) by (apply Rmult_le_compat_l; lra).
  lra.
Qed.

Lemma gap_ge_bottom : forall K p n, policy K p -> (1 <= n)%nat ->
  p 0%nat ^ n * formula (INR n) <= formula (INR n) - kl K (best_of K p n) p.
Proof.
  intros K p n P Hn. pose proof (policy_nonempty K p P) as HK.
  rewrite gap_is_sum_of_local_gaps by auto.
  pose proof (sum_term_le K (fun i => local_gap n (cdf p i) (cdf p (S i))) 0
    (fun i Hi => outcome_gap_nonneg K p n i P Hn Hi) ltac:(lia)) as H.
  cbv beta in H. rewrite cdf_0, local_gap_bottom in H by (auto; apply (cdf_pos K); auto).
  replace (cdf p 1) with (p 0%nat) in H by (unfold cdf; simpl; lra). exact H.
Qed.

Theorem no_cubic_bound_at_two : forall k, exists K p,
  (2 <= K)%nat /\ policy K p /\
  k * sum K (fun i => p i ^ 3) < formula 2 - kl K (best_of K p 2) p.
Proof.
  intros k. set (d := formula 2).
  assert (D : 0 < d) by (unfold d; rewrite formula_two; apply formula_pos; lia).
  set (c := Rmax k 1). assert (C1 : 1 <= c) by apply Rmax_r. assert (Ck : k <= c) by apply Rmax_l.
  set (t := Rmin (1 / 2) (d / (2 * c))).
  assert (T0 : 0 < t) by (apply Rmin_glb_lt; [lra|apply Rdiv_lt_0_compat; lra]).
  assert (T1 : t <= 1 / 2) by apply Rmin_l.
  assert (T2 : c * t <= d / 2).
  { apply Rle_trans with (c * (d / (2 * c))); [apply Rmult_le_compat_l; [lra|apply Rmin_r]|].
    right. field. lra. }
  assert (Sq : 0 < t ^ 2) by (apply pow_lt; auto).
  destruct (nat_above (2 * c / (d * t ^ 2))) as [M HM].
  exists (S (S M)), (bottom_atom (S M) t).
  pose proof (bottom_atom_policy (S M) t ltac:(lia) T0 ltac:(lra)) as P.
  pose proof (bottom_atom_cubes (S M) t ltac:(lia) T0 ltac:(lra)) as B.
  split; [lia|]. split; [exact P|].
  pose proof (gap_ge_bottom _ _ 2 P ltac:(lia)) as G. rewrite <- formula_two in G.
  change (bottom_atom (S M) t 0) with t in G. fold d in G. eapply Rlt_le_trans; [|exact G].
  assert (0 <= sum (S (S M)) (fun i => bottom_atom (S M) t i ^ 3)) as B0.
  { apply sum_nonneg. intros i Hi. apply pow_le. left. apply P. exact Hi. }
  set (s := sum (S (S M)) (fun i => bottom_atom (S M) t i ^ 3)) in *.
  assert (N : 2 * c / (d * t ^ 2) < INR (S M)) by (rewrite S_INR; lra).
  pose proof (INR_gt_0 (S M) ltac:(lia)) as NP. set (N' := INR (S M)) in *.
  assert (X : c * / N' < d * t ^ 2 / 2).
  { apply Rmult_lt_reg_r with (N' * / (d * t ^ 2) * 2).
    - repeat apply Rmult_lt_0_compat; try lra. apply Rinv_0_lt_compat.
      apply Rmult_lt_0_compat; auto.
    - replace (c * / N' * (N' * / (d * t ^ 2) * 2)) with (2 * c / (d * t ^ 2)) by (field; lra).
      replace (d * t ^ 2 / 2 * (N' * / (d * t ^ 2) * 2)) with N' by (field; lra). exact N. }
  assert (k * s <= c * s) by (apply Rmult_le_compat_r; auto).
  assert (c * s <= c * (t ^ 3 + / N')) by (apply Rmult_le_compat_l; lra).
  assert (c * t * t ^ 2 <= d / 2 * t ^ 2) by (apply Rmult_le_compat_r; lra).
  simpl in *. lra.
Qed.
