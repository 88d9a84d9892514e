(** * Concrete policies

    - [uniform_policy]      K equal outcomes are a policy, K >= 1
    - [formula_is_sharp]    formula n is the supremum of KL over policies
    - [win_rate_bound_is_sharp]  n/(n+1) is the supremum of W over policies
    - [uniform_gap_le]      L equal outcomes, n >= 3:
          gap <= n(n-1)^2/(24 L^2) * (1/(n-2) + 1/L)
    - [binary_law]          uniform on two outcomes: P(best = 0) = (1/2)^n
    - [binary_kl]           KL = ln 2 - h((1/2)^n), h the binary entropy
    - [binary_kl_le_ln_2]   KL <= ln 2 for every n
    - [binary_kl_two]       n = 2: KL = 3/4 ln 3 - ln 2
    - [binary_win_rate_two] n = 2: W = 5/8
    - [binary_formula_two]  n = 2: formula = ln 2 - 1/2, and it is not KL
    - [two_levels_example]  four outcomes on two levels satisfy [levels]
    - [formula_increasing]  formula rises on [1, infinity)
    - [formula_onto]        and takes every value > 0
    - [ideal_curve_is_no_bound]  weights 2,1,1,1 and n = 2: the m >= 1 with
          formula m = KL has m/(m+1) < W; such an m exists
*)
Require Import Reals Lra Lia.
From BoN Require Import Definitions Sums Calculus Bounds Law LocalGap KL WinRate Gap.
Open Scope R_scope.

Definition uniform (K : nat) (i : nat) : R := 1 / INR K.

Lemma sum_const : forall K c, sum K (fun _ => c) = INR K * c.
Proof.
  induction K as [|k IH]; intros c; [simpl; lra|]. rewrite sum_S, IH, S_INR. lra.
Qed.

Theorem uniform_policy : forall K, (1 <= K)%nat -> policy K (uniform K).
Proof.
  intros K HK. pose proof (INR_gt_0 K HK). unfold uniform. split.
  - intros i Hi. apply Rdiv_lt_0_compat; lra.
  - rewrite sum_const. field. lra.
Qed.

Lemma uniform_sum_sq : forall K, (1 <= K)%nat ->
  sum K (fun i => uniform K i ^ 2) = 1 / INR K.
Proof.
  intros K HK. pose proof (INR_gt_0 K HK). unfold uniform. rewrite sum_const. field. lra.
Qed.

Lemma small_uniform : forall c eps, 0 < eps -> exists K, (1 <= K)%nat /\
  c * sum K (fun i => uniform K i ^ 2) < eps.
Proof.
  intros c eps He. destruct (nat_above (c / eps)) as [M HM]. exists (S M).
  split; [lia|]. rewrite uniform_sum_sq by lia.
  pose proof (INR_gt_0 (S M) ltac:(lia)) as HP.
  assert (H : c / eps < INR (S M)) by (rewrite S_INR; lra).
  apply Rmult_lt_reg_r with (INR (S M) * / eps).
  - apply Rmult_lt_0_compat; [auto|apply Rinv_0_lt_compat; auto].
  - replace (c * (1 / INR (S M)) * (INR (S M) * / eps)) with (c / eps) by (field; lra).
    replace (eps * (INR (S M) * / eps)) with (INR (S M)) by (field; lra). exact H.
Qed.

Theorem formula_is_sharp : forall n eps, (1 <= n)%nat -> 0 < eps ->
  exists K p, policy K p /\ formula (INR n) - eps < kl K (best_of K p n) p.
Proof.
  intros n eps Hn He.
  destruct (small_uniform (INR n * (INR n - 1) / 2) eps He) as [K [HK HS]].
  exists K, (uniform K). pose proof (uniform_policy K HK) as P. split; [exact P|].
  pose proof (gap_le_half_quadratic K _ n P Hn). lra.
Qed.

Theorem win_rate_bound_is_sharp : forall n eps, (1 <= n)%nat -> 0 < eps ->
  exists K p, policy K p /\
    INR n / (INR n + 1) - eps < win_rate K (best_of K p n) p.
