(** * Both estimators' means grow with the number of draws

    For 1 <= n <= m, y the best of n or of m draws:
    - [estimator_mean_monotone]         mean of estimator n (p y)
                                        <= mean of estimator m (p y)
    - [better_estimator_mean_monotone]  the same for better_estimator
    - [estimator_ties_mean_monotone], [better_estimator_ties_mean_monotone]
                                        the same where outcomes tie at random
*)
Require Import Reals Lra Lia.
From BoN Require Import Definitions Sums Calculus Law LocalGap KL Estimator Improved Ties
  TiesShares EstimatorTies EstimatorSteps.
Open Scope R_scope.

(** ** One outcome *)

(* (1 - r^n)/(1 - r^(n+1)) falls as r grows *)
Lemma share_of_fewer : forall n r q, 0 <= r -> r <= q -> q <= 1 ->
  r ^ n * (1 - q ^ n) * (1 - r) <= (1 - r ^ n) * (1 - q) * q ^ n.
Proof.
  intros n r q H0 H1 H2. induction n as [|n IH]; [simpl; lra|]. simpl pow.
  pose proof (pow_le r n H0) as R0. pose proof (pow_le_1 n r H0 ltac:(lra)) as R1.
  pose proof (pow_le q n ltac:(lra)) as Q0. pose proof (pow_le_1 n q ltac:(lra) H2) as Q1.
  set (c := r ^ n) in *. set (d := q ^ n) in *.
  assert (A : 0 <= r * ((1 - c) * (1 - q) * d - c * (1 - d) * (1 - r)))
    by (apply Rmult_le_pos; lra).
  assert (B : 0 <= (q - r) * ((1 - c) * (1 - q) * d)).
  { apply Rmult_le_pos; [lra|]. apply Rmult_le_pos; [apply Rmult_le_pos|]; lra. }
  assert (C : 0 <= c * d * ((1 - r) * (1 - q) * (q - r))).
  { apply Rmult_le_pos; [apply Rmult_le_pos; lra|].
    apply Rmult_le_pos; [apply Rmult_le_pos|]; lra. }
  lra.
Qed.

Lemma law_of_fewer : forall n a b e, (1 <= n)%nat -> 0 <= a -> a < b -> b <= 1 ->
  0 < e -> e <= b - a ->
  (b ^ S n - a ^ S n) * (1 - (1 - e) ^ n) <= (b ^ n - a ^ n) * (1 - (1 - e) ^ S n).
Proof.
  intros n a b e Hn Ha Hab Hb He Hle. set (r := a / b). set (q := 1 - e).
  assert (E : a = b * r) by (unfold r; field; lra).
  assert (R0 : 0 <= r).
  { apply Rmult_le_pos; [auto|left; apply Rinv_0_lt_compat; lra]. }
  assert (R1 : r <= q).
  { unfold q. assert (b * r <= b - e) by lra. apply Rmult_le_reg_l with b; [lra|].
    assert (0 <= (1 - b) * e) by (apply Rmult_le_pos; lra). lra. }
  assert (Q1 : q <= 1) by (unfold q; lra).
  pose proof (share_of_fewer n r q R0 R1 Q1) as S.
  rewrite E, !Rpow_mult_distr. pose proof (pow_lt b n ltac:(lra)) as B.
  pose proof (pow_le_1 n r R0 ltac:(lra)) as Rn. pose proof (pow_le r n R0) as Rn0.
  pose proof (pow_le_1 n q ltac:(lra) Q1) as Qn. pose proof (pow_le q n ltac:(lra)) as Qn0.
  simpl pow. set (c := r ^ n) in *. set (d := q ^ n) in *. set (t := b ^ n) in *.
  assert (r * c <= c) by (apply mult_le_right; lra).
  assert (b * (t * ((1 - r * c) * (1 - d))) <= 1 * (t * ((1 - r * c) * (1 - d)))).
  { apply Rmult_le_compat_r; [|auto].
    apply Rmult_le_pos; [lra|apply Rmult_le_pos; lra]. }
  assert (0 <= t * ((1 - c) * (1 - q) * d - c * (1 - d) * (1 - r)))
    by (apply Rmult_le_pos; lra).
  lra.
