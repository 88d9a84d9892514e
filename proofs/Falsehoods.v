(** * False for every policy

    What is often said of best-of-n and is false whatever the policy:
    - [kl_lt_ln]             n >= 2: KL < ln n
    - [kl_lt_ln_minus_inverse]  n >= 2: KL < ln n - 1/n
    - [kl_lt_binary_formula] n >= 2: KL < log_2 n - (n-1)/n
    - [gap_lt_quadratic]     n >= 2: gap < 2n(n-1) sum p^2
    - [estimator_lt_best_log_ratio]  n, K >= 2: at the best outcome the estimator is
                             below ln (q/p)
    - [wins_and_ties_gt]     n/(n+1) < sum q_i F_i, ties counted as wins
    - [level_kl_lt]          n >= 2, two outcomes tie: KL of levels < KL with ties
                             broken by an order
*)
Require Import Reals Lra Lia.
From BoN Require Import Definitions Sums Calculus Law LocalGap KL Gap Ties.
Open Scope R_scope.

Lemma INR_ge_2 : forall n, (2 <= n)%nat -> 2 <= INR n.
Proof. intros n Hn. replace 2 with (INR 2) by (simpl; lra). apply le_INR. exact Hn. Qed.

Lemma formula_by_inverse : forall n, (1 <= n)%nat ->
  formula (INR n) = ln (INR n) - 1 + / INR n.
Proof. intros n Hn. pose proof (INR_gt_0 n Hn). unfold formula. field. lra. Qed.

Lemma inverse_le_half : forall n, (2 <= n)%nat -> 0 < / INR n <= / 2.
Proof.
  intros n Hn. pose proof (INR_ge_2 n Hn). split; [apply Rinv_0_lt_compat; lra|].
  apply Rinv_le_contravar; lra.
Qed.

Theorem kl_lt_ln_minus_inverse : forall K p n, policy K p -> (2 <= n)%nat ->
  kl K (best_of K p n) p < ln (INR n) - 1 / INR n.
Proof.
  intros K p n P Hn. pose proof (kl_lt_formula K p n P Hn) as H.
  rewrite formula_by_inverse in H by lia. pose proof (inverse_le_half n Hn). lra.
Qed.

Theorem kl_lt_ln : forall K p n, policy K p -> (2 <= n)%nat ->
  kl K (best_of K p n) p < ln (INR n).
Proof.
  intros K p n P Hn. pose proof (kl_lt_ln_minus_inverse K p n P Hn).
  pose proof (inverse_le_half n Hn). lra.
Qed.

Theorem kl_lt_binary_formula : forall K p n, policy K p -> (2 <= n)%nat ->
  kl K (best_of K p n) p < ln (INR n) / ln 2 - (INR n - 1) / INR n.
Proof.
  intros K p n P Hn. pose proof (kl_lt_formula K p n P Hn) as H. unfold formula in H.
  pose proof (INR_ge_2 n Hn) as N. pose proof (ln_nonneg (INR n) ltac:(lra)) as L.
  pose proof (ln_lt_sub_1 2 ltac:(lra) ltac:(lra)) as U.
  pose proof (ln_gt_inv 2 ltac:(lra) ltac:(lra)) as D.
  assert (1 <= / ln 2) by (rewrite <- Rinv_1; apply Rinv_le_contravar; lra).
  assert (ln (INR n) * 1 <= ln (INR n) * / ln 2) by (apply Rmult_le_compat_l; lra).
  unfold Rdiv at 1. lra.
Qed.

Theorem gap_lt_quadratic : forall K p n, policy K p -> (2 <= n)%nat ->
  formula (INR n) - kl K (best_of K p n) p
  < 2 * INR n * (INR n - 1) * sum K (fun i => p i ^ 2).
Proof.
  intros K p n P Hn. pose proof (gap_le_half_quadratic K p n P ltac:(lia)) as G.
  pose proof (kl_lt_formula K p n P Hn) as H.
  set (b := sum K (fun i => p i ^ 2)) in *. lra.
Qed.

(** ** The estimator, at the best outcome *)