Proof.
  intros n eps Hn He.
  destruct (small_uniform ((INR n - 1) / 2) eps He) as [K [HK HS]].
  exists K, (uniform K). pose proof (uniform_policy K HK) as P. split; [exact P|].
  pose proof (win_rate_gap_le_quadratic K _ n P Hn). lra.
Qed.

(* 1 + 2^k + ... + L^k <= L^(k+1)/(k+1) + L^k *)
Lemma power_sum_bound : forall k L,
  INR (S k) * sum L (fun i => INR (S i) ^ k) <= INR L ^ S k + INR (S k) * INR L ^ k.
Proof.
  intros k L.
  assert (H : forall M, INR (S k) * sum M (fun i => INR i ^ k) <= INR M ^ S k).
  { induction M as [|M IH]; [simpl sum; rewrite Rmult_0_r; apply pow_le, pos_INR|].
    rewrite sum_S, Rmult_plus_distr_l.
    pose proof (pow_tangent (S k) (INR M) (INR (S M)) ltac:(lia) (pos_INR M) (pos_INR _)) as T.
    replace (S k - 1)%nat with k in T by lia. 
    replace (INR (S M) - INR M) with 1 in T by (rewrite S_INR; lra). lra. }
  assert (E : sum L (fun i => INR (S i) ^ k) <= sum L (fun i => INR i ^ k) + INR L ^ k).
  { clear H. induction L as [|L IH].
    - simpl sum. pose proof (pow_le (INR 0) k (pos_INR 0)). lra.
    - rewrite !sum_S. lra. }
  pose proof (Rmult_le_compat_l _ _ _ (pos_INR (S k)) E). specialize (H L). lra.
Qed.

Theorem uniform_gap_le : forall L n, (1 <= L)%nat -> (3 <= n)%nat ->
  formula (INR n) - kl L (best_of L (uniform L) n) (uniform L)
  <= INR n * (INR n - 1) ^ 2 / (24 * INR L ^ 2) * (1 / (INR n - 2) + 1 / INR L).
Proof.
  intros L n HL Hn. pose proof (INR_gt_0 L HL) as LP.
  assert (N3 : 3 <= INR n) by (replace 3 with (INR 3) by (simpl; lra); apply le_INR; auto).
  pose proof (gap_le_cubic_weighted L _ n (uniform_policy L HL) Hn) as G.
  assert (C : forall i, cdf (uniform L) i = INR i * (1 / INR L)).
  { intros i. unfold cdf, uniform. apply sum_const. }
  rewrite (sum_ext L _ (fun i => (1 / INR L) ^ n * INR (S i) ^ (n - 3))) in G.
  2:{ intros i Hi. rewrite C, Rpow_mult_distr. unfold uniform.
      rewrite (pow_split 3 n) by lia. lra. }
  rewrite sum_scal in G. eapply Rle_trans; [exact G|].
  pose proof (power_sum_bound (n - 3) L) as B.
  set (T := sum L (fun i => INR (S i) ^ (n - 3))) in *.
  assert (Sk : INR (S (n - 3)) = INR n - 2).
  { rewrite S_INR, minus_INR by lia. replace (INR 3) with 3 by (simpl; lra). lra. }
  rewrite Sk in B.
  assert (Q : 0 < INR L ^ (n - 3)) by (apply pow_lt; auto).
  set (q := INR L ^ (n - 3)) in *. simpl pow in B. fold q in B.
  assert (En : (1 / INR L) ^ n = / (INR L ^ 3 * q)).
  { unfold q. rewrite <- pow_add. replace (3 + (n - 3))%nat with n by lia.
    unfold Rdiv. rewrite Rmult_1_l. apply pow_inv. }
  rewrite En.
  assert (B2 : T <= q * (INR L / (INR n - 2) + 1)).
  { apply Rmult_le_reg_l with (INR n - 2); [lra|].
    replace ((INR n - 2) * (q * (INR L / (INR n - 2) + 1)))
      with (INR L * q + (INR n - 2) * q) by (field; lra). exact B. }
  apply Rle_trans with (INR n * (INR n - 1) ^ 2 / 24
    * (/ (INR L ^ 3 * q) * (q * (INR L / (INR n - 2) + 1)))).
  - apply Rmult_le_compat_l.
    + assert (0 <= INR n * (INR n - 1) ^ 2); [|lra].
      apply Rmult_le_pos; [lra|apply pow2_ge_0].
    + apply Rmult_le_compat_l; auto. left. apply Rinv_0_lt_compat.
      apply Rmult_lt_0_compat; auto. apply pow_lt; auto.
  - right. field. lra.
