(** * Rational bounds for logarithms and exponentials, to any order

    - [ln_series_bounds]  with S = 2 (z + z^3/3 + ... + z^(2m-1)/(2m-1)),
          S <= ln ((1+z)/(1-z)) <= S + 2 z^(2m+1)/((2m+1)(1-z^2)), 0 <= z < 1
    - [exp_series_lower]  1 + x + ... + x^(m-1)/(m-1)! <= exp x, 0 <= x
    - [exp_series_upper]  exp x (1 - x^m/m!) <= 1 + x + ... + x^(m-1)/(m-1)!
*)
Require Import Reals Lra Lia.
From BoN Require Import Definitions Sums Calculus.
Open Scope R_scope.

Definition ln_series (m : nat) (z : R) : R :=
  2 * sum m (fun j => z ^ (2 * j + 1) / INR (2 * j + 1)).

Definition ln_tail (m : nat) (z : R) : R :=
  2 * (z ^ (2 * m + 1) / (INR (2 * m + 1) * (1 - z ^ 2))).

Lemma geometric_even : forall m u,
  (1 - u ^ 2) * sum m (fun j => u ^ (2 * j)) = 1 - u ^ (2 * m).
Proof.
  induction m as [|m IH]; intros u; [simpl; lra|].
  rewrite sum_S, Rmult_plus_distr_l, IH.
  replace (2 * S m)%nat with (2 * m + 2)%nat by lia. rewrite pow_add. lra.
Qed.

Lemma ln_series_derivative : forall m u,
  derivable_pt_lim (ln_series m) u (2 * sum m (fun j => u ^ (2 * j))).
Proof.
  intros m u. unfold ln_series. apply dl_scal. induction m as [|m IH].
  - exact (dl_const 0 u).
  - apply (dl_plus (fun z => sum m (fun j => z ^ (2 * j + 1) / INR (2 * j + 1)))
      (fun z => z ^ (2 * m + 1) / INR (2 * m + 1))); [exact IH|].
    pose proof (INR_gt_0 (2 * m + 1) ltac:(lia)) as N.
    eapply dl_eq.
    + apply (dl_div (fun z => z ^ (2 * m + 1)) (fun _ => INR (2 * m + 1)));
        [apply dl_pow|apply dl_const|lra].
    + replace (pred (2 * m + 1)) with (2 * m)%nat by lia. unfold Rsqr. field. lra.
Qed.

Lemma square_below_1 : forall u, 0 <= u -> u < 1 -> 0 <= u ^ 2 < 1.
Proof.
  intros u H0 H1. split; [apply pow2_ge_0|]. apply pow_lt_1; [lia|lra|lra].
Qed.

Lemma ln_quotient_derivative : forall u, 0 <= u -> u < 1 ->
  derivable_pt_lim (fun u => ln (1 + u) - ln (1 - u)) u (2 / (1 - u ^ 2)).
Proof.
  intros u H0 H1. pose proof (square_below_1 u H0 H1). eapply dl_eq.
  - apply dl_minus.
    + apply (dl_lncomp (fun u => 1 + u)); [|lra].
      apply dl_plus; [apply dl_const|apply dl_id].
    + apply (dl_lncomp (fun u => 1 - u)); [|lra].
      apply dl_minus; [apply dl_const|apply dl_id].
  - field. lra.
Qed.

Lemma ln_series_0 : forall m, ln_series m 0 = 0.
Proof.
  intros m. unfold ln_series. rewrite (sum_ext m _ (fun _ => 0)).
  - rewrite sum_zero. lra.
  - intros j _. rewrite pow_0 by lia. unfold Rdiv. lra.
Qed.

Theorem ln_series_bounds : forall m z, 0 <= z -> z < 1 ->
  ln_series m z <= ln ((1 + z) / (1 - z)) <= ln_series m z + ln_tail m z.
