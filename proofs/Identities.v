(** * The forms in which bounds are quoted

    - [one_draw_diverges_nowhere]  n = 1: every divergence of best_of from the
                             policy is 0
    - [chi_square_by_squares]  chi^2 (q, p) = sum q^2/p - 1
    - [largest_log_ratio]    n >= 1: ln (q/p) is largest at the best outcome, where
                             it is at most ln n (Renyi divergence of order infinity)
    - [gap_le_collision_entropy]  sum p^2 = e^(-h) for h = - ln sum p^2, the Renyi
                             entropy of order 2, and gap <= 2n(n-1) e^(-h)
    - [chi_square_lt]        n >= 2: chi^2 < (n-1)^2/(2n-1)
    - [renyi_two_lt]         n >= 2: the Renyi divergence of order 2 is below its bound
*)
Require Import Reals Lra Lia.
From BoN Require Import Definitions Sums Calculus Law KL Gap Divergences.
Open Scope R_scope.

Theorem one_draw_diverges_nowhere : forall K p a, policy K p ->
  kl K (best_of K p 1) p = 0 /\ kl K p (best_of K p 1) = 0
  /\ chi_square K (best_of K p 1) p = 0 /\ total_variation K (best_of K p 1) p = 0
  /\ hellinger_square K (best_of K p 1) p = 0 /\ renyi K a (best_of K p 1) p = 0.
Proof.
  intros K p a P. rewrite best_of_one, kl_self by auto.
  assert (Z : forall f, (forall i, (i < K)%nat -> f i = 0) -> sum K f = 0).
  { intros f H. rewrite (sum_ext K f (fun _ => 0)) by auto. apply sum_zero. }
  unfold chi_square, total_variation, hellinger_square, renyi.
  rewrite (Z (fun i => (p i - p i) ^ 2 / p i)).
  2:{ intros i Hi. rewrite Rminus_diag_eq by reflexivity. unfold Rdiv. simpl. lra. }
  rewrite (Z (fun i => Rabs (p i - p i))).
  2:{ intros i Hi. rewrite Rminus_diag_eq by reflexivity. apply Rabs_R0. }
  rewrite (Z (fun i => (sqrt (p i) - sqrt (p i)) ^ 2)).
  2:{ intros i Hi. rewrite Rminus_diag_eq by reflexivity. simpl. lra. }
  rewrite (sum_ext K (fun i => Rpower (p i) a * Rpower (p i) (1 - a)) p).
  - destruct P as [_ ->]. rewrite ln_1. repeat split; unfold Rdiv; lra.
  - intros i Hi. rewrite <- Rpower_plus. replace (a + (1 - a)) with 1 by lra.
    apply Rpower_1. apply P. exact Hi.
Qed.

Theorem chi_square_by_squares : forall K q p, distribution K q -> policy K p ->
  chi_square K q p = sum K (fun i => q i ^ 2 / p i) - 1.
Proof.
  intros K q p [_ Q] [P1 P2]. unfold chi_square.
  rewrite (sum_ext K _ (fun i => q i ^ 2 / p i - (2 * q i - p i))).
  - rewrite !sum_minus, sum_scal, Q, P2. lra.
  - intros i Hi. specialize (P1 i Hi). field. lra.
Qed.

Theorem largest_log_ratio : forall K p n, policy K p -> (1 <= n)%nat ->
  (forall i, (i < K)%nat -> ln (best_of K p n i / p i)
     <= ln (best_of K p n (K - 1)%nat / p (K - 1)%nat))
  /\ ln (best_of K p n (K - 1)%nat / p (K - 1)%nat) <= ln (INR n).
Proof.
  intros K p n P Hn. pose proof (policy_nonempty K p P). split.
  - intros i Hi. apply ln_le_mono; [apply ratio_pos; auto|].
    apply ratio_nondecreasing; auto; lia.
  - apply ln_le_mono; [apply ratio_pos; auto; lia|]. apply likelihood_ratio_le; auto; lia.
Qed.