Qed.

(** ** Two equal outcomes *)

Lemma binary_policy : policy 2 (uniform 2).
Proof. apply uniform_policy. lia. Qed.

Lemma uniform_2 : forall i, uniform 2 i = 1 / 2.
Proof. intros. unfold uniform. simpl. reflexivity. Qed.

Lemma binary_cdf : cdf (uniform 2) 0 = 0 /\ cdf (uniform 2) 1 = 1 / 2 /\ cdf (uniform 2) 2 = 1.
Proof. unfold cdf. rewrite !sum_S, !uniform_2. simpl. repeat split; field. Qed.

Theorem binary_law : forall n, (1 <= n)%nat ->
  best_of 2 (uniform 2) n 0 = (1 / 2) ^ n /\
  best_of 2 (uniform 2) n 1 = 1 - (1 / 2) ^ n.
Proof.
  intros n Hn. destruct binary_cdf as [C0 [C1 C2]].
  rewrite !best_of_pmf by lia. rewrite C0, C1, C2, pow_0, pow1 by auto. split; lra.
Qed.

Theorem binary_kl : forall n, (1 <= n)%nat ->
  kl 2 (best_of 2 (uniform 2) n) (uniform 2)
  = ln 2 - (- (1 / 2) ^ n * ln ((1 / 2) ^ n)
            - (1 - (1 / 2) ^ n) * ln (1 - (1 / 2) ^ n)).
Proof.
  intros n Hn. unfold kl. rewrite !sum_S. destruct (binary_law n Hn) as [-> ->].
  rewrite !uniform_2. simpl sum.
  assert (H0 : 0 < (1 / 2) ^ n) by (apply pow_lt; lra).
  assert (H1 : (1 / 2) ^ n < 1) by (apply pow_lt_1; auto; lra).
  rewrite !(ln_div _ (1 / 2)) by lra. rewrite (ln_div 1 2), ln_1 by lra. lra.
Qed.

Theorem binary_kl_le_ln_2 : forall n, (1 <= n)%nat ->
  kl 2 (best_of 2 (uniform 2) n) (uniform 2) <= ln 2.
Proof.
  intros n Hn. pose proof (kl_le_neg_ln_best 2 _ n binary_policy Hn) as H.
  rewrite uniform_2, ln_div, ln_1 in H by lra. lra.
Qed.

Theorem binary_kl_two :
  kl 2 (best_of 2 (uniform 2) 2) (uniform 2) = 3 / 4 * ln 3 - ln 2.
Proof.
  rewrite binary_kl by lia. replace ((1 / 2) ^ 2) with (1 / 4) by lra.
  replace (1 - 1 / 4) with (3 / 4) by field. rewrite !ln_div by lra. rewrite ln_1.
  replace (ln 4) with (2 * ln 2); [lra|].
  replace 4 with (2 * 2) by lra. rewrite ln_mult by lra. lra.
Qed.

Theorem binary_win_rate_two :
  win_rate 2 (best_of 2 (uniform 2) 2) (uniform 2) = 5 / 8.
Proof.
  unfold win_rate. rewrite !sum_S. destruct (binary_law 2 ltac:(lia)) as [-> ->].
  rewrite !uniform_2. simpl. lra.
Qed.

Theorem binary_formula_two : formula 2 = ln 2 - 1 / 2 /\
  kl 2 (best_of 2 (uniform 2) 2) (uniform 2) < formula 2.
Proof.
  split; [unfold formula; lra|].
  pose proof (kl_lt_formula 2 _ 2 binary_policy ltac:(lia)) as H.
  replace (INR 2) with 2 in H by (simpl; lra). exact H.
Qed.