Proof.
  intros m z H0 H1. rewrite ln_div by lra.
  set (L := fun u => ln (1 + u) - ln (1 - u)).
  assert (L0 : L 0 = 0) by (unfold L; rewrite Rplus_0_r, Rminus_0_r, ln_1; lra).
  split.
  - assert (L 0 - ln_series m 0 <= L z - ln_series m z) as H.
    { apply (nondecreasing (fun u => L u - ln_series m u)
        (fun u => 2 / (1 - u ^ 2) - 2 * sum m (fun j => u ^ (2 * j)))); auto.
      - intros u Hu. apply dl_minus;
          [apply ln_quotient_derivative; lra|apply ln_series_derivative].
      - intros u Hu. pose proof (square_below_1 u ltac:(lra) ltac:(lra)) as Q.
        pose proof (geometric_even m u) as G.
        pose proof (pow_le u (2 * m) ltac:(lra)) as U.
        apply Rmult_le_reg_l with (1 - u ^ 2); [lra|]. rewrite Rmult_0_r.
        replace ((1 - u ^ 2) * (2 / (1 - u ^ 2) - 2 * sum m (fun j => u ^ (2 * j))))
          with (2 - 2 * ((1 - u ^ 2) * sum m (fun j => u ^ (2 * j)))) by (field; lra).
        rewrite G. lra. }
    rewrite L0, ln_series_0 in H. unfold L in H. lra.
  - set (N := INR (2 * m + 1)). assert (Np : 0 < N) by (apply INR_gt_0; lia).
    assert (L z - ln_series m z - ln_tail m z <= L 0 - ln_series m 0 - ln_tail m 0) as H.
    { apply (nonincreasing (fun u => L u - ln_series m u - ln_tail m u)
        (fun u => 2 / (1 - u ^ 2) - 2 * sum m (fun j => u ^ (2 * j))
          - 2 * ((N * u ^ pred (2 * m + 1) * (N * (1 - u ^ 2))
                  - N * (0 - INR 2 * u ^ pred 2) * u ^ (2 * m + 1))
                 / Rsqr (N * (1 - u ^ 2))))); auto.
      - intros u Hu. pose proof (square_below_1 u ltac:(lra) ltac:(lra)) as Q.
        apply dl_minus; [apply dl_minus|].
        + apply ln_quotient_derivative; lra.
        + apply ln_series_derivative.
        + unfold ln_tail. fold N. apply dl_scal.
          apply (dl_div (fun u => u ^ (2 * m + 1)) (fun u => N * (1 - u ^ 2))).
          * apply dl_pow.
          * apply dl_scal. apply dl_minus; [apply dl_const|apply dl_pow].
          * apply Rmult_integral_contrapositive. split; lra.
      - intros u Hu. pose proof (square_below_1 u ltac:(lra) ltac:(lra)) as Q.
        pose proof (geometric_even m u) as G.
        pose proof (pow_le u (2 * m) ltac:(lra)) as U.
        replace (pred (2 * m + 1)) with (2 * m)%nat by lia.
        rewrite pow_add, pow_1. simpl pred. replace (INR 2) with 2 by (simpl; lra).
        set (P := u ^ (2 * m)) in *.
        match goal with |- ?X <= 0 => assert (E : X =
          2 * (/ (1 - u ^ 2)) * (1 - (1 - u ^ 2) * sum m (fun j => u ^ (2 * j)) - P)
          - 4 * (u ^ 2 * P) / (N * Rsqr (1 - u ^ 2))) by (unfold Rsqr; field; lra) end.
        rewrite E, G.
        assert (0 <= 4 * (u ^ 2 * P) / (N * Rsqr (1 - u ^ 2))).
        { apply Rmult_le_pos.
          - assert (0 <= u ^ 2 * P) by (apply Rmult_le_pos; lra). lra.
          - left. apply Rinv_0_lt_compat, Rmult_lt_0_compat; [auto|].
            apply Rlt_0_sqr. lra. }
        lra. }
    rewrite L0, ln_series_0 in H. unfold L in H.
    assert (T0 : ln_tail m 0 = 0).
    { unfold ln_tail. rewrite (pow_0 (2 * m + 1)) by lia. unfold Rdiv. lra. }
    rewrite T0 in H. lra.
Qed.

(* the first terms, spelled out *)
Lemma ln_atanh_bounds : forall z, 0 <= z -> z < 1 ->
  2 * z + 2 / 3 * z ^ 3 + 2 / 5 * z ^ 5 <= ln (1 + z) - ln (1 - z)
  <= 2 * z + 2 / 3 * z ^ 3 + 2 / 5 * (z ^ 5 / (1 - z ^ 2)).
Proof.
  intros z H0 H1. rewrite <- ln_div by lra.
  pose proof (square_below_1 z H0 H1) as Q.
  pose proof (proj1 (ln_series_bounds 3 z H0 H1)) as L.
  pose proof (proj2 (ln_series_bounds 2 z H0 H1)) as U.
  unfold ln_tail, ln_series in *. rewrite !sum_S in *.
  change (2 * 0 + 1)%nat with 1%nat in *. change (2 * 1 + 1)%nat with 3%nat in *.
  change (2 * 2 + 1)%nat with 5%nat in *. change (sum 0 (fun j : nat =>
    z ^ (2 * j + 1) / INR (2 * j + 1))) with 0 in *.
  replace (INR 5) with 5 in * by (simpl; lra). replace (INR 3) with 3 in * by (simpl; lra).
  change (INR 1) with 1 in *. rewrite pow_1 in *.
  replace (z ^ 5 / (5 * (1 - z ^ 2))) with (1 / 5 * (z ^ 5 / (1 - z ^ 2))) in U
    by (field; lra).
  lra.
