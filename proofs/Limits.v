(** * Many draws

    With e the mass of the best outcome:
    - [kl_ge_neg_ln_best]  KL >= - ln e - (3 - ln e) (sqrt (1-e))^n
    - [kl_tends]           so KL tends to - ln e as n grows
    - [gap_unbounded]      and formula n - KL passes every bound once n e is large
*)
Require Import Reals Lra Lia.
From BoN Require Import Definitions Sums Calculus Law LocalGap KL.
Open Scope R_scope.

Theorem gap_unbounded : forall K p n M, policy K p -> (1 <= n)%nat ->
  exp (M + 1) <= INR n * p (K - 1)%nat ->
  M <= formula (INR n) - kl K (best_of K p n) p.
Proof.
  intros K p n M P Hn H. pose proof (gap_ge_ln K p n P Hn) as G.
  pose proof (ln_le_mono _ _ (exp_pos (M + 1)) H) as L. rewrite ln_exp in L. lra.
Qed.

Lemma neg_xlnx_le : forall x, 0 < x -> - (x * ln x) <= 2 * sqrt x.
Proof.
  intros x Hx. set (s := sqrt x). assert (S0 : 0 < s) by (apply sqrt_lt_R0; auto).
  assert (E : x = s * s) by (symmetry; apply sqrt_sqrt; lra).
  rewrite E, ln_mult by auto. pose proof (ln_ge_inv s S0) as L.
  assert (s * s * (1 - / s) <= s * s * ln s).
  { apply Rmult_le_compat_l; [apply Rmult_le_pos; lra|auto]. }
  assert (I : s * s * / s = s) by (field; lra).
  assert (0 <= s * s) by (apply Rmult_le_pos; lra). lra.
Qed.

Theorem kl_ge_neg_ln_best : forall K p n, policy K p -> (1 <= n)%nat ->
  - ln (p (K - 1)%nat) - (3 - ln (p (K - 1)%nat)) * sqrt (1 - p (K - 1)%nat) ^ n
  <= kl K (best_of K p n) p.
