(** * Logarithms bounded by computation

    Rational arithmetic that the kernel evaluates; m is the number of terms.
    - [ln_ge_by_computation]  1 <= x and lo <= ln_lower m x  give  lo <= ln x
    - [ln_le_by_computation]  1 <= x and ln_upper m x <= hi  give  ln x <= hi
    - [ln_3_to_ten_digits]    an example
*)
Require Import Reals Lra Lia QArith Qreals.
From BoN Require Import Definitions Sums Calculus Bounds.
Open Scope R_scope.

Fixpoint pow_q (z : Q) (n : nat) : Q :=
  match n with O => 1%Q | S k => Qred (z * pow_q z k)%Q end.

Definition of_nat_q (n : nat) : Q := inject_Z (Z.of_nat n).

Fixpoint ln_series_q (m : nat) (z : Q) : Q :=
  match m with
  | O => 0%Q
  | S k => Qred (ln_series_q k z + 2 * (pow_q z (2 * k + 1) / of_nat_q (2 * k + 1)))%Q
  end.

Definition ln_argument (x : Q) : Q := Qred ((x - 1) / (x + 1))%Q.

Definition ln_lower (m : nat) (x : Q) : Q := ln_series_q m (ln_argument x).

Definition ln_upper (m : nat) (x : Q) : Q :=
  let z := ln_argument x in
  (ln_series_q m z + 2 * (pow_q z (2 * m + 1) / (of_nat_q (2 * m + 1) * (1 - pow_q z 2))))%Q.

Lemma Q2R_Qred : forall q, Q2R (Qred q) = Q2R q.
Proof. intros q. apply Qeq_eqR, Qred_correct. Qed.

Lemma Q2R_1 : Q2R 1 = 1.
Proof. unfold Q2R. simpl. field. Qed.

Lemma Q2R_2 : Q2R 2 = 2.
Proof. unfold Q2R. simpl. field. Qed.

Lemma Q2R_pow_q : forall z n, Q2R (pow_q z n) = Q2R z ^ n.
Proof.
  intros z n. induction n as [|n IH]; cbn [pow_q pow]; [apply Q2R_1|].
  rewrite Q2R_Qred, Q2R_mult, IH. reflexivity.
Qed.

Lemma Q2R_of_nat : forall n, Q2R (of_nat_q n) = INR n.
Proof.
  intros n. unfold of_nat_q, Q2R, inject_Z. simpl Qnum. simpl Qden.
  rewrite <- INR_IZR_INZ. lra.
Qed.

Lemma of_nat_q_nonzero : forall n, (1 <= n)%nat -> ~ (of_nat_q n == 0)%Q.
Proof.
  intros n Hn E. apply Qeq_eqR in E. rewrite Q2R_of_nat in E.
  pose proof (INR_gt_0 n Hn). unfold Q2R in E. simpl in E. lra.
Qed.

Lemma Q2R_ln_series : forall m z, Q2R (ln_series_q m z) = ln_series m (Q2R z).
Proof.
  intros m z. unfold ln_series. induction m as [|m IH].
  - simpl. unfold Q2R. simpl. lra.
  - cbn [ln_series_q]. rewrite sum_S, Q2R_Qred, Q2R_plus, Q2R_mult, IH, Q2R_2.
    rewrite Q2R_div by (apply of_nat_q_nonzero; lia).
    rewrite Q2R_pow_q, Q2R_of_nat. lra.
Qed.

Lemma ln_argument_spec : forall x, 1 <= Q2R x ->
  0 <= Q2R (ln_argument x) < 1 /\
  (1 + Q2R (ln_argument x)) / (1 - Q2R (ln_argument x)) = Q2R x.
