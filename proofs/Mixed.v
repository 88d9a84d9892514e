(** * Policies with continuous parts

    A policy may own continuous parts of [0,1] without atoms.  Interval i is an atom if
    atom i = true and an continuous part otherwise.  Best-of-n has density
    n u^(n-1) on a continuous part [a,b], which therefore contributes Phi b - Phi a.
    - [continuous_part_is_limit]   N equal atoms in place of a continuous part contribute
                           Phi b - Phi a, up to n(n-1)/2 * (b-a)^2/N
    - [mixed_gap]          formula n - KL is the sum of the local gaps of the atoms
    - [mixed_kl_le_formula]    KL <= formula n
    - [mixed_kl_eq_formula_iff]  for n >= 2 the equality holds if and only if
                           there is no atom
*)
Require Import Reals Lra Lia.
From BoN Require Import Definitions Sums Calculus Law LocalGap KL Gap.
Open Scope R_scope.

Theorem mixed_gap : forall K atom p n, policy K p -> (1 <= n)%nat ->
  formula (INR n) - mixed_kl K atom p n
  = sum K (fun i => if atom i then local_gap n (cdf p i) (cdf p (S i)) else 0).
Proof.
  intros K atom p n P Hn.
  assert (T : formula (INR n) = sum K (fun i => Phi n (cdf p (S i)) - Phi n (cdf p i))).
  { rewrite (sum_telescope K (fun i => Phi n (cdf p i))).
    rewrite (cdf_K K), cdf_0, Phi_0, Phi_1 by auto. lra. }
  rewrite T. unfold mixed_kl. rewrite <- sum_minus. apply sum_ext. intros i Hi.
  assert (C : forall x y : R, x - (x - y) = y) by (intros; lra).
  destruct (atom i); [|apply Rminus_diag_eq; reflexivity].
  rewrite kl_term by auto. apply C.
Qed.

Theorem mixed_kl_le_formula : forall K atom p n, policy K p -> (1 <= n)%nat ->
  mixed_kl K atom p n <= formula (INR n).
Proof.
  intros K atom p n P Hn. pose proof (mixed_gap K atom p n P Hn) as G.
  assert (0 <= sum K (fun i =>
    if atom i then local_gap n (cdf p i) (cdf p (S i)) else 0)); [|lra].
  apply sum_nonneg. intros i Hi.
  destruct (atom i); [apply (outcome_gap_nonneg K); auto|lra].
Qed.

Theorem mixed_kl_eq_formula_iff : forall K atom p n, policy K p -> (2 <= n)%nat ->
  (mixed_kl K atom p n = formula (INR n) <-> forall i, (i < K)%nat -> atom i = false).
Proof.
  intros K atom p n P Hn. pose proof (mixed_gap K atom p n P ltac:(lia)) as G. split.
  - intros E i Hi. destruct (atom i) eqn:A; [exfalso|reflexivity].
    destruct (cdf_interval K p i P Hi) as [H1 [H2 H3]].
    pose proof (local_gap_pos n _ _ Hn H1 H2) as Pos.
    pose proof (sum_term_le K (fun i =>
      if atom i then local_gap n (cdf p i) (cdf p (S i)) else 0) i) as T.
    cbv beta in T. rewrite A in T.
    assert (local_gap n (cdf p i) (cdf p (S i)) <= 0); [|lra].
    replace 0 with (formula (INR n) - mixed_kl K atom p n) by (rewrite E; lra).
    rewrite G. apply T; auto. intros j Hj.
    destruct (atom j); [apply (outcome_gap_nonneg K); auto; lia|lra].
  - intros A. rewrite (sum_ext K _ (fun _ => 0)) in G.
    + rewrite sum_zero in G. lra.
    + intros i Hi. rewrite A by auto. reflexivity.
Qed.

Theorem continuous_part_is_limit : forall n a b N, (1 <= n)%nat -> (1 <= N)%nat ->
  0 <= a -> a < b -> b <= 1 ->
  let x := fun j => a + INR j * ((b - a) / INR N) in
  let atoms := sum N (fun j => (x (S j) ^ n - x j ^ n)
                 * ln ((x (S j) ^ n - x j ^ n) / (x (S j) - x j))) in
  0 <= Phi n b - Phi n a - atoms <= INR n * (INR n - 1) / 2 * ((b - a) ^ 2 / INR N).
Proof.
  intros n a b N Hn HN Ha Hab Hb x atoms. pose proof (INR_gt_0 N HN) as NP.
  set (h := (b - a) / INR N) in *. assert (Hh : 0 < h) by (apply Rdiv_lt_0_compat; lra).
  assert (X0 : x 0%nat = a) by (unfold x; simpl; lra).
  assert (XN : x N = b) by (unfold x, h; field; lra).
  assert (XS : forall j, x (S j) = x j + h) by (intros; unfold x; rewrite S_INR; lra).
  assert (Xa : forall j, a <= x j).
  { intros j. unfold x. assert (0 <= INR j * h) by (apply Rmult_le_pos; [apply pos_INR|lra]). lra. }
  assert (Xb : forall j, (j <= N)%nat -> x j <= b).
  { intros j Hj. rewrite <- XN. unfold x.
    assert (INR j * h <= INR N * h); [|lra].
    apply Rmult_le_compat_r; [lra|apply le_INR; auto]. }
  assert (E : Phi n b - Phi n a - atoms = sum N (fun j => local_gap n (x j) (x (S j)))).
  { rewrite <- XN, <- X0. rewrite <- (sum_telescope N (fun j => Phi n (x j))).
    unfold atoms. rewrite <- sum_minus. apply sum_ext. intros. unfold local_gap. lra. }
  rewrite E. split.
  - apply sum_nonneg. intros j Hj. pose proof (Xa j). rewrite XS.
    apply local_gap_nonneg; auto; lra.
  - replace (INR n * (INR n - 1) / 2 * ((b - a) ^ 2 / INR N))
      with (sum N (fun _ => INR n * (INR n - 1) / 2 * h ^ 2)).
    + apply sum_le. intros j Hj. pose proof (Xa j). pose proof (Xb (S j) Hj).
      rewrite XS in *. eapply Rle_trans; [apply local_gap_le_tangent; auto; lra|].
      replace (h ^ 2) with ((x j + h - x j) ^ 2) by lra.
      apply tangent_defect_le; auto; lra.
    + assert (C : forall k c, sum k (fun _ => c) = INR k * c).
      { induction k as [|k IH]; intros c; [simpl; lra|]. rewrite sum_S, IH, S_INR. lra. }
      rewrite C. unfold h. field. lra.
Qed.
