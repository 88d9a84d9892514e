(** * An unbiased and an improved estimator

    - [unbiased_estimator]  formula n - local_gap/P(best = y) has mean KL
    - [better_estimator_is_formula_minus_share]
          better_estimator n e = formula n - top_gap n e / (1 - (1-e)^n)
    - [better_estimator_nonneg]        0 <= better_estimator n e
    - [better_estimator_le_estimator]  better_estimator n e <= estimator n e
    - [better_estimator_antitone]      it decreases as the mass grows
    - [better_estimator_upper]     KL <= mean of better_estimator n (p y)
    - [better_estimator_mean_le]   ... <= mean of estimator n (p y)
    - [better_estimator_mean_lt]   strictly, for n >= 2 and two or more outcomes
    - [estimator_upper_lt]         so KL < mean of estimator n (p y) there
    - [unbiased_estimator_range]   0 <= formula n - local_gap/P(best = y) <= formula n
    - [unbiased_estimator_variance_le]  its variance is <= formula n * (formula n - KL)
*)
Require Import Reals Lra Lia.
From BoN Require Import Definitions Sums Calculus Law LocalGap KL Estimator.
Open Scope R_scope.

Theorem unbiased_estimator : forall K p n, policy K p -> (1 <= n)%nat ->
  expect K (best_of K p n) (fun y =>
    formula (INR n) - local_gap n (cdf p y) (cdf p (S y)) / best_of K p n y)
  = kl K (best_of K p n) p.
Proof.
  intros K p n P Hn. pose proof (gap_is_sum_of_local_gaps K p n P Hn) as G.
  unfold expect. rewrite (sum_ext K _ (fun i => best_of K p n i * formula (INR n)
                                  - local_gap n (cdf p i) (cdf p (S i)))).
  - rewrite sum_minus, sum_scal_r, best_of_sum by auto. lra.
  - intros i Hi. pose proof (best_of_pos K p n i P Hn Hi). field. lra.
Qed.

Lemma one_minus_pow_pos : forall n e, (1 <= n)%nat -> 0 < e -> e <= 1 ->
  0 < 1 - (1 - e) ^ n.
Proof. intros n e Hn H0 H1. pose proof (pow_lt_1 n (1 - e) Hn ltac:(lra) ltac:(lra)). lra. Qed.

Theorem better_estimator_is_formula_minus_share : forall n e, (1 <= n)%nat ->
  0 < e -> e <= 1 ->
  better_estimator n e = formula (INR n) - top_gap n e / (1 - (1 - e) ^ n).
Proof.
  intros n e Hn H0 H1. pose proof (one_minus_pow_pos n e Hn H0 H1) as D.
  unfold top_gap, local_gap. rewrite Phi_1, pow1.
  replace (1 - (1 - e)) with e by lra. unfold better_estimator, Phi, formula.
  pose proof (INR_gt_0 n Hn). field. lra.
Qed.

Theorem better_estimator_nonneg : forall n e, (1 <= n)%nat -> 0 < e -> e <= 1 ->
  0 <= better_estimator n e.
Proof.
  intros n e Hn H0 H1. rewrite better_estimator_is_formula_minus_share by auto.
  pose proof (one_minus_pow_pos n e Hn H0 H1) as D.
  assert (top_gap n e <= (1 - (1 - e) ^ n) * formula (INR n)) as H.
  { destruct H1 as [H1| -> ].
    - pose proof (local_gap_merge n 0 (1 - e) 1 Hn ltac:(lra) ltac:(lra) ltac:(lra)) as M.
      rewrite !local_gap_bottom in M by (auto; lra). rewrite pow1 in M.
      unfold top_gap. lra.
    - rewrite top_gap_1 by auto. rewrite (Rminus_diag_eq 1 1), pow_0 by auto. lra. }
  assert (top_gap n e / (1 - (1 - e) ^ n) <= formula (INR n)); [|lra].
  apply Rmult_le_reg_l with (1 - (1 - e) ^ n); auto.
  rewrite (times_quotient (1 - (1 - e) ^ n) (top_gap n e)) by lra. exact H.
Qed.

Theorem better_estimator_le_estimator : forall n e, (1 <= n)%nat -> 0 < e -> e <= 1 ->
  better_estimator n e <= estimator n e.
