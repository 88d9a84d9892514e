(** * How much the estimators rise with one more draw

    With q = 1 - e, an estimator X rises by enough at the mass e, [step_enough], if
    (1 - q^(n+1)) (X (n+1) - X n) >= (q^n - q^(n+1)) (formula n - X n).
    - [better_estimator_step], [estimator_step]  both do, at every mass
    Both are made of [two_point_kl], the divergence of the best of n from a policy
    of two outcomes; it rises by what [two_point_step] says.
*)
Require Import Reals Lra Lia.
From BoN Require Import Definitions Sums Calculus Law LocalGap KL Estimator Improved.
Open Scope R_scope.

(* the divergence of the best of n from a policy of two outcomes, 1 - e below e *)
Definition two_point_kl (n : nat) (e : R) : R :=
  (1 - e) ^ n * ((INR n - 1) * ln (1 - e))
  + (1 - (1 - e) ^ n) * (ln (1 - (1 - e) ^ n) - ln e).

Lemma two_point_step : forall n e, (1 <= n)%nat -> 0 < e -> e < 1 ->
  (1 - e) ^ n * e * (ln (1 - (1 - e) ^ n) - ln e - (INR n - 1) * ln (1 - e))
  <= two_point_kl (S n) e - two_point_kl n e.
Proof.
  intros n e Hn H0 H1. unfold two_point_kl. rewrite S_INR. set (q := 1 - e).
  assert (Q0 : 0 < q) by (unfold q; lra). assert (Q1 : q < 1) by (unfold q; lra).
  replace e with (1 - q) by (unfold q; lra).
  pose proof (pow_lt_1 n q Hn ltac:(lra) Q1) as U.
  pose proof (pow_lt_1 (S n) q ltac:(lia) ltac:(lra) Q1) as V.
  pose proof (pow_lt q n Q0) as P.
  pose proof (a_ln_ratio (1 - q ^ S n) (1 - q ^ n) ltac:(lra) ltac:(lra)) as A.
  pose proof (a_ln_ratio (q * q ^ n) (q ^ n) ltac:(apply Rmult_lt_0_compat; auto) P) as B.
  rewrite ln_mult in B by auto. simpl pow in *. lra.
Qed.

Lemma estimator_two_point : forall n e, (1 <= n)%nat -> 0 < e -> e < 1 ->
  estimator n e = two_point_kl n e + (1 - e) ^ n * formula (INR n).
Proof.
  intros n e Hn H0 H1. unfold estimator, two_point_kl, formula.
  pose proof (one_minus_pow_pos n e Hn H0 ltac:(lra)). rewrite ln_div by auto. lra.
Qed.

Lemma better_estimator_two_point : forall n e, (1 <= n)%nat -> 0 < e -> e < 1 ->
  (1 - (1 - e) ^ n) * better_estimator n e = two_point_kl n e.
Proof.
  intros n e Hn H0 H1. unfold better_estimator, two_point_kl.
  pose proof (one_minus_pow_pos n e Hn H0 ltac:(lra)). rewrite ln_div by auto. field. lra.
Qed.

Lemma better_estimator_le_formula : forall n e, (1 <= n)%nat -> 0 < e -> e <= 1 ->
  better_estimator n e <= formula (INR n).
Proof.
  intros n e Hn H0 H1. pose proof (better_estimator_le_estimator n e Hn H0 H1).
  pose proof (estimator_range n e Hn ltac:(lra) H1). lra.
Qed.

Lemma better_estimator_at_one : forall n, (1 <= n)%nat -> better_estimator n 1 = 0.
Proof.
  intros n Hn. pose proof (better_estimator_nonneg n 1 Hn ltac:(lra) ltac:(lra)).
  pose proof (better_estimator_le_estimator n 1 Hn ltac:(lra) ltac:(lra)).
  rewrite estimator_at_one in * by auto. lra.
Qed.

Definition step_enough (X : nat -> R -> R) (n : nat) (e : R) : Prop :=
  ((1 - e) ^ n - (1 - e) ^ S n) * (formula (INR n) - X n e)
  <= (1 - (1 - e) ^ S n) * (X (S n) e - X n e).

Lemma step_at_one : forall X n, (1 <= n)%nat -> X n 1 = 0 -> X (S n) 1 = 0 ->
  step_enough X n 1.
Proof.
  intros X n Hn H H'. unfold step_enough. rewrite H, H', (Rminus_diag_eq 1 1) by auto.
  rewrite !pow_0 by lia. lra.
Qed.

(* ln of the slope of u^n on [q,1] exceeds that of n q^(n-1) *)
Lemma top_slope : forall n e, (1 <= n)%nat -> 0 < e -> e < 1 ->
  ln (INR n) + (INR n - 1) * ln (1 - e) <= ln (1 - (1 - e) ^ n) - ln e.
