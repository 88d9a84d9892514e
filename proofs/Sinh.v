(** * The hyperbolic sine

    - [cosh_square]     cosh^2 = 1 + sinh^2
    - [sinh_positive], [cosh_positive], [tanh_range]
    - [rises_from_zero] a function that is 0 at 0 and whose derivative is >= 0
                        is >= 0 to the right
    - [sinh_cubed]      y^3 cosh y <= sinh^3 y
    - [sinh_squared]    3 (sinh^2 y - y^2) <= y^2 sinh^2 y
    - [sinh_gap_falls], [sinh_gap_le]  1/y^2 - 1/sinh^2 y falls from 1/3
*)
Require Import Reals Lra Lia.
From BoN Require Import Calculus.
Open Scope R_scope.

Lemma cosh_square : forall x, cosh x * cosh x = 1 + sinh x * sinh x.
Proof.
  intros x. assert (E : exp x * exp (- x) = 1).
  { rewrite <- exp_plus. replace (x + - x) with 0 by lra. apply exp_0. }
  unfold cosh, sinh. lra.
Qed.

Lemma cosh_positive : forall x, 0 < cosh x.
Proof. intros x. pose proof (exp_pos x). pose proof (exp_pos (- x)). unfold cosh. lra. Qed.

Lemma sinh_positive : forall x, 0 < x -> 0 < sinh x.
Proof. intros x H. rewrite <- sinh_0. apply sinh_lt. auto. Qed.

Lemma sinh_nonneg : forall x, 0 <= x -> 0 <= sinh x.
Proof. intros x [H|<-]; [left; apply sinh_positive; auto|rewrite sinh_0; lra]. Qed.

Lemma tanh_range : forall x, 0 <= tanh x * tanh x < 1.
Proof.
  intros x. split; [apply Rle_0_sqr|]. pose proof (cosh_positive x) as C.
  apply Rmult_lt_reg_r with (cosh x * cosh x); [apply Rmult_lt_0_compat; auto|].
  replace (tanh x * tanh x * (cosh x * cosh x)) with (sinh x * sinh x)
    by (unfold tanh; field; lra).
  rewrite cosh_square. lra.
Qed.

Lemma dl_sinh : forall x, derivable_pt_lim sinh x (cosh x).
Proof. exact derivable_pt_lim_sinh. Qed.

Lemma dl_cosh : forall x, derivable_pt_lim cosh x (sinh x).
Proof. exact derivable_pt_lim_cosh. Qed.

Lemma dl_tanh : forall x, derivable_pt_lim tanh x (1 - tanh x * tanh x).
Proof.
  intros x. pose proof (cosh_positive x) as C. eapply dl_eq.
  - apply (dl_div sinh cosh); [apply dl_sinh|apply dl_cosh|lra].
  - unfold tanh, Rsqr. field. lra.
Qed.

Lemma rises_from_zero : forall f f', f 0 = 0 ->
  (forall u, derivable_pt_lim f u (f' u)) -> (forall u, 0 < u -> 0 <= f' u) ->
  forall x, 0 <= x -> 0 <= f x.
Proof.
  intros f f' F0 D P x Hx. rewrite <- F0. apply (nondecreasing f f'); auto.
  intros u Hu. apply P. lra.
Qed.

(** ** The sine cubed *)

Lemma double_sine : forall x, 0 <= x ->
  0 <= 4 * (sinh x * cosh x) + 2 * (tanh x * (1 - tanh x * tanh x)) - 6 * x.