Theorem estimator_lt_best_log_ratio : forall K p n, policy K p -> (2 <= K)%nat ->
  (2 <= n)%nat ->
  estimator n (p (K - 1)%nat) < ln (best_of K p n (K - 1)%nat / p (K - 1)%nat).
Proof.
  intros K p n P HK Hn. pose proof (INR_ge_2 n Hn) as N.
  pose proof (cdf_below_best K p P) as C.
  assert (A : 0 < cdf p (K - 1)).
  { replace (K - 1)%nat with (S (K - 2)) by lia. apply (cdf_pos K); auto; lia. }
  assert (E0 : 0 < p (K - 1)%nat) by (apply P; lia).
  rewrite best_of_ratio, cdf_step by lia. replace (S (K - 1)) with K by lia.
  rewrite (cdf_K K) by auto. rewrite C in *. rewrite pow1.
  unfold estimator. set (e := p (K - 1)%nat) in *.
  destruct (slope_between n (1 - e) 1 ltac:(lia) ltac:(lra) ltac:(lra)) as [Lo _].
  rewrite pow1 in Lo. replace (1 - (1 - e)) with e in Lo by lra.
  assert (F : 0 < INR n * (1 - e) ^ (n - 1)).
  { apply Rmult_lt_0_compat; [lra|apply pow_lt; auto]. }
  pose proof (ln_le_mono _ _ F Lo) as L. rewrite ln_density in L by (auto; lia).
  assert (R : 0 < (INR n - 1) / INR n) by (apply Rdiv_lt_0_compat; lra).
  pose proof (pow_lt (1 - e) n A) as X.
  assert ((1 - e) ^ n * (ln (INR n) + (INR n - 1) * ln (1 - e) - (INR n - 1) / INR n)
          < (1 - e) ^ n * ln ((1 - (1 - e) ^ n) / e)) by (apply Rmult_lt_compat_l; lra).
  lra.
Qed.

(** ** Ties as wins *)

Theorem wins_and_ties_gt : forall K p n, policy K p -> (1 <= n)%nat ->
  INR n / (INR n + 1) < sum K (fun i => best_of K p n i * cdf p (S i)).
Proof.
  intros K p n P Hn. pose proof (INR_gt_0 n Hn) as N. pose proof (policy_nonempty K p P) as HK.
  set (G := fun u => INR n / (INR n + 1) * u ^ S n).
  replace (INR n / (INR n + 1)) with (sum K (fun i => G (cdf p (S i)) - G (cdf p i))).
  2:{ rewrite (sum_telescope K (fun i => G (cdf p i))), (cdf_K K), cdf_0 by auto.
      unfold G. rewrite pow1, pow_0 by lia. lra. }
  assert (T : forall i, (i < K)%nat ->
    G (cdf p (S i)) - G (cdf p i) < best_of K p n i * cdf p (S i)).
  { intros i Hi. destruct (cdf_interval K p i P Hi) as [H1 [H2 H3]].
    rewrite best_of_pmf by auto.
    pose proof (pow_tangent_lt (S n) _ (cdf p (S i)) ltac:(lia) H1 ltac:(lra) ltac:(lra)) as T.
    replace (S n - 1)%nat with n in T by lia. rewrite S_INR in T.
    set (a := cdf p i) in *. set (b := cdf p (S i)) in *. unfold G.
    apply Rmult_lt_reg_l with (INR n + 1); [lra|].
    replace ((INR n + 1) * (INR n / (INR n + 1) * b ^ S n - INR n / (INR n + 1) * a ^ S n))
      with (INR n * (b ^ S n - a ^ S n)) by (field; lra).
    simpl pow in *. lra. }
  apply (sum_lt K _ _ 0); [|exact HK|apply T; exact HK].
  intros i Hi. left. apply T. exact Hi.
Qed.

(** ** Ties broken by an order *)

Lemma ratio_increasing : forall K p n i j, policy K p -> (2 <= n)%nat ->
  (i < j)%nat -> (j < K)%nat -> best_of K p n i / p i < best_of K p n j / p j.