Proof.
  intros n e Hn H0 H1. pose proof (one_minus_pow_pos n e Hn H0 ltac:(lra)).
  rewrite <- ln_density, <- ln_div by (auto; lra).
  pose proof (slope_between n (1 - e) 1 Hn ltac:(lra) ltac:(lra)) as [S _].
  rewrite pow1 in S. replace (1 - (1 - e)) with e in S by lra.
  apply ln_le_mono; [|exact S].
  apply Rmult_lt_0_compat; [apply INR_gt_0; auto|apply pow_lt; lra].
Qed.

(* ... and twice it that of n^2 q^(n-1) *)
Lemma top_slope_twice : forall n e, (1 <= n)%nat -> 0 < e -> e < 1 ->
  2 * ln (INR n) + (INR n - 1) * ln (1 - e) <= 2 * (ln (1 - (1 - e) ^ n) - ln e).
Proof.
  intros n e Hn H0 H1. pose proof (one_minus_pow_pos n e Hn H0 ltac:(lra)) as U.
  set (s := sqrt (1 - e)). assert (Hs : 0 < s) by (apply sqrt_lt_R0; lra).
  assert (E : s * s = 1 - e) by (apply sqrt_sqrt; lra).
  assert (S1 : s <= 1).
  { apply Rnot_lt_le. intro L. assert (1 * 1 < s * s) by (apply Rmult_gt_0_lt_compat; lra). lra. }
  pose proof (geometric_mean_bound n s ltac:(lra) S1) as G. rewrite E in G.
  replace (1 - (1 - e)) with e in G by lra.
  pose proof (INR_gt_0 n Hn) as N. pose proof (pow_lt s n Hs) as Sn.
  pose proof (Rmult_lt_0_compat _ _ N Sn) as NS.
  apply ln_le_mono in G; [|apply Rmult_lt_0_compat; auto].
  rewrite !ln_mult, ln_pow_nat in G by auto.
  assert (L : ln (1 - e) = 2 * ln s) by (rewrite <- E, ln_mult by auto; lra).
  rewrite L. lra.
Qed.

Lemma better_estimator_step : forall n e, (1 <= n)%nat -> 0 < e -> e <= 1 ->
  step_enough better_estimator n e.
Proof.
  intros n e Hn H0 [H1| -> ]; [|apply step_at_one; auto; apply better_estimator_at_one; lia].
  unfold step_enough.
  pose proof (better_estimator_two_point n e Hn H0 H1) as A.
  pose proof (better_estimator_two_point (S n) e ltac:(lia) H0 H1) as B.
  pose proof (two_point_step n e Hn H0 H1) as S. pose proof (top_slope n e Hn H0 H1) as T.
  set (m := ln (1 - (1 - e) ^ n) - ln e) in *. set (D := formula (INR n)).
  assert (HD : D <= ln (INR n)).
  { unfold D, formula. pose proof (INR_ge_1 n Hn).
    assert (0 <= (INR n - 1) / INR n); [|lra].
    apply Rmult_le_pos; [lra|left; apply Rinv_0_lt_compat; lra]. }
  pose proof (pow_lt (1 - e) n ltac:(lra)) as P. simpl pow in *. set (c := (1 - e) ^ n) in *.
  assert (0 <= c * e * (m - (INR n - 1) * ln (1 - e) - D)).
  { apply Rmult_le_pos; [apply Rmult_le_pos; lra|lra]. }
  lra.
Qed.

Lemma formula_step : forall n, (1 <= n)%nat -> formula (INR n) <= formula (INR (S n)).
Proof.
  intros n Hn. rewrite S_INR. pose proof (INR_gt_0 n Hn) as N. unfold formula.
  pose proof (ln_ge_inv ((INR n + 1) / INR n) ltac:(apply Rdiv_lt_0_compat; lra)) as L.
  rewrite ln_div in L by lra.
  replace (/ ((INR n + 1) / INR n)) with (INR n / (INR n + 1)) in L by (field; lra).
  assert (0 < / (INR n * (INR n + 1))).
  { apply Rinv_0_lt_compat, Rmult_lt_0_compat; lra. }
  assert (0 <= 1 - INR n / (INR n + 1) - ((INR n + 1 - 1) / (INR n + 1) - (INR n - 1) / INR n)).
  { replace (1 - INR n / (INR n + 1) - ((INR n + 1 - 1) / (INR n + 1) - (INR n - 1) / INR n))
      with ((INR n - 1) * / (INR n * (INR n + 1))) by (field; lra).
    apply Rmult_le_pos; [pose proof (INR_ge_1 n Hn)|]; lra. }
  lra.
