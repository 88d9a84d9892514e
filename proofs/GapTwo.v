(** * The gap for two draws

    - [top_gap_two_le_cubic]  top_gap 2 t <= (ln 2 - 1/2) t^3 on [0,1]
    - [gap_two_le_cubic]      n = 2: gap <= (ln 2 - 1/2) * sum p_i^3 / F_i
    - [gap_two_le_quadratic]  n = 2: gap <= (ln 2 - 1/2) * sum p_i^2
    - [gap_two_constant_sharp] no smaller constant will do in the latter
*)
Require Import Reals Lra Lia.
From BoN Require Import Definitions Sums Calculus Bounds Law LocalGap KL Gap.
Open Scope R_scope.

(* top_gap 2 and its first three derivatives, for 0 <= t < 1 *)
Definition w0 (t : R) : R :=
  ln 2 - 1 / 2 - (1 - t) ^ 2 * (ln 2 + ln (1 - t) - 1 / 2)
  - (1 - (1 - t) ^ 2) * ln (2 - t).
Definition w1 (t : R) : R := t + 2 * (1 - t) * (ln 2 + ln (1 - t) - ln (2 - t)).
Definition w2 (t : R) : R := 1 - 2 / (2 - t) - 2 * (ln 2 + ln (1 - t) - ln (2 - t)).
Definition w3 (t : R) : R := 2 / ((1 - t) * (2 - t) ^ 2).

Lemma top_gap_two : forall t, 0 < t -> top_gap 2 t = w0 t.
Proof.
  intros t H0. unfold top_gap, local_gap, Phi, w0.
  replace ((1 ^ 2 - (1 - t) ^ 2) / (1 - (1 - t))) with (2 - t) by (field; lra).
  replace (INR 2) with 2 by (simpl; lra). rewrite pow1, ln_1. lra.
Qed.

Lemma dl_one_minus : forall t, derivable_pt_lim (fun u => 1 - u) t (0 - 1).
Proof. intros. apply dl_minus; [apply dl_const|apply dl_id]. Qed.

Lemma dl_two_minus : forall t, derivable_pt_lim (fun u => 2 - u) t (0 - 1).
Proof. intros. apply dl_minus; [apply dl_const|apply dl_id]. Qed.

Lemma dl_logs : forall t, t < 1 ->
  derivable_pt_lim (fun u => ln 2 + ln (1 - u) - ln (2 - u)) t
    (0 + / (1 - t) * (0 - 1) - / (2 - t) * (0 - 1)).
Proof.
  intros t H. apply dl_minus; [apply dl_plus; [apply dl_const|]|].
  - apply (dl_lncomp (fun u => 1 - u)); [apply dl_one_minus|lra].
  - apply (dl_lncomp (fun u => 2 - u)); [apply dl_two_minus|lra].
Qed.

Lemma w0_derivative : forall t, t < 1 -> derivable_pt_lim w0 t (w1 t).
Proof.
  intros t H. eapply dl_eq.
  - unfold w0. apply dl_minus; [apply dl_minus; [apply dl_const|]|].
    + apply (dl_mult (fun u => (1 - u) ^ 2) (fun u => ln 2 + ln (1 - u) - 1 / 2)).
      * apply (dl_comp (fun u => 1 - u) (fun x => x ^ 2)); [apply dl_one_minus|apply dl_pow].
      * apply dl_minus; [apply dl_plus; [apply dl_const|]|apply dl_const].
        apply (dl_lncomp (fun u => 1 - u)); [apply dl_one_minus|lra].
    + apply (dl_mult (fun u => 1 - (1 - u) ^ 2) (fun u => ln (2 - u))).
      * apply dl_minus; [apply dl_const|].
        apply (dl_comp (fun u => 1 - u) (fun x => x ^ 2)); [apply dl_one_minus|apply dl_pow].
      * apply (dl_lncomp (fun u => 2 - u)); [apply dl_two_minus|lra].
  - unfold w1. simpl. field. lra.
Qed.

Lemma w1_derivative : forall t, t < 1 -> derivable_pt_lim w1 t (w2 t).
Proof.
  intros t H. eapply dl_eq.
  - unfold w1. apply dl_plus; [apply dl_id|].
    apply (dl_mult (fun u => 2 * (1 - u)) (fun u => ln 2 + ln (1 - u) - ln (2 - u))).
    + apply dl_scal, dl_one_minus.
    + apply dl_logs; auto.
  - unfold w2. field. lra.
Qed.

Lemma w2_derivative : forall t, t < 1 -> derivable_pt_lim w2 t (w3 t).
Proof.
  intros t H. eapply dl_eq.
  - unfold w2. apply dl_minus; [apply dl_minus; [apply dl_const|]|].
    + apply (dl_div (fun _ => 2) (fun u => 2 - u)); [apply dl_const|apply dl_two_minus|lra].
    + apply dl_scal, dl_logs; auto.
  - unfold w3, Rsqr. field. lra.
Qed.