Qed.

(** ** Exponentials *)

Definition exp_series (m : nat) (x : R) : R :=
  sum m (fun j => x ^ j / INR (fact j)).

Lemma fact_pos : forall j, 0 < INR (fact j).
Proof. intros. apply INR_gt_0. pose proof (lt_O_fact j). lia. Qed.

Lemma exp_series_derivative : forall m u,
  derivable_pt_lim (exp_series (S m)) u (exp_series m u).
Proof.
  induction m as [|m IH]; intros u.
  - unfold exp_series. simpl. eapply dl_eq.
    + apply (dl_plus (fun _ => 0) (fun _ => 1 / 1)); apply dl_const.
    + lra.
  - unfold exp_series in *.
    apply (dl_plus (fun z => sum (S m) (fun j => z ^ j / INR (fact j)))
      (fun z => z ^ S m / INR (fact (S m)))); [apply IH|].
    pose proof (fact_pos (S m)) as F1. pose proof (fact_pos m) as F0. eapply dl_eq.
    + apply (dl_div (fun z => z ^ S m) (fun _ => INR (fact (S m))));
        [apply dl_pow|apply dl_const|lra].
    + change (fact (S m)) with (S m * fact m)%nat in *. rewrite mult_INR in *.
      pose proof (INR_gt_0 (S m) ltac:(lia)). simpl pred. unfold Rsqr. field. lra.
Qed.

Lemma exp_series_0 : forall m, exp_series (S m) 0 = 1.
Proof.
  induction m as [|m IH]; unfold exp_series in *; rewrite sum_S.
  - simpl. lra.
  - rewrite IH, pow_0 by lia. unfold Rdiv. lra.
Qed.

Theorem exp_series_lower : forall m x, 0 <= x -> exp_series m x <= exp x.
Proof.
  induction m as [|m IH]; intros x Hx.
  - left. apply exp_pos.
  - assert (exp 0 - exp_series (S m) 0 <= exp x - exp_series (S m) x) as H.
    { apply (nondecreasing (fun u => exp u - exp_series (S m) u)
        (fun u => exp u - exp_series m u)); auto.
      - intros u Hu. apply dl_minus;
          [apply derivable_pt_lim_exp|apply exp_series_derivative].
      - intros u Hu. specialize (IH u ltac:(lra)). lra. }
    rewrite exp_0, exp_series_0 in H. lra.
Qed.

Theorem exp_series_upper : forall m x, 0 <= x ->
  exp x * (1 - x ^ m / INR (fact m)) <= exp_series m x.
Proof.
  induction m as [|m IH]; intros x Hx.
  - unfold exp_series. simpl. right. lra.
  - set (r := fun u => exp_series (S m) u - exp u * (1 - u ^ S m / INR (fact (S m)))).
    pose proof (fact_pos (S m)) as F1. pose proof (fact_pos m) as F0.
    assert (r 0 <= r x) as H.
    { apply (nondecreasing r (fun u => exp_series m u
        - (exp u * (1 - u ^ S m / INR (fact (S m)))
           + exp u * (0 - (INR (S m) * u ^ pred (S m) * INR (fact (S m)) - 0 * u ^ S m)
                          / Rsqr (INR (fact (S m))))))); auto.
      - intros u Hu. unfold r. apply dl_minus; [apply exp_series_derivative|].
        apply (dl_mult exp (fun u => 1 - u ^ S m / INR (fact (S m))));
          [apply derivable_pt_lim_exp|].
        apply dl_minus; [apply dl_const|].
        apply (dl_div (fun u => u ^ S m) (fun _ => INR (fact (S m))));
          [apply dl_pow|apply dl_const|lra].
      - intros u Hu. specialize (IH u ltac:(lra)).
        pose proof (exp_pos u) as E. pose proof (pow_le u (S m) ltac:(lra)) as U.
        pose proof (INR_gt_0 (S m) ltac:(lia)) as Sm.
        assert (D : (INR (S m) * u ^ pred (S m) * INR (fact (S m)) - 0 * u ^ S m)
                    / Rsqr (INR (fact (S m))) = u ^ m / INR (fact m)).
        { change (fact (S m)) with (S m * fact m)%nat in *. rewrite mult_INR in *.
          simpl pred. unfold Rsqr. field. lra. }
        rewrite D.
        assert (0 <= exp u * (u ^ S m / INR (fact (S m)))).
        { apply Rmult_le_pos; [lra|].
          apply Rmult_le_pos; [auto|left; apply Rinv_0_lt_compat; auto]. }
        lra. }
    unfold r in H. rewrite exp_series_0, exp_0, (pow_0 (S m)) in H by lia.
    replace (0 / INR (fact (S m))) with 0 in H by (unfold Rdiv; lra). lra.
Qed.
