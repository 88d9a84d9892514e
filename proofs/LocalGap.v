(** * The local gap

    - [local_gap_bottom]   the local gap of [0,b] is b^n times formula n
    - [local_gap_nonneg]   it is never negative (Jensen)
    - [local_gap_scale]    local_gap a b = b^n * top_gap ((b-a)/b)
    - [local_gap_merge]    local_gap a b + local_gap b c <= local_gap a c
    - [local_gap_merge_lt], [local_gap_pos]  both strictly, for n >= 2
    - [local_gap_split]    ... and for any number of pieces
    - [top_gap_0], [top_gap_1], [top_gap_monotone], [top_gap_range]
                           top_gap rises from 0 at 0 to formula n at 1
    - [formula_nonneg], [formula_pos]  formula n >= 0, and > 0 for n >= 2
    - [local_gap_le_tangent]  local_gap a b <= n b^(n-1) (b-a) - (b^n - a^n)
*)
Require Import Reals Lra Lia.
From BoN Require Import Definitions Sums Calculus Law.
Open Scope R_scope.

Lemma Phi_0 : forall n, (1 <= n)%nat -> Phi n 0 = 0.
Proof. intros n H. unfold Phi. rewrite pow_0 by auto. lra. Qed.

Lemma Phi_1 : forall n, Phi n 1 = formula (INR n).
Proof. intros n. unfold Phi, formula. rewrite pow1, ln_1. lra. Qed.

Lemma formula_1 : formula 1 = 0.
Proof. unfold formula. rewrite ln_1. field. Qed.

Lemma formula_real_nonneg : forall x, 0 < x -> 0 <= formula x.
Proof.
  intros x Hx. unfold formula. pose proof (ln_ge_inv x Hx).
  assert ((x - 1) / x = 1 - / x) by (field; lra). lra.
Qed.

Lemma formula_real_pos : forall x, 0 < x -> x <> 1 -> 0 < formula x.
Proof.
  intros x Hx N. unfold formula. pose proof (ln_gt_inv x Hx N).
  assert ((x - 1) / x = 1 - / x) by (field; lra). lra.
Qed.

Theorem formula_nonneg : forall n, (1 <= n)%nat -> 0 <= formula (INR n).
Proof. intros n H. apply formula_real_nonneg, INR_gt_0; auto. Qed.

Theorem formula_pos : forall n, (2 <= n)%nat -> 0 < formula (INR n).
Proof.
  intros n H. assert (2 <= INR n) by (change 2 with (INR 2); apply le_INR; auto).
  apply formula_real_pos; lra.
Qed.

Lemma ln_density : forall n u, (1 <= n)%nat -> 0 < u ->
  ln (INR n * u ^ (n - 1)) = ln (INR n) + (INR n - 1) * ln u.
Proof.
  intros n u Hn Hu. rewrite ln_mult; [|apply INR_gt_0; auto|apply pow_lt; auto].
  rewrite ln_pow_nat by auto. rewrite minus_INR by auto. reflexivity.
Qed.

Lemma Phi_derivative : forall n u, (1 <= n)%nat -> 0 < u ->
  derivable_pt_lim (Phi n) u
    ((fun x => x * ln x) (INR n * u ^ (n - 1))).
Proof.
  intros n u Hn Hu. cbv beta. rewrite ln_density by auto.
  pose proof (INR_gt_0 n Hn) as HN.
  eapply dl_eq.
  - unfold Phi. apply dl_mult; [apply dl_pow|].
    apply dl_minus; [apply dl_plus; [apply dl_const|apply dl_scal, dl_ln; auto]|].
    apply dl_const.
  - replace (pred n) with (n - 1)%nat by lia.
    rewrite <- (pow_pred_mult n u) by auto. field. lra.
Qed.

Theorem local_gap_bottom : forall n b, (1 <= n)%nat -> 0 < b ->
  local_gap n 0 b = b ^ n * formula (INR n).
