(** * Certificates: the quantities of one policy as forms

    For a policy whose probabilities are a list of rational numbers, every
    quantity of best-of-n is rational or a form (Forms.v), which the kernel
    computes. What refutes a claim about all policies is then a comparison of
    rational numbers.
    - [rational_policy q]  the probabilities as real numbers
    - [is_policy]          they are a policy if a computation says so
    - [kl_form_value], [formula_form_value], [estimator_form_value], ...
                           a quantity is the value of its form
    - [win_rate_value], [chi_square_value], ...
                           a quantity is a rational number
*)
Require Import Reals Lra Lia List QArith Qreals.
From BoN Require Import Definitions Sums Calculus Bounds Law WinRate Compute Forms.
Open Scope R_scope.

Definition rational_policy (q : list Q) (i : nat) : R := Q2R (nth i q 0%Q).

Definition is_rational_policy (q : list Q) : bool :=
  (forallb is_positive q && Qeq_bool (sum_q (length q) (fun i => nth i q 0%Q)) 1)%bool.

Lemma is_policy : forall q, is_rational_policy q = true -> policy (length q) (rational_policy q).
Proof.
  intros q H. apply andb_prop in H. destruct H as [P T]. split.
  - intros i Hi. apply is_positive_true. rewrite forallb_forall in P. apply P, nth_In, Hi.
  - unfold rational_policy. rewrite <- (Q2R_sum_q (length q) (fun i => nth i q 0%Q)).
    rewrite <- Q2R_1. apply Qeq_eqR, Qeq_bool_iff, T.
Qed.

(** Best-of-n of a rational policy *)

Definition cdf_q (q : list Q) (i : nat) : Q := sum_q i (fun j => nth j q 0%Q).

Lemma Q2R_cdf_q : forall q i, Q2R (cdf_q q i) = cdf (rational_policy q) i.
Proof. intros. apply Q2R_sum_q. Qed.

Definition pmf_q (q : list Q) (n i : nat) : Q :=
  Qred (pow_q (cdf_q q (S i)) n - pow_q (cdf_q q i) n).

Lemma Q2R_pmf_q : forall q n i, (1 <= n)%nat -> (i < length q)%nat ->
  best_of (length q) (rational_policy q) n i = Q2R (pmf_q q n i).
Proof.
  intros q n i Hn Hi. rewrite best_of_pmf by assumption. unfold pmf_q.
  rewrite Q2R_Qred, Q2R_minus, !Q2R_pow_q, !Q2R_cdf_q. reflexivity.
Qed.

(** The quantities as forms *)

Definition kl_form (q : list Q) (n : nat) : Q * list (Q * Q) :=
  form_sum (length q) (fun i => form_times (pmf_q q n i) (form_log (pmf_q q n i / nth i q 0%Q))).

Lemma rational_policy_pos : forall q i, is_rational_policy q = true -> (i < length q)%nat ->
  0 < Q2R (nth i q 0%Q).
Proof. intros q i H Hi. apply (is_policy q H), Hi. Qed.

Lemma kl_form_value : forall q n, is_rational_policy q = true -> (1 <= n)%nat ->
  kl (length q) (best_of (length q) (rational_policy q) n) (rational_policy q) = value (kl_form q n).
Proof.
  intros q n H Hn. unfold kl, kl_form. rewrite value_sum. apply sum_ext. intros i Hi.
  rewrite Q2R_pmf_q, value_times, value_log by assumption.
  pose proof (rational_policy_pos q i H Hi).
  rewrite Q2R_quotient by lra. reflexivity.
Qed.

Definition formula_form (n : nat) : Q * list (Q * Q) :=
  form_plus (form_log (of_nat_q n)) (form_constant (- ((of_nat_q n - 1) / of_nat_q n))).

Lemma share_Q : forall n, (1 <= n)%nat ->
  Q2R ((of_nat_q n - 1) / of_nat_q n) = (INR n - 1) / INR n.
Proof.
  intros n Hn. pose proof (INR_gt_0 n Hn).
  rewrite Q2R_quotient, Q2R_minus, Q2R_of_nat, Q2R_1 by (rewrite Q2R_of_nat; lra). reflexivity.
Qed.

Lemma formula_form_value : forall n, (1 <= n)%nat -> formula (INR n) = value (formula_form n).
Proof.
  intros n Hn. unfold formula, formula_form.
  rewrite value_plus, value_log, value_constant, Q2R_opp, share_Q, Q2R_of_nat by assumption. lra.
Qed.

Lemma log_form_value : forall n, ln (INR n) = value (form_log (of_nat_q n)).
Proof. intros. rewrite value_log, Q2R_of_nat. reflexivity. Qed.

