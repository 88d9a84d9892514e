(** * More draws

    For 1 <= n <= m:
    - [abel_nonneg]        a nondecreasing function has a mean at least as large
                           under a stochastically larger law
    - [kl_superadditive]   KL(m) >= KL(n) + kl (best of m) (best of n)
    - [kl_monotone]        KL(n) <= KL(m)
    - [win_rate_monotone]  W(n) <= W(m)
    - [kl_strictly_monotone], [win_rate_strictly_monotone]  strictly for n < m and
                           two or more outcomes
    - [reward_monotone]    the mean of a nondecreasing reward does not fall
*)
Require Import Reals Lra Lia.
From BoN Require Import Definitions Sums Calculus Law KL WinRate.
Open Scope R_scope.

Lemma abel_nonneg : forall K d h,
  (forall i, (i <= K)%nat -> sum i d <= 0) -> sum K d = 0 ->
  (forall i, (S i < K)%nat -> h i <= h (S i)) ->
  0 <= sum K (fun i => d i * h i).
Proof.
  intros K d h HD HK Hh.
  assert (A : forall k, (S k <= K)%nat -> sum (S k) d * h k <= sum (S k) (fun i => d i * h i)).
  { induction k as [|k IH]; intros Hk; [simpl; lra|].
    specialize (IH ltac:(lia)). rewrite !(sum_S (S k)).
    specialize (HD (S k) ltac:(lia)). specialize (Hh k ltac:(lia)).
    assert (0 <= - sum (S k) d * (h (S k) - h k)) by (apply Rmult_le_pos; lra). lra. }
  destruct K as [|k]; [simpl; lra|].
  specialize (A k ltac:(lia)). rewrite HK in A. lra.
Qed.

Lemma dominance : forall K p n m h, policy K p -> (1 <= n)%nat -> (n <= m)%nat ->
  (forall i, (S i < K)%nat -> h i <= h (S i)) ->
  expect K (best_of K p n) h <= expect K (best_of K p m) h.
Proof.
  intros K p n m h P Hn Hm Hh.
  assert (0 <= sum K (fun i => (best_of K p m i - best_of K p n i) * h i)) as H.
  { apply abel_nonneg; auto.
    - intros i Hi. rewrite sum_minus.
      change (cdf (best_of K p m) i - cdf (best_of K p n) i <= 0).
      rewrite !best_of_cdf by (auto; lia).
      pose proof (pow_antitone (cdf p i) m n (cdf_nonneg K p i P Hi)
        (cdf_le_1 K p i P Hi) Hm). lra.
    - rewrite sum_minus, !best_of_sum by (auto; lia). lra. }
  unfold expect. rewrite (sum_ext K _ (fun i =>
    best_of K p m i * h i - best_of K p n i * h i)) in H by (intros; lra).
  rewrite sum_minus in H. lra.
Qed.

Theorem reward_monotone : forall K p n m r, policy K p -> (1 <= n)%nat -> (n <= m)%nat ->
  (forall i, (S i < K)%nat -> r i <= r (S i)) ->
  expect K (best_of K p n) r <= expect K (best_of K p m) r.
Proof. exact dominance. Qed.

Theorem kl_superadditive : forall K p n m, policy K p -> (1 <= n)%nat -> (n <= m)%nat ->
  kl K (best_of K p n) p + kl K (best_of K p m) (best_of K p n)
  <= kl K (best_of K p m) p.
Proof.
  intros K p n m P Hn Hm.
  pose proof (dominance K p n m (fun i => ln (best_of K p n i / p i)) P Hn Hm
    (fun i Hi => ln_le_mono _ _ (ratio_pos K p n i P Hn (Nat.lt_trans _ _ _ (Nat.lt_succ_diag_r i) Hi))
       (ratio_nondecreasing K p n i (S i) P Hn (Nat.le_succ_diag_r i) Hi))) as H.
  assert (E : kl K (best_of K p m) p
    = kl K (best_of K p m) (best_of K p n)
      + expect K (best_of K p m) (fun i => ln (best_of K p n i / p i))).
  { unfold kl, expect. rewrite <- sum_add. apply sum_ext. intros i Hi.
    pose proof (best_of_pos K p n i P Hn Hi).
    pose proof (best_of_pos K p m i P ltac:(lia) Hi).
    assert (0 < p i) by (apply P; auto). rewrite !ln_div by auto. lra. }
  change (expect K (best_of K p n) (fun i => ln (best_of K p n i / p i)))
    with (kl K (best_of K p n) p) in H. lra.
Qed.

Theorem kl_monotone : forall K p n m, policy K p -> (1 <= n)%nat -> (n <= m)%nat ->
  kl K (best_of K p n) p <= kl K (best_of K p m) p.
Proof.
  intros K p n m P Hn Hm. pose proof (kl_superadditive K p n m P Hn Hm).
  pose proof (kl_nonneg K (best_of K p m) (best_of K p n)
    (policy_distribution _ _ (best_of_policy K p m P (Nat.le_trans _ _ _ Hn Hm)))
    (best_of_policy K p n P Hn)). lra.