Proof.
  intros n b Hn Hb. unfold local_gap. rewrite Phi_0, pow_0 by auto.
  assert (E : (b ^ n - 0) / (b - 0) = b ^ (n - 1)).
  { rewrite <- (pow_pred_mult n b) by auto. field. lra. }
  rewrite E, ln_pow_nat by auto. rewrite minus_INR by auto.
  unfold Phi, formula. simpl (INR 1). lra.
Qed.

Theorem local_gap_nonneg : forall n a b, (1 <= n)%nat -> 0 <= a -> a < b ->
  0 <= local_gap n a b.
Proof.
  intros n a b Hn [Ha|<-] Hab.
  - pose proof (slope_pos n a b Hn ltac:(lra) Hab) as M.
    pose proof (pow_jensen n (fun x => x * ln x) (Phi n)
      (ln ((b ^ n - a ^ n) / (b - a)) + 1) a b Hn Ha Hab
      (fun u Hu => Phi_derivative n u Hn ltac:(lra))
      (fun x Hx => xlnx_support _ x M Hx)) as J.
    cbv beta in J. unfold local_gap.
    assert (E : (b - a) * ((b ^ n - a ^ n) / (b - a)) = b ^ n - a ^ n) by (apply times_quotient; lra).
    rewrite <- Rmult_assoc, E in J. lra.
  - rewrite local_gap_bottom by auto.
    apply Rmult_le_pos; [apply pow_le; lra|apply formula_nonneg; auto].
Qed.

Lemma local_gap_refl : forall n a, local_gap n a a = 0.
Proof. intros. unfold local_gap. lra. Qed.

Lemma Phi_scale : forall n b u, 0 < b -> 0 < u ->
  Phi n (b * u) = b ^ n * (Phi n u + (INR n - 1) * ln b * u ^ n).
Proof.
  intros n b u Hb Hu. unfold Phi. rewrite ln_mult, Rpow_mult_distr by auto. lra.
Qed.

Lemma local_gap_homogeneous : forall n b s t, (1 <= n)%nat ->
  0 < b -> 0 <= s -> s < t -> local_gap n (b * s) (b * t) = b ^ n * local_gap n s t.
Proof.
  intros n b s t Hn Hb [Hs|<-] Hst.
  - unfold local_gap. rewrite !Phi_scale by lra. rewrite !Rpow_mult_distr.
    assert (E : (b ^ n * t ^ n - b ^ n * s ^ n) / (b * t - b * s)
                = b ^ (n - 1) * ((t ^ n - s ^ n) / (t - s))).
    { rewrite <- (pow_pred_mult n b) by auto. field. split; [lra|].
      replace (b * t - b * s) with (b * (t - s)) by lra.
      apply Rmult_integral_contrapositive; split; lra. }
    rewrite E. rewrite ln_mult; [|apply pow_lt; auto|apply slope_pos; auto; lra].
    rewrite ln_pow_nat by auto. rewrite minus_INR by auto. simpl (INR 1). lra.
  - rewrite Rmult_0_r. rewrite !local_gap_bottom; auto.
    + rewrite Rpow_mult_distr. lra.
    + apply Rmult_lt_0_compat; auto.
Qed.

Theorem local_gap_scale : forall n a b, (1 <= n)%nat -> 0 <= a -> a < b ->
  local_gap n a b = b ^ n * top_gap n ((b - a) / b).
Proof.
  intros n a b Hn Ha Hab. unfold top_gap.
  replace (1 - (b - a) / b) with (a / b) by (field; lra).
  rewrite <- local_gap_homogeneous; [f_equal; field; lra|auto|lra| |].
  - apply Rmult_le_pos; [lra|]. left. apply Rinv_0_lt_compat. lra.
  - apply Rmult_lt_reg_r with b; [lra|]. rewrite (quotient_times a b) by lra. lra.
Qed.

Theorem local_gap_merge : forall n a b c, (1 <= n)%nat -> 0 <= a -> a < b -> b < c ->
  local_gap n a b + local_gap n b c <= local_gap n a c.
