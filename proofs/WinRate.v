(** * The win rate

    W = win_rate K (best_of K p n) p, a tie counting one half:
    - [win_rate_mid_cdf]    W = sum of q i * (F_(i-1) + F_i)/2, for any law q
    - [win_rate_trapezoid]  W = 1 - sum of p i * (F_(i-1)^n + F_i^n)/2
    - [win_rate_one]        one draw wins half of the time
    - [win_rate_le]         W <= n/(n+1)                          (n >= 1)
    - [win_rate_lt]         W <  n/(n+1)                          (n >= 2)
    - [win_rate_gap_le_quadratic]  n/(n+1) - W <= (n-1)/2 * sum p^2
    - [win_rate_gap_le_cubic]      n/(n+1) - W <= n(n-1)/12 * sum p^3
    - [win_rate_gap_two]           ... with equality for n = 2
*)
Require Import Reals Lra Lia Arith.
From BoN Require Import Definitions Sums Calculus Law.
Open Scope R_scope.

Lemma sum_beaten : forall K i a, (i < K)%nat ->
  sum K (fun j => a j * (if Nat.ltb j i then 1 else if Nat.eqb i j then 1 / 2 else 0))
  = (cdf a i + cdf a (S i)) / 2.
Proof.
  intros K i a Hi.
  rewrite (sum_ext K _ (fun j => (if Nat.ltb j i then a j else 0)
                                 + (if Nat.eqb i j then a j / 2 else 0))).
  - rewrite sum_add, sum_restrict by lia.
    rewrite (sum_pick K i (fun j => a j / 2)) by auto.
    rewrite cdf_S. unfold cdf. lra.
  - intros j Hj. destruct (Nat.ltb_spec j i), (Nat.eqb_spec i j); try lia; lra.
Qed.

Theorem win_rate_mid_cdf : forall K q p,
  win_rate K q p = sum K (fun i => q i * ((cdf p i + cdf p (S i)) / 2)).
Proof.
  intros K q p. apply sum_ext. intros i Hi. rewrite <- (sum_beaten K) by auto.
  rewrite <- sum_scal. apply sum_ext. intros j Hj. lra.
Qed.

