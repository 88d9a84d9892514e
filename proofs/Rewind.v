(** * Rewind and repeat

    Draw again until the outcome has index >= k; a = 1 - F_k is the mass
    accepted.
    - [rewind_law]        after at most t draws outcome i has been accepted with
                          probability top_part p k i * (1 - F_k^t)
    - [rewind_converges]  so the law tends to top_part p k
    - [top_part_distribution]  which is a distribution
    - [rewind_kl]         its KL is - ln a
    - [rewind_win_rate]   its win rate is 1 - a/2
*)
Require Import Reals Lra Lia.
From BoN Require Import Definitions Sums Calculus Law WinRate.
Open Scope R_scope.

Lemma rejected_mass : forall K p k, policy K p -> (k < K)%nat -> 0 <= cdf p k < 1.
Proof.
  intros K p k P Hk. split; [apply (cdf_nonneg K); auto; lia|].
  destruct (cdf_interval K p k P Hk) as [_ [H2 H3]]. lra.
Qed.

Theorem rewind_law : forall K p k t i, policy K p -> (k < K)%nat ->
  rewind p k t i = top_part p k i * (1 - cdf p k ^ t).
Proof.
  intros K p k t i P Hk. pose proof (rejected_mass K p k P Hk) as A.
  induction t as [|t IH]; simpl rewind; [simpl; lra|].
  rewrite IH. unfold top_part. simpl pow. destruct (Nat.ltb i k); [lra|]. field. lra.
Qed.

Theorem rewind_converges : forall K p k i, policy K p -> (k < K)%nat ->
  Un_cv (fun t => rewind p k t i) (top_part p k i).
Proof.
  intros K p k i P Hk. pose proof (rejected_mass K p k P Hk) as A.
  set (x := top_part p k i) in *.
  intros eps He. destruct (pow_lt_1_zero (cdf p k)
    ltac:(rewrite Rabs_pos_eq; lra) (eps / (Rabs x + 1))) as [N HN].
  { apply Rdiv_lt_0_compat; auto. pose proof (Rabs_pos x). lra. }
  exists N. intros t Ht. specialize (HN t Ht). unfold R_dist.
  rewrite (rewind_law K) by auto. fold x.
  replace (x * (1 - cdf p k ^ t) - x) with (- (x * cdf p k ^ t)) by lra.
  rewrite Rabs_Ropp, Rabs_mult. pose proof (Rabs_pos x). pose proof (Rabs_pos (cdf p k ^ t)).
  apply Rle_lt_trans with ((Rabs x + 1) * Rabs (cdf p k ^ t)).
  - apply Rmult_le_compat_r; lra.
  - apply Rmult_lt_reg_r with (/ (Rabs x + 1)); [apply Rinv_0_lt_compat; lra|].
    replace ((Rabs x + 1) * Rabs (cdf p k ^ t) * / (Rabs x + 1))
      with (Rabs (cdf p k ^ t)) by (field; lra). exact HN.
Qed.

Lemma top_part_cdf : forall p k i, cdf p k < 1 ->
  cdf (top_part p k) i
  = if Nat.ltb i k then 0 else (cdf p i - cdf p k) / (1 - cdf p k).
Proof.
  intros p k i A. induction i as [|i IH].
  - destruct (Nat.ltb_spec 0 k); [reflexivity|]. replace k with 0%nat by lia.
    rewrite !cdf_0. lra.
  - rewrite !cdf_S, IH. unfold top_part.
    destruct (Nat.ltb_spec i k), (Nat.ltb_spec (S i) k); try lia.
    + lra.
    + replace k with (S i) in * by lia. rewrite cdf_S in *. lra.
    + lra.
Qed.

Theorem top_part_distribution : forall K p k, policy K p -> (k < K)%nat ->
  distribution K (top_part p k).
Proof.
  intros K p k P Hk. pose proof (rejected_mass K p k P Hk) as A. split.
  - intros i Hi. unfold top_part. destruct (Nat.ltb i k); [lra|].
    left. apply Rdiv_lt_0_compat; [apply P; auto|lra].
  - change (cdf (top_part p k) K = 1). rewrite top_part_cdf by lra.
    destruct (Nat.ltb_spec K k); [lia|]. rewrite (cdf_K K) by auto. field. lra.
Qed.

Theorem rewind_kl : forall K p k, policy K p -> (k < K)%nat ->
  kl K (top_part p k) p = - ln (1 - cdf p k).
Proof.
  intros K p k P Hk. pose proof (rejected_mass K p k P Hk) as A. unfold kl.
  rewrite (sum_ext K _ (fun i => top_part p k i * - ln (1 - cdf p k))).
  - rewrite sum_scal_r. destruct (top_part_distribution K p k P Hk) as [_ E].
    rewrite E. lra.
  - intros i Hi. unfold top_part. destruct (Nat.ltb i k); [lra|].
    assert (0 < p i) by (apply P; auto). f_equal.
    replace (p i / (1 - cdf p k) / p i) with (/ (1 - cdf p k)) by (field; lra).
    apply ln_Rinv. lra.
Qed.

Theorem rewind_win_rate : forall K p k, policy K p -> (k < K)%nat ->
  win_rate K (top_part p k) p = 1 - (1 - cdf p k) / 2.
Proof.
  intros K p k P Hk. pose proof (rejected_mass K p k P Hk) as A.
  rewrite win_rate_mid_cdf.
  (* (F_i + F_(i+1)) p_i = F_(i+1)^2 - F_i^2 telescopes above k *)
  assert (H : forall i, sum i (fun j => top_part p k j * ((cdf p j + cdf p (S j)) / 2))
    = if Nat.ltb i k then 0
      else (cdf p i * cdf p i - cdf p k * cdf p k) / (2 * (1 - cdf p k))).
  { induction i as [|i IH].
    - destruct (Nat.ltb_spec 0 k); [reflexivity|]. replace k with 0%nat by lia.
      simpl sum. rewrite !cdf_0. lra.
    - rewrite sum_S, IH. unfold top_part.
      destruct (Nat.ltb_spec i k), (Nat.ltb_spec (S i) k); try lia.
      + lra.
      + replace k with (S i) in * by lia. rewrite cdf_S in *. lra.
      + rewrite !cdf_S. field. lra. }
  rewrite H. destruct (Nat.ltb_spec K k); [lia|]. rewrite (cdf_K K) by auto. field. lra.
Qed.