Proof.
  intros n a b c Hn Ha Hab Hbc. unfold local_gap.
  pose proof (pow_strict n a b Hn Ha Hab).
  pose proof (pow_strict n b c Hn ltac:(lra) Hbc).
  pose proof (log_sum_two (b ^ n - a ^ n) (c ^ n - b ^ n) (b - a) (c - b)
    ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra)) as H1.
  replace (b ^ n - a ^ n + (c ^ n - b ^ n)) with (c ^ n - a ^ n) in H1 by lra.
  replace (b - a + (c - b)) with (c - a) in H1 by lra. lra.
Qed.

Theorem local_gap_merge_lt : forall n a b c, (2 <= n)%nat ->
  0 <= a -> a < b -> b < c ->
  local_gap n a b + local_gap n b c < local_gap n a c.
Proof.
  intros n a b c Hn Ha Hab Hbc. unfold local_gap.
  pose proof (pow_strict n a b ltac:(lia) Ha Hab).
  pose proof (pow_strict n b c ltac:(lia) ltac:(lra) Hbc).
  pose proof (slope_between_lt n a b Hn Ha Hab) as [_ S1].
  pose proof (slope_between_lt n b c Hn ltac:(lra) Hbc) as [S2 _].
  pose proof (log_sum_two_lt (b ^ n - a ^ n) (c ^ n - b ^ n) (b - a) (c - b)
    ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra)) as H1.
  replace (b ^ n - a ^ n + (c ^ n - b ^ n)) with (c ^ n - a ^ n) in H1 by lra.
  replace (b - a + (c - b)) with (c - a) in H1 by lra. lra.
Qed.

Theorem local_gap_pos : forall n a b, (2 <= n)%nat -> 0 <= a -> a < b ->
  0 < local_gap n a b.
Proof.
  intros n a b Hn Ha Hab.
  pose proof (local_gap_merge_lt n a ((a + b) / 2) b Hn Ha ltac:(lra) ltac:(lra)).
  pose proof (local_gap_nonneg n a ((a + b) / 2) ltac:(lia) Ha ltac:(lra)).
  pose proof (local_gap_nonneg n ((a + b) / 2) b ltac:(lia) ltac:(lra) ltac:(lra)). lra.
Qed.

Theorem local_gap_split : forall n F k, (1 <= n)%nat -> 0 <= F 0%nat ->
  (forall i, (i < k)%nat -> F i < F (S i)) ->
  sum k (fun i => local_gap n (F i) (F (S i))) <= local_gap n (F 0%nat) (F k).
Proof.
  intros n F k Hn H0 H.
  assert (0 <= F 0%nat /\ (k = 0%nat \/ F 0%nat < F k) /\
    sum k (fun i => local_gap n (F i) (F (S i))) <= local_gap n (F 0%nat) (F k)); [|tauto].
  induction k as [|k IH].
  - split; [auto|split; [auto|]]. simpl. rewrite local_gap_refl. lra.
  - destruct IH as [_ [[E|L] S]]; [intros; apply H; lia| |].
    + subst k. specialize (H 0%nat ltac:(lia)). simpl. split; [auto|split; [auto|lra]].
    + specialize (H k ltac:(lia)). split; [auto|split; [right; lra|]]. simpl.
      pose proof (local_gap_merge n _ _ _ Hn H0 L H). lra.
Qed.

(** ** The topmost interval *)

Theorem top_gap_0 : forall n, top_gap n 0 = 0.
Proof. intros. unfold top_gap. rewrite Rminus_0_r. apply local_gap_refl. Qed.

Theorem top_gap_1 : forall n, (1 <= n)%nat -> top_gap n 1 = formula (INR n).
Proof.
  intros n Hn. unfold top_gap. rewrite Rminus_diag_eq by auto.
  rewrite local_gap_bottom by (auto; lra). rewrite pow1. lra.
Qed.

Theorem top_gap_nonneg : forall n t, (1 <= n)%nat -> 0 <= t -> t <= 1 ->
  0 <= top_gap n t.
Proof.
  intros n t Hn [H0|<-] H1; [|rewrite top_gap_0; lra].
  apply local_gap_nonneg; auto; lra.
