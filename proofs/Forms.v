(** * Forms: sums of logarithms bounded by computation

    A form is a pair (c, ((r_1, x_1), ..., (r_k, x_k))) of rational numbers that
    stands for  c + r_1 ln x_1 + ... + r_k ln x_k. The kernel computes bounds of
    it; m is the number of terms of the series.
    - [value]              the number that a form stands for
    - [form_constant], [form_log], [form_plus], [form_times], [form_sum]
                           forms of constants, logarithms, sums and multiples
    - [form_enclosed]      a form lies between lo and hi if a computation says so
    - [enclosed_by], [equal_by], [quotient_enclosed]  what follows for a number that
                           is the value of a form, rational, or a quotient
*)
Require Import Reals Lra Lia List QArith Qreals.
From BoN Require Import Definitions Sums Calculus Bounds Compute.
Open Scope R_scope.

(** Rational sums and powers *)

Fixpoint sum_q (K : nat) (a : nat -> Q) : Q :=
  match K with O => 0%Q | S k => Qred (sum_q k a + a k)%Q end.

Lemma Q2R_0 : Q2R 0 = 0.
Proof. unfold Q2R. simpl. field. Qed.

Lemma Q2R_sum_q : forall K a, Q2R (sum_q K a) = sum K (fun i => Q2R (a i)).
Proof.
  intros K a. induction K as [|k IH]; [apply Q2R_0|].
  cbn [sum_q]. rewrite Q2R_Qred, Q2R_plus, IH. reflexivity.
Qed.

Lemma Q2R_quotient : forall a b, Q2R b <> 0 -> Q2R (a / b) = Q2R a / Q2R b.
Proof.
  intros a b H. apply Q2R_div. intro Z. apply H. apply Qeq_eqR in Z. rewrite Z. apply Q2R_0.
Qed.

Definition is_positive (x : Q) : bool := negb (Qle_bool x 0).

Lemma is_positive_true : forall x, is_positive x = true -> 0 < Q2R x.
Proof.
  intros x H. unfold is_positive in H. apply Bool.negb_true_iff in H.
  destruct (Rlt_or_le 0 (Q2R x)) as [L|L]; [exact L|].
  rewrite <- Q2R_0 in L. apply Rle_Qle, Qle_bool_iff in L. congruence.
Qed.

Lemma Q2R_Qle_bool : forall a b, Q2R a <= Q2R b -> Qle_bool a b = true.
Proof. intros a b H. apply Qle_bool_iff, Rle_Qle, H. Qed.

Definition abs_q (x : Q) : Q := if Qle_bool 0 x then x else Qopp x.

Lemma Q2R_abs_q : forall x, Q2R (abs_q x) = Rabs (Q2R x).
Proof.
  intros x. unfold abs_q. destruct (Qle_bool 0 x) eqn:B.
  - apply Qle_bool_Q2R in B. rewrite Q2R_0 in B. rewrite Rabs_right; lra.
  - destruct (Rlt_or_le (Q2R x) 0) as [N|N]; [rewrite Q2R_opp, Rabs_left; lra|].
    rewrite <- Q2R_0 in N. apply Q2R_Qle_bool in N. congruence.
Qed.

(** Forms *)

Fixpoint log_sum (l : list (Q * Q)) : R :=
  match l with nil => 0 | cons t l => Q2R (fst t) * ln (Q2R (snd t)) + log_sum l end.

Definition value (f : Q * list (Q * Q)) : R := Q2R (fst f) + log_sum (snd f).

Definition form_constant (c : Q) : Q * list (Q * Q) := (c, nil).

Definition form_log (x : Q) : Q * list (Q * Q) := (0%Q, cons (1%Q, Qred x) nil).

Definition form_plus (f g : Q * list (Q * Q)) : Q * list (Q * Q) :=
  (Qred (fst f + fst g), app (snd f) (snd g)).

Definition form_times (r : Q) (f : Q * list (Q * Q)) : Q * list (Q * Q) :=
  (Qred (r * fst f), map (fun t => (Qred (r * fst t), snd t)) (snd f)).

