(** * The law of best-of-n

    - [best_of_two_cdf]   P(max(J,X) < i) = P(J < i) P(X < i)
    - [best_of_cdf]       the cdf of the best of n draws is the n-th power
    - [best_of_pmf]       P(best = i) = F_i^n - F_(i-1)^n
    - [best_of_policy]    the best of n draws is again a policy: every outcome
                          has positive probability and they sum to 1
    - [best_of_one]       one draw: the policy itself
    - [slope_between]     n a^(n-1) <= (b^n - a^n)/(b - a) <= n b^(n-1)
    - [slope_between_lt]  strictly, for n >= 2
    - [ratio_bounds]      F_i^(n-1) <= P(best = i) / p i <= n F_i^(n-1)
    - [ratio_nondecreasing]  P(best = i) / p i is nondecreasing in i
*)
Require Import Reals Lra Lia Arith.
From BoN Require Import Definitions Sums Calculus.
Open Scope R_scope.

Lemma sum_restrict : forall K i a, (i <= K)%nat ->
  sum K (fun j => if Nat.ltb j i then a j else 0) = sum i a.
Proof.
  intros K i a H. induction H as [|K H IH].
  - apply sum_ext. intros j Hj. destruct (Nat.ltb_spec j i); [reflexivity|lia].
  - rewrite sum_S, IH. destruct (Nat.ltb_spec K i); [lia|]. apply Rplus_0_r.
Qed.

Lemma sum_indicator : forall i m c,
  sum i (fun l => if Nat.eqb m l then c else 0) = if Nat.ltb m i then c else 0.
Proof.
  induction i as [|i IH]; intros m c; simpl sum; [reflexivity|].
  rewrite IH. destruct (Nat.ltb_spec m i), (Nat.eqb_spec m i), (Nat.ltb_spec m (S i));
    try lia; lra.
Qed.

Theorem best_of_two_cdf : forall K q p i, (i <= K)%nat ->
  cdf (best_of_two K q p) i = cdf q i * cdf p i.
Proof.
  intros K q p i Hi. unfold cdf, best_of_two. rewrite sum_swap.
  transitivity (sum K (fun j => (if Nat.ltb j i then q j else 0) * sum i p)).
  - apply sum_ext. intros j Hj. rewrite sum_swap.
    transitivity (sum K (fun x => (if Nat.ltb j i then q j else 0)
                                  * (if Nat.ltb x i then p x else 0))).
    + apply sum_ext. intros x Hx. rewrite sum_indicator.
      destruct (Nat.ltb_spec (Nat.max j x) i), (Nat.ltb_spec j i), (Nat.ltb_spec x i);
        try lia; lra.
    + rewrite sum_scal, sum_restrict by auto. reflexivity.
  - rewrite sum_scal_r, sum_restrict by auto. reflexivity.
Qed.

Lemma running_best_cdf : forall K p m i, (i <= K)%nat ->
  cdf (running_best K p m) i = cdf p i ^ S m.
Proof.
  induction m as [|m IH]; intros i Hi; simpl running_best.
  - simpl. lra.
  - rewrite best_of_two_cdf, IH by auto. simpl. lra.
Qed.

Theorem best_of_cdf : forall K p n i, (1 <= n)%nat -> (i <= K)%nat ->
  cdf (best_of K p n) i = cdf p i ^ n.
Proof.
  intros K p n i Hn Hi. unfold best_of. rewrite running_best_cdf by auto.
  f_equal. lia.
Qed.

Theorem best_of_pmf : forall K p n i, (1 <= n)%nat -> (i < K)%nat ->
  best_of K p n i = cdf p (S i) ^ n - cdf p i ^ n.
Proof.
  intros K p n i Hn Hi.
  rewrite <- !(best_of_cdf K) by (auto; lia). symmetry. apply cdf_step.
Qed.

Lemma best_of_pos : forall K p n i, policy K p -> (1 <= n)%nat -> (i < K)%nat ->
  0 < best_of K p n i.
Proof.
  intros K p n i P Hn Hi. rewrite best_of_pmf by auto.
  destruct (cdf_interval K p i P Hi) as [H1 [H2 H3]].
  pose proof (pow_strict n _ _ Hn H1 H2). lra.
Qed.

Lemma best_of_sum : forall K p n, policy K p -> (1 <= n)%nat ->
  sum K (best_of K p n) = 1.
Proof.
  intros K p n P Hn. change (cdf (best_of K p n) K = 1).
  rewrite best_of_cdf by auto. rewrite (cdf_K K) by auto. apply pow1.
Qed.

