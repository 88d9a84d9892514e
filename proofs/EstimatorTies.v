(** * Both estimators where outcomes tie

    The outcome drawn may tie with others, and then it is lighter than its level.
    As both estimators fall as the mass grows, they stay upper bounds at the
    outcome's own mass:
    - [estimator_ties_upper]          KL <= mean of estimator n (p y)
    - [better_estimator_ties_upper]   KL <= mean of better_estimator n (p y)
    - [better_estimator_ties_mean_le] ... <= mean of estimator n (p y)
*)
Require Import Reals Lra Lia.
From BoN Require Import Definitions Sums Calculus Law KL Estimator Improved Ties TiesShares.
Open Scope R_scope.

Lemma level_mass_ge : forall K lvl p y, policy K p -> (y < K)%nat ->
  p y <= level_mass K lvl p (lvl y).
Proof.
  intros K lvl p y [P _] Hy.
  pose proof (sum_term_le K (fun i => if Nat.eqb (lvl i) (lvl y) then p i else 0) y) as T.
  cbv beta in T. rewrite Nat.eqb_refl in T. apply T; [|exact Hy].
  intros i Hi. destruct (Nat.eqb (lvl i) (lvl y)); [left; auto|lra].
Qed.

Theorem better_estimator_ties_upper : forall K L lvl p n,
  levels K L lvl -> policy K p -> (1 <= n)%nat ->
  kl K (random_ties K L lvl p n) p
  <= expect K (random_ties K L lvl p n) (fun y => better_estimator n (p y)).
Proof.
  intros K L lvl p n V P Hn. pose proof (level_policy K L lvl p V P) as PL.
  rewrite random_ties_kl by auto.
  eapply Rle_trans; [apply better_estimator_upper; auto|].
  rewrite <- (random_ties_expect K L lvl p n
    (fun l => better_estimator n (level_mass K lvl p l))) by auto.
  apply sum_le. intros i Hi. assert (lvl i < L)%nat by (apply V; auto).
  apply Rmult_le_compat_l; [left; apply random_ties_pos; auto|].
  apply better_estimator_antitone; [auto|apply P; auto| |].
  - apply level_mass_ge; auto.
  - apply (policy_le_1 L); auto.
Qed.

Theorem better_estimator_ties_mean_le : forall K L lvl p n,
  levels K L lvl -> policy K p -> (1 <= n)%nat ->
  expect K (random_ties K L lvl p n) (fun y => better_estimator n (p y))
  <= expect K (random_ties K L lvl p n) (fun y => estimator n (p y)).
Proof.
  intros K L lvl p n V P Hn. apply sum_le. intros i Hi.
  apply Rmult_le_compat_l; [left; apply random_ties_pos; auto|].
  apply better_estimator_le_estimator; auto; [apply P; auto|apply (policy_le_1 K); auto].
Qed.

Theorem estimator_ties_upper : forall K L lvl p n,
  levels K L lvl -> policy K p -> (1 <= n)%nat ->
  kl K (random_ties K L lvl p n) p
  <= expect K (random_ties K L lvl p n) (fun y => estimator n (p y)).
Proof.
  intros K L lvl p n V P Hn.
  eapply Rle_trans; [apply better_estimator_ties_upper|apply better_estimator_ties_mean_le];
    auto.
Qed.
