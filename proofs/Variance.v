(** * Mass and quantile, and the variance of the unbiased estimator

    The unbiased estimator needs the mass p y of the outcome drawn and its
    quantile F y = cdf p (y+1), nothing else:
    - [quantile_estimator_is_unbiased_one]  better_estimator n (p y / F y)
                             = formula n - local_gap/P(best = y)
    - [quantile_estimator_mean]   its mean is KL
    - [quantile_estimator_range]  0 <= better_estimator n (p y / F y) <= formula n
    - [bhatia_davis]         a function between lo and hi of mean m has variance
                             <= (hi - m) (m - lo)
    - [quantile_estimator_variance_le]  its variance is <= KL * (formula n - KL)
                             <= formula n * (formula n - KL)
*)
Require Import Reals Lra Lia.
From BoN Require Import Definitions Sums Calculus Law LocalGap KL Estimator Improved.
Open Scope R_scope.

Theorem quantile_estimator_is_unbiased_one : forall K p n y, policy K p -> (1 <= n)%nat ->
  (y < K)%nat ->
  better_estimator n (p y / cdf p (S y))
  = formula (INR n) - local_gap n (cdf p y) (cdf p (S y)) / best_of K p n y.
Proof.
  intros K p n y P Hn Hy. destruct (cdf_interval K p y P Hy) as [H1 [H2 H3]].
  assert (HP : 0 < p y) by (apply P; auto).
  destruct (relative_mass K p y P Hy) as [R1 R2].
  rewrite <- (cdf_step p y) at 1.
  rewrite better_estimator_is_formula_minus_share; [|auto|lra|auto].
  rewrite local_gap_scale, best_of_pmf by auto. f_equal.
  set (b := cdf p (S y)) in *. set (a := cdf p y) in *.
  assert (E : b ^ n - a ^ n = b ^ n * (1 - (1 - (b - a) / b) ^ n)).
  { replace (1 - (b - a) / b) with (a * / b) by (field; lra).
    rewrite Rpow_mult_distr, pow_inv. field. apply pow_nonzero. lra. }
  rewrite E. pose proof (one_minus_pow_pos n ((b - a) / b) Hn ltac:(lra) R2).
  field. split; [lra|]. apply pow_nonzero. lra.
Qed.

Theorem quantile_estimator_mean : forall K p n, policy K p -> (1 <= n)%nat ->
  expect K (best_of K p n) (fun y => better_estimator n (p y / cdf p (S y)))
  = kl K (best_of K p n) p.
Proof.
  intros K p n P Hn. rewrite <- unbiased_estimator by auto.
  apply sum_ext. intros i Hi.
  rewrite (quantile_estimator_is_unbiased_one K) by auto. reflexivity.
Qed.

Theorem quantile_estimator_range : forall K p n y, policy K p -> (1 <= n)%nat ->
  (y < K)%nat -> 0 <= better_estimator n (p y / cdf p (S y)) <= formula (INR n).
Proof.
  intros K p n y P Hn Hy. rewrite (quantile_estimator_is_unbiased_one K) by auto.
  apply unbiased_estimator_range; auto.
Qed.

Theorem bhatia_davis : forall K q f lo hi, distribution K q ->
  (forall i, (i < K)%nat -> lo <= f i <= hi) ->
  expect K q (fun i => (f i - expect K q f) ^ 2)
  <= (hi - expect K q f) * (expect K q f - lo).
Proof.
  intros K q f lo hi [Q1 Q2] H. set (m := expect K q f).
  apply Rle_trans with (sum K (fun i => (hi + lo - 2 * m) * (q i * f i)
                                        + (m ^ 2 - hi * lo) * q i)).
  - apply sum_le. intros i Hi. specialize (Q1 i Hi). specialize (H i Hi).
    assert (0 <= q i * ((hi - f i) * (f i - lo))).
    { apply Rmult_le_pos; [auto|apply Rmult_le_pos; lra]. }
    simpl in *. lra.
  - rewrite sum_add, !sum_scal, Q2. fold (expect K q f). fold m. right. simpl. lra.
Qed.

Theorem quantile_estimator_variance_le : forall K p n, policy K p -> (1 <= n)%nat ->
  expect K (best_of K p n) (fun y =>
    (better_estimator n (p y / cdf p (S y)) - kl K (best_of K p n) p) ^ 2)
  <= kl K (best_of K p n) p * (formula (INR n) - kl K (best_of K p n) p)
  <= formula (INR n) * (formula (INR n) - kl K (best_of K p n) p).
Proof.
  intros K p n P Hn.
  pose proof (bhatia_davis K (best_of K p n)
    (fun y => better_estimator n (p y / cdf p (S y))) 0 (formula (INR n))
    (policy_distribution _ _ (best_of_policy K p n P Hn))
    (fun i Hi => quantile_estimator_range K p n i P Hn Hi)) as B.
  rewrite quantile_estimator_mean in B by auto.
  pose proof (kl_le_formula K p n P Hn). split; [lra|].
  apply Rmult_le_compat_r; lra.
Qed.