Lemma w3_rises : forall s t, 0 <= s -> s <= t -> t < 1 -> w3 s <= w3 t.
Proof.
  intros s t H0 H1 H2. unfold w3. apply Rmult_le_compat_l; [lra|].
  apply Rinv_le_contravar.
  - apply Rmult_lt_0_compat; [lra|apply pow_lt; lra].
  - apply Rmult_le_compat; [lra|apply pow_le; lra|lra|apply pow_incr; lra].
Qed.

Lemma w_at_0 : w0 0 = 0 /\ w1 0 = 0 /\ w2 0 = 0.
Proof.
  unfold w0, w1, w2. rewrite !Rminus_0_r, ln_1. repeat split; lra.
Qed.

Lemma w2_le : forall t, 0 <= t -> t < 1 -> w2 t <= t * w3 t.
Proof.
  intros t H0 H1. destruct w_at_0 as [_ [_ Z]].
  assert (w3 t * 0 - w2 0 <= w3 t * t - w2 t); [|lra].
  apply (nondecreasing (fun u => w3 t * u - w2 u) (fun u => w3 t * 1 - w3 u)); auto.
  - intros u Hu. apply dl_minus; [apply dl_scal, dl_id|apply w2_derivative; lra].
  - intros u Hu. pose proof (w3_rises u t ltac:(lra) ltac:(lra) H1). lra.
Qed.

Lemma w1_le : forall t, 0 <= t -> t < 1 -> 2 * w1 t <= t * w2 t.
Proof.
  intros t H0 H1. destruct w_at_0 as [_ [Z _]].
  assert (0 * w2 0 - 2 * w1 0 <= t * w2 t - 2 * w1 t); [|lra].
  apply (nondecreasing (fun u => u * w2 u - 2 * w1 u)
    (fun u => 1 * w2 u + u * w3 u - 2 * w2 u)); auto.
  - intros u Hu. apply dl_minus.
    + apply (dl_mult (fun u => u) w2); [apply dl_id|apply w2_derivative; lra].
    + apply dl_scal, w1_derivative; lra.
  - intros u Hu. pose proof (w2_le u ltac:(lra) ltac:(lra)). lra.
Qed.

Lemma w0_le : forall t, 0 <= t -> t < 1 -> 3 * w0 t <= t * w1 t.
Proof.
  intros t H0 H1. destruct w_at_0 as [Z _].
  assert (0 * w1 0 - 3 * w0 0 <= t * w1 t - 3 * w0 t); [|lra].
  apply (nondecreasing (fun u => u * w1 u - 3 * w0 u)
    (fun u => 1 * w1 u + u * w2 u - 3 * w1 u)); auto.
  - intros u Hu. apply dl_minus.
    + apply (dl_mult (fun u => u) w1); [apply dl_id|apply w1_derivative; lra].
    + apply dl_scal, w0_derivative; lra.
  - intros u Hu. pose proof (w1_le u ltac:(lra) ltac:(lra)). lra.
Qed.

Lemma w0_over_cube : forall s t, 0 < s -> s <= t -> t < 1 -> w0 s / s ^ 3 <= w0 t / t ^ 3.
Proof.
  intros s t H0 H1 H2.
  apply (nondecreasing (fun u => w0 u / u ^ 3)
    (fun u => (w1 u * u ^ 3 - (INR 3 * u ^ pred 3) * w0 u) / Rsqr (u ^ 3))); auto.
  - intros u Hu. apply (dl_div w0 (fun u => u ^ 3)).
    + apply w0_derivative. lra.
    + apply dl_pow.
    + apply pow_nonzero. lra.
  - intros u Hu. pose proof (w0_le u ltac:(lra) ltac:(lra)) as W.
    apply Rmult_le_pos.
    + replace (INR 3) with 3 by (simpl; lra). simpl pred.
      replace (w1 u * u ^ 3 - 3 * u ^ 2 * w0 u) with (u ^ 2 * (u * w1 u - 3 * w0 u)) by lra.
      apply Rmult_le_pos; [apply pow2_ge_0|lra].
    + left. apply Rinv_0_lt_compat, Rlt_0_sqr, pow_nonzero. lra.
Qed.

Theorem top_gap_two_le_cubic : forall t, 0 <= t -> t <= 1 ->
  top_gap 2 t <= (ln 2 - 1 / 2) * t ^ 3.