Theorem two_levels_example : levels 4 2 (fun i => Nat.div2 i).
Proof.
  split; [|split].
  - intros i Hi. do 4 (destruct i as [|i]; [simpl; lia|]). lia.
  - intros i j Hij Hj. do 4 (destruct j as [|j];
      [do 4 (destruct i as [|i]; [simpl; lia|]); lia|]). lia.
  - intros l Hl. destruct l as [|[|l]]; [exists 0%nat|exists 2%nat|lia]; simpl; lia.
Qed.

(** ** The ideal best-of-n curve is not an upper bound *)

Theorem formula_increasing : forall x y, 1 <= x -> x < y -> formula x < formula y.
Proof.
  intros x y Hx Hxy. unfold formula.
  pose proof (ln_gt_inv (y / x) ltac:(apply Rdiv_lt_0_compat; lra)) as L.
  rewrite ln_div in L by lra.
  assert (y / x <> 1).
  { intro E. assert (y = y / x * x) by (field; lra). rewrite E in H. lra. }
  specialize (L H). replace (/ (y / x)) with (x / y) in L by (field; lra).
  assert (0 <= (x - 1) * (y - x) * / (x * y)).
  { apply Rmult_le_pos; [apply Rmult_le_pos; lra|]. left. apply Rinv_0_lt_compat.
    apply Rmult_lt_0_compat; lra. }
  replace ((x - 1) * (y - x) * / (x * y))
    with (1 - x / y - ((y - 1) / y - (x - 1) / x)) in H0 by (field; lra).
  lra.
Qed.

Theorem formula_onto : forall v, 0 < v -> exists m, 1 <= m /\ formula m = v.
Proof.
  intros v Hv. set (g := fun x => x - 1 + exp (- x) - v).
  assert (D : forall x, derivable_pt_lim g x (1 - 0 + exp (- x) * - 1 - 0)).
  { intros x. apply dl_minus; [|apply dl_const]. apply dl_plus.
    - apply dl_minus; [apply dl_id|apply dl_const].
    - apply (dl_comp (fun u => - u) exp); [apply dl_opp, dl_id|apply derivable_pt_lim_exp]. }
  assert (C : continuity g).
  { intros x. apply derivable_continuous_pt. exists (1 - 0 + exp (- x) * - 1 - 0). apply D. }
  destruct (IVT g 0 (v + 1) C ltac:(lra)) as [z [[Z0 Z1] Hz]].
  - unfold g. rewrite Ropp_0, exp_0. lra.
  - unfold g. pose proof (exp_pos (- (v + 1))). lra.
  - exists (exp z). pose proof (exp_ineq1_le z). split; [lra|].
    unfold formula. rewrite ln_exp. unfold g in Hz. rewrite exp_Ropp in Hz.
    assert (E : (exp z - 1) / exp z = 1 - / exp z) by (field; lra). lra.
Qed.

Definition four_weights (i : nat) : R := match i with O => 2 / 5 | _ => 1 / 5 end.

Lemma four_weights_policy : policy 4 four_weights.
Proof.
  split; [|unfold four_weights; simpl; lra].
  intros i _. unfold four_weights. destruct i; lra.
Qed.

Lemma four_weights_law :
  best_of 4 four_weights 2 0 = 4 / 25 /\ best_of 4 four_weights 2 1 = 5 / 25 /\
  best_of 4 four_weights 2 2 = 7 / 25 /\ best_of 4 four_weights 2 3 = 9 / 25.
Proof.
  rewrite !best_of_pmf by lia. unfold cdf, four_weights. simpl. repeat split; lra.
Qed.

Lemma four_weights_kl : kl 4 (best_of 4 four_weights 2) four_weights
  = 4 / 25 * ln (2 / 5) + 7 / 25 * ln (7 / 5) + 9 / 25 * ln (9 / 5).
Proof.
  destruct four_weights_law as [L0 [L1 [L2 L3]]]. unfold kl. rewrite !sum_S.
  rewrite L0, L1, L2, L3. unfold four_weights. simpl sum.
  replace (4 / 25 / (2 / 5)) with (2 / 5) by lra.
  replace (5 / 25 / (1 / 5)) with 1 by lra.
  replace (7 / 25 / (1 / 5)) with (7 / 5) by lra.
  replace (9 / 25 / (1 / 5)) with (9 / 5) by lra.
  rewrite ln_1. lra.
