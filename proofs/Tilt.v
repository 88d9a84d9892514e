(** * Tilts and the optimal trade-off

    - [tilt_policy]       the tilt of a policy is a policy
    - [tilt_identity]     kl f p - kl q p = kl f q + c (E_f r - E_q r), q the tilt
    - [tilt_is_optimal]   for c > 0 no law of at most the same KL has a larger
                          mean reward
    - [donsker_varadhan]  c E_f r - ln E_p exp (c r) <= kl f p
    - [win_rate_kl_trade_off]     c W - ln ((e^c - 1)/c) <= kl f p, c > 0
    - [win_rate_le_optimal_curve] if kl f p <= curve_kl c then
                                  W <= curve_win_rate c, for every law f
*)
Require Import Reals Lra Lia.
From BoN Require Import Definitions Sums Calculus Law KL WinRate.
Open Scope R_scope.

Lemma partition_function_pos : forall K p r c, policy K p -> 0 < partition_function K p r c.
Proof.
  intros K p r c P. pose proof (policy_nonempty K p P).
  unfold partition_function. rewrite <- (sum_zero K). apply (sum_lt K _ _ 0); [| auto |].
  - intros i Hi. apply Rmult_le_pos; left; [apply P; auto|apply exp_pos].
  - apply Rmult_lt_0_compat; [apply P; auto|apply exp_pos].
Qed.

Theorem tilt_policy : forall K p r c, policy K p -> policy K (tilt K p r c).
Proof.
  intros K p r c P. pose proof (partition_function_pos K p r c P) as Z. split.
  - intros i Hi. apply Rdiv_lt_0_compat; auto.
    apply Rmult_lt_0_compat; [apply P; auto|apply exp_pos].
  - unfold tilt, Rdiv. rewrite sum_scal_r. fold (partition_function K p r c). field. lra.
Qed.

Lemma kl_through_tilt : forall K p r c f, policy K p -> distribution K f ->
  kl K f p = kl K f (tilt K p r c) + c * expect K f r - ln (partition_function K p r c).
Proof.
  intros K p r c f P [F1 F2]. pose proof (partition_function_pos K p r c P) as Z.
  assert (E : kl K f p = sum K (fun i => f i * ln (f i / tilt K p r c i)
    + c * (f i * r i) - f i * ln (partition_function K p r c))).
  { apply sum_ext. intros i Hi. assert (HP : 0 < p i) by (apply P; auto).
    destruct (F1 i Hi) as [H|<-]; [|lra].
    assert (T : 0 < tilt K p r c i) by (apply (tilt_policy K p r c P); auto).
    rewrite !ln_div by auto. unfold tilt.
    rewrite ln_div; [|apply Rmult_lt_0_compat; [auto|apply exp_pos]|auto].
    rewrite ln_mult; [|auto|apply exp_pos]. rewrite ln_exp. lra. }
  rewrite E, sum_minus, sum_add, sum_scal, sum_scal_r, F2. unfold kl, expect. lra.
Qed.

Theorem tilt_identity : forall K p r c f, policy K p -> distribution K f ->
  kl K f p - kl K (tilt K p r c) p
  = kl K f (tilt K p r c) + c * (expect K f r - expect K (tilt K p r c) r).
Proof.
  intros K p r c f P F. pose proof (tilt_policy K p r c P) as T.
  rewrite (kl_through_tilt K p r c f P F).
  rewrite (kl_through_tilt K p r c _ P (policy_distribution _ _ T)).
  rewrite kl_self by auto. lra.
Qed.

Theorem tilt_is_optimal : forall K p r c f, policy K p -> distribution K f -> 0 < c ->
  kl K f p <= kl K (tilt K p r c) p ->
  expect K f r <= expect K (tilt K p r c) r.
Proof.
  intros K p r c f P F Hc H. pose proof (tilt_identity K p r c f P F) as I.
  pose proof (kl_nonneg K f _ F (tilt_policy K p r c P)) as N.
  apply Rmult_le_reg_l with c; auto. lra.
Qed.

Theorem donsker_varadhan : forall K p r c f, policy K p -> distribution K f ->
  c * expect K f r - ln (partition_function K p r c) <= kl K f p.
Proof.
  intros K p r c f P F. rewrite (kl_through_tilt K p r c f P F).
  pose proof (kl_nonneg K f _ F (tilt_policy K p r c P)). lra.
Qed.

(** ** The win rate is a mean of mid quantiles *)