Proof.
  intros n e Hn H0 H1. rewrite better_estimator_is_formula_minus_share by auto.
  rewrite estimator_is_formula_minus_top_gap.
  pose proof (one_minus_pow_pos n e Hn H0 H1) as D.
  pose proof (pow_nonneg (1 - e) n ltac:(lra)).
  pose proof (top_gap_nonneg n e Hn ltac:(lra) H1) as T.
  assert (top_gap n e <= top_gap n e / (1 - (1 - e) ^ n)); [|lra].
  apply Rmult_le_reg_l with (1 - (1 - e) ^ n); auto.
  replace ((1 - (1 - e) ^ n) * (top_gap n e / (1 - (1 - e) ^ n)))
    with (1 * top_gap n e) by (field; lra).
  apply Rmult_le_compat_r; lra.
Qed.

(** ** Monotonicity *)

(* s (1 - s^(2k)) >= k s^k (1 - s^2) *)
Lemma geometric_mean_bound : forall k s, 0 <= s -> s <= 1 ->
  INR k * s ^ k * (1 - s * s) <= s * (1 - (s * s) ^ k).
Proof.
  induction k as [|k IH]; intros s H0 H1; [simpl; lra|].
  specialize (IH s H0 H1). rewrite S_INR. simpl pow.
  rewrite Rpow_mult_distr in *.
  pose proof (pow_tangent (S k) 1 s ltac:(lia) ltac:(lra) H0) as T.
  rewrite !pow1, S_INR in T. simpl pow in T.
  set (c := s ^ k) in *. assert (C : 0 <= c) by (apply pow_le; auto).
  assert (Q : 0 <= 1 - s * s).
  { assert (0 <= (1 - s) * (1 + s)) by (apply Rmult_le_pos; lra). lra. }
  assert (0 <= c * (1 - s * s) * (s * c - (1 + (INR k + 1) * 1 * (s - 1)))).
  { apply Rmult_le_pos; [apply Rmult_le_pos; auto|lra]. }
  lra.
Qed.

Lemma ln_sqrt_bound : forall s, 0 < s -> s <= 1 -> - ln (s * s) <= (1 - s * s) / s.
Proof.
  intros s H0 H1. rewrite ln_mult by auto.
  assert (2 * ln 1 + (1 / 1 - 1) <= 2 * ln s + (1 / s - s)) as H.
  { apply (nonincreasing (fun u => 2 * ln u + (1 / u - u))
      (fun u => 2 * / u + ((0 * u - 1 * 1) / Rsqr u - 1))); [auto| |].
    - intros u Hu. apply dl_plus; [apply dl_scal, dl_ln; lra|].
      apply dl_minus; [|apply dl_id].
      apply (dl_div (fun _ => 1) (fun u => u)); [apply dl_const|apply dl_id|lra].
    - intros u Hu. assert (0 <= (1 - / u) * (1 - / u)) by apply Rle_0_sqr.
      replace ((0 * u - 1 * 1) / Rsqr u) with (- (/ u * / u))
        by (unfold Rsqr; field; lra). lra. }
  rewrite ln_1 in H.
  replace ((1 - s * s) / s) with (1 / s - s) by (field; lra). lra.
Qed.

(* the numerator of the derivative below *)
Lemma better_key : forall n q, (1 <= n)%nat -> 0 < q -> q < 1 ->
  0 <= (1 - q ^ (n - 1)) * (1 - q ^ n) / (1 - q) + INR n * (INR n - 1) * q ^ (n - 1) * ln q.