Proof.
  intros x Hx.
  assert (E : Q2R (ln_argument x) = (Q2R x - 1) / (Q2R x + 1)).
  { unfold ln_argument. rewrite Q2R_Qred, Q2R_div, Q2R_minus, Q2R_plus, Q2R_1.
    - reflexivity.
    - intro Z. apply Qeq_eqR in Z. rewrite Q2R_plus, Q2R_1 in Z.
      unfold Q2R in Z at 2. simpl in Z. lra. }
  rewrite E. set (r := Q2R x) in *.
  assert (I : 0 < / (r + 1)) by (apply Rinv_0_lt_compat; lra).
  assert (J : (r - 1) / (r + 1) = 1 - 2 * / (r + 1)) by (field; lra).
  assert (K : (r - 1) / (r + 1) < 1) by lra. repeat split; auto.
  - apply Rmult_le_pos; lra.
  - field. split; [lra|]. replace (r + 1 - (r - 1)) with 2 by lra. lra.
Qed.

Lemma Qle_bool_Q2R : forall a b, Qle_bool a b = true -> Q2R a <= Q2R b.
Proof. intros a b H. apply Qle_Rle, Qle_bool_iff, H. Qed.

Theorem ln_ge_by_computation : forall m x lo,
  Qle_bool 1 x = true -> Qle_bool lo (ln_lower m x) = true ->
  Q2R lo <= ln (Q2R x).
Proof.
  intros m x lo Hx H. apply Qle_bool_Q2R in Hx, H. rewrite Q2R_1 in Hx.
  unfold ln_lower in H. rewrite Q2R_ln_series in H.
  destruct (ln_argument_spec x Hx) as [[Z0 Z1] E].
  pose proof (ln_series_bounds m _ Z0 Z1) as [L _]. rewrite E in L. lra.
Qed.

Theorem ln_le_by_computation : forall m x hi,
  Qle_bool 1 x = true -> Qle_bool (ln_upper m x) hi = true ->
  ln (Q2R x) <= Q2R hi.
Proof.
  intros m x hi Hx H. apply Qle_bool_Q2R in Hx, H. rewrite Q2R_1 in Hx.
  destruct (ln_argument_spec x Hx) as [[Z0 Z1] E].
  pose proof (ln_series_bounds m _ Z0 Z1) as [_ U]. rewrite E in U.
  pose proof (square_below_1 _ Z0 Z1) as Sq. pose proof (INR_gt_0 (2 * m + 1) ltac:(lia)) as N.
  unfold ln_upper in H. cbv zeta in H.
  rewrite Q2R_plus, Q2R_mult, Q2R_ln_series, Q2R_2 in H.
  assert (D : Q2R (of_nat_q (2 * m + 1) * (1 - pow_q (ln_argument x) 2))
              = INR (2 * m + 1) * (1 - Q2R (ln_argument x) ^ 2)).
  { rewrite Q2R_mult, Q2R_minus, Q2R_1, Q2R_of_nat, Q2R_pow_q. reflexivity. }
  rewrite Q2R_div in H.
  - rewrite D, Q2R_pow_q in H. unfold ln_tail in U. lra.
  - intro Z. apply Qeq_eqR in Z. rewrite D in Z.
    assert (0 < INR (2 * m + 1) * (1 - Q2R (ln_argument x) ^ 2)) as Pos.
    { apply Rmult_lt_0_compat; lra. }
    rewrite Z in Pos. unfold Q2R in Pos. simpl in Pos. lra.
Qed.

Theorem ln_3_to_ten_digits : 1.0986122886 <= ln 3 <= 1.0986122887.
Proof.
  assert (E : Q2R (3 # 1) = 3) by (unfold Q2R; simpl; lra).
  rewrite <- E. split.
  - eapply Rle_trans; [|apply (ln_ge_by_computation 16 (3 # 1) (10986122886 # 10000000000));
      reflexivity]. unfold Q2R. simpl. lra.
  - eapply Rle_trans; [apply (ln_le_by_computation 16 (3 # 1) (10986122887 # 10000000000));
      reflexivity|]. unfold Q2R. simpl. lra.
Qed.