Proof.
  apply (rises_from_zero
    (fun x => 4 * (sinh x * cosh x) + 2 * (tanh x * (1 - tanh x * tanh x)) - 6 * x)
    (fun x => 4 * (cosh x * cosh x + sinh x * sinh x)
      + 2 * ((1 - tanh x * tanh x) * (1 - tanh x * tanh x)
             + tanh x * (0 - ((1 - tanh x * tanh x) * tanh x + tanh x * (1 - tanh x * tanh x))))
      - 6 * 1)).
  - unfold tanh. rewrite sinh_0, cosh_0. lra.
  - intros u. apply dl_minus; [|apply dl_scal, dl_id]. apply dl_plus; apply dl_scal.
    + apply dl_mult; [apply dl_sinh|apply dl_cosh].
    + apply (dl_mult tanh (fun u => 1 - tanh u * tanh u)); [apply dl_tanh|].
      apply dl_minus; [apply dl_const|]. apply dl_mult; apply dl_tanh.
  - intros u Hu. pose proof (tanh_range u) as [T0 T1]. set (t := tanh u * tanh u) in *.
    replace (tanh u * (0 - ((1 - t) * tanh u + tanh u * (1 - t))))
      with (-2 * t * (1 - t)) by (unfold t; lra).
    pose proof (cosh_square u) as C. pose proof (cosh_positive u) as C0.
    assert (E : cosh u * cosh u * (1 - t) = 1).
    { unfold t, tanh. replace (cosh u * cosh u * (1 - sinh u / cosh u * (sinh u / cosh u)))
        with (cosh u * cosh u - sinh u * sinh u) by (field; lra). lra. }
    apply Rmult_le_reg_l with (1 - t); [lra|].
    replace ((1 - t) * (4 * (cosh u * cosh u + sinh u * sinh u)
        + 2 * ((1 - t) * (1 - t) + -2 * t * (1 - t)) - 6 * 1))
      with (8 * (cosh u * cosh u * (1 - t)) + (1 - t) * (4 * (sinh u * sinh u - cosh u * cosh u)
        + 2 * ((1 - t) * (1 - t) + -2 * t * (1 - t)) - 6 * 1)) by lra.
    rewrite E. replace (sinh u * sinh u - cosh u * cosh u) with (-1) by lra.
    assert (0 <= t * t * (14 - 6 * t)) by (apply Rmult_le_pos; [apply Rle_0_sqr|lra]). lra.
Qed.

Lemma squares_of_sine : forall x, 0 <= x ->
  0 <= 2 * (sinh x * sinh x) + tanh x * tanh x - 3 * (x * x).
Proof.
  apply (rises_from_zero (fun x => 2 * (sinh x * sinh x) + tanh x * tanh x - 3 * (x * x))
    (fun x => 2 * (cosh x * sinh x + sinh x * cosh x)
      + ((1 - tanh x * tanh x) * tanh x + tanh x * (1 - tanh x * tanh x))
      - 3 * (1 * x + x * 1))).
  - unfold tanh. rewrite sinh_0, cosh_0. lra.
  - intros u. apply dl_minus; [apply dl_plus; [apply dl_scal|]|apply dl_scal];
      apply dl_mult; try apply dl_sinh; try apply dl_tanh; apply dl_id.
  - intros u Hu. pose proof (double_sine u ltac:(lra)). lra.
Qed.

Lemma sinh_cubed : forall x, 0 <= x -> x ^ 3 * cosh x <= sinh x ^ 3.
Proof.
  intros x Hx.
  assert (H : 0 <= sinh x * sinh x * tanh x - x * x * x).
  { revert x Hx. apply (rises_from_zero (fun x => sinh x * sinh x * tanh x - x * x * x)
      (fun x => (cosh x * sinh x + sinh x * cosh x) * tanh x
        + sinh x * sinh x * (1 - tanh x * tanh x) - ((1 * x + x * 1) * x + x * x * 1))).
    - rewrite sinh_0. lra.
    - intros u. apply dl_minus.
      + apply (dl_mult (fun u => sinh u * sinh u) tanh); [|apply dl_tanh].
        apply dl_mult; apply dl_sinh.
      + apply (dl_mult (fun u => u * u) (fun u => u)); [|apply dl_id].
        apply dl_mult; apply dl_id.
    - intros u Hu. pose proof (squares_of_sine u ltac:(lra)) as S.
      pose proof (cosh_positive u) as C. pose proof (cosh_square u) as Q.
      assert (E1 : cosh u * sinh u * tanh u = sinh u * sinh u) by (unfold tanh; field; lra).
      assert (E2 : sinh u * sinh u * (1 - tanh u * tanh u) = tanh u * tanh u).
      { replace (sinh u * sinh u * (1 - tanh u * tanh u))
          with (tanh u * tanh u * (cosh u * cosh u - sinh u * sinh u))
          by (unfold tanh; field; lra). rewrite Q. lra. }
      rewrite E2. lra. }
  pose proof (cosh_positive x) as C.
  assert (0 <= cosh x * (sinh x * sinh x * tanh x - x * x * x)) as M
    by (apply Rmult_le_pos; lra).
  replace (cosh x * (sinh x * sinh x * tanh x - x * x * x))
    with (sinh x ^ 3 - x ^ 3 * cosh x) in M by (unfold tanh; field; lra). lra.