Fixpoint form_sum (K : nat) (f : nat -> Q * list (Q * Q)) : Q * list (Q * Q) :=
  match K with O => form_constant 0 | S k => form_plus (form_sum k f) (f k) end.

Lemma value_constant : forall c, value (form_constant c) = Q2R c.
Proof. intros. unfold value. simpl. lra. Qed.

Lemma value_log : forall x, value (form_log x) = ln (Q2R x).
Proof. intros. unfold value. cbn [fst snd form_log log_sum]. rewrite Q2R_0, Q2R_1, Q2R_Qred. lra. Qed.

Lemma value_plus : forall f g, value (form_plus f g) = value f + value g.
Proof.
  intros [c l] [d k]. unfold value. cbn [fst snd form_plus]. rewrite Q2R_Qred, Q2R_plus.
  induction l as [|t l IH]; simpl; [lra|]. simpl in IH. lra.
Qed.

Lemma value_times : forall r f, value (form_times r f) = Q2R r * value f.
Proof.
  intros r [c l]. unfold value. cbn [fst snd form_times]. rewrite Q2R_Qred, Q2R_mult.
  assert (E : log_sum (map (fun t => (Qred (r * fst t), snd t)) l) = Q2R r * log_sum l).
  { induction l as [|t l IH]; [simpl; lra|]. cbn [map log_sum fst snd].
    rewrite IH, Q2R_Qred, Q2R_mult. lra. }
  rewrite E. lra.
Qed.

Lemma value_sum : forall K f, value (form_sum K f) = sum K (fun i => value (f i)).
Proof.
  intros K f. induction K as [|k IH]; cbn [form_sum]; [rewrite value_constant; apply Q2R_0|].
  rewrite value_plus, IH. reflexivity.
Qed.

(** Bounds of forms: x is halved until it is small, for the sake of the series *)