Theorem gap_le_collision_entropy : forall K p n h, policy K p -> (1 <= n)%nat ->
  h = - ln (sum K (fun i => p i ^ 2)) ->
  exp (- h) = sum K (fun i => p i ^ 2)
  /\ formula (INR n) - kl K (best_of K p n) p <= 2 * INR n * (INR n - 1) * exp (- h).
Proof.
  intros K p n h P Hn ->. pose proof (policy_nonempty K p P) as HK.
  assert (S0 : 0 < sum K (fun i => p i ^ 2)).
  { apply Rlt_le_trans with (p 0%nat ^ 2); [apply pow_lt, P; lia|].
    apply (sum_term_le K (fun i => p i ^ 2) 0); [|lia]. intros. apply pow2_ge_0. }
  rewrite Ropp_involutive, exp_ln by exact S0. split; [reflexivity|].
  apply gap_le_quadratic; auto.
Qed.

(** ** Strictly below the values without atoms *)

Lemma f_divergence_lt : forall K p n phi G g0, policy K p -> (1 <= n)%nat ->
  (forall u, 0 < u -> u <= 1 ->
     derivable_pt_lim G u (phi (INR n * u ^ (n - 1)))) ->
  (forall m, 0 < m -> exists s, forall x, 0 < x -> phi m + s * (x - m) <= phi x) ->
  (forall b, 0 < b -> b <= 1 -> b * phi (b ^ (n - 1)) < G b - g0) ->
  sum K (fun i => p i * phi (best_of K p n i / p i)) < G 1 - g0.
Proof.
  intros K p n phi G g0 P Hn DG Conv Bot. pose proof (policy_nonempty K p P) as HK.
  set (H := fun i => match i with O => g0 | S _ => G (cdf p i) end).
  assert (E : G 1 - g0 = sum K (fun i => H (S i) - H i)).
  { rewrite (sum_telescope K H). destruct K as [|k]; [lia|].
    change (H (S k)) with (G (cdf p (S k))). rewrite (cdf_K (S k)) by auto. reflexivity. }
  assert (First : p 0%nat * phi (best_of K p n 0 / p 0%nat) < H 1%nat - H 0%nat).
  { destruct (cdf_interval K p 0 P HK) as [_ [H2 H3]].
    rewrite best_of_ratio by (auto; lia). rewrite <- (cdf_step p 0).
    change (H 1%nat) with (G (cdf p 1)). change (H 0%nat) with g0. rewrite cdf_0 in *.
    replace ((cdf p 1 ^ n - 0 ^ n) / (cdf p 1 - 0)) with (cdf p 1 ^ (n - 1)).
    - rewrite Rminus_0_r. apply Bot; auto.
    - rewrite pow_0 by auto. rewrite <- (pow_pred_mult n (cdf p 1)) by auto. field. lra. }
  rewrite E. apply (sum_lt K _ _ 0); [|exact HK|exact First].
  intros [|i] Hi; [left; exact First|].
  destruct (cdf_interval K p (S i) P Hi) as [H1 [H2 H3]].
  rewrite best_of_ratio by auto. rewrite <- (cdf_step p (S i)).
  change (H (S (S i))) with (G (cdf p (S (S i)))). change (H (S i)) with (G (cdf p (S i))).
  assert (A : 0 < cdf p (S i)) by (apply (cdf_pos K); auto; lia).
  destruct (Conv _ (slope_pos n _ _ Hn H1 H2)) as [s Hs].
  apply (pow_jensen n phi G s); auto. intros u Hu. apply DG; lra.
Qed.

Lemma mean_square_lt : forall K p n, policy K p -> (2 <= n)%nat ->
  sum K (fun i => best_of K p n i ^ 2 / p i) < INR n ^ 2 / (2 * INR n - 1).