Theorem best_of_policy : forall K p n, policy K p -> (1 <= n)%nat ->
  policy K (best_of K p n).
Proof.
  intros K p n P Hn. split; [|apply best_of_sum; auto].
  intros i Hi. apply best_of_pos; auto.
Qed.

Theorem best_of_one : forall K p, best_of K p 1 = p.
Proof. reflexivity. Qed.

Theorem slope_between : forall n a b, (1 <= n)%nat -> 0 <= a -> a < b ->
  INR n * a ^ (n - 1) <= (b ^ n - a ^ n) / (b - a) <= INR n * b ^ (n - 1).
Proof.
  intros n a b Hn Ha Hab.
  pose proof (pow_tangent n a b Hn Ha ltac:(lra)) as T.
  pose proof (pow_secant n a b Hn Ha ltac:(lra)) as S.
  assert (E : (b ^ n - a ^ n) / (b - a) * (b - a) = b ^ n - a ^ n) by (apply quotient_times; lra).
  split; apply Rmult_le_reg_r with (b - a); lra.
Qed.

Theorem slope_between_lt : forall n a b, (2 <= n)%nat -> 0 <= a -> a < b ->
  INR n * a ^ (n - 1) < (b ^ n - a ^ n) / (b - a) < INR n * b ^ (n - 1).
Proof.
  intros n a b Hn Ha Hab.
  pose proof (pow_tangent_lt n a b Hn Ha ltac:(lra) ltac:(lra)) as T.
  pose proof (pow_tangent_lt n b a Hn ltac:(lra) Ha ltac:(lra)) as S.
  assert (E : (b ^ n - a ^ n) / (b - a) * (b - a) = b ^ n - a ^ n) by (apply quotient_times; lra).
  split; apply Rmult_lt_reg_r with (b - a); lra.
Qed.

Lemma slope_pos : forall n a b, (1 <= n)%nat -> 0 <= a -> a < b ->
  0 < (b ^ n - a ^ n) / (b - a).
Proof.
  intros n a b Hn Ha Hab. apply Rdiv_lt_0_compat; [|lra].
  pose proof (pow_strict n a b Hn Ha Hab). lra.
Qed.

Lemma best_of_ratio : forall K p n i, (1 <= n)%nat -> (i < K)%nat ->
  best_of K p n i / p i
  = (cdf p (S i) ^ n - cdf p i ^ n) / (cdf p (S i) - cdf p i).
Proof. intros. rewrite best_of_pmf, cdf_step by auto. reflexivity. Qed.

Lemma ratio_pos : forall K p n i, policy K p -> (1 <= n)%nat -> (i < K)%nat ->
  0 < best_of K p n i / p i.
Proof.
  intros K p n i P Hn Hi.
  apply Rdiv_lt_0_compat; [apply best_of_pos; auto|apply P; auto].
Qed.

Theorem ratio_nondecreasing : forall K p n i j, policy K p -> (1 <= n)%nat ->
  (i <= j)%nat -> (j < K)%nat -> best_of K p n i / p i <= best_of K p n j / p j.
Proof.
  intros K p n i j P Hn Hij. induction Hij as [|j Hij IH]; intros Hj; [lra|].
  apply Rle_trans with (best_of K p n j / p j); [apply IH; lia|].
  rewrite !best_of_ratio by (auto; lia).
  destruct (cdf_interval K p j P ltac:(lia)) as [A1 [A2 A3]].
  destruct (cdf_interval K p (S j) P Hj) as [B1 [B2 B3]].
  pose proof (slope_between n _ _ Hn A1 A2). pose proof (slope_between n _ _ Hn B1 B2).
  lra.
Qed.

Theorem ratio_bounds : forall K p n i, policy K p -> (1 <= n)%nat -> (i < K)%nat ->
  cdf p (S i) ^ (n - 1) <= best_of K p n i / p i <= INR n * cdf p (S i) ^ (n - 1).
Proof.
  intros K p n i P Hn Hi. destruct (cdf_interval K p i P Hi) as [H1 [H2 H3]].
  rewrite best_of_ratio by auto. split; [|apply slope_between; auto].
  set (a := cdf p i) in *. set (b := cdf p (S i)) in *.
  apply Rmult_le_reg_r with (b - a); [lra|].
  rewrite (quotient_times (b ^ n - a ^ n) (b - a)) by lra.
  rewrite <- (pow_pred_mult n a), <- (pow_pred_mult n b) by auto.
  pose proof (pow_mono (n - 1) a b H1 ltac:(lra)).
  assert (a * a ^ (n - 1) <= a * b ^ (n - 1)) by (apply Rmult_le_compat_l; auto). lra.
Qed.