Proof.
  assert (F2 : formula (INR 2) = ln 2 - 1 / 2).
  { replace (INR 2) with 2 by (simpl; lra). unfold formula. field. }
  intros t H0 [H1| -> ].
  2:{ rewrite top_gap_1 by lia. rewrite F2, pow1. lra. }
  destruct H0 as [H0|<-].
  2:{ rewrite top_gap_0. simpl. lra. }
  apply Rnot_lt_le. intro L. set (c := ln 2 - 1 / 2) in *. set (g := top_gap 2 t) in *.
  pose proof (top_gap_range 2 t ltac:(lia) ltac:(lra) ltac:(lra)) as [G0 _]. fold g in G0.
  pose proof (pow_lt t 3 H0) as T3.
  assert (C0 : 0 < c).
  { rewrite <- F2. apply formula_pos. lia. }
  assert (Gp : 0 < g).
  { assert (0 < c * t ^ 3) by (apply Rmult_lt_0_compat; auto). lra. }
  set (e := (g - c * t ^ 3) / (6 * g)).
  assert (E0 : 0 < e) by (apply Rdiv_lt_0_compat; lra).
  (* s close to 1 *)
  set (s := Rmax t (1 - e)).
  assert (S1 : s < 1) by (apply Rmax_lub_lt; lra).
  assert (S2 : t <= s) by apply Rmax_l. assert (S3 : 1 - e <= s) by apply Rmax_r.
  pose proof (w0_over_cube t s H0 S2 S1) as M.
  rewrite <- !top_gap_two in M by lra. fold g in M.
  pose proof (top_gap_range 2 s ltac:(lia) ltac:(lra) ltac:(lra)) as [_ G1].
  rewrite F2 in G1. fold c in G1.
  pose proof (pow_lt s 3 ltac:(lra)) as S3p.
  assert (M2 : g * s ^ 3 <= c * t ^ 3).
  { apply Rmult_le_reg_r with (/ t ^ 3 * / s ^ 3).
    - apply Rmult_lt_0_compat; apply Rinv_0_lt_compat; auto.
    - replace (g * s ^ 3 * (/ t ^ 3 * / s ^ 3)) with (g / t ^ 3) by (field; lra).
      replace (c * t ^ 3 * (/ t ^ 3 * / s ^ 3)) with (c / s ^ 3) by (field; lra).
      apply Rle_trans with (top_gap 2 s / s ^ 3); auto.
      apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat; auto|auto]. }
  pose proof (pow_tangent 3 1 s ltac:(lia) ltac:(lra) ltac:(lra)) as T.
  rewrite !pow1 in T. replace (INR 3) with 3 in T by (simpl; lra).
  assert (g * (1 - 3 * e) <= g * s ^ 3) by (apply Rmult_le_compat_l; lra).
  assert (g * e = (g - c * t ^ 3) / 6) by (unfold e; field; lra). lra.
Qed.

Lemma formula_two : formula 2 = formula (INR 2).
Proof. reflexivity. Qed.

Theorem gap_two_le_cubic : forall K p, policy K p ->
  formula 2 - kl K (best_of K p 2) p
  <= (ln 2 - 1 / 2) * sum K (fun i => p i ^ 3 / cdf p (S i)).
Proof.
  intros K p P. rewrite formula_two.
  rewrite gap_is_sum_of_local_gaps, <- sum_scal by (auto; lia).
  apply sum_le. intros i Hi. destruct (cdf_interval K p i P Hi) as [H1 [H2 H3]].
  rewrite local_gap_scale by (auto; lia). rewrite cdf_step.
  assert (HP : 0 < p i) by (apply P; auto).
  assert (T0 : 0 < p i / cdf p (S i)) by (apply Rdiv_lt_0_compat; lra).
  assert (T : p i / cdf p (S i) <= 1).
  { apply Rmult_le_reg_r with (cdf p (S i)); [lra|].
    rewrite (quotient_times (p i) (cdf p (S i))) by lra.
    rewrite cdf_S in *. lra. }
  pose proof (top_gap_two_le_cubic _ (Rlt_le _ _ T0) T) as C.
  eapply Rle_trans; [apply Rmult_le_compat_l; [apply pow_le; lra|exact C]|].
  right. field. lra.
Qed.

Theorem gap_two_le_quadratic : forall K p, policy K p ->
  formula 2 - kl K (best_of K p 2) p <= (ln 2 - 1 / 2) * sum K (fun i => p i ^ 2).
Proof.
  intros K p P. rewrite formula_two. revert K p P.
  apply (quadratic_constant_iff 2 (ln 2 - 1 / 2)); [lia|].
  intros t H0 H1. eapply Rle_trans; [apply top_gap_two_le_cubic; lra|].
  apply Rmult_le_compat_l.
  - pose proof (formula_pos 2 ltac:(lia)) as F. unfold formula in F.
    replace (INR 2) with 2 in F by (simpl; lra). lra.
  - apply pow_antitone; lra || lia.
Qed.

Theorem gap_two_constant_sharp : forall k,
  (forall K p, policy K p ->
     formula 2 - kl K (best_of K p 2) p <= k * sum K (fun i => p i ^ 2)) ->
  ln 2 - 1 / 2 <= k.
Proof.
  intros k H. rewrite formula_two in H.
  pose proof (proj1 (quadratic_constant_iff 2 k ltac:(lia)) H 1 ltac:(lra) ltac:(lra)) as T.
  rewrite top_gap_1 in T by lia. unfold formula in T.
  replace (INR 2) with 2 in T by (simpl; lra). simpl in T. lra.
Qed.
