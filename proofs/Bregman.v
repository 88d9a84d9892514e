(** * The local gap as a Bregman divergence

    L = [log_sinh_ratio], L' = [log_sinh_slope], L'' = [log_sinh_curvature]:
    - [log_sinh_derivatives]  that these are derivatives, on x > 0
    - [local_gap_bregman]     for outcomes above the lowest, x = ln (F_i/F_(i-1)):
          local_gap = P(best = i) (L x - L (n x) + (n-1) x L' (n x))
    - [bregman_bounds]        1/2 L'' (n x) (n-1)^2 x^2 <= the bracket
          <= 1/2 L'' x (n-1)^2 x^2 <= (n-1)^2 x^2 / 24
*)
Require Import Reals Lra Lia.
From BoN Require Import Definitions Sums Calculus Law LocalGap Sinh.
Open Scope R_scope.

Definition log_sinh_ratio (x : R) : R := ln (sinh (x / 2) / (x / 2)).

Definition log_sinh_slope (x : R) : R := cosh (x / 2) / (2 * sinh (x / 2)) - 1 / x.

Definition log_sinh_curvature (x : R) : R := 1 / x ^ 2 - 1 / (4 * sinh (x / 2) ^ 2).

Lemma dl_half : forall x, derivable_pt_lim (fun u => u / 2) x (/ 2).
Proof.
  intros x. eapply dl_eq; [apply (dl_mult (fun u => u) (fun _ => / 2));
    [apply dl_id|apply dl_const]|lra].
Qed.

Theorem log_sinh_derivatives : forall x, 0 < x ->
  derivable_pt_lim log_sinh_ratio x (log_sinh_slope x)
  /\ derivable_pt_lim log_sinh_slope x (log_sinh_curvature x).
Proof.
  intros x Hx. pose proof (sinh_positive (x / 2) ltac:(lra)) as S.
  pose proof (dl_comp _ _ _ _ _ (dl_half x) (dl_sinh (x / 2))) as DS.
  pose proof (dl_comp _ _ _ _ _ (dl_half x) (dl_cosh (x / 2))) as DC.
  split; eapply dl_eq.
  - apply (dl_lncomp (fun u => sinh (u / 2) / (u / 2))).
    + apply (dl_div (fun u => sinh (u / 2)) (fun u => u / 2)); [exact DS|apply dl_half|lra].
    + apply Rdiv_lt_0_compat; lra.
  - unfold log_sinh_slope, Rsqr. field. lra.
  - apply dl_minus.
    + apply (dl_div (fun u => cosh (u / 2)) (fun u => 2 * sinh (u / 2)));
        [exact DC|apply dl_scal; exact DS|lra].
    + apply (dl_div (fun _ => 1) (fun u => u)); [apply dl_const|apply dl_id|lra].
  - unfold log_sinh_curvature. pose proof (cosh_square (x / 2)) as C. unfold Rsqr.
    replace ((sinh (x / 2) * / 2 * (2 * sinh (x / 2)) - 2 * (cosh (x / 2) * / 2) * cosh (x / 2)))
      with (sinh (x / 2) * sinh (x / 2) - cosh (x / 2) * cosh (x / 2)) by lra.
    rewrite C. field. lra.
Qed.

(** ** The form *)

Lemma sinh_of_log : forall a s n, 0 < a -> 0 < s ->
  2 * (a ^ n * s ^ n) * sinh (INR n * ln s) = (a * (s * s)) ^ n - a ^ n
  /\ 2 * (a ^ n * s ^ n) * cosh (INR n * ln s) = (a * (s * s)) ^ n + a ^ n.
Proof.
  intros a s n Ha Hs. rewrite <- ln_pow_nat by auto. unfold sinh, cosh.
  pose proof (pow_lt s n Hs) as P. rewrite exp_Ropp, exp_ln by auto.
  rewrite !Rpow_mult_distr. split; field; lra.
Qed.

Lemma local_gap_by_sinh : forall n a b, (1 <= n)%nat -> 0 < a -> a < b ->
  local_gap n a b = (b ^ n - a ^ n)
    * (log_sinh_ratio (ln (b / a)) - log_sinh_ratio (INR n * ln (b / a))
       + (INR n - 1) * ln (b / a) * log_sinh_slope (INR n * ln (b / a))).
Proof.
  intros n a b Hn Ha Hab. pose proof (INR_gt_0 n Hn) as N.
  set (s := sqrt (b / a)).
  assert (BA : 0 < b / a) by (apply Rdiv_lt_0_compat; lra).
  assert (Hs : 0 < s) by (apply sqrt_lt_R0; auto).
  assert (E : b = a * (s * s)).
  { unfold s. rewrite sqrt_sqrt by lra. field. lra. }
  assert (L : ln (b / a) = 2 * ln s).
  { replace (b / a) with (s * s) by (rewrite E; field; lra). rewrite ln_mult by auto. lra. }
  assert (H0 : 0 < ln s).
  { assert (ln 1 < ln (b / a)) as I; [|rewrite ln_1 in I; lra].
    apply ln_increasing; [lra|]. apply Rmult_lt_reg_r with a; [auto|].
    rewrite (quotient_times b a) by lra. lra. }
  rewrite L. set (h := ln s) in *.
  assert (NH : 0 < INR n * h) by (apply Rmult_lt_0_compat; auto).
  pose proof (sinh_positive h H0) as S1. pose proof (sinh_positive _ NH) as Sn.
  destruct (sinh_of_log a s n Ha Hs) as [A B]. fold h in A, B. rewrite <- E in A, B.
  destruct (sinh_of_log a s 1 Ha Hs) as [A1 _]. fold h in A1. rewrite <- E in A1.
  simpl in A1. rewrite !Rmult_1_r, Rmult_1_l in A1.
  pose proof (pow_lt a n Ha) as Pa. pose proof (pow_lt s n Hs) as Ps.
  assert (C : 0 < 2 * (a ^ n * s ^ n)).
  { assert (0 < a ^ n * s ^ n) by (apply Rmult_lt_0_compat; auto). lra. }
  assert (AS : 0 < a * s) by (apply Rmult_lt_0_compat; auto).
  assert (D : b ^ n - a ^ n = 2 * (a ^ n * s ^ n) * sinh (INR n * h)) by lra.
  unfold local_gap. rewrite ln_div by (try lra; pose proof (pow_strict n a b Hn ltac:(lra) Hab); lra).
  assert (LD : ln (b ^ n - a ^ n) = ln 2 + (INR n * ln a + INR n * h) + ln (sinh (INR n * h))).
  { rewrite D, !ln_mult by (auto; lra || apply Rmult_lt_0_compat; auto).
    rewrite !ln_pow_nat by auto. reflexivity. }
  assert (L1 : ln (b - a) = ln 2 + (ln a + h) + ln (sinh h)).
  { rewrite <- A1, !ln_mult by (auto; lra || (apply Rmult_lt_0_compat; auto; lra)).
    reflexivity. }
  assert (LB : ln b = ln a + 2 * h).
  { rewrite E, !ln_mult by (auto; apply Rmult_lt_0_compat; auto). fold h. lra. }
  rewrite LD, L1. unfold Phi. rewrite LB.
  unfold log_sinh_ratio, log_sinh_slope.
  replace (2 * h / 2) with h by lra.
  replace (INR n * (2 * h) / 2) with (INR n * h) by lra.
  rewrite !ln_div, (ln_mult (INR n) h) by auto.
  (* (b^n - a^n) coth = b^n + a^n *)
  assert (Q : (b ^ n - a ^ n) * (cosh (INR n * h) / (2 * sinh (INR n * h)))
              = (b ^ n + a ^ n) / 2).
  { rewrite D, <- B. field. lra. }
  replace ((INR n - 1) * (2 * h) * (cosh (INR n * h) / (2 * sinh (INR n * h))
      - 1 / (INR n * (2 * h))))
    with ((INR n - 1) * (2 * h) * (cosh (INR n * h) / (2 * sinh (INR n * h)))
      - (INR n - 1) / INR n) by (field; lra).
  assert (Q2 : (b ^ n - a ^ n) * ((INR n - 1) * (2 * h)
      * (cosh (INR n * h) / (2 * sinh (INR n * h))))
    = (INR n - 1) * h * (b ^ n + a ^ n)).
  { transitivity ((INR n - 1) * (2 * h) * ((b ^ n - a ^ n)
      * (cosh (INR n * h) / (2 * sinh (INR n * h))))); [lra|]. rewrite Q. field. }
  set (w := (INR n - 1) / INR n) in *.
  set (v := (INR n - 1) * (2 * h) * (cosh (INR n * h) / (2 * sinh (INR n * h)))) in *.
  clearbody w v. lra.
Qed.

Theorem local_gap_bregman : forall K p n i, policy K p -> (1 <= n)%nat ->
  (1 <= i)%nat -> (i < K)%nat ->
  local_gap n (cdf p i) (cdf p (S i)) = best_of K p n i
    * (log_sinh_ratio (ln (cdf p (S i) / cdf p i))
       - log_sinh_ratio (INR n * ln (cdf p (S i) / cdf p i))
       + (INR n - 1) * ln (cdf p (S i) / cdf p i)
         * log_sinh_slope (INR n * ln (cdf p (S i) / cdf p i))).
Proof.
  intros K p n i P Hn Hi HK. destruct (cdf_interval K p i P HK) as [_ [H2 _]].
  rewrite best_of_pmf by auto. apply local_gap_by_sinh; auto.
  destruct i as [|i]; [lia|]. apply (cdf_pos K); auto; lia.
Qed.

(** ** The bounds *)

Lemma curvature_falls : forall x y, 0 < x -> x <= y ->
  log_sinh_curvature y <= log_sinh_curvature x.
Proof.
  assert (E : forall x, 0 < x -> log_sinh_curvature x
    = / 4 * (1 / (x / 2 * (x / 2)) - 1 / (sinh (x / 2) * sinh (x / 2)))).
  { intros x Hx. pose proof (sinh_positive (x / 2) ltac:(lra)).
    unfold log_sinh_curvature. field. lra. }
  intros x y Hx Hxy. rewrite !E by lra.
  apply Rmult_le_compat_l; [lra|apply sinh_gap_falls; lra].
Qed.

Lemma curvature_le : forall x, 0 < x -> log_sinh_curvature x <= 1 / 12.
Proof.
  intros x Hx. pose proof (sinh_positive (x / 2) ltac:(lra)).
  pose proof (sinh_gap_le (x / 2) ltac:(lra)) as G.
  replace (log_sinh_curvature x)
    with (/ 4 * (1 / (x / 2 * (x / 2)) - 1 / (sinh (x / 2) * sinh (x / 2)))); [lra|].
  unfold log_sinh_curvature. field. lra.
Qed.

(* the bracket less k (t-1)^2 x^2 / 2, as a function of t *)
Lemma bracket_derivative : forall x k t, 0 < x -> 0 < t ->
  derivable_pt_lim (fun t => log_sinh_ratio x - log_sinh_ratio (t * x)
      + (t - 1) * x * log_sinh_slope (t * x) - k * ((t - 1) * (t - 1)))
    t ((t - 1) * (x * x * log_sinh_curvature (t * x) - 2 * k)).
Proof.
  intros x k t Hx Ht. destruct (log_sinh_derivatives (t * x)) as [D1 D2];
    [apply Rmult_lt_0_compat; auto|].
  assert (DX : derivable_pt_lim (fun u => u * x) t x).
  { eapply dl_eq; [apply (dl_mult (fun u => u) (fun _ => x)); [apply dl_id|apply dl_const]|lra]. }
  assert (DM : derivable_pt_lim (fun u => u - 1) t 1).
  { eapply dl_eq; [apply dl_minus; [apply dl_id|apply dl_const]|lra]. }
  eapply dl_eq.
  - apply dl_minus; [apply dl_plus; [apply dl_minus; [apply dl_const|]|]|].
    + apply (dl_comp (fun u => u * x) log_sinh_ratio); [exact DX|exact D1].
    + apply (dl_mult (fun u => (u - 1) * x) (fun u => log_sinh_slope (u * x))).
      * apply (dl_mult (fun u => u - 1) (fun _ => x)); [exact DM|apply dl_const].
      * apply (dl_comp (fun u => u * x) log_sinh_slope); [exact DX|exact D2].
    + apply dl_scal. apply (dl_mult (fun u => u - 1) (fun u => u - 1)); exact DM.
  - lra.
Qed.

Theorem bregman_bounds : forall n x, (1 <= n)%nat -> 0 < x ->
  1 / 2 * log_sinh_curvature (INR n * x) * (INR n - 1) ^ 2 * x ^ 2
  <= log_sinh_ratio x - log_sinh_ratio (INR n * x)
     + (INR n - 1) * x * log_sinh_slope (INR n * x)
  <= 1 / 2 * log_sinh_curvature x * (INR n - 1) ^ 2 * x ^ 2
  /\ 1 / 2 * log_sinh_curvature x * (INR n - 1) ^ 2 * x ^ 2
     <= (INR n - 1) ^ 2 * x ^ 2 / 24.
Proof.
  intros n x Hn Hx. pose proof (INR_ge_1 n Hn) as N.
  assert (X2 : 0 < x * x) by (apply Rmult_lt_0_compat; auto).
  assert (B : forall k, log_sinh_ratio x - log_sinh_ratio (1 * x)
      + (1 - 1) * x * log_sinh_slope (1 * x) - k * ((1 - 1) * (1 - 1)) = 0).
  { intros k. rewrite Rmult_1_l. lra. }
  assert (C : forall t, 1 < t < INR n ->
    x * x * log_sinh_curvature (INR n * x) <= x * x * log_sinh_curvature (t * x)
    /\ x * x * log_sinh_curvature (t * x) <= x * x * log_sinh_curvature x).
  { intros t Ht. assert (x <= t * x) by (rewrite <- (Rmult_1_l x) at 1;
      apply Rmult_le_compat_r; lra).
    split; apply Rmult_le_compat_l; try lra; apply curvature_falls; try lra.
    apply Rmult_le_compat_r; lra. }
  split; [split|].
  - set (k := x * x * log_sinh_curvature (INR n * x) / 2).
    pose proof (nondecreasing _ _ 1 (INR n) N
      (fun t Ht => bracket_derivative x k t Hx ltac:(lra))) as M.
    cbv beta in M. rewrite B in M.
    assert (0 <= log_sinh_ratio x - log_sinh_ratio (INR n * x)
      + (INR n - 1) * x * log_sinh_slope (INR n * x)
      - k * ((INR n - 1) * (INR n - 1))); [|unfold k in *; simpl; lra].
    apply M. intros t Ht. specialize (C t Ht). apply Rmult_le_pos; [|unfold k]; lra.
  - set (k := x * x * log_sinh_curvature x / 2).
    pose proof (nonincreasing _ _ 1 (INR n) N
      (fun t Ht => bracket_derivative x k t Hx ltac:(lra))) as M.
    cbv beta in M. rewrite B in M.
    assert (log_sinh_ratio x - log_sinh_ratio (INR n * x)
      + (INR n - 1) * x * log_sinh_slope (INR n * x)
      - k * ((INR n - 1) * (INR n - 1)) <= 0); [|unfold k in *; simpl; lra].
    apply M. intros t Ht. specialize (C t Ht).
    assert (0 <= (t - 1) * (2 * k - x * x * log_sinh_curvature (t * x)))
      by (apply Rmult_le_pos; [|unfold k]; lra). lra.
  - pose proof (curvature_le x Hx) as L.
    assert (0 <= (1 / 12 - log_sinh_curvature x) * ((INR n - 1) ^ 2 * x ^ 2)).
    { apply Rmult_le_pos; [lra|apply Rmult_le_pos; apply pow2_ge_0]. } lra.
Qed.