Proof.
  intros K p n P Hn.
  assert (HN : 2 <= INR n) by (replace 2 with (INR 2) by (simpl; lra); apply le_INR; auto).
  set (c := INR n ^ 2 / (2 * INR n - 1)).
  assert (C : 1 < c).
  { unfold c. apply Rmult_lt_reg_r with (2 * INR n - 1); [lra|].
    rewrite (quotient_times (INR n ^ 2) (2 * INR n - 1)) by lra.
    assert (0 < (INR n - 1) ^ 2) by (apply pow_lt; lra). simpl in *. lra. }
  rewrite (sum_ext K _ (fun i => p i * (best_of K p n i / p i) ^ 2)).
  2:{ intros i Hi. assert (0 < p i) by (apply P; auto). field. lra. }
  replace c with (c * 1 ^ (2 * n - 1) - 0) by (rewrite pow1; lra).
  apply (f_divergence_lt K p n (fun x => x ^ 2) (fun u => c * u ^ (2 * n - 1)) 0); [auto|lia| | |].
  - intros u U0 U1. eapply dl_eq; [apply dl_scal, dl_pow|].
    replace (pred (2 * n - 1)) with (n - 1 + (n - 1))%nat by lia.
    rewrite minus_INR, mult_INR, pow_add by lia. unfold c. simpl. field. lra.
  - intros m Hm. exists (2 * m). intros x Hx.
    assert (0 <= (x - m) ^ 2) by apply pow2_ge_0. simpl in *. lra.
  - intros b B0 B1. rewrite <- pow_mult.
    replace (2 * n - 1)%nat with (S ((n - 1) * 2)) by lia.
    change (b ^ S ((n - 1) * 2)) with (b * b ^ ((n - 1) * 2)).
    set (y := b * b ^ ((n - 1) * 2)).
    assert (0 < y) by (apply Rmult_lt_0_compat; [lra|apply pow_lt; lra]).
    assert (1 * y < c * y) by (apply Rmult_lt_compat_r; auto). lra.
Qed.

Theorem chi_square_lt : forall K p n, policy K p -> (2 <= n)%nat ->
  chi_square K (best_of K p n) p < (INR n - 1) ^ 2 / (2 * INR n - 1).
Proof.
  intros K p n P Hn. pose proof (INR_ge_1 n ltac:(lia)) as HN.
  rewrite chi_square_by_squares; [|apply policy_distribution, best_of_policy; auto; lia|auto].
  pose proof (mean_square_lt K p n P Hn) as H.
  replace ((INR n - 1) ^ 2 / (2 * INR n - 1)) with (INR n ^ 2 / (2 * INR n - 1) - 1)
    by (field; lra). lra.
Qed.

Theorem renyi_two_lt : forall K p n, policy K p -> (2 <= n)%nat ->
  renyi K 2 (best_of K p n) p
  < ln (Rpower (INR n) 2 / (2 * (INR n - 1) + 1)) / (2 - 1).
Proof.
  intros K p n P Hn. pose proof (INR_ge_1 n ltac:(lia)) as HN.
  pose proof (mean_square_lt K p n P Hn) as H. unfold renyi.
  assert (Sq : forall x, 0 < x -> Rpower x 2 = x ^ 2).
  { intros x Hx. replace 2 with (INR 2) by (simpl; lra). apply Rpower_pow. exact Hx. }
  rewrite (sum_ext K _ (fun i => best_of K p n i ^ 2 / p i)).
  - rewrite Sq by lra. replace (2 - 1) with 1 by lra.
    assert (One : forall x, x / 1 = x) by (intros; lra). rewrite !One.
    replace (2 * (INR n - 1) + 1) with (2 * INR n - 1) by lra. apply ln_increasing; [|exact H].
    pose proof (policy_nonempty K p P) as HK.
    assert (T : forall i, (i < K)%nat -> 0 < best_of K p n i ^ 2 / p i).
    { intros i Hi. apply Rdiv_lt_0_compat; [apply pow_lt, best_of_pos; auto; lia|apply P; auto]. }
    apply Rlt_le_trans with (best_of K p n 0 ^ 2 / p 0%nat); [apply T; lia|].
    apply (sum_term_le K (fun i => best_of K p n i ^ 2 / p i) 0); [|lia].
    intros i Hi. left. apply T. exact Hi.
  - intros i Hi. rewrite Sq by (apply best_of_pos; auto; lia).
    replace (1 - 2) with (- (1)) by lra. rewrite Rpower_Ropp, Rpower_1 by (apply P; auto).
    reflexivity.
Qed.