Qed.

Theorem win_rate_monotone : forall K p n m, policy K p -> (1 <= n)%nat -> (n <= m)%nat ->
  win_rate K (best_of K p n) p <= win_rate K (best_of K p m) p.
Proof.
  intros K p n m P Hn Hm. rewrite !win_rate_trapezoid by (auto; lia).
  assert (sum K (fun i => p i * ((cdf p i ^ m + cdf p (S i) ^ m) / 2))
    <= sum K (fun i => p i * ((cdf p i ^ n + cdf p (S i) ^ n) / 2))); [|lra].
  apply sum_le. intros i Hi. assert (0 < p i) by (apply P; auto).
  apply Rmult_le_compat_l; [lra|].
  pose proof (pow_antitone (cdf p i) m n (cdf_nonneg K p i P (Nat.lt_le_incl _ _ Hi))
        (cdf_le_1 K p i P (Nat.lt_le_incl _ _ Hi)) Hm).
  pose proof (pow_antitone (cdf p (S i)) m n (cdf_nonneg K p (S i) P Hi)
        (cdf_le_1 K p (S i) P Hi) Hm). lra.
Qed.

(** ** Strictly *)

Lemma kl_pos : forall K q p j, policy K q -> policy K p -> (j < K)%nat -> q j <> p j ->
  0 < kl K q p.
Proof.
  intros K q p j [Q1 Q2] [P1 P2] Hj N.
  apply Rle_lt_trans with (sum K (fun i => q i - p i)); [rewrite sum_minus; lra|].
  apply (sum_lt K _ _ j); auto.
  - intros i Hi. apply gibbs_term; auto. left. auto.
  - rewrite ln_div by auto. apply a_ln_ratio_lt; auto.
Qed.

Lemma first_cdf : forall K p, policy K p -> (2 <= K)%nat -> 0 < cdf p 1 < 1.
Proof.
  intros K p P HK. split; [apply (cdf_pos K); auto; lia|].
  pose proof (cdf_lt K p 1 P HK). pose proof (cdf_le_1 K p 2 P HK). lra.
Qed.

Lemma pow_lt_antitone : forall x n m, 0 < x -> x < 1 -> (n < m)%nat -> x ^ m < x ^ n.
Proof.
  intros x n m H0 H1 H. replace m with (n + (m - n))%nat by lia. rewrite pow_add.
  apply Rlt_le_trans with (x ^ n * 1); [|lra].
  apply Rmult_lt_compat_l; [apply pow_lt; auto|apply pow_lt_1; [lia|lra|auto]].
Qed.

Theorem kl_strictly_monotone : forall K p n m, policy K p -> (2 <= K)%nat ->
  (1 <= n)%nat -> (n < m)%nat ->
  kl K (best_of K p n) p < kl K (best_of K p m) p.
Proof.
  intros K p n m P HK Hn Hm.
  pose proof (kl_superadditive K p n m P Hn ltac:(lia)) as S.
  destruct (first_cdf K p P HK) as [C0 C1].
  pose proof (pow_lt_antitone _ n m C0 C1 Hm) as L.
  pose proof (kl_pos K (best_of K p m) (best_of K p n) 0
    (best_of_policy K p m P ltac:(lia)) (best_of_policy K p n P Hn) ltac:(lia)) as Pos.
  rewrite !best_of_pmf, !cdf_0, !pow_0 in Pos by lia. specialize (Pos ltac:(lra)). lra.
Qed.

Theorem win_rate_strictly_monotone : forall K p n m, policy K p -> (2 <= K)%nat ->
  (1 <= n)%nat -> (n < m)%nat ->
  win_rate K (best_of K p n) p < win_rate K (best_of K p m) p.
Proof.
  intros K p n m P HK Hn Hm. rewrite !win_rate_trapezoid by (auto; lia).
  destruct (first_cdf K p P HK) as [C0 C1].
  assert (sum K (fun i => p i * ((cdf p i ^ m + cdf p (S i) ^ m) / 2))
    < sum K (fun i => p i * ((cdf p i ^ n + cdf p (S i) ^ n) / 2))); [|lra].
  apply (sum_lt K _ _ 0); [|lia|].
  - intros i Hi. assert (0 < p i) by (apply P; auto).
    apply Rmult_le_compat_l; [lra|].
    pose proof (pow_antitone (cdf p i) m n (cdf_nonneg K p i P (Nat.lt_le_incl _ _ Hi))
          (cdf_le_1 K p i P (Nat.lt_le_incl _ _ Hi)) (Nat.lt_le_incl _ _ Hm)).
    pose proof (pow_antitone (cdf p (S i)) m n (cdf_nonneg K p (S i) P Hi)
          (cdf_le_1 K p (S i) P Hi) (Nat.lt_le_incl _ _ Hm)). lra.
  - apply Rmult_lt_compat_l; [apply P; lia|]. rewrite !cdf_0, !pow_0 by lia.
    pose proof (pow_lt_antitone _ n m C0 C1 Hm). lra.
Qed.