Lemma sinh_bound : forall x, 0 <= x -> 2 * x <= exp x - exp (- x).
Proof.
  intros x Hx.
  assert (exp 0 - exp (- 0) - 2 * 0 <= exp x - exp (- x) - 2 * x) as H.
  { apply (nondecreasing (fun u => exp u - exp (- u) - 2 * u)
      (fun u => exp u - exp (- u) * - 1 - 2 * 1)); [auto| |].
    - intros u Hu. apply dl_minus; [apply dl_minus|apply dl_scal, dl_id].
      + apply derivable_pt_lim_exp.
      + apply (dl_comp (fun u => - u) exp); [apply dl_opp, dl_id|apply derivable_pt_lim_exp].
    - intros u Hu. pose proof (exp_ineq1_le u). pose proof (exp_ineq1_le (- u)). lra. }
  rewrite Ropp_0, exp_0 in H. lra.
Qed.

Lemma midpoint_exp : forall c a b, 0 < c -> a <= b ->
  (b - a) * exp (c * ((a + b) / 2)) <= (exp (c * b) - exp (c * a)) / c.
Proof.
  intros c a b Hc Hab.
  assert (S0 : 0 <= c * (b - a) / 2).
  { assert (0 <= c * (b - a)) by (apply Rmult_le_pos; lra). lra. }
  pose proof (sinh_bound _ S0) as S. pose proof (exp_pos (c * ((a + b) / 2))) as M.
  set (m := c * ((a + b) / 2)) in *. set (h := c * (b - a) / 2) in *.
  assert (E1 : exp (c * b) = exp m * exp h).
  { rewrite <- exp_plus. f_equal. unfold m, h. field. }
  assert (E2 : exp (c * a) = exp m * exp (- h)).
  { rewrite <- exp_plus. f_equal. unfold m, h. field. }
  apply Rmult_le_reg_l with c; auto.
  replace (c * ((exp (c * b) - exp (c * a)) / c)) with (exp m * (exp h - exp (- h)))
    by (rewrite E1, E2; field; lra).
  replace (c * ((b - a) * exp m)) with (exp m * (2 * h)) by (unfold h; lra).
  apply Rmult_le_compat_l; lra.
Qed.

Lemma mid_partition_le : forall K p c, policy K p -> 0 < c ->
  partition_function K p (fun i => (cdf p i + cdf p (S i)) / 2) c <= (exp c - 1) / c.
Proof.
  intros K p c P Hc.
  replace ((exp c - 1) / c) with
    (sum K (fun i => exp (c * cdf p (S i)) / c - exp (c * cdf p i) / c)).
  - apply sum_le. intros i Hi. destruct (cdf_interval K p i P Hi) as [H1 [H2 H3]].
    pose proof (midpoint_exp c _ _ Hc (Rlt_le _ _ H2)) as M. rewrite cdf_step in M. lra.
  - rewrite (sum_telescope K (fun i => exp (c * cdf p i) / c)).
    rewrite (cdf_K K) by auto. rewrite cdf_0, Rmult_0_r, Rmult_1_r, exp_0. lra.
Qed.

Theorem win_rate_kl_trade_off : forall K p f c, policy K p -> distribution K f -> 0 < c ->
  c * win_rate K f p - ln ((exp c - 1) / c) <= kl K f p.
Proof.
  intros K p f c P F Hc. rewrite win_rate_mid_cdf.
  pose proof (donsker_varadhan K p (fun i => (cdf p i + cdf p (S i)) / 2) c f P F) as D.
  unfold expect in D.
  pose proof (ln_le_mono _ _ (partition_function_pos K p _ c P) (mid_partition_le K p c P Hc)). lra.
Qed.

Theorem win_rate_le_optimal_curve : forall K p f c, policy K p -> distribution K f ->
  0 < c -> kl K f p <= curve_kl c -> win_rate K f p <= curve_win_rate c.
Proof.
  intros K p f c P F Hc H. pose proof (win_rate_kl_trade_off K p f c P F Hc) as T.
  unfold curve_kl in H. unfold curve_win_rate.
  assert (E : 0 < exp c - 1) by (pose proof (exp_ineq1 c ltac:(lra)); lra).
  apply Rmult_le_reg_l with c; auto.
  replace (c * (exp c / (exp c - 1) - 1 / c)) with (c * exp c / (exp c - 1) - 1)
    by (field; lra). lra.
Qed.