Qed.

(** ** The sine squared *)

Lemma quartic_1 : forall z, 0 <= z -> 0 <= 2 * (z * cosh z) + z * z * sinh z + 4 * sinh z
    + 4 * (z * cosh z) - 10 * sinh z.
Proof.
  apply (rises_from_zero (fun z => 2 * (z * cosh z) + z * z * sinh z + 4 * sinh z
      + 4 * (z * cosh z) - 10 * sinh z)
    (fun z => 2 * (1 * cosh z + z * sinh z) + ((1 * z + z * 1) * sinh z + z * z * cosh z)
      + 4 * cosh z + 4 * (1 * cosh z + z * sinh z) - 10 * cosh z)).
  - rewrite sinh_0. lra.
  - intros u. apply dl_minus; [|apply dl_scal, dl_sinh].
    apply dl_plus; [apply dl_plus; [apply dl_plus|]|].
    + apply dl_scal, dl_mult; [apply dl_id|apply dl_cosh].
    + apply (dl_mult (fun z => z * z) sinh); [apply dl_mult; apply dl_id|apply dl_sinh].
    + apply dl_scal, dl_sinh.
    + apply dl_scal, dl_mult; [apply dl_id|apply dl_cosh].
  - intros u Hu. pose proof (sinh_positive u Hu) as S. pose proof (cosh_positive u) as C.
    assert (0 <= u * sinh u) by (apply Rmult_le_pos; lra).
    assert (0 <= u * u * cosh u) by (apply Rmult_le_pos; [apply Rle_0_sqr|lra]). lra.
Qed.

Lemma quartic_2 : forall z, 0 <= z ->
  0 <= z * z * cosh z + 4 * (z * sinh z) - 10 * cosh z + 10.
Proof.
  apply (rises_from_zero (fun z => z * z * cosh z + 4 * (z * sinh z) - 10 * cosh z + 10)
    (fun z => ((1 * z + z * 1) * cosh z + z * z * sinh z) + 4 * (1 * sinh z + z * cosh z)
      - 10 * sinh z + 0)).
  - rewrite sinh_0, cosh_0. lra.
  - intros u. apply dl_plus; [|apply dl_const]. apply dl_minus; [|apply dl_scal, dl_cosh].
    apply dl_plus; [|apply dl_scal, dl_mult; [apply dl_id|apply dl_sinh]].
    apply (dl_mult (fun z => z * z) cosh); [apply dl_mult; apply dl_id|apply dl_cosh].
  - intros u Hu. pose proof (quartic_1 u ltac:(lra)). lra.
Qed.

Lemma quartic_3 : forall z, 0 <= z ->
  0 <= 2 * (z * cosh z) + z * z * sinh z + 10 * z - 12 * sinh z.
Proof.
  apply (rises_from_zero
    (fun z => 2 * (z * cosh z) + z * z * sinh z + 10 * z - 12 * sinh z)
    (fun z => 2 * (1 * cosh z + z * sinh z) + ((1 * z + z * 1) * sinh z + z * z * cosh z)
      + 10 * 1 - 12 * cosh z)).
  - rewrite sinh_0. lra.
  - intros u. apply dl_minus; [|apply dl_scal, dl_sinh].
    apply dl_plus; [apply dl_plus|apply dl_scal, dl_id].
    + apply dl_scal, dl_mult; [apply dl_id|apply dl_cosh].
    + apply (dl_mult (fun z => z * z) sinh); [apply dl_mult; apply dl_id|apply dl_sinh].
  - intros u Hu. pose proof (quartic_2 u ltac:(lra)). lra.
Qed.

Lemma quartic_4 : forall z, 0 <= z ->
  0 <= z * z * cosh z + 5 * (z * z) - 12 * cosh z + 12.
Proof.
  apply (rises_from_zero (fun z => z * z * cosh z + 5 * (z * z) - 12 * cosh z + 12)
    (fun z => ((1 * z + z * 1) * cosh z + z * z * sinh z) + 5 * (1 * z + z * 1)
      - 12 * sinh z + 0)).
  - rewrite cosh_0. lra.
  - intros u. apply dl_plus; [|apply dl_const]. apply dl_minus; [|apply dl_scal, dl_cosh].
    apply dl_plus; [|apply dl_scal, dl_mult; apply dl_id].
    apply (dl_mult (fun z => z * z) cosh); [apply dl_mult; apply dl_id|apply dl_cosh].
  - intros u Hu. pose proof (quartic_3 u ltac:(lra)). lra.