Qed.

Lemma estimator_step : forall n e, (1 <= n)%nat -> 0 < e -> e <= 1 ->
  step_enough estimator n e.
Proof.
  intros n e Hn H0 [H1| -> ]; [|apply step_at_one; auto; apply estimator_at_one; lia].
  unfold step_enough.
  rewrite !estimator_two_point by (auto; lia).
  pose proof (two_point_step n e Hn H0 H1) as S. pose proof (top_slope_twice n e Hn H0 H1) as T.
  pose proof (formula_step n Hn) as F.
  pose proof (better_estimator_le_formula n e Hn H0 ltac:(lra)) as X.
  pose proof (better_estimator_two_point n e Hn H0 H1) as A.
  pose proof (one_minus_pow_pos n e Hn H0 ltac:(lra)) as U.
  pose proof (pow_lt (1 - e) n ltac:(lra)) as P.
  pose proof (INR_ge_1 n Hn) as N.
  set (l := ln (1 - e)) in *. set (m := ln (1 - (1 - e) ^ n) - ln e) in *.
  (* - n q^n ln q <= 1 - q^n *)
  assert (Psi : INR n * ((1 - e) ^ n * - l) <= 1 - (1 - e) ^ n).
  { pose proof (ln_ge_inv ((1 - e) ^ n) P) as L. rewrite ln_pow_nat in L by lra. fold l in L.
    assert (C : (1 - e) ^ n * / (1 - e) ^ n = 1) by (apply Rinv_r; lra).
    pose proof (Rmult_le_compat_l _ _ _ (Rlt_le _ _ P) L). lra. }
  (* what remains of formula n is at most the rise of the two-point divergence *)
  assert (Beta : formula (INR n) - better_estimator n e
    <= m - (INR n - 1) * l - formula (INR n)).
  { apply Rmult_le_reg_l with (1 - (1 - e) ^ n); auto. rewrite Rmult_minus_distr_l, A.
    unfold two_point_kl. fold l m. set (c := (1 - e) ^ n) in *.
    assert (Hf : formula (INR n) = ln (INR n) - (1 - / INR n)).
    { unfold formula. field. lra. }
    rewrite Hf. assert (I : INR n * / INR n = 1) by (apply Rinv_r; lra).
    assert (0 < / INR n) by (apply Rinv_0_lt_compat; lra).
    assert (J : 0 <= (1 - / INR n) * (1 - c - INR n * (c * - l))).
    { apply Rmult_le_pos; [|lra]. assert (/ INR n <= / 1) by (apply Rinv_le_contravar; lra). lra. }
    assert (G : 0 <= (1 - c) * (2 * m - 2 * ln (INR n) - (INR n - 1) * l))
      by (apply Rmult_le_pos; lra).
    replace ((1 - / INR n) * (1 - c - INR n * (c * - l)))
      with ((1 - / INR n) * (1 - c) + (INR n - INR n * / INR n) * (c * l)) in J by lra.
    rewrite I in J. assert (0 <= (1 - c) * (1 - / INR n)).
    { apply Rmult_le_pos; [lra|].
      assert (/ INR n <= / 1) by (apply Rinv_le_contravar; lra). lra. }
    lra. }
  simpl pow in *. set (c := (1 - e) ^ n) in *. set (D := formula (INR n)) in *.
  set (D' := formula (INR (Datatypes.S n))) in *. set (B := better_estimator n e) in *.
  set (k := two_point_kl n e) in *. set (k' := two_point_kl (Datatypes.S n) e) in *.
  assert (R1 : 0 <= c * e * (m - (INR n - 1) * l - D - (D - B))).
  { apply Rmult_le_pos; [apply Rmult_le_pos|]; lra. }
  assert (R2 : 0 <= (1 - e) * c * (D' - D)).
  { apply Rmult_le_pos; [apply Rmult_le_pos|]; lra. }
  assert (R3 : c * e * (D - B) <= k' + (1 - e) * c * D' - (k + c * D)) by lra.
  assert (C1 : (1 - e) * c <= c) by (apply mult_le_right; lra).
  assert (Y : 0 <= c * e * (D - B)) by (apply Rmult_le_pos; [apply Rmult_le_pos|]; lra).
  apply Rle_trans with ((1 - (1 - e) * c) * (c * e * (D - B))).
  - assert (0 <= (c - (1 - e) * c) * (c * e * (D - B))) by (apply Rmult_le_pos; lra).
    assert (c * e * ((1 - c) * B) = c * e * k) by (rewrite A; reflexivity). lra.
  - apply Rmult_le_compat_l; lra.
Qed.