Proof.
  intros [|k] q Hn H0 H1; [lia|]. replace (S k - 1)%nat with k by lia.
  set (s := sqrt q). assert (Hs : 0 < s) by (apply sqrt_lt_R0; auto).
  assert (E : s * s = q) by (apply sqrt_sqrt; lra).
  assert (S1 : s <= 1).
  { apply Rnot_lt_le. intro L. assert (1 * 1 < s * s) by (apply Rmult_gt_0_lt_compat; lra). lra. }
  pose proof (geometric_mean_bound k s ltac:(lra) S1) as A.
  pose proof (geometric_mean_bound (S k) s ltac:(lra) S1) as B.
  pose proof (ln_sqrt_bound s Hs S1) as L.
  rewrite E in A, B, L.
  assert (K0 : 0 <= INR k) by apply pos_INR.
  assert (Q : 0 < s ^ k) by (apply pow_lt; auto).
  assert (A0 : 0 <= INR k * s ^ k * (1 - q)).
  { apply Rmult_le_pos; [apply Rmult_le_pos|]; lra. }
  assert (B0 : 0 <= INR (S k) * s ^ S k * (1 - q)).
  { apply Rmult_le_pos; [apply Rmult_le_pos; [apply pos_INR|apply pow_le; lra]|lra]. }
  pose proof (Rmult_le_compat _ _ _ _ A0 B0 A B) as AB.
  rewrite S_INR in *. replace (INR k + 1 - 1) with (INR k) by lra.
  assert (Ek : q ^ k = s ^ k * s ^ k) by (rewrite <- E; apply Rpow_mult_distr).
  assert (L2 : (INR k + 1) * INR k * q ^ k * - ln q
               <= (INR k + 1) * INR k * q ^ k * ((1 - q) / s)).
  { apply Rmult_le_compat_l; auto. apply Rmult_le_pos; [apply Rmult_le_pos; lra|].
    apply pow_le; lra. }
  apply Rle_trans with ((1 - q ^ k) * (1 - q ^ S k) / (1 - q)
                        - (INR k + 1) * INR k * q ^ k * ((1 - q) / s)); [|lra].
  assert (W : (1 - q ^ k) * (1 - q ^ S k) / (1 - q)
              - (INR k + 1) * INR k * q ^ k * ((1 - q) / s)
    = (s * (1 - q ^ k) * (s * (1 - q ^ S k))
       - INR k * s ^ k * (1 - q) * ((INR k + 1) * s ^ S k * (1 - q)))
      * / (s * s * (1 - q))).
  { rewrite Ek. simpl pow. rewrite Ek. field. lra. }
  rewrite W. apply Rmult_le_pos; [lra|]. left. apply Rinv_0_lt_compat.
  apply Rmult_lt_0_compat; [rewrite E|]; lra.
Qed.

Lemma better_estimator_rises : forall n q r, (1 <= n)%nat -> 0 < q -> q <= r -> r < 1 ->
  better_estimator n (1 - q) <= better_estimator n (1 - r).
Proof.
  intros n q r Hn H0 Hqr H1.
  set (B := fun u => ln (1 - u ^ n) - ln (1 - u)
                     + (INR n - 1) * (u ^ n * ln u / (1 - u ^ n))).
  assert (E : forall u, 0 < u -> u < 1 -> better_estimator n (1 - u) = B u).
  { intros u U0 U1. unfold better_estimator, B. replace (1 - (1 - u)) with u by lra.
    pose proof (pow_lt_1 n u Hn ltac:(lra) U1).
    rewrite ln_div by lra. lra. }
  rewrite !E by lra.
  apply (nondecreasing B (fun u =>
    / (1 - u ^ n) * (0 - INR n * u ^ pred n) - / (1 - u) * (0 - 1)
    + (INR n - 1) * (((INR n * u ^ pred n * ln u + u ^ n * / u) * (1 - u ^ n)
                      - (0 - INR n * u ^ pred n) * (u ^ n * ln u)) / Rsqr (1 - u ^ n))));
    [auto| |].
  - intros u Hu. pose proof (pow_lt_1 n u Hn ltac:(lra) ltac:(lra)) as U.
    unfold B. apply dl_plus; [apply dl_minus|].
    + apply (dl_lncomp (fun u => 1 - u ^ n)); [|lra].
      apply dl_minus; [apply dl_const|apply dl_pow].
    + apply (dl_lncomp (fun u => 1 - u)); [|lra]. apply dl_minus; [apply dl_const|apply dl_id].
    + apply dl_scal. apply (dl_div (fun u => u ^ n * ln u) (fun u => 1 - u ^ n)); [| |lra].
      * apply dl_mult; [apply dl_pow|apply dl_ln; lra].
      * apply dl_minus; [apply dl_const|apply dl_pow].
  - intros u Hu. pose proof (pow_lt_1 n u Hn ltac:(lra) ltac:(lra)) as U.
    pose proof (better_key n u Hn ltac:(lra) ltac:(lra)) as Key.
    replace (pred n) with (n - 1)%nat by lia.
    rewrite <- (pow_pred_mult n u) in * by auto. set (c := u ^ (n - 1)) in *.
    match goal with |- 0 <= ?X => replace X with
      (((1 - c) * (1 - u * c) / (1 - u) + INR n * (INR n - 1) * c * ln u)
       * / Rsqr (1 - u * c)) end.
    + apply Rmult_le_pos; [exact Key|]. left. apply Rinv_0_lt_compat.
      unfold Rsqr. apply Rmult_lt_0_compat; lra.
    + unfold Rsqr. field. lra.
Qed.