(* losing to q is p's mean of the mid cdf of q *)
Lemma win_rate_mid_cdf_dual : forall K q p, distribution K q -> policy K p ->
  win_rate K q p = 1 - sum K (fun i => p i * ((cdf q i + cdf q (S i)) / 2)).
Proof.
  intros K q p [_ Q] P. rewrite win_rate_mid_cdf.
  assert (H : sum K (fun i => q i * ((cdf p i + cdf p (S i)) / 2))
    + sum K (fun i => p i * ((cdf q i + cdf q (S i)) / 2)) = 1); [|lra].
  rewrite <- sum_add.
  rewrite (sum_ext K _ (fun i => cdf q (S i) * cdf p (S i) - cdf q i * cdf p i)).
  - rewrite (sum_telescope K (fun i => cdf q i * cdf p i)), !cdf_0.
    rewrite (cdf_K K p) by auto. unfold cdf at 1. rewrite Q. lra.
  - intros i Hi. rewrite !cdf_S. lra.
Qed.

Theorem win_rate_trapezoid : forall K p n, policy K p -> (1 <= n)%nat ->
  win_rate K (best_of K p n) p
  = 1 - sum K (fun i => p i * ((cdf p i ^ n + cdf p (S i) ^ n) / 2)).
Proof.
  intros K p n P Hn. rewrite win_rate_mid_cdf_dual;
    [|apply policy_distribution, best_of_policy; auto|auto].
  f_equal. apply sum_ext. intros i Hi. rewrite !best_of_cdf by (auto; lia). reflexivity.
Qed.

(** ** The win-rate gap, interval by interval *)

Definition win_excess (n : nat) (a b : R) : R :=
  2 * INR n * (b ^ S n - a ^ S n) - (INR n + 1) * (b ^ n - a ^ n) * (a + b).

Lemma win_gap_is_sum : forall K p n, policy K p -> (1 <= n)%nat ->
  INR n / (INR n + 1) - win_rate K (best_of K p n) p
  = sum K (fun i => / (2 * (INR n + 1)) * win_excess n (cdf p i) (cdf p (S i))).
Proof.
  intros K p n P Hn. pose proof (INR_gt_0 n Hn) as HN. rewrite win_rate_mid_cdf.
  assert (T : INR n / (INR n + 1) = sum K (fun i =>
    INR n / (INR n + 1) * (cdf p (S i) ^ S n) - INR n / (INR n + 1) * (cdf p i ^ S n))).
  { rewrite (sum_telescope K (fun i => INR n / (INR n + 1) * (cdf p i ^ S n))).
    rewrite (cdf_K K) by auto. rewrite cdf_0, pow1, pow_0 by lia. lra. }
  rewrite T. rewrite <- sum_minus. apply sum_ext. intros i Hi.
  rewrite best_of_pmf by auto. unfold win_excess. field. lra.
Qed.

Lemma win_excess_step : forall n a b,
  win_excess (S n) a b
  = b * win_excess n a b
    + (b - a) * (b ^ S n - a ^ S n - INR (S n) * a ^ n * (b - a)).
Proof. intros n a b. unfold win_excess. rewrite S_INR. simpl pow. lra. Qed.

Lemma win_excess_one : forall a b, win_excess 1 a b = 0.
Proof. intros. unfold win_excess. simpl. lra. Qed.

Lemma win_excess_two : forall a b, win_excess 2 a b = (b - a) ^ 3.
Proof. intros. unfold win_excess. simpl. lra. Qed.

Lemma win_excess_nonneg : forall n a b, (1 <= n)%nat -> 0 <= a -> a <= b ->
  0 <= win_excess n a b.
Proof.
  intros n a b Hn Ha Hab. induction Hn as [|n Hn IH]; [rewrite win_excess_one; lra|].
  rewrite win_excess_step.
  assert (0 <= b * win_excess n a b) by (apply Rmult_le_pos; lra).
  pose proof (pow_tangent (S n) a b ltac:(lia) Ha ltac:(lra)) as T.
  replace (S n - 1)%nat with n in T by lia.
  assert (0 <= (b - a) * (b ^ S n - a ^ S n - INR (S n) * a ^ n * (b - a)))
    by (apply Rmult_le_pos; lra).
  lra.
Qed.

Lemma win_excess_pos : forall n a b, (2 <= n)%nat -> 0 <= a -> a < b ->
  0 < win_excess n a b.
Proof.
  intros n a b Hn Ha Hab. induction Hn as [|n Hn IH].
  - rewrite win_excess_two. apply pow_lt. lra.
  - rewrite win_excess_step.
    assert (0 < b * win_excess n a b) by (apply Rmult_lt_0_compat; lra).
    pose proof (pow_tangent (S n) a b ltac:(lia) Ha ltac:(lra)) as T.
    replace (S n - 1)%nat with n in T by lia.
    assert (0 <= (b - a) * (b ^ S n - a ^ S n - INR (S n) * a ^ n * (b - a)))
      by (apply Rmult_le_pos; lra).
    lra.
Qed.

Theorem win_rate_one : forall K p, policy K p -> win_rate K (best_of K p 1) p = 1 / 2.
Proof.
  intros K p P. pose proof (win_gap_is_sum K p 1 P ltac:(lia)) as H.
  rewrite (sum_ext K _ (fun _ => 0)) in H; [rewrite sum_zero in H; simpl in H; lra|].
  intros i Hi. rewrite win_excess_one. lra.
Qed.

Theorem win_rate_le : forall K p n, policy K p -> (1 <= n)%nat ->
  win_rate K (best_of K p n) p <= INR n / (INR n + 1).
Proof.
  intros K p n P Hn. pose proof (win_gap_is_sum K p n P Hn) as H.
  pose proof (INR_gt_0 n Hn) as HN.
  assert (0 <= sum K (fun i =>
    / (2 * (INR n + 1)) * win_excess n (cdf p i) (cdf p (S i)))); [|lra].
  apply sum_nonneg. intros i Hi. destruct (cdf_interval K p i P Hi) as [H1 [H2 H3]].
  apply Rmult_le_pos; [left; apply Rinv_0_lt_compat; lra|].
  apply win_excess_nonneg; auto; lra.
Qed.

Theorem win_rate_lt : forall K p n, policy K p -> (2 <= n)%nat ->
  win_rate K (best_of K p n) p < INR n / (INR n + 1).
Proof.
  intros K p n P Hn. pose proof (win_gap_is_sum K p n P ltac:(lia)) as H.
  pose proof (INR_gt_0 n ltac:(lia)) as HN. pose proof (policy_nonempty K p P) as HK.
  assert (C : 0 < / (2 * (INR n + 1))) by (apply Rinv_0_lt_compat; lra).
  assert (0 < sum K (fun i =>
    / (2 * (INR n + 1)) * win_excess n (cdf p i) (cdf p (S i)))); [|lra].
  apply Rle_lt_trans with (sum K (fun _ => 0)); [right; symmetry; apply sum_zero|].
  apply (sum_lt K _ _ 0).
  - intros i Hi. destruct (cdf_interval K p i P Hi) as [H1 [H2 H3]].
    apply Rmult_le_pos; [lra|]. apply win_excess_nonneg; [lia|lra|lra].
  - exact HK.
  - destruct (cdf_interval K p 0 P HK) as [H1 [H2 H3]].
    apply Rmult_lt_0_compat; [auto|]. apply win_excess_pos; auto.
Qed.

Lemma win_excess_le_quadratic : forall n a b, (1 <= n)%nat ->
  0 <= a -> a <= b -> b <= 1 ->
  win_excess n a b <= (INR n + 1) * (INR n - 1) * (b - a) ^ 2.
Proof.
  intros n a b Hn Ha Hab Hb. induction Hn as [|n Hn IH].
  - rewrite win_excess_one. simpl. lra.
  - rewrite win_excess_step. pose proof (INR_ge_1 n Hn) as HN.
    assert (Q : 0 <= (b - a) ^ 2) by apply pow2_ge_0.
    assert (E0 : 0 <= win_excess n a b) by (apply win_excess_nonneg; auto).
    assert (H1 : b * win_excess n a b <= 1 * win_excess n a b)
      by (apply Rmult_le_compat_r; lra).
    pose proof (pow_secant_1 (S n) a b Ha Hab Hb) as H2.
    assert (A : 0 <= INR (S n) * a ^ n * (b - a)).
    { apply Rmult_le_pos; [apply Rmult_le_pos; [apply pos_INR|apply pow_le; auto]|lra]. }
    assert (H3 : (b - a) * (b ^ S n - a ^ S n - INR (S n) * a ^ n * (b - a))
                 <= (b - a) * (INR (S n) * (b - a))) by (apply Rmult_le_compat_l; lra).
    rewrite S_INR in *.
    assert (0 <= INR n * (b - a) ^ 2) by (apply Rmult_le_pos; lra).
    simpl pow in *. lra.
Qed.

Lemma pow_second_order : forall n a b, 0 <= a -> a <= b -> b <= 1 ->
  b ^ S n - a ^ S n - INR (S n) * a ^ n * (b - a)
  <= INR (S n) * INR n / 2 * (b - a) ^ 2.
Proof.
  induction n as [|n IH]; intros a b Ha Hab Hb; [simpl; lra|].
  specialize (IH a b Ha Hab Hb).
  assert (Q : 0 <= (b - a) ^ 2) by apply pow2_ge_0.
  assert (N0 : 0 <= INR n) by apply pos_INR.
  (* step: D (S n) = b * D n + (n+1) a^n (b-a)^2 *)
  assert (D0 : 0 <= b ^ S n - a ^ S n - INR (S n) * a ^ n * (b - a)).
  { pose proof (pow_tangent (S n) a b ltac:(lia) Ha ltac:(lra)) as T.
    replace (S n - 1)%nat with n in T by lia. lra. }
  assert (H1 : b * (b ^ S n - a ^ S n - INR (S n) * a ^ n * (b - a))
               <= 1 * (b ^ S n - a ^ S n - INR (S n) * a ^ n * (b - a)))
    by (apply Rmult_le_compat_r; lra).
  assert (A1 : a ^ n <= 1) by (apply pow_le_1; lra).
  assert (H2 : INR (S n) * (b - a) ^ 2 * a ^ n <= INR (S n) * (b - a) ^ 2 * 1).
  { apply Rmult_le_compat_l; auto. apply Rmult_le_pos; auto. apply pos_INR. }
  rewrite !S_INR in *. simpl pow in *. lra.
Qed.

Lemma win_excess_le_cubic : forall n a b, (1 <= n)%nat ->
  0 <= a -> a <= b -> b <= 1 ->
  win_excess n a b <= (INR n + 1) * INR n * (INR n - 1) / 6 * (b - a) ^ 3.
Proof.
  intros n a b Hn Ha Hab Hb. induction Hn as [|n Hn IH].
  - rewrite win_excess_one. simpl. lra.
  - rewrite win_excess_step.
    assert (E0 : 0 <= win_excess n a b) by (apply win_excess_nonneg; auto).
    assert (H1 : b * win_excess n a b <= 1 * win_excess n a b)
      by (apply Rmult_le_compat_r; lra).
    pose proof (pow_second_order n a b Ha Hab Hb) as H2.
    assert (H3 : (b - a) * (b ^ S n - a ^ S n - INR (S n) * a ^ n * (b - a))
                 <= (b - a) * (INR (S n) * INR n / 2 * (b - a) ^ 2))
      by (apply Rmult_le_compat_l; lra).
    rewrite S_INR in *. simpl pow in *. lra.
Qed.

Theorem win_rate_gap_le_quadratic : forall K p n, policy K p -> (1 <= n)%nat ->
  INR n / (INR n + 1) - win_rate K (best_of K p n) p
  <= (INR n - 1) / 2 * sum K (fun i => p i ^ 2).
Proof.
  intros K p n P Hn. rewrite win_gap_is_sum, <- sum_scal by auto.
  pose proof (INR_gt_0 n Hn) as HN.
  apply sum_le. intros i Hi. destruct (cdf_interval K p i P Hi) as [H1 [H2 H3]].
  pose proof (win_excess_le_quadratic n _ _ Hn H1 (Rlt_le _ _ H2) H3) as E.
  rewrite cdf_step in E.
  apply Rle_trans with (/ (2 * (INR n + 1)) * ((INR n + 1) * (INR n - 1) * p i ^ 2)).
  - apply Rmult_le_compat_l; auto. left. apply Rinv_0_lt_compat. lra.
  - right. field. lra.
Qed.

Theorem win_rate_gap_le_cubic : forall K p n, policy K p -> (1 <= n)%nat ->
  INR n / (INR n + 1) - win_rate K (best_of K p n) p
  <= INR n * (INR n - 1) / 12 * sum K (fun i => p i ^ 3).
Proof.
  intros K p n P Hn. rewrite win_gap_is_sum, <- sum_scal by auto.
  pose proof (INR_gt_0 n Hn) as HN.
  apply sum_le. intros i Hi. destruct (cdf_interval K p i P Hi) as [H1 [H2 H3]].
  pose proof (win_excess_le_cubic n _ _ Hn H1 (Rlt_le _ _ H2) H3) as E.
  rewrite cdf_step in E.
  apply Rle_trans with
    (/ (2 * (INR n + 1)) * ((INR n + 1) * INR n * (INR n - 1) / 6 * p i ^ 3)).
  - apply Rmult_le_compat_l; auto. left. apply Rinv_0_lt_compat. lra.
  - right. field. lra.
Qed.

Theorem win_rate_gap_two : forall K p, policy K p ->
  2 / 3 - win_rate K (best_of K p 2) p = 1 / 6 * sum K (fun i => p i ^ 3).
Proof.
  intros K p P. replace (2 / 3) with (INR 2 / (INR 2 + 1)) by (simpl; lra).
  rewrite win_gap_is_sum, <- sum_scal by (auto; lia).
  apply sum_ext. intros i Hi. rewrite win_excess_two, cdf_step. simpl INR. lra.
Qed.