Qed.

Lemma outcome_step : forall X n a b e, (1 <= n)%nat -> 0 <= a -> a < b -> b <= 1 ->
  0 < e -> e <= b - a -> X n e <= formula (INR n) -> step_enough X n e ->
  ((b ^ S n - a ^ S n) - (b ^ n - a ^ n)) * (formula (INR n) - X n e)
  <= (b ^ S n - a ^ S n) * (X (S n) e - X n e).
Proof.
  intros X n a b e Hn Ha Hab Hb He Hle HX St. unfold step_enough in St.
  pose proof (law_of_fewer n a b e Hn Ha Hab Hb He Hle) as L.
  pose proof (pow_strict (S n) a b ltac:(lia) Ha Hab) as P.
  pose proof (one_minus_pow_pos (S n) e ltac:(lia) He ltac:(lra)) as U.
  set (w' := b ^ S n - a ^ S n) in *. set (w := b ^ n - a ^ n) in *.
  set (u' := (1 - e) ^ S n) in *. set (u := (1 - e) ^ n) in *.
  set (g := formula (INR n) - X n e) in *. set (s := X (S n) e - X n e) in *.
  assert (G : 0 <= g) by (unfold g; lra). assert (W : 0 <= w') by (unfold w'; lra).
  apply Rmult_le_reg_l with (1 - u'); [auto|].
  assert (w' * ((u - u') * g) <= w' * ((1 - u') * s)) by (apply Rmult_le_compat_l; lra).
  assert (g * (w' * (1 - u)) <= g * (w * (1 - u'))) by (apply Rmult_le_compat_l; lra).
  lra.
Qed.

(** ** The means *)