Theorem better_estimator_antitone : forall n d e, (1 <= n)%nat ->
  0 < d -> d <= e -> e <= 1 -> better_estimator n e <= better_estimator n d.
Proof.
  intros n d e Hn H0 Hde [H1| -> ].
  - pose proof (better_estimator_rises n (1 - e) (1 - d) Hn
      ltac:(lra) ltac:(lra) ltac:(lra)) as H.
    replace (1 - (1 - e)) with e in H by lra.
    replace (1 - (1 - d)) with d in H by lra. exact H.
  - apply Rle_trans with 0; [|apply better_estimator_nonneg; auto].
    right. unfold better_estimator. rewrite (Rminus_diag_eq 1 1), pow_0 by auto.
    replace ((1 - 0) / 1) with 1 by field. rewrite ln_1. lra.
Qed.

(** ** The two means *)

Theorem better_estimator_upper : forall K p n, policy K p -> (1 <= n)%nat ->
  kl K (best_of K p n) p
  <= expect K (best_of K p n) (fun y => better_estimator n (p y)).
Proof.
  intros K p n P Hn. rewrite <- unbiased_estimator by auto.
  apply sum_le. intros i Hi. destruct (cdf_interval K p i P Hi) as [H1 [H2 H3]].
  assert (HP : 0 < p i) by (apply P; auto).
  destruct (relative_mass K p i P Hi) as [R1 R2].
  apply Rmult_le_compat_l; [left; apply best_of_pos; auto|].
  apply Rle_trans with
    (better_estimator n ((cdf p (S i) - cdf p i) / cdf p (S i)));
    [|apply better_estimator_antitone; auto].
  rewrite better_estimator_is_formula_minus_share; [|auto|lra|auto].
  rewrite local_gap_scale, best_of_pmf by auto. right. f_equal.
  set (b := cdf p (S i)) in *. set (a := cdf p i) in *.
  assert (E : b ^ n - a ^ n = b ^ n * (1 - (1 - (b - a) / b) ^ n)).
  { replace (1 - (b - a) / b) with (a * / b) by (field; lra).
    rewrite Rpow_mult_distr, pow_inv. field. apply pow_nonzero. lra. }
  rewrite E. pose proof (one_minus_pow_pos n ((b - a) / b) Hn ltac:(lra) R2).
  field. split; [lra|]. apply pow_nonzero. lra.
Qed.

Theorem better_estimator_mean_le : forall K p n, policy K p -> (1 <= n)%nat ->
  expect K (best_of K p n) (fun y => better_estimator n (p y))
  <= expect K (best_of K p n) (fun y => estimator n (p y)).
Proof.
  intros K p n P Hn. apply sum_le. intros i Hi.
  apply Rmult_le_compat_l; [left; apply best_of_pos; auto|].
  apply better_estimator_le_estimator; auto; [apply P; auto|apply (policy_le_1 K); auto].
Qed.

Lemma policy_lt_1 : forall K p i, policy K p -> (2 <= K)%nat -> (i < K)%nat -> p i < 1.
Proof.
  intros K p i P HK Hi. destruct (cdf_interval K p i P Hi) as [H1 [H2 H3]].
  rewrite <- (cdf_step p i). destruct i as [|i].
  - pose proof (cdf_lt K p 1 P HK). pose proof (cdf_le_1 K p 2 P HK). rewrite cdf_0. lra.
  - pose proof (cdf_pos K p i P ltac:(lia)). lra.
Qed.

Theorem better_estimator_mean_lt : forall K p n, policy K p -> (2 <= n)%nat -> (2 <= K)%nat ->
  expect K (best_of K p n) (fun y => better_estimator n (p y))
  < expect K (best_of K p n) (fun y => estimator n (p y)).
Proof.
  intros K p n P Hn HK.
  assert (S : forall i, (i < K)%nat -> best_of K p n i * better_estimator n (p i)
                                      < best_of K p n i * estimator n (p i)).
  { intros i Hi. apply Rmult_lt_compat_l; [apply best_of_pos; auto; lia|].
    assert (E0 : 0 < p i) by (apply P; auto). pose proof (policy_lt_1 K p i P HK Hi) as E1.
    rewrite better_estimator_is_formula_minus_share by (auto; lia || lra).
    rewrite estimator_is_formula_minus_top_gap.
    pose proof (one_minus_pow_pos n (p i) ltac:(lia) E0 ltac:(lra)) as D.
    pose proof (pow_lt (1 - p i) n ltac:(lra)) as Q.
    assert (T : 0 < top_gap n (p i)) by (apply local_gap_pos; auto; lra).
    assert (top_gap n (p i) < top_gap n (p i) / (1 - (1 - p i) ^ n)); [|lra].
    apply Rmult_lt_reg_l with (1 - (1 - p i) ^ n); auto.
    replace ((1 - (1 - p i) ^ n) * (top_gap n (p i) / (1 - (1 - p i) ^ n)))
      with (1 * top_gap n (p i)) by (field; lra).
    apply Rmult_lt_compat_r; lra. }
  apply (sum_lt K _ _ 0); [|lia|apply S; lia].
  intros i Hi. left. apply S. auto.