Qed.

Lemma four_weights_win_rate :
  win_rate 4 (best_of 4 four_weights 2) four_weights = 163 / 250.
Proof.
  destruct four_weights_law as [L0 [L1 [L2 L3]]]. rewrite win_rate_mid_cdf, !sum_S.
  rewrite L0, L1, L2, L3. unfold cdf, four_weights. simpl. lra.
Qed.

Lemma ln_bounds_at : forall z x, 0 <= z -> z < 1 -> x = (1 + z) / (1 - z) ->
  2 * z + 2 / 3 * z ^ 3 + 2 / 5 * z ^ 5 <= ln x
  <= 2 * z + 2 / 3 * z ^ 3 + 2 / 5 * (z ^ 5 / (1 - z ^ 2)).
Proof.
  intros z x H0 H1 ->. rewrite ln_div by lra. apply ln_atanh_bounds; auto.
Qed.

Lemma four_weights_excess :
  kl 4 (best_of 4 four_weights 2) four_weights < formula (163 / 87).
Proof.
  rewrite four_weights_kl. unfold formula.
  replace (2 / 5) with (/ (5 / 2)) by field. rewrite ln_Rinv by lra.
  pose proof (ln_bounds_at (3 / 7) (5 / 2) ltac:(lra) ltac:(lra) ltac:(lra)) as [A _].
  pose proof (ln_bounds_at (1 / 6) (7 / 5) ltac:(lra) ltac:(lra) ltac:(lra)) as [_ B].
  pose proof (ln_bounds_at (2 / 7) (9 / 5) ltac:(lra) ltac:(lra) ltac:(lra)) as [_ C].
  pose proof (ln_bounds_at (38 / 125) (163 / 87) ltac:(lra) ltac:(lra) ltac:(lra)) as [D _].
  replace ((163 / 87 - 1) / (163 / 87)) with (76 / 163) by lra.
  replace ((1 / 6) ^ 5 / (1 - (1 / 6) ^ 2)) with (1 / 7560) in B by lra.
  replace ((2 / 7) ^ 5 / (1 - (2 / 7) ^ 2)) with (32 / 15435) in C by lra.
  simpl in A, B, C, D. lra.
Qed.

Lemma four_weights_kl_pos : 0 < kl 4 (best_of 4 four_weights 2) four_weights.
Proof.
  rewrite four_weights_kl.
  replace (2 / 5) with (/ (5 / 2)) by field. rewrite ln_Rinv by lra.
  pose proof (ln_bounds_at (3 / 7) (5 / 2) ltac:(lra) ltac:(lra) ltac:(lra)) as [_ A].
  pose proof (ln_bounds_at (1 / 6) (7 / 5) ltac:(lra) ltac:(lra) ltac:(lra)) as [B _].
  pose proof (ln_bounds_at (2 / 7) (9 / 5) ltac:(lra) ltac:(lra) ltac:(lra)) as [C _].
  replace ((3 / 7) ^ 5 / (1 - (3 / 7) ^ 2)) with (243 / 13720) in A by lra.
  simpl in A, B, C. lra.
Qed.

Theorem ideal_curve_is_no_bound :
  policy 4 four_weights /\
  (exists m, 1 <= m /\ formula m = kl 4 (best_of 4 four_weights 2) four_weights) /\
  (forall m, 1 <= m -> formula m = kl 4 (best_of 4 four_weights 2) four_weights ->
     m / (m + 1) < win_rate 4 (best_of 4 four_weights 2) four_weights).
Proof.
  split; [exact four_weights_policy|]. split.
  - apply formula_onto. exact four_weights_kl_pos.
  - intros m Hm E. rewrite four_weights_win_rate. pose proof four_weights_excess as X.
    rewrite <- E in X.
    assert (M : m < 163 / 87).
    { apply Rnot_le_lt. intros [L|L].
      - pose proof (formula_increasing (163 / 87) m ltac:(lra) L). lra.
      - rewrite L in X. lra. }
    apply Rmult_lt_reg_r with (m + 1); [lra|].
    rewrite (quotient_times m (m + 1)) by lra. lra.
Qed.