Lemma ln_2_value : ln 2 = value (form_log 2).
Proof. rewrite value_log, Q2R_2. reflexivity. Qed.

Definition estimator_form (n : nat) (e : Q) : Q * list (Q * Q) :=
  let u := pow_q (1 - e) n in
  form_plus
    (form_times u (form_plus (formula_form n) (form_times (of_nat_q n - 1) (form_log (1 - e)))))
    (form_times (1 - u) (form_log ((1 - u) / e))).

Lemma estimator_form_value : forall n e, (1 <= n)%nat -> is_positive e = true ->
  estimator n (Q2R e) = value (estimator_form n e).
Proof.
  intros n e Hn He. apply is_positive_true in He. unfold estimator, estimator_form. cbv zeta.
  rewrite !value_plus, !value_times, value_plus, <- formula_form_value, value_times, !value_log by assumption.
  rewrite Q2R_quotient by lra.
  rewrite !Q2R_minus, Q2R_pow_q, Q2R_minus, Q2R_of_nat, Q2R_1. unfold formula. lra.
Qed.

Definition better_estimator_form (n : nat) (e : Q) : Q * list (Q * Q) :=
  let u := pow_q (1 - e) n in
  form_plus (form_log ((1 - u) / e))
    (form_times ((of_nat_q n - 1) * u / (1 - u)) (form_log (1 - e))).

Lemma better_estimator_form_value : forall n e,
  is_positive e = true -> is_positive (1 - pow_q (1 - e) n) = true ->
  better_estimator n (Q2R e) = value (better_estimator_form n e).
Proof.
  intros n e He Hu. apply is_positive_true in He, Hu.
  unfold better_estimator, better_estimator_form. cbv zeta.
  rewrite value_plus, value_times, !value_log, !Q2R_quotient, Q2R_mult by lra.
  rewrite !Q2R_minus, Q2R_pow_q, Q2R_minus, Q2R_of_nat, Q2R_1 in *. lra.
Qed.

Definition mean_form (q : list Q) (n : nat) (f : Q -> Q * list (Q * Q)) : Q * list (Q * Q) :=
  form_sum (length q) (fun i => form_times (pmf_q q n i) (f (nth i q 0%Q))).

Lemma estimator_mean_value : forall q n, is_rational_policy q = true -> (1 <= n)%nat ->
  expect (length q) (best_of (length q) (rational_policy q) n) (fun y => estimator n (rational_policy q y))
  = value (mean_form q n (estimator_form n)).
Proof.
  intros q n H Hn. unfold expect, mean_form. rewrite value_sum. apply sum_ext. intros i Hi.
  rewrite Q2R_pmf_q, value_times by assumption. unfold rational_policy. rewrite estimator_form_value; auto.
  apply andb_prop in H. destruct H as [P _]. rewrite forallb_forall in P. apply P, nth_In, Hi.
Qed.

Lemma better_estimator_mean_value : forall q n, is_rational_policy q = true -> (1 <= n)%nat ->
  forallb (fun e => is_positive (1 - pow_q (1 - e) n)) q = true ->
  expect (length q) (best_of (length q) (rational_policy q) n) (fun y => better_estimator n (rational_policy q y))
  = value (mean_form q n (better_estimator_form n)).
Proof.
  intros q n H Hn U. unfold expect, mean_form. rewrite value_sum. apply sum_ext. intros i Hi.
  rewrite Q2R_pmf_q, value_times by assumption. unfold rational_policy.
  apply andb_prop in H. destruct H as [P _]. rewrite forallb_forall in P, U.
  rewrite better_estimator_form_value; auto; [apply P, nth_In, Hi|].
  apply (U (nth i q 0%Q)), nth_In, Hi.
Qed.

Lemma log_ratio_value : forall q n i, is_rational_policy q = true -> (1 <= n)%nat -> (i < length q)%nat ->
  ln (best_of (length q) (rational_policy q) n i / rational_policy q i)
  = value (form_log (pmf_q q n i / nth i q 0%Q)).
Proof.
  intros q n i H Hn Hi. rewrite Q2R_pmf_q, value_log by assumption.
  pose proof (rational_policy_pos q i H Hi).
  rewrite Q2R_quotient by lra. reflexivity.
Qed.

(** Quantities that are rational themselves *)

Lemma power_sum_value : forall q k,
  sum (length q) (fun i => rational_policy q i ^ k) = Q2R (sum_q (length q) (fun i => pow_q (nth i q 0%Q) k)).
Proof.
  intros. rewrite Q2R_sum_q. apply sum_ext. intros i Hi. symmetry. apply Q2R_pow_q.
Qed.