Qed.

Theorem estimator_upper_lt : forall K p n, policy K p -> (2 <= n)%nat -> (2 <= K)%nat ->
  kl K (best_of K p n) p < expect K (best_of K p n) (fun y => estimator n (p y)).
Proof.
  intros K p n P Hn HK. pose proof (better_estimator_upper K p n P ltac:(lia)).
  pose proof (better_estimator_mean_lt K p n P Hn HK). lra.
Qed.

(** ** The unbiased estimator: range and variance *)

Lemma local_gap_share : forall n a b, (1 <= n)%nat -> 0 <= a -> a < b ->
  0 <= local_gap n a b / (b ^ n - a ^ n) <= formula (INR n).
Proof.
  intros n a b Hn Ha Hab. pose proof (pow_strict n a b Hn Ha Hab) as Q.
  pose proof (local_gap_nonneg n a b Hn Ha Hab) as G. split.
  - apply Rmult_le_pos; [auto|]. left. apply Rinv_0_lt_compat. lra.
  - assert (local_gap n a b <= (b ^ n - a ^ n) * formula (INR n)).
    { destruct Ha as [Ha|<-].
      - pose proof (local_gap_merge n 0 a b Hn ltac:(lra) Ha Hab) as M.
        rewrite !local_gap_bottom in M by (auto; lra). lra.
      - rewrite local_gap_bottom, pow_0 by auto. lra. }
    apply Rmult_le_reg_l with (b ^ n - a ^ n); [lra|].
    rewrite (times_quotient (b ^ n - a ^ n) (local_gap n a b)) by lra. auto.
Qed.

Theorem unbiased_estimator_range : forall K p n y, policy K p -> (1 <= n)%nat ->
  (y < K)%nat ->
  0 <= formula (INR n) - local_gap n (cdf p y) (cdf p (S y)) / best_of K p n y
    <= formula (INR n).
Proof.
  intros K p n y P Hn Hy. destruct (cdf_interval K p y P Hy) as [H1 [H2 H3]].
  rewrite best_of_pmf by auto. pose proof (local_gap_share n _ _ Hn H1 H2). lra.
Qed.

Theorem unbiased_estimator_variance_le : forall K p n, policy K p -> (1 <= n)%nat ->
  expect K (best_of K p n) (fun y =>
    (formula (INR n) - local_gap n (cdf p y) (cdf p (S y)) / best_of K p n y
     - kl K (best_of K p n) p) ^ 2)
  <= formula (INR n) * (formula (INR n) - kl K (best_of K p n) p).
Proof.
  intros K p n P Hn. pose proof (gap_is_sum_of_local_gaps K p n P Hn) as G.
  set (D := formula (INR n)) in *. set (k := kl K (best_of K p n) p) in *.
  set (g := fun i => local_gap n (cdf p i) (cdf p (S i))) in *.
  change (D - k = sum K g) in G.
  apply Rle_trans with (sum K (fun i => (D - 2 * (D - k)) * g i
                                        + (D - k) ^ 2 * best_of K p n i)).
  - apply sum_le. intros i Hi. pose proof (best_of_pos K p n i P Hn Hi) as Q.
    pose proof (unbiased_estimator_range K p n i P Hn Hi) as R.
    change (local_gap n (cdf p i) (cdf p (S i))) with (g i) in *. fold D in R.
    set (x := g i / best_of K p n i) in *.
    assert (E : g i = best_of K p n i * x) by (unfold x; field; lra).
    assert (0 <= x * (D - x)) by (apply Rmult_le_pos; lra).
    assert (0 <= best_of K p n i * (x * (D - x))) by (apply Rmult_le_pos; lra).
    rewrite E. simpl. lra.
  - rewrite sum_add, !sum_scal, best_of_sum, <- G by auto.
    pose proof (pow2_ge_0 (D - k)). simpl in *. lra.
Qed.