Lemma mean_step : forall K (w w' f f' : nat -> R) D, sum K w = 1 -> sum K w' = 1 ->
  (forall i, (i < K)%nat -> (w' i - w i) * (D - f i) <= w' i * (f' i - f i)) ->
  expect K w f <= expect K w' f'.
Proof.
  intros K w w' f f' D W W' H. apply sum_le in H.
  rewrite (sum_ext K (fun i => (w' i - w i) * (D - f i))
    (fun i => D * (w' i - w i) - (w' i * f i - w i * f i))) in H by (intros; lra).
  rewrite (sum_ext K (fun i => w' i * (f' i - f i))
    (fun i => w' i * f' i - w' i * f i)) in H by (intros; lra).
  rewrite !sum_minus, sum_scal, sum_minus, W, W' in H. unfold expect. lra.
Qed.

Lemma mean_monotone : forall K p (X : nat -> R -> R) n m, policy K p -> (1 <= n)%nat ->
  (n <= m)%nat ->
  (forall k e, (1 <= k)%nat -> 0 < e -> e <= 1 ->
     X k e <= formula (INR k) /\ step_enough X k e) ->
  expect K (best_of K p n) (fun y => X n (p y))
  <= expect K (best_of K p m) (fun y => X m (p y)).
Proof.
  intros K p X n m P Hn Hm HX. induction Hm as [|m Hm IH]; [lra|].
  eapply Rle_trans; [exact IH|]. assert (M : (1 <= m)%nat) by lia.
  apply (mean_step K _ _ _ _ (formula (INR m))); try (apply best_of_sum; auto).
  intros i Hi. destruct (cdf_interval K p i P Hi) as [H1 [H2 H3]].
  assert (HP : 0 < p i) by (apply P; auto).
  destruct (HX m (p i) M HP (policy_le_1 K p i P Hi)) as [X1 X2].
  rewrite !best_of_pmf by (auto; lia).
  apply outcome_step; auto. rewrite cdf_step. lra.
Qed.

Lemma ties_mean_monotone : forall K L lvl p (X : nat -> R -> R) n m,
  levels K L lvl -> policy K p -> (1 <= n)%nat -> (n <= m)%nat ->
  (forall k e, (1 <= k)%nat -> 0 < e -> e <= 1 ->
     X k e <= formula (INR k) /\ step_enough X k e) ->
  expect K (random_ties K L lvl p n) (fun y => X n (p y))
  <= expect K (random_ties K L lvl p m) (fun y => X m (p y)).
Proof.
  intros K L lvl p X n m V P Hn Hm HX. pose proof (level_policy K L lvl p V P) as PL.
  induction Hm as [|m Hm IH]; [lra|].
  eapply Rle_trans; [exact IH|]. assert (M : (1 <= m)%nat) by lia.
  apply (mean_step K _ _ _ _ (formula (INR m)));
    try (apply (random_ties_distribution K L lvl p); auto; lia).
  intros i Hi. assert (Hl : (lvl i < L)%nat) by (apply V; auto).
  destruct (cdf_interval L _ (lvl i) PL Hl) as [H1 [H2 H3]].
  assert (HP : 0 < p i) by (apply P; auto).
  destruct (HX m (p i) M HP (policy_le_1 K p i P Hi)) as [X1 X2].
  unfold random_ties. rewrite !best_of_pmf by (auto; lia).
  pose proof (cdf_step (level_mass K lvl p) (lvl i)) as E.
  pose proof (level_mass_ge K lvl p i P Hi) as G.
  set (c := p i / level_mass K lvl p (lvl i)).
  assert (C : 0 < c) by (apply Rdiv_lt_0_compat; lra).
  set (a := cdf (level_mass K lvl p) (lvl i)) in *.
  set (b := cdf (level_mass K lvl p) (S (lvl i))) in *.
  pose proof (outcome_step X m a b (p i) M H1 H2 H3 HP ltac:(lra) X1 X2) as O.
  pose proof (Rmult_le_compat_l c _ _ (Rlt_le _ _ C) O). lra.
Qed.

Theorem estimator_mean_monotone : forall K p n m, policy K p -> (1 <= n)%nat -> (n <= m)%nat ->
  expect K (best_of K p n) (fun y => estimator n (p y))
  <= expect K (best_of K p m) (fun y => estimator m (p y)).
Proof.
  intros K p n m P Hn Hm. apply (mean_monotone K p estimator); auto.
  intros k e Hk H0 H1. split; [apply estimator_range; auto; lra|apply estimator_step; auto].
Qed.

Theorem better_estimator_mean_monotone : forall K p n m,
  policy K p -> (1 <= n)%nat -> (n <= m)%nat ->
  expect K (best_of K p n) (fun y => better_estimator n (p y))
  <= expect K (best_of K p m) (fun y => better_estimator m (p y)).
Proof.
  intros K p n m P Hn Hm. apply (mean_monotone K p better_estimator); auto.
  intros k e Hk H0 H1.
  split; [apply better_estimator_le_formula|apply better_estimator_step]; auto.
Qed.

Theorem estimator_ties_mean_monotone : forall K L lvl p n m,
  levels K L lvl -> policy K p -> (1 <= n)%nat -> (n <= m)%nat ->
  expect K (random_ties K L lvl p n) (fun y => estimator n (p y))
  <= expect K (random_ties K L lvl p m) (fun y => estimator m (p y)).
Proof.
  intros K L lvl p n m V P Hn Hm. apply (ties_mean_monotone K L lvl p estimator); auto.
  intros k e Hk H0 H1. split; [apply estimator_range; auto; lra|apply estimator_step; auto].
Qed.

Theorem better_estimator_ties_mean_monotone : forall K L lvl p n m,
  levels K L lvl -> policy K p -> (1 <= n)%nat -> (n <= m)%nat ->
  expect K (random_ties K L lvl p n) (fun y => better_estimator n (p y))
  <= expect K (random_ties K L lvl p m) (fun y => better_estimator m (p y)).
Proof.
  intros K L lvl p n m V P Hn Hm. apply (ties_mean_monotone K L lvl p better_estimator); auto.
  intros k e Hk H0 H1.
  split; [apply better_estimator_le_formula|apply better_estimator_step]; auto.
Qed.