Lemma win_rate_value : forall q n, is_rational_policy q = true -> (1 <= n)%nat ->
  win_rate (length q) (best_of (length q) (rational_policy q) n) (rational_policy q)
  = Q2R (sum_q (length q) (fun i => (pmf_q q n i * ((cdf_q q i + cdf_q q (S i)) * (1 # 2)))%Q)).
Proof.
  intros q n H Hn. rewrite win_rate_mid_cdf, Q2R_sum_q. apply sum_ext. intros i Hi.
  rewrite Q2R_pmf_q, !Q2R_mult, Q2R_plus, !Q2R_cdf_q by assumption.
  unfold Q2R at 3. simpl. lra.
Qed.

Lemma wins_and_ties_value : forall q n, (1 <= n)%nat ->
  sum (length q) (fun i => best_of (length q) (rational_policy q) n i * cdf (rational_policy q) (S i))
  = Q2R (sum_q (length q) (fun i => (pmf_q q n i * cdf_q q (S i))%Q)).
Proof.
  intros q n Hn. rewrite Q2R_sum_q. apply sum_ext. intros i Hi.
  rewrite Q2R_pmf_q, Q2R_mult, Q2R_cdf_q by assumption. reflexivity.
Qed.

Lemma chi_square_value : forall q n, is_rational_policy q = true -> (1 <= n)%nat ->
  chi_square (length q) (best_of (length q) (rational_policy q) n) (rational_policy q)
  = Q2R (sum_q (length q) (fun i => (pow_q (pmf_q q n i - nth i q 0) 2 / nth i q 0)%Q)).
Proof.
  intros q n H Hn. unfold chi_square. rewrite Q2R_sum_q. apply sum_ext. intros i Hi.
  pose proof (rational_policy_pos q i H Hi).
  rewrite Q2R_pmf_q, Q2R_quotient, Q2R_pow_q, Q2R_minus by (assumption || lra). reflexivity.
Qed.

Lemma renyi_two_value : forall q n, is_rational_policy q = true -> (1 <= n)%nat ->
  renyi (length q) 2 (best_of (length q) (rational_policy q) n) (rational_policy q)
  = value (form_log (sum_q (length q) (fun i => (pow_q (pmf_q q n i) 2 / nth i q 0)%Q))).
Proof.
  intros q n H Hn. rewrite value_log, Q2R_sum_q. unfold renyi.
  replace (2 - 1) with 1 by lra. unfold Rdiv. rewrite Rinv_1, Rmult_1_r. f_equal.
  pose proof (is_policy q H) as P.
  apply sum_ext. intros i Hi. pose proof (rational_policy_pos q i H Hi) as Pos.
  destruct (best_of_policy _ _ n P Hn) as [B _]. specialize (B i Hi).
  change (rational_policy q i) with (Q2R (nth i q 0%Q)).
  replace (1 - 2) with (- (1)) by lra. rewrite Rpower_Ropp, Rpower_1 by exact Pos.
  change 2 with (INR 2) at 1. rewrite Rpower_pow by exact B.
  rewrite Q2R_pmf_q, Q2R_quotient, Q2R_pow_q by (assumption || lra). reflexivity.
Qed.

Lemma renyi_two_bound_value : forall n, (1 <= n)%nat ->
  ln (Rpower (INR n) 2 / (2 * (INR n - 1) + 1)) / (2 - 1)
  = value (form_log (pow_q (of_nat_q n) 2 / (2 * (of_nat_q n - 1) + 1))).
Proof.
  intros n Hn. pose proof (INR_gt_0 n Hn). pose proof (INR_ge_1 n Hn).
  rewrite value_log, Q2R_quotient; rewrite !Q2R_plus, Q2R_mult, Q2R_minus, Q2R_of_nat, Q2R_2, Q2R_1.
  - rewrite Q2R_pow_q, Q2R_of_nat. change 2 with (INR 2) at 1. rewrite Rpower_pow by lra. lra.
  - lra.
Qed.

Lemma total_variation_value : forall q n, (1 <= n)%nat ->
  total_variation (length q) (best_of (length q) (rational_policy q) n) (rational_policy q)
  = Q2R ((1 # 2) * sum_q (length q) (fun i => abs_q (pmf_q q n i - nth i q 0%Q))).
Proof.
  intros q n Hn. unfold total_variation. rewrite Q2R_mult, Q2R_sum_q.
  replace (Q2R (1 # 2)) with (1 / 2) by (unfold Q2R; simpl; lra). apply Rmult_eq_compat_l.
  apply sum_ext. intros i Hi. rewrite Q2R_pmf_q, Q2R_abs_q, Q2R_minus by assumption. reflexivity.
Qed.