Proof.
  intros K p n i j P Hn Hij Hj.
  apply Rlt_le_trans with (best_of K p n (S i) / p (S i)).
  - rewrite !best_of_ratio by lia.
    destruct (cdf_interval K p i P ltac:(lia)) as [A1 [A2 A3]].
    destruct (cdf_interval K p (S i) P ltac:(lia)) as [B1 [B2 B3]].
    pose proof (slope_between_lt n _ _ Hn A1 A2). pose proof (slope_between_lt n _ _ Hn B1 B2).
    lra.
  - apply ratio_nondecreasing; auto; lia.
Qed.

Theorem level_kl_lt : forall K L lvl p n i j, levels K L lvl -> policy K p -> (2 <= n)%nat ->
  (i < j)%nat -> (j < K)%nat -> lvl i = lvl j ->
  kl L (best_of L (level_mass K lvl p) n) (level_mass K lvl p) < kl K (best_of K p n) p.
Proof.
  intros K L lvl p n i j V P Hn Hij Hj E.
  pose proof (level_policy K L lvl p V P) as PL.
  set (r := fun l => best_of L (level_mass K lvl p) n l / level_mass K lvl p l).
  assert (R0 : forall l, (l < L)%nat -> 0 < r l) by (intros; apply ratio_pos; auto; lia).
  assert (Q : forall x, (x < K)%nat -> 0 < best_of K p n x) by (intros; apply best_of_pos; auto; lia).
  assert (B : forall x, (x < K)%nat -> 0 < r (lvl x)) by (intros; apply R0, V; auto).
  assert (M : forall l, (l < L)%nat ->
    level_mass K lvl (best_of K p n) l = best_of L (level_mass K lvl p) n l)
    by (intros; apply level_best_of; auto).
  assert (EL : kl L (best_of L (level_mass K lvl p) n) (level_mass K lvl p)
    = sum K (fun x => best_of K p n x * ln (r (lvl x)))).
  { rewrite (sum_by_level K L lvl (best_of K p n) (fun l => ln (r l))) by apply V.
    apply sum_ext. intros l Hl. rewrite M by auto. reflexivity. }
  assert (Z : sum K (fun x => best_of K p n x - p x * r (lvl x)) = 0).
  { rewrite sum_minus, (best_of_sum K) by (auto; lia).
    rewrite (sum_by_level K L lvl p r) by apply V.
    rewrite (sum_ext L _ (best_of L (level_mass K lvl p) n));
      [rewrite best_of_sum by (auto; lia); lra|].
    intros l Hl. unfold r. assert (0 < level_mass K lvl p l) by (apply PL; auto). field. lra. }
  assert (T : forall x, (x < K)%nat -> best_of K p n x - p x * r (lvl x)
    <= best_of K p n x * ln (best_of K p n x / p x) - best_of K p n x * ln (r (lvl x))).
  { intros x Hx. assert (HP : 0 < p x) by (apply P; auto).
    pose proof (a_ln_ratio _ (p x * r (lvl x)) (Q x Hx)
      ltac:(apply Rmult_lt_0_compat; auto)) as A.
    rewrite ln_mult in A by auto. rewrite ln_div by auto. lra. }
  assert (St : forall x, (x < K)%nat -> best_of K p n x / p x <> r (lvl x) ->
    sum K (fun x => best_of K p n x - p x * r (lvl x))
    < sum K (fun x => best_of K p n x * ln (best_of K p n x / p x)
                      - best_of K p n x * ln (r (lvl x)))).
  { intros x Hx Ne. apply (sum_lt K _ _ x T Hx). assert (HP : 0 < p x) by (apply P; auto).
    assert (Ne' : best_of K p n x <> p x * r (lvl x)).
    { intro Eq. apply Ne. rewrite Eq. field. lra. }
    pose proof (a_ln_ratio_lt _ (p x * r (lvl x)) (Q x Hx)
      ltac:(apply Rmult_lt_0_compat; auto) Ne') as A.
    rewrite ln_mult in A by auto. rewrite ln_div by auto. lra. }
  rewrite Z, sum_minus in St. rewrite EL. unfold kl.
  pose proof (ratio_increasing K p n i j P Hn Hij Hj) as I.
  destruct (Req_dec (best_of K p n i / p i) (r (lvl i))) as [Ei|Ni].
  - specialize (St j Hj ltac:(rewrite <- E; lra)). lra.
  - specialize (St i ltac:(lia) Ni). lra.
Qed.