Fixpoint halve (fuel : nat) (x : Q) : nat * Q :=
  match fuel with
  | O => (O, x)
  | S k => if Qle_bool 2 x then let (j, y) := halve k (Qred (x * (1 # 2))) in (S j, y) else (O, x)
  end.

Lemma halve_spec : forall fuel x, 1 <= Q2R x ->
  1 <= Q2R (snd (halve fuel x)) /\
  ln (Q2R x) = INR (fst (halve fuel x)) * ln 2 + ln (Q2R (snd (halve fuel x))).
Proof.
  induction fuel as [|k IH]; intros x Hx; cbn [halve]; [simpl; split; [exact Hx|lra]|].
  destruct (Qle_bool 2 x) eqn:B; [|simpl; split; [exact Hx|lra]].
  apply Qle_bool_Q2R in B. rewrite Q2R_2 in B.
  assert (E : Q2R (Qred (x * (1 # 2))) = Q2R x / 2).
  { rewrite Q2R_Qred, Q2R_mult. unfold Q2R at 2. simpl. field. }
  destruct (IH (Qred (x * (1 # 2)))) as [L V]; [rewrite E; lra|].
  destruct (halve k (Qred (x * (1 # 2)))) as [j y]. cbn [fst snd] in *. split; [exact L|].
  rewrite S_INR, E in *. unfold Rdiv in V. rewrite ln_mult, ln_Rinv in V by lra. lra.
Qed.

(** Down and up to multiples of 1/d: the series is slow on long fractions *)

Definition floor_q (d : positive) (x : Q) : Q := Z.div (Qnum x * Zpos d) (Zpos (Qden x)) # d.

Definition ceiling_q (d : positive) (x : Q) : Q := Qopp (floor_q d (Qopp x)).

Lemma floor_q_le : forall d x, Q2R (floor_q d x) <= Q2R x.
Proof.
  intros d x. apply Qle_Rle. unfold Qle, floor_q. cbn [Qnum Qden].
  rewrite Z.mul_comm. apply Z.mul_div_le. lia.
Qed.

Lemma ceiling_q_ge : forall d x, Q2R x <= Q2R (ceiling_q d x).
Proof.
  intros d x. pose proof (floor_q_le d (Qopp x)) as H.
  unfold ceiling_q. rewrite Q2R_opp in *. lra.
Qed.

Lemma floor_q_ge_1 : forall d x, 1 <= Q2R x -> 1 <= Q2R (floor_q d x).
Proof.
  intros d x H. rewrite <- Q2R_1 in *. apply Rle_Qle in H. apply Qle_Rle.
  unfold Qle, floor_q in *. cbn [Qnum Qden] in *. rewrite Z.mul_1_l, Z.mul_1_r in *.
  apply Z.div_le_lower_bound; [lia|]. apply Z.mul_le_mono_nonneg_r; lia.
Qed.

(** The series by Horner's rule, each step rounded by r, from the last coefficient t to the first *)

Fixpoint horner (r : Q -> Q) (w : Q) (m : nat) (t : Q) : Q :=
  match m with O => t | S k => horner r w k (r (/ of_nat_q (2 * k + 1) + w * t)%Q) end.

Lemma horner_step : forall k w t,
  Q2R (/ of_nat_q (2 * k + 1) + w * t) = / INR (2 * k + 1) + Q2R w * Q2R t.
Proof.
  intros k w t. rewrite Q2R_plus, Q2R_mult, Q2R_inv by (apply of_nat_q_nonzero; lia).
  rewrite Q2R_of_nat. reflexivity.
Qed.

Lemma horner_le : forall r w, (forall x, Q2R (r x) <= Q2R x) -> 0 <= Q2R w -> forall m t,
  Q2R (horner r w m t) <= sum m (fun j => Q2R w ^ j / INR (2 * j + 1)) + Q2R w ^ m * Q2R t.
Proof.
  intros r w Hr Hw m. induction m as [|k IH]; intros t; [simpl; lra|].
  cbn [horner]. rewrite sum_S. eapply Rle_trans; [apply IH|].
  pose proof (Hr (/ of_nat_q (2 * k + 1) + w * t)%Q) as H. rewrite horner_step in H.
  apply (Rmult_le_compat_l (Q2R w ^ k)) in H; [|apply pow_le, Hw].
  rewrite <- tech_pow_Rmult. unfold Rdiv. lra.
Qed.

Lemma horner_ge : forall r w, (forall x, Q2R x <= Q2R (r x)) -> 0 <= Q2R w -> forall m t,
  sum m (fun j => Q2R w ^ j / INR (2 * j + 1)) + Q2R w ^ m * Q2R t <= Q2R (horner r w m t).
Proof.
  intros r w Hr Hw m. induction m as [|k IH]; intros t; [simpl; lra|].
  cbn [horner]. rewrite sum_S. eapply Rle_trans; [|apply IH].
  pose proof (Hr (/ of_nat_q (2 * k + 1) + w * t)%Q) as H. rewrite horner_step in H.
  apply (Rmult_le_compat_l (Q2R w ^ k)) in H; [|apply pow_le, Hw].
  rewrite <- tech_pow_Rmult. unfold Rdiv. lra.
Qed.

Lemma ln_series_of_squares : forall m z,
  ln_series m z = 2 * z * sum m (fun j => (z * z) ^ j / INR (2 * j + 1)).
Proof.
  intros m z. unfold ln_series. rewrite Rmult_assoc. f_equal. rewrite <- sum_scal. apply sum_ext. intros j _.
  replace (z * z) with (z ^ 2) by lra. rewrite <- pow_mult, pow_add. unfold Rdiv. lra.
Qed.

(** Finer than what m terms of the series of a number below 2 leave open *)
Definition grid (m : nat) : positive := Z.to_pos (16 ^ Z.of_nat m).

Definition ln_below (m : nat) (x : Q) : Q :=
  let z := ln_argument (floor_q (grid m) x) in
  2 * z * horner (floor_q (grid m)) (z * z) m 0.

Definition ln_above (m : nat) (x : Q) : Q :=
  let z := ln_argument (ceiling_q (grid m) x) in
  2 * z * horner (ceiling_q (grid m)) (z * z) m (/ (of_nat_q (2 * m + 1) * (1 - z * z))).

Lemma ln_below_le : forall m x, 1 <= Q2R x -> Q2R (ln_below m x) <= ln (Q2R x).
Proof.
  intros m x H. unfold ln_below. cbv zeta.
  pose proof (floor_q_ge_1 (grid m) x H) as F. pose proof (floor_q_le (grid m) x) as L.
  apply ln_le_mono in L; [|lra].
  destruct (ln_argument_spec _ F) as [[Z0 Z1] E]. set (z := ln_argument _) in *.
  pose proof (proj1 (ln_series_bounds m _ Z0 Z1)) as B. rewrite E, ln_series_of_squares in B.
  assert (W : 0 <= Q2R (z * z)) by (rewrite Q2R_mult; apply Rmult_le_pos; auto).
  pose proof (horner_le _ (z * z) (floor_q_le (grid m)) W m 0%Q) as S.
  rewrite Q2R_0, Rmult_0_r, Rplus_0_r in S.
  apply (Rmult_le_compat_l (2 * Q2R z)) in S; [|lra].
  rewrite !Q2R_mult, Q2R_2 in *. lra.
Qed.

Lemma ln_above_ge : forall m x, 1 <= Q2R x -> ln (Q2R x) <= Q2R (ln_above m x).
Proof.
  intros m x H. unfold ln_above. cbv zeta.
  pose proof (ceiling_q_ge (grid m) x) as U.
  destruct (ln_argument_spec (ceiling_q (grid m) x) ltac:(lra)) as [[Z0 Z1] E].
  apply ln_le_mono in U; [|lra]. set (z := ln_argument _) in *.
  pose proof (proj2 (ln_series_bounds m _ Z0 Z1)) as B. rewrite E, ln_series_of_squares in B.
  assert (W : 0 <= Q2R (z * z)) by (rewrite Q2R_mult; apply Rmult_le_pos; auto).
  pose proof (horner_ge _ (z * z) (ceiling_q_ge (grid m)) W m (/ (of_nat_q (2 * m + 1) * (1 - z * z)))) as S.
  pose proof (square_below_1 _ Z0 Z1) as Sq. pose proof (INR_gt_0 (2 * m + 1) ltac:(lia)) as N.
  assert (D : Q2R (of_nat_q (2 * m + 1) * (1 - z * z)) = INR (2 * m + 1) * (1 - Q2R z ^ 2)).
  { rewrite Q2R_mult, Q2R_minus, Q2R_mult, Q2R_1, Q2R_of_nat. lra. }
  assert (P : 0 < INR (2 * m + 1) * (1 - Q2R z ^ 2)) by (apply Rmult_lt_0_compat; lra).
  assert (T : ln_tail m (Q2R z) = 2 * Q2R z * (Q2R (z * z) ^ m * Q2R (/ (of_nat_q (2 * m + 1) * (1 - z * z))))).
  { rewrite Q2R_inv, D.
    - unfold ln_tail. rewrite Q2R_mult. replace (Q2R z * Q2R z) with (Q2R z ^ 2) by lra.
      rewrite <- pow_mult, pow_add. unfold Rdiv. lra.
    - intro Z. apply Qeq_eqR in Z. rewrite D, Q2R_0 in Z. lra. }
  apply (Rmult_le_compat_l (2 * Q2R z)) in S; [|lra].
  rewrite Q2R_mult, (Q2R_mult 2), Q2R_2. rewrite T, <- Q2R_mult in B. lra.
Qed.

Definition ln_low (m : nat) (x : Q) : Q :=
  let (k, y) := halve (Z.to_nat (Z.log2 (Qnum x))) x in
  Qred (of_nat_q k * ln_below m 2 + ln_below m y).

Definition ln_high (m : nat) (x : Q) : Q :=
  let (k, y) := halve (Z.to_nat (Z.log2 (Qnum x))) x in
  Qred (of_nat_q k * ln_above m 2 + ln_above m y).

Lemma ln_low_high : forall m x, 1 <= Q2R x -> Q2R (ln_low m x) <= ln (Q2R x) <= Q2R (ln_high m x).
Proof.
  intros m x H. unfold ln_low, ln_high.
  destruct (halve_spec (Z.to_nat (Z.log2 (Qnum x))) x H) as [L V].
  destruct (halve (Z.to_nat (Z.log2 (Qnum x))) x) as [k y]. cbn [fst snd] in *.
  rewrite V, !Q2R_Qred, !Q2R_plus, !Q2R_mult, !Q2R_of_nat.
  pose proof (ln_below_le m y L). pose proof (ln_above_ge m y L).
  pose proof (ln_below_le m 2 ltac:(rewrite Q2R_2; lra)) as L2.
  pose proof (ln_above_ge m 2 ltac:(rewrite Q2R_2; lra)) as U2. rewrite Q2R_2 in L2, U2.
  pose proof (pos_INR k) as N. split; apply Rplus_le_compat; auto; apply Rmult_le_compat_l; auto.
Qed.

Definition ln_bounds (m : nat) (x : Q) : Q * Q :=
  if Qle_bool 1 x then (ln_low m x, ln_high m x)
  else (Qopp (ln_high m (Qred (/ x))), Qopp (ln_low m (Qred (/ x)))).

Lemma ln_bounds_spec : forall m x, 0 < Q2R x ->
  Q2R (fst (ln_bounds m x)) <= ln (Q2R x) <= Q2R (snd (ln_bounds m x)).
Proof.
  intros m x H. unfold ln_bounds. destruct (Qle_bool 1 x) eqn:B; cbn [fst snd].
  - apply Qle_bool_Q2R in B. rewrite Q2R_1 in B. apply ln_low_high, B.
  - assert (E : Q2R (Qred (/ x)) = / Q2R x).
    { rewrite Q2R_Qred. apply Q2R_inv. intro Z. apply Qeq_eqR in Z. rewrite Z, Q2R_0 in H. lra. }
    assert (S : Q2R x < 1).
    { destruct (Rlt_or_le (Q2R x) 1) as [L|L]; [exact L|].
      rewrite <- Q2R_1 in L. apply Q2R_Qle_bool in L. congruence. }
    assert (I : 1 <= / Q2R x) by (rewrite <- Rinv_1; apply Rinv_le_contravar; lra).
    destruct (ln_low_high m (Qred (/ x))) as [L U]; rewrite E in *; [exact I|].
    rewrite ln_Rinv in L, U by exact H. rewrite !Q2R_opp. lra.
Qed.

Definition term_bounds (m : nat) (t : Q * Q) : Q * Q :=
  let (lo, hi) := ln_bounds m (snd t) in
  if Qle_bool 0 (fst t) then ((fst t * lo)%Q, (fst t * hi)%Q) else ((fst t * hi)%Q, (fst t * lo)%Q).

Definition is_sound (t : Q * Q) : bool := (Qeq_bool (fst t) 0 || is_positive (snd t))%bool.

Lemma term_bounds_spec : forall m t, is_sound t = true ->
  Q2R (fst (term_bounds m t)) <= Q2R (fst t) * ln (Q2R (snd t)) <= Q2R (snd (term_bounds m t)).
Proof.
  intros m [r x] H. unfold term_bounds. cbn [fst snd] in *.
  destruct (ln_bounds m x) as [lo hi] eqn:B.
  apply Bool.orb_true_iff in H. cbn [fst snd] in H. destruct H as [H|H].
  - apply Qeq_bool_iff, Qeq_eqR in H. rewrite Q2R_0 in H.
    destruct (Qle_bool 0 r); cbn [fst snd]; rewrite !Q2R_mult, H; lra.
  - apply is_positive_true in H. pose proof (ln_bounds_spec m x H) as [L U].
    rewrite B in L, U. cbn [fst snd] in L, U.
    destruct (Qle_bool 0 r) eqn:P; cbn [fst snd]; rewrite !Q2R_mult.
    + apply Qle_bool_Q2R in P. rewrite Q2R_0 in P. split; apply Rmult_le_compat_l; auto.
    + assert (N : Q2R r < 0).
      { destruct (Rlt_or_le (Q2R r) 0) as [N|N]; [exact N|].
        rewrite <- Q2R_0 in N. apply Q2R_Qle_bool in N. congruence. }
      split; apply Rmult_le_compat_neg_l; lra.
Qed.

Fixpoint logs_bounds (m : nat) (l : list (Q * Q)) : Q * Q :=
  match l with
  | nil => (0%Q, 0%Q)
  | cons t l =>
      let (lo, hi) := term_bounds m t in
      let (a, b) := logs_bounds m l in (Qred (lo + a), Qred (hi + b))
  end.

Lemma logs_bounds_spec : forall m l, forallb is_sound l = true ->
  Q2R (fst (logs_bounds m l)) <= log_sum l <= Q2R (snd (logs_bounds m l)).
Proof.
  intros m l. induction l as [|t l IH]; intros H; cbn [logs_bounds log_sum].
  - cbn [fst snd]. rewrite Q2R_0. lra.
  - cbn [forallb] in H. apply andb_prop in H. destruct H as [T H]. specialize (IH H).
    pose proof (term_bounds_spec m t T) as B.
    destruct (term_bounds m t) as [lo hi]. destruct (logs_bounds m l) as [a b].
    cbn [fst snd] in *. rewrite !Q2R_Qred, !Q2R_plus. lra.
Qed.

Definition encloses (m : nat) (f : Q * list (Q * Q)) (lo hi : Q) : bool :=
  let (a, b) := logs_bounds m (snd f) in
  (forallb is_sound (snd f) && Qle_bool lo (fst f + a) && Qle_bool (fst f + b) hi)%bool.

Lemma form_enclosed : forall m f lo hi, encloses m f lo hi = true ->
  Q2R lo <= value f <= Q2R hi.
Proof.
  intros m [c l] lo hi H. unfold encloses in H. unfold value. cbn [fst snd] in *.
  pose proof (logs_bounds_spec m l) as B. destruct (logs_bounds m l) as [a b].
  apply andb_prop in H. destruct H as [H U]. apply andb_prop in H. destruct H as [V L].
  specialize (B V). cbn [fst snd] in B. apply Qle_bool_Q2R in L, U. rewrite Q2R_plus in L, U. lra.
Qed.

(** Numbers that are known to be the value of a form, or rational, or a quotient *)

Lemma enclosed_by : forall x m f lo hi, x = value f -> encloses m f lo hi = true ->
  Q2R lo <= x <= Q2R hi.
Proof. intros x m f lo hi E H. rewrite E. apply (form_enclosed m), H. Qed.

Lemma equal_by : forall x a b, x = Q2R a -> Qeq_bool a b = true -> x = Q2R b.
Proof. intros x a b E H. rewrite E. apply Qeq_eqR, Qeq_bool_iff, H. Qed.

Lemma quotient_enclosed : forall x y a b c d lo hi,
  Q2R a <= x <= Q2R b -> Q2R c <= y <= Q2R d ->
  (Qle_bool 0 a && is_positive c && Qle_bool lo (a / d) && Qle_bool (b / c) hi)%bool = true ->
  Q2R lo <= x / y <= Q2R hi.
Proof.
  intros x y a b c d lo hi [A1 B1] [C1 D1] H.
  apply andb_prop in H. destruct H as [H U]. apply andb_prop in H. destruct H as [H L].
  apply andb_prop in H. destruct H as [A C]. apply is_positive_true in C.
  apply Qle_bool_Q2R in A, L, U. rewrite Q2R_0 in A. rewrite Q2R_quotient in L, U by lra.
  assert (0 < / y) by (apply Rinv_0_lt_compat; lra).
  assert (/ Q2R d <= / y) by (apply Rinv_le_contravar; lra).
  assert (/ y <= / Q2R c) by (apply Rinv_le_contravar; lra).
  assert (0 < / Q2R d) by (apply Rinv_0_lt_compat; lra).
  assert (Q2R a * / Q2R d <= x * / y) by (apply Rmult_le_compat; lra).
  assert (x * / y <= Q2R b * / Q2R c) by (apply Rmult_le_compat; lra).
  unfold Rdiv in *. lra.
Qed.