Qed.

Lemma cosh_double : forall y, cosh (2 * y) = 1 + 2 * (sinh y * sinh y).
Proof.
  intros y. unfold cosh, sinh.
  replace (2 * y) with (y + y) by lra. replace (- (y + y)) with (- y + - y) by lra.
  rewrite !exp_plus. assert (E : exp y * exp (- y) = 1).
  { rewrite <- exp_plus. replace (y + - y) with 0 by lra. apply exp_0. }
  lra.
Qed.

Lemma sinh_squared : forall y, 0 <= y ->
  3 * (sinh y * sinh y - y * y) <= y * y * (sinh y * sinh y).
Proof.
  intros y Hy. pose proof (quartic_4 (2 * y) ltac:(lra)) as Q. rewrite cosh_double in Q. lra.
Qed.

(** ** What falls *)

Lemma sinh_gap_falls : forall x y, 0 < x -> x <= y ->
  1 / (y * y) - 1 / (sinh y * sinh y) <= 1 / (x * x) - 1 / (sinh x * sinh x).
Proof.
  intros x y Hx Hxy.
  apply (nonincreasing (fun u => 1 / (u * u) - 1 / (sinh u * sinh u))
    (fun u => (0 * (u * u) - (1 * u + u * 1) * 1) / Rsqr (u * u)
      - (0 * (sinh u * sinh u) - (cosh u * sinh u + sinh u * cosh u) * 1)
        / Rsqr (sinh u * sinh u))); [auto| |].
  - intros u Hu. pose proof (sinh_positive u ltac:(lra)) as S. apply dl_minus.
    + apply (dl_div (fun _ => 1) (fun u => u * u)); [apply dl_const|apply dl_mult; apply dl_id|].
      apply Rmult_integral_contrapositive; lra.
    + apply (dl_div (fun _ => 1) (fun u => sinh u * sinh u));
        [apply dl_const|apply dl_mult; apply dl_sinh|].
      apply Rmult_integral_contrapositive; lra.
  - intros u Hu. pose proof (sinh_positive u ltac:(lra)) as S.
    pose proof (sinh_cubed u ltac:(lra)) as C.
    assert (P : 0 < / (u ^ 3 * sinh u ^ 3)).
    { apply Rinv_0_lt_compat, Rmult_lt_0_compat; apply pow_lt; lra. }
    assert (0 <= (sinh u ^ 3 - u ^ 3 * cosh u) * / (u ^ 3 * sinh u ^ 3))
      by (apply Rmult_le_pos; lra).
    replace ((0 * (u * u) - (1 * u + u * 1) * 1) / Rsqr (u * u)
      - (0 * (sinh u * sinh u) - (cosh u * sinh u + sinh u * cosh u) * 1)
        / Rsqr (sinh u * sinh u))
      with (-2 * ((sinh u ^ 3 - u ^ 3 * cosh u) * / (u ^ 3 * sinh u ^ 3)))
      by (unfold Rsqr; field; lra). lra.
Qed.

Lemma sinh_gap_le : forall y, 0 < y -> 1 / (y * y) - 1 / (sinh y * sinh y) <= 1 / 3.
Proof.
  intros y Hy. pose proof (sinh_positive y Hy) as S.
  pose proof (sinh_squared y ltac:(lra)) as Q.
  assert (P : 0 < / (3 * (y * y) * (sinh y * sinh y))).
  { apply Rinv_0_lt_compat. apply Rmult_lt_0_compat; [|apply Rmult_lt_0_compat; auto].
    apply Rmult_lt_0_compat; [lra|apply Rmult_lt_0_compat; auto]. }
  assert (0 <= (y * y * (sinh y * sinh y) - 3 * (sinh y * sinh y - y * y))
    * / (3 * (y * y) * (sinh y * sinh y))) as M by (apply Rmult_le_pos; lra).
  replace ((y * y * (sinh y * sinh y) - 3 * (sinh y * sinh y - y * y))
    * / (3 * (y * y) * (sinh y * sinh y)))
    with (1 / 3 - (1 / (y * y) - 1 / (sinh y * sinh y))) in M by (field; lra). lra.
Qed.