Proof.
  intros K p n P Hn. pose proof (policy_nonempty K p P) as HK.
  destruct K as [|k]; [lia|]. replace (S k - 1)%nat with k by lia.
  assert (E0 : 0 < p k) by (apply P; lia).
  assert (Ck : cdf p k = 1 - p k).
  { pose proof (cdf_below_best (S k) p P) as B.
    replace (S k - 1)%nat with k in B by lia. exact B. }
  assert (C0 : 0 <= 1 - p k) by (rewrite <- Ck; apply (cdf_nonneg (S k)); auto).
  set (c := 1 - p k) in *. set (d := c ^ n). set (s := sqrt c).
  assert (S0 : 0 <= s) by apply sqrt_pos.
  assert (S1 : s <= 1) by (rewrite <- sqrt_1; apply sqrt_le_1_alt; unfold c; lra).
  assert (Ds : d = s ^ n * s ^ n).
  { unfold d, s. rewrite <- Rpow_mult_distr, sqrt_sqrt by auto. reflexivity. }
  assert (Sn : 0 <= s ^ n <= 1) by (split; [apply pow_le; auto|apply pow_le_1; auto]).
  assert (Dle : 0 <= d <= s ^ n).
  { rewrite Ds. split; [apply Rmult_le_pos; lra|].
    apply mult_le_left; lra. }
  assert (Dlt : d < 1) by (apply pow_lt_1; [auto|lra|unfold c; lra]).
  assert (Sd : sqrt d = s ^ n) by (rewrite Ds; apply sqrt_square; lra).
  (* the outcomes below the best contribute at least d ln d *)
  assert (Low : - 2 * s ^ n <= sum k (fun i => best_of (S k) p n i
                                    * ln (best_of (S k) p n i / p i))).
  { assert (Sq : sum k (best_of (S k) p n) = d).
    { change (cdf (best_of (S k) p n) k = d).
      rewrite best_of_cdf, Ck by (auto; lia). reflexivity. }
    destruct (Req_dec c 0) as [Z|Z].
    - destruct k as [|k]; [simpl; lra|].
      pose proof (cdf_pos (S (S k)) p k P ltac:(lia)). rewrite Ck in *. lra.
    - assert (Cp : 0 < c) by lra. assert (Dp : 0 < d) by (apply pow_lt; auto).
      assert (R : 0 < d / c) by (apply Rdiv_lt_0_compat; auto).
      assert (G : sum k (fun i => best_of (S k) p n i - d / c * p i)
        <= sum k (fun i => best_of (S k) p n i * ln (best_of (S k) p n i / p i)
                           - best_of (S k) p n i * ln (d / c))).
      { apply sum_le. intros i Hi.
        pose proof (best_of_pos (S k) p n i P Hn ltac:(lia)) as Q.
        assert (HP : 0 < p i) by (apply P; lia).
        pose proof (a_ln_ratio _ (d / c * p i) Q ltac:(apply Rmult_lt_0_compat; auto)) as A.
        rewrite ln_mult in A by auto. rewrite ln_div by auto. lra. }
      rewrite !sum_minus, sum_scal, sum_scal_r, Sq in G.
      change (sum k p) with (cdf p k) in G. rewrite Ck in G.
      rewrite (quotient_times d c) in G by lra.
      rewrite (ln_div d c) in G by auto.
      pose proof (ln_nonpos c Cp ltac:(unfold c; lra)) as Lc.
      pose proof (neg_xlnx_le d Dp) as X. rewrite Sd in X.
      assert (0 <= d * - ln c) by (apply Rmult_le_pos; lra). lra. }
  unfold kl. rewrite sum_S.
  assert (Qk : best_of (S k) p n k = 1 - d).
  { rewrite best_of_pmf, Ck by (auto; lia). rewrite (cdf_K (S k)) by auto.
    rewrite pow1. reflexivity. }
  rewrite Qk, ln_div by lra.
  pose proof (ln_ge_inv (1 - d) ltac:(lra)) as L1.
  assert (T : - d <= (1 - d) * ln (1 - d)).
  { apply Rle_trans with ((1 - d) * (1 - / (1 - d))).
    - right. field. lra.
    - apply Rmult_le_compat_l; lra. }
  pose proof (ln_nonpos (p k) E0 ltac:(unfold c in C0; lra)) as Le.
  assert (0 <= (s ^ n - d) * - ln (p k)) by (apply Rmult_le_pos; lra).
  lra.
Qed.

Theorem kl_tends : forall K p, policy K p ->
  Un_cv (fun n => kl K (best_of K p (S n)) p) (- ln (p (K - 1)%nat)).
Proof.
  intros K p P eps He. pose proof (policy_nonempty K p P) as HK.
  assert (E0 : 0 < p (K - 1)%nat) by (apply P; lia).
  assert (E1 : p (K - 1)%nat <= 1) by (apply (policy_le_1 K); auto; lia).
  pose proof (ln_nonpos _ E0 E1) as L.
  set (A := 3 - ln (p (K - 1)%nat)). assert (A0 : 0 < A) by (unfold A; lra).
  set (s := sqrt (1 - p (K - 1)%nat)).
  assert (S0 : 0 <= s) by apply sqrt_pos.
  assert (S1 : s < 1) by (rewrite <- sqrt_1; apply sqrt_lt_1_alt; lra).
  destruct (pow_lt_1_zero s ltac:(rewrite Rabs_pos_eq; lra) (eps / A)
    ltac:(apply Rdiv_lt_0_compat; auto)) as [N HN].
  exists N. intros n Hn. specialize (HN (S n) ltac:(lia)).
  rewrite Rabs_pos_eq in HN by (apply pow_le; auto).
  pose proof (kl_ge_neg_ln_best K p (S n) P ltac:(lia)) as Lo. fold A s in Lo.
  pose proof (kl_le_neg_ln_best K p (S n) P ltac:(lia)) as Up.
  assert (A * s ^ S n < eps).
  { apply Rmult_lt_reg_r with (/ A); [apply Rinv_0_lt_compat; auto|].
    replace (A * s ^ S n * / A) with (s ^ S n) by (field; lra). exact HN. }
  unfold R_dist. apply Rabs_def1; lra.
Qed.