Qed.

Theorem top_gap_monotone : forall n s t, (1 <= n)%nat ->
  0 <= s -> s <= t -> t <= 1 -> top_gap n s <= top_gap n t.
Proof.
  intros n s t Hn [Hs|<-] [Hst|<-] Ht; try lra.
  - unfold top_gap.
    pose proof (local_gap_merge n (1 - t) (1 - s) 1 Hn
      ltac:(lra) ltac:(lra) ltac:(lra)).
    pose proof (local_gap_nonneg n (1 - t) (1 - s) Hn ltac:(lra) ltac:(lra)). lra.
  - rewrite top_gap_0. apply top_gap_nonneg; auto; lra.
Qed.

Theorem top_gap_range : forall n t, (1 <= n)%nat -> 0 <= t -> t <= 1 ->
  0 <= top_gap n t <= formula (INR n).
Proof.
  intros n t Hn H0 H1. split; [apply top_gap_nonneg; auto|].
  rewrite <- top_gap_1 by auto. apply top_gap_monotone; auto; lra.
Qed.

(** ** An upper bound *)

Theorem local_gap_le_tangent : forall n a b, (1 <= n)%nat -> 0 <= a -> a < b ->
  local_gap n a b <= INR n * b ^ (n - 1) * (b - a) - (b ^ n - a ^ n).
Proof.
  intros n a b Hn Ha Hab.
  assert (HN := INR_ge_1 n Hn).
  assert (P : 0 < b ^ n - a ^ n) by (pose proof (pow_strict n a b Hn Ha Hab); lra).
  assert (Bp : 0 < b ^ (n - 1)) by (apply pow_lt; lra).
  set (c := INR n * b ^ (n - 1)).
  assert (C : 0 < c) by (apply Rmult_lt_0_compat; lra).
  (* first: the increment of Phi is at most the increment of u^n times ln c *)
  assert (H1 : Phi n b - Phi n a <= (b ^ n - a ^ n) * ln c).
  { destruct Ha as [Ha|<-].
    - assert (Phi n b - ln c * b ^ n <= Phi n a - ln c * a ^ n); [|lra].
      apply (nonincreasing (fun u => Phi n u - ln c * u ^ n)
        (fun u => (fun x => x * ln x) (INR n * u ^ (n - 1))
                  - ln c * (INR n * u ^ pred n))); [lra| |].
      + intros u Hu. apply dl_minus; [apply Phi_derivative; auto; lra|].
        apply dl_scal, dl_pow.
      + intros u Hu. cbv beta. replace (pred n) with (n - 1)%nat by lia.
        assert (Up : 0 < u ^ (n - 1)) by (apply pow_lt; lra).
        assert (U : 0 < INR n * u ^ (n - 1)) by (apply Rmult_lt_0_compat; lra).
        assert (INR n * u ^ (n - 1) <= c).
        { apply Rmult_le_compat_l; [lra|]. apply pow_mono; lra. }
        pose proof (ln_le_mono _ _ U H).
        assert (0 <= INR n * u ^ (n - 1) * (ln c - ln (INR n * u ^ (n - 1))))
          by (apply Rmult_le_pos; lra).
        lra.
    - rewrite Phi_0, pow_0 by auto. unfold c. rewrite ln_density by lra || auto.
      unfold Phi. assert (0 <= (INR n - 1) / INR n).
      { apply Rmult_le_pos; [lra|]. left. apply Rinv_0_lt_compat. lra. }
      assert (0 <= b ^ n * ((INR n - 1) / INR n)) by (apply Rmult_le_pos; [apply pow_le; lra|auto]).
      lra. }
  (* then: ln (c/m) <= c/m - 1 *)
  unfold local_gap. rewrite ln_div by lra.
  pose proof (a_ln_ratio (b ^ n - a ^ n) (c * (b - a)) P
    ltac:(apply Rmult_lt_0_compat; lra)) as H2.
  rewrite ln_mult in H2 by lra. lra.
Qed.
