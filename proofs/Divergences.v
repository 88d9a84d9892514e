(** * Other divergences

    For q = best_of K p n:
    - [f_divergence_le]     sum p phi(q/p) <= G 1 - g0 for convex phi and an
                            antiderivative G of phi (n u^(n-1))
    - [likelihood_ratio_le] q i / p i <= n (Renyi divergence of order infinity)
    - [chi_square_le]       chi^2 <= (n-1)^2/(2n-1)
    - [reverse_kl_le]       kl p q <= n - 1 - ln n
    - [renyi_le]            order a > 0, a <> 1:
                            <= ln (n^a / (a(n-1)+1)) / (a-1)
    - [hellinger_le]        sum (sqrt q - sqrt p)^2 <= 2 (1 - 2 sqrt n/(n+1))
    - [total_variation_le_at]  TV <= u - u^n at the u with n u^(n-1) = 1
    - [total_variation_le]  TV <= (1/n)^(1/(n-1)) - (1/n)^(n/(n-1))  (n >= 2)
    For any two laws:
    - [pinsker]             2 TV^2 <= kl q p
    - [transport]           rewards in [lo,hi]: E_q r - E_p r
                            <= (hi - lo) sqrt (kl q p / 2)
*)
Require Import Reals Lra Lia.
From BoN Require Import Definitions Sums Calculus Bounds Law LocalGap KL.
Open Scope R_scope.

Theorem f_divergence_le : forall K p n phi G g0, policy K p -> (1 <= n)%nat ->
  (forall u, 0 < u -> u <= 1 ->
     derivable_pt_lim G u (phi (INR n * u ^ (n - 1)))) ->
  (forall m, 0 < m -> exists s, forall x, 0 < x -> phi m + s * (x - m) <= phi x) ->
  (forall b, 0 < b -> b <= 1 -> b * phi (b ^ (n - 1)) <= G b - g0) ->
  sum K (fun i => p i * phi (best_of K p n i / p i)) <= G 1 - g0.
Proof.
  intros K p n phi G g0 P Hn DG Conv Bot.
  set (H := fun i => match i with O => g0 | S _ => G (cdf p i) end).
  pose proof (policy_nonempty K p P) as HK.
  assert (E : G 1 - g0 = sum K (fun i => H (S i) - H i)).
  { rewrite (sum_telescope K H). destruct K as [|k]; [lia|].
    change (H (S k)) with (G (cdf p (S k))). rewrite (cdf_K (S k)) by auto. reflexivity. }
  rewrite E. apply sum_le. intros i Hi.
  destruct (cdf_interval K p i P Hi) as [H1 [H2 H3]].
  rewrite best_of_ratio by auto. rewrite <- (cdf_step p i).
  destruct i as [|i].
  - change (H 1%nat) with (G (cdf p 1)). change (H 0%nat) with g0. rewrite cdf_0 in *.
    replace ((cdf p 1 ^ n - 0 ^ n) / (cdf p 1 - 0)) with (cdf p 1 ^ (n - 1)).
    + rewrite Rminus_0_r. apply Bot; auto.
    + rewrite pow_0 by auto. rewrite <- (pow_pred_mult n (cdf p 1)) by auto. field. lra.
  - change (H (S (S i))) with (G (cdf p (S (S i)))).
    change (H (S i)) with (G (cdf p (S i))).
    assert (A : 0 < cdf p (S i)) by (apply (cdf_pos K); auto; lia).
    destruct (Conv _ (slope_pos n _ _ Hn H1 H2)) as [s Hs].
    apply (pow_jensen n phi G s); auto.
    intros u Hu. apply DG; lra.
Qed.

Theorem likelihood_ratio_le : forall K p n i, policy K p -> (1 <= n)%nat -> (i < K)%nat ->
  best_of K p n i / p i <= INR n.
Proof.
  intros K p n i P Hn Hi. rewrite best_of_ratio by auto.
  destruct (cdf_interval K p i P Hi) as [H1 [H2 H3]].
  apply Rle_trans with (INR n * cdf p (S i) ^ (n - 1)); [apply slope_between; auto|].
  apply mult_le_left; [apply pos_INR|].
  apply pow_le_1; lra.
Qed.

(** ** Chi-square *)

Theorem chi_square_le : forall K p n, policy K p -> (1 <= n)%nat ->
  chi_square K (best_of K p n) p <= (INR n - 1) ^ 2 / (2 * INR n - 1).
Proof.
  intros K p n P Hn. pose proof (INR_ge_1 n Hn) as HN.
  set (c := INR n ^ 2 / (2 * INR n - 1)).
  assert (H : sum K (fun i => p i * (best_of K p n i / p i) ^ 2)
    <= c * 1 ^ (2 * n - 1) - 0).
  { apply (f_divergence_le K p n (fun x => x ^ 2) (fun u => c * u ^ (2 * n - 1)) 0); auto.
    - intros u U0 U1. eapply dl_eq; [apply dl_scal, dl_pow|].
      replace (pred (2 * n - 1)) with (n - 1 + (n - 1))%nat by lia.
      rewrite minus_INR, mult_INR, pow_add by lia. unfold c. simpl. field. lra.
    - intros m Hm. exists (2 * m). intros x Hx.
      assert (0 <= (x - m) ^ 2) by apply pow2_ge_0. simpl in *. lra.
    - intros b B0 B1. rewrite <- pow_mult.
      replace (2 * n - 1)%nat with (S ((n - 1) * 2)) by lia. change (b ^ S ((n - 1) * 2))
      with (b * b ^ ((n - 1) * 2)).
      assert (1 <= c).
      { unfold c. apply Rmult_le_reg_r with (2 * INR n - 1); [lra|].
        rewrite (quotient_times (INR n ^ 2) (2 * INR n - 1)) by lra.
        pose proof (pow2_ge_0 (INR n - 1)). simpl in *. lra. }
      set (y := b * b ^ ((n - 1) * 2)).
      assert (0 <= y) by (apply Rmult_le_pos; [lra|apply pow_le; lra]).
      assert (1 * y <= c * y) by (apply Rmult_le_compat_r; auto). lra. }
  rewrite pow1 in H. unfold chi_square.
  rewrite (sum_ext K _ (fun i => p i * (best_of K p n i / p i) ^ 2
                                 - (2 * best_of K p n i - p i))).
  - rewrite sum_minus, sum_minus, sum_scal, best_of_sum by auto.
    destruct P as [_ P]. rewrite P.
    replace ((INR n - 1) ^ 2 / (2 * INR n - 1)) with (c - 1) by (unfold c; field; lra). lra.
  - intros i Hi. assert (0 < p i) by (apply P; auto). field. lra.
Qed.

(** ** Reverse KL *)

Theorem reverse_kl_le : forall K p n, policy K p -> (1 <= n)%nat ->
  kl K p (best_of K p n) <= INR n - 1 - ln (INR n).
Proof.
  intros K p n P Hn. pose proof (INR_ge_1 n Hn) as HN.
  set (G := fun u => - (ln (INR n) * u + (INR n - 1) * (u * ln u - u))).
  assert (H : sum K (fun i => p i * - ln (best_of K p n i / p i)) <= G 1 - 0).
  { apply (f_divergence_le K p n (fun x => - ln x) G 0); auto.
    - intros u U0 U1. cbv beta. rewrite ln_density by auto. eapply dl_eq.
      + apply dl_opp. apply dl_plus; apply dl_scal; [apply dl_id|].
        apply dl_minus; [|apply dl_id].
        apply (dl_mult (fun u => u) ln); [apply dl_id|apply dl_ln; auto].
      + field. lra.
    - intros m Hm. exists (- / m). intros x Hx.
      pose proof (ln_le_sub_1 (x / m) ltac:(apply Rdiv_lt_0_compat; auto)) as L.
      rewrite ln_div in L by auto. unfold Rdiv in L.
      assert (m * / m = 1) by (field; lra). lra.
    - intros b B0 B1. cbv beta. rewrite ln_pow_nat by auto.
      rewrite minus_INR by auto. simpl (INR 1). unfold G.
      pose proof (ln_le_sub_1 (INR n) ltac:(lra)).
      assert (0 <= b * (INR n - 1 - ln (INR n))) by (apply Rmult_le_pos; lra). lra. }
  unfold G in H. rewrite ln_1 in H. unfold kl.
  rewrite (sum_ext K _ (fun i => p i * - ln (best_of K p n i / p i))); [lra|].
  intros i Hi. assert (0 < p i) by (apply P; auto).
  pose proof (best_of_pos K p n i P Hn Hi). rewrite !ln_div by auto. lra.
Qed.

(** ** Renyi divergences *)

Lemma Rpower_pos : forall x y, 0 < Rpower x y.
Proof. intros. apply exp_pos. Qed.

Lemma Rpower_1_base : forall y, Rpower 1 y = 1.
Proof. intros. unfold Rpower. rewrite ln_1, Rmult_0_r. apply exp_0. Qed.

(* Bernoulli's inequality for real exponents *)
Lemma Rpower_tangent : forall a t, 1 <= a -> 0 < t -> 1 + a * (t - 1) <= Rpower t a.
Proof.
  intros a t Ha Ht.
  pose proof (Rpower_plus 1 (a - 1) t) as S. rewrite Rpower_1 in S by auto.
  replace (1 + (a - 1)) with a in S by lra. rewrite S. unfold Rpower.
  pose proof (exp_ineq1_le ((a - 1) * ln t)) as E.
  pose proof (ln_ge_inv t Ht) as L.
  assert (t * (1 + (a - 1) * ln t) <= t * exp ((a - 1) * ln t))
    by (apply Rmult_le_compat_l; lra).
  assert (0 <= (a - 1) * (t * (ln t - (1 - / t)))).
  { apply Rmult_le_pos; [lra|apply Rmult_le_pos; lra]. }
  assert (t * / t = 1) by (field; lra).
  assert ((a - 1) * (t * / t) = (a - 1) * 1) by (rewrite H1; reflexivity).
  lra.
Qed.

Lemma Rpower_tangent_below : forall a t, 0 < a -> a <= 1 -> 0 < t ->
  Rpower t a <= 1 + a * (t - 1).
Proof.
  intros a t H0 H1 Ht.
  assert (I : 1 <= / a) by (rewrite <- Rinv_1; apply Rinv_le_contravar; lra).
  pose proof (Rpower_tangent (/ a) (Rpower t a) I (Rpower_pos t a)) as T.
  rewrite Rpower_mult, Rinv_r, Rpower_1 in T by lra.
  assert (a * (1 + / a * (Rpower t a - 1)) <= a * t) by (apply Rmult_le_compat_l; lra).
  replace (a * (1 + / a * (Rpower t a - 1))) with (a + (Rpower t a - 1)) in H
    by (field; lra). lra.
Qed.

Lemma Rpower_split : forall a m x, 0 < m -> 0 < x ->
  Rpower x a = Rpower m a * Rpower (x / m) a.
Proof.
  intros a m x Hm Hx. rewrite Rpower_mult_distr; [|auto|apply Rdiv_lt_0_compat; auto].
  f_equal. field. lra.
Qed.

Lemma Rpower_support : forall a m x, 1 <= a -> 0 < m -> 0 < x ->
  Rpower m a + a * Rpower m a / m * (x - m) <= Rpower x a.
Proof.
  intros a m x Ha Hm Hx. rewrite (Rpower_split a m x) by auto.
  pose proof (Rpower_tangent a (x / m) Ha ltac:(apply Rdiv_lt_0_compat; auto)) as T.
  apply Rle_trans with (Rpower m a * (1 + a * (x / m - 1))).
  - right. field. lra.
  - apply Rmult_le_compat_l; [left; apply Rpower_pos|auto].
Qed.

Lemma Rpower_support_below : forall a m x, 0 < a -> a <= 1 -> 0 < m -> 0 < x ->
  Rpower x a <= Rpower m a + a * Rpower m a / m * (x - m).
Proof.
  intros a m x Ha Ha1 Hm Hx. rewrite (Rpower_split a m x) by auto.
  pose proof (Rpower_tangent_below a (x / m) Ha Ha1 ltac:(apply Rdiv_lt_0_compat; auto)) as T.
  apply Rle_trans with (Rpower m a * (1 + a * (x / m - 1))).
  - apply Rmult_le_compat_l; [left; apply Rpower_pos|auto].
  - right. field. lra.
Qed.

(* the antiderivative of (n u^(n-1))^a *)
Definition power_integral (n : nat) (a u : R) : R :=
  Rpower (INR n) a / (a * (INR n - 1) + 1) * Rpower u (a * (INR n - 1) + 1).

Lemma power_exponent_pos : forall n a, (1 <= n)%nat -> 0 < a -> 0 < a * (INR n - 1) + 1.
Proof.
  intros n a Hn Ha. pose proof (INR_ge_1 n Hn).
  assert (0 <= a * (INR n - 1)) by (apply Rmult_le_pos; lra). lra.
Qed.

Lemma Rpower_pow_mult : forall u k a, 0 < u -> Rpower (u ^ k) a = Rpower u (a * INR k).
Proof.
  intros u k a Hu. rewrite <- (Rpower_pow k u) by auto. rewrite Rpower_mult.
  f_equal. lra.
Qed.

Lemma power_integral_derivative : forall n a u, (1 <= n)%nat -> 0 < a -> 0 < u ->
  derivable_pt_lim (power_integral n a) u (Rpower (INR n * u ^ (n - 1)) a).
Proof.
  intros n a u Hn Ha Hu. pose proof (power_exponent_pos n a Hn Ha) as E.
  eapply dl_eq.
  - apply dl_scal. apply derivable_pt_lim_power. auto.
  - rewrite <- Rpower_mult_distr; [|apply INR_gt_0; auto|apply pow_lt; auto].
    rewrite Rpower_pow_mult by auto. rewrite minus_INR by auto. simpl (INR 1).
    replace (a * (INR n - 1) + 1 - 1) with (a * (INR n - 1)) by lra. field. lra.
Qed.

(* the bottom interval *)
Lemma power_bottom : forall n a b, (1 <= n)%nat -> 0 < b ->
  b * Rpower (b ^ (n - 1)) a = Rpower b (a * (INR n - 1) + 1).
Proof.
  intros n a b Hn Hb. rewrite Rpower_pow_mult, minus_INR by auto. simpl (INR 1).
  rewrite Rpower_plus, Rpower_1 by auto. lra.
Qed.

Lemma power_sum : forall K p n a, policy K p -> (1 <= n)%nat ->
  sum K (fun i => Rpower (best_of K p n i) a * Rpower (p i) (1 - a))
  = sum K (fun i => p i * Rpower (best_of K p n i / p i) a).
Proof.
  intros K p n a P Hn. apply sum_ext. intros i Hi.
  assert (HP : 0 < p i) by (apply P; auto). pose proof (best_of_pos K p n i P Hn Hi).
  rewrite (Rpower_split a (p i) (best_of K p n i)) by auto.
  unfold Rminus. rewrite Rpower_plus, Rpower_1, Rpower_Ropp by auto.
  field. pose proof (Rpower_pos (p i) a). lra.
Qed.

Lemma power_sum_le : forall K p n a, policy K p -> (1 <= n)%nat -> 1 <= a ->
  sum K (fun i => Rpower (best_of K p n i) a * Rpower (p i) (1 - a))
  <= Rpower (INR n) a / (a * (INR n - 1) + 1).
Proof.
  intros K p n a P Hn Ha. rewrite power_sum by auto.
  pose proof (power_exponent_pos n a Hn ltac:(lra)) as E.
  assert (sum K (fun i => p i * Rpower (best_of K p n i / p i) a)
    <= power_integral n a 1 - 0) as H.
  { apply (f_divergence_le K p n (fun x => Rpower x a)); auto.
    - intros u U0 U1. apply power_integral_derivative; auto; lra.
    - intros m Hm. exists (a * Rpower m a / m). intros x Hx. apply Rpower_support; auto.
    - intros b B0 B1. rewrite power_bottom by auto. unfold power_integral.
      assert (1 <= Rpower (INR n) a / (a * (INR n - 1) + 1)).
      { apply Rmult_le_reg_r with (a * (INR n - 1) + 1); auto.
        rewrite (quotient_times (Rpower (INR n) a) (a * (INR n - 1) + 1)) by lra.
        pose proof (Rpower_tangent a (INR n) Ha (INR_gt_0 n Hn)). lra. }
      pose proof (Rpower_pos b (a * (INR n - 1) + 1)) as B.
      pose proof (Rmult_le_compat_r _ _ _ (Rlt_le _ _ B) H). lra. }
  unfold power_integral in H. rewrite Rpower_1_base in H. lra.
Qed.

Lemma power_sum_ge : forall K p n a, policy K p -> (1 <= n)%nat -> 0 < a -> a <= 1 ->
  Rpower (INR n) a / (a * (INR n - 1) + 1)
  <= sum K (fun i => Rpower (best_of K p n i) a * Rpower (p i) (1 - a)).
Proof.
  intros K p n a P Hn Ha Ha1. rewrite power_sum by auto.
  pose proof (power_exponent_pos n a Hn Ha) as E.
  assert (sum K (fun i => p i * - Rpower (best_of K p n i / p i) a)
    <= - power_integral n a 1 - 0) as H.
  { apply (f_divergence_le K p n (fun x => - Rpower x a) (fun u => - power_integral n a u));
      auto.
    - intros u U0 U1. apply dl_opp, power_integral_derivative; auto.
    - intros m Hm. exists (- (a * Rpower m a / m)). intros x Hx.
      pose proof (Rpower_support_below a m x Ha Ha1 Hm Hx). lra.
    - intros b B0 B1. rewrite Ropp_mult_distr_r_reverse, power_bottom by auto.
      unfold power_integral.
      assert (Rpower (INR n) a / (a * (INR n - 1) + 1) <= 1).
      { apply Rmult_le_reg_r with (a * (INR n - 1) + 1); auto.
        rewrite (quotient_times (Rpower (INR n) a) (a * (INR n - 1) + 1)) by lra.
        pose proof (Rpower_tangent_below a (INR n) Ha Ha1 (INR_gt_0 n Hn)). lra. }
      pose proof (Rpower_pos b (a * (INR n - 1) + 1)) as B.
      pose proof (Rmult_le_compat_r _ _ _ (Rlt_le _ _ B) H). lra. }
  unfold power_integral in H. rewrite Rpower_1_base in H.
  rewrite (sum_ext K _ (fun i => -1 * (p i * Rpower (best_of K p n i / p i) a))) in H
    by (intros; lra).
  rewrite sum_scal in H. lra.
Qed.

Lemma div_le_neg : forall x y z, z < 0 -> x <= y -> y / z <= x / z.
Proof.
  intros x y z Hz H. pose proof (Rinv_lt_0_compat z Hz) as I.
  pose proof (Rmult_le_compat_neg_l (/ z) x y ltac:(lra) H). unfold Rdiv. lra.
Qed.

Theorem renyi_le : forall K p n a, policy K p -> (1 <= n)%nat -> 0 < a -> a <> 1 ->
  renyi K a (best_of K p n) p
  <= ln (Rpower (INR n) a / (a * (INR n - 1) + 1)) / (a - 1).
Proof.
  intros K p n a P Hn Ha Hne. unfold renyi.
  pose proof (power_exponent_pos n a Hn Ha) as E.
  assert (B : 0 < Rpower (INR n) a / (a * (INR n - 1) + 1)).
  { apply Rdiv_lt_0_compat; [apply Rpower_pos|auto]. }
  destruct (Rlt_le_dec a 1) as [L|L].
  - pose proof (power_sum_ge K p n a P Hn Ha ltac:(lra)) as S.
    pose proof (ln_le_mono _ _ B S) as LS.
    apply div_le_neg; auto. lra.
  - pose proof (power_sum_le K p n a P Hn L) as S.
    apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat; lra|].
    apply ln_le_mono; [|exact S].
    pose proof (policy_nonempty K p P) as HK.
    apply Rlt_le_trans with (Rpower (best_of K p n 0) a * Rpower (p 0%nat) (1 - a)).
    + apply Rmult_lt_0_compat; apply Rpower_pos.
    + apply (sum_term_le K (fun i => Rpower (best_of K p n i) a * Rpower (p i) (1 - a)) 0);
        [|lia].
      intros. apply Rmult_le_pos; left; apply Rpower_pos.
Qed.

Theorem hellinger_le : forall K p n, policy K p -> (1 <= n)%nat ->
  hellinger_square K (best_of K p n) p
  <= 2 * (1 - 2 * sqrt (INR n) / (INR n + 1)).
Proof.
  intros K p n P Hn. pose proof (power_sum_ge K p n (/ 2) P Hn ltac:(lra) ltac:(lra)) as H.
  pose proof (INR_gt_0 n Hn) as HN.
  rewrite (sum_ext K _ (fun i => sqrt (best_of K p n i) * sqrt (p i))) in H.
  2:{ intros i Hi. replace (1 - / 2) with (/ 2) by lra.
      rewrite !Rpower_sqrt; [reflexivity|apply P; auto|apply best_of_pos; auto]. }
  rewrite Rpower_sqrt in H by auto.
  replace (sqrt (INR n) / (/ 2 * (INR n - 1) + 1)) with (2 * sqrt (INR n) / (INR n + 1)) in H
    by (field; lra).
  unfold hellinger_square.
  rewrite (sum_ext K _ (fun i => best_of K p n i + p i
                                 - 2 * (sqrt (best_of K p n i) * sqrt (p i)))).
  - rewrite sum_minus, sum_add, sum_scal, best_of_sum by auto.
    destruct P as [_ P]. rewrite P. lra.
  - intros i Hi. assert (HP : 0 < p i) by (apply P; auto).
    pose proof (best_of_pos K p n i P Hn Hi) as HQ.
    pose proof (sqrt_sqrt (p i) (Rlt_le _ _ HP)).
    pose proof (sqrt_sqrt (best_of K p n i) (Rlt_le _ _ HQ)). simpl. lra.
Qed.

(** ** Total variation *)

Lemma hump : forall n s u, (1 <= n)%nat -> 0 <= u -> 0 < s ->
  INR n * s ^ (n - 1) = 1 -> u - u ^ n <= s - s ^ n.
Proof.
  intros n s u Hn Hu Hs E. pose proof (pow_tangent n s u Hn ltac:(lra) Hu) as T.
  rewrite E in T. lra.
Qed.

Lemma hump_rises : forall n s a b, (1 <= n)%nat -> 0 <= a -> a <= b -> b <= s ->
  INR n * s ^ (n - 1) = 1 -> a - a ^ n <= b - b ^ n.
Proof.
  intros n s a b Hn Ha Hab Hbs E.
  pose proof (pow_secant n a b Hn Ha ltac:(lra)) as T.
  assert (INR n * b ^ (n - 1) <= INR n * s ^ (n - 1)).
  { apply Rmult_le_compat_l; [apply pos_INR|apply pow_mono; lra]. }
  assert (INR n * b ^ (n - 1) * (b - a) <= 1 * (b - a)) by (apply Rmult_le_compat_r; lra).
  lra.
Qed.

Lemma hump_falls : forall n s a b, (1 <= n)%nat -> 0 < s -> s <= a -> a <= b ->
  INR n * s ^ (n - 1) = 1 -> b - b ^ n <= a - a ^ n.
Proof.
  intros n s a b Hn Hs Hsa Hab E.
  pose proof (pow_tangent n a b Hn ltac:(lra) ltac:(lra)) as T.
  assert (INR n * s ^ (n - 1) <= INR n * a ^ (n - 1)).
  { apply Rmult_le_compat_l; [apply pos_INR|apply pow_mono; lra]. }
  assert (1 * (b - a) <= INR n * a ^ (n - 1) * (b - a)) by (apply Rmult_le_compat_r; lra).
  lra.
Qed.

Theorem total_variation_le_at : forall K p n s, policy K p -> (1 <= n)%nat ->
  0 < s -> s <= 1 -> INR n * s ^ (n - 1) = 1 ->
  total_variation K (best_of K p n) p <= s - s ^ n.
Proof.
  intros K p n s P Hn Hs Hs1 E.
  (* V u is the variation of u - u^n on [0,u] *)
  set (h := fun u => u - u ^ n).
  set (V := fun u => if Rle_dec u s then h u else 2 * h s - h u).
  assert (T : sum K (fun i => Rabs (best_of K p n i - p i)) <= V 1 - V 0).
  { replace (V 1 - V 0) with (V (cdf p K) - V (cdf p 0))
      by (rewrite (cdf_K K p P), cdf_0; reflexivity).
    rewrite <- (sum_telescope K (fun i => V (cdf p i))).
    apply sum_le. intros i Hi. destruct (cdf_interval K p i P Hi) as [H1 [H2 H3]].
    rewrite best_of_pmf by auto. rewrite <- (cdf_step p i).
    set (a := cdf p i) in *. set (b := cdf p (S i)) in *.
    replace (b ^ n - a ^ n - (b - a)) with (h a - h b) by (unfold h; lra).
    unfold V. destruct (Rle_dec b s) as [Lb|Lb], (Rle_dec a s) as [La|La]; try lra.
    - pose proof (hump_rises n s a b Hn H1 ltac:(lra) Lb E) as M. fold (h a) (h b) in M.
      rewrite Rabs_left1; lra.
    - pose proof (hump n s a Hn H1 Hs E) as Ma. fold (h a) (h s) in Ma.
      pose proof (hump n s b Hn ltac:(lra) Hs E) as Mb. fold (h b) (h s) in Mb.
      apply Rabs_le. lra.
    - pose proof (hump_falls n s a b Hn Hs ltac:(lra) ltac:(lra) E) as M.
      fold (h a) (h b) in M. rewrite Rabs_pos_eq; lra. }
  assert (V0 : V 0 = 0).
  { unfold V, h. destruct (Rle_dec 0 s); [|lra]. rewrite pow_0 by auto. lra. }
  assert (V1 : V 1 = 2 * h s).
  { unfold V, h. destruct (Rle_dec 1 s) as [L|L].
    - replace s with 1 by lra. rewrite pow1. lra.
    - rewrite pow1. lra. }
  unfold total_variation. unfold h in V1. lra.
Qed.

Theorem total_variation_le : forall K p n, policy K p -> (2 <= n)%nat ->
  total_variation K (best_of K p n) p
  <= Rpower (1 / INR n) (1 / (INR n - 1)) - Rpower (1 / INR n) (INR n / (INR n - 1)).
Proof.
  intros K p n P Hn.
  assert (N2 : 2 <= INR n) by (replace 2 with (INR 2) by (simpl; lra); apply le_INR; auto).
  assert (I : 0 < 1 / INR n) by (apply Rdiv_lt_0_compat; lra).
  set (s := Rpower (1 / INR n) (1 / (INR n - 1))).
  assert (Hs : 0 < s) by apply Rpower_pos.
  assert (Sn : Rpower (1 / INR n) (INR n / (INR n - 1)) = s ^ n).
  { unfold s. rewrite <- Rpower_pow by apply Rpower_pos. rewrite Rpower_mult.
    f_equal. lra. }
  assert (E : INR n * s ^ (n - 1) = 1).
  { unfold s. rewrite <- Rpower_pow by apply Rpower_pos. rewrite Rpower_mult.
    rewrite minus_INR by lia. simpl (INR 1).
    rewrite (quotient_times 1 (INR n - 1)) by lra.
    rewrite Rpower_1 by auto. field. lra. }
  rewrite Sn. apply total_variation_le_at; auto; [lia|].
  apply Rnot_lt_le. intro L.
  assert (1 < s ^ (n - 1)).
  { rewrite <- (pow1 (n - 1)). apply pow_strict; [lia|lra|lra]. }
  assert (1 * s ^ (n - 1) < INR n * s ^ (n - 1)) by (apply Rmult_lt_compat_r; lra).
  lra.
Qed.

(** ** Pinsker and transport *)

Lemma ln_pade : forall x, 1 <= x -> 2 * (x - 1) / (x + 1) <= ln x.
Proof.
  intros x Hx. set (z := (x - 1) / (x + 1)).
  assert (Z0 : 0 <= z).
  { apply Rmult_le_pos; [lra|left; apply Rinv_0_lt_compat; lra]. }
  assert (Z1 : z < 1).
  { unfold z. apply Rmult_lt_reg_r with (x + 1); [lra|].
    rewrite (quotient_times (x - 1) (x + 1)) by lra. lra. }
  pose proof (ln_atanh_bounds z Z0 Z1) as [L _]. rewrite <- ln_div in L by lra.
  replace ((1 + z) / (1 - z)) with x in L by (unfold z; field; lra).
  pose proof (pow_le z 3 Z0). pose proof (pow_le z 5 Z0).
  replace (2 * (x - 1) / (x + 1)) with (2 * z) by (unfold z; lra). lra.
Qed.

Lemma pinsker_pointwise : forall x, 0 < x ->
  3 * (x - 1) ^ 2 <= (2 * x + 4) * (x * ln x - x + 1).
Proof.
  intros x Hx.
  set (f := fun u => (2 * u + 4) * (u * ln u - u + 1) - 3 * (u - 1) ^ 2).
  set (f' := fun u => (2 * 1 + 0) * (u * ln u - u + 1)
    + (2 * u + 4) * (1 * ln u + u * / u - 1 + 0) - 3 * (INR 2 * (u - 1) ^ pred 2 * (1 - 0))).
  assert (D : forall u, 0 < u -> derivable_pt_lim f u (f' u)).
  { intros u Hu. unfold f, f'. apply dl_minus.
    - apply (dl_mult (fun u => 2 * u + 4) (fun u => u * ln u - u + 1)).
      + apply dl_plus; [apply dl_scal, dl_id|apply dl_const].
      + apply dl_plus; [|apply dl_const]. apply dl_minus; [|apply dl_id].
        apply (dl_mult (fun u => u) ln); [apply dl_id|apply dl_ln; auto].
    - apply dl_scal. apply (dl_comp (fun u => u - 1) (fun y => y ^ 2)); [|apply dl_pow].
      apply dl_minus; [apply dl_id|apply dl_const]. }
  assert (F : forall u, 0 < u -> f' u = 4 * ((u + 1) * ln u - 2 * (u - 1))).
  { intros u Hu. unfold f'. simpl pred. replace (INR 2) with 2 by (simpl; lra).
    field. lra. }
  assert (F1 : f 1 = 0) by (unfold f; rewrite ln_1; lra).
  assert (Up : forall u, 1 <= u -> 2 * (u - 1) <= (u + 1) * ln u).
  { intros u Hu. pose proof (ln_pade u Hu) as L.
    apply Rmult_le_compat_l with (r := u + 1) in L; [|lra].
    rewrite (times_quotient (u + 1) (2 * (u - 1))) in L by lra.
    exact L. }
  assert (0 <= f x); [|unfold f in H; lra]. rewrite <- F1.
  destruct (Rle_lt_dec 1 x) as [L|L].
  - apply (nondecreasing f f'); [auto| |].
    + intros u Hu. apply D. lra.
    + intros u Hu. rewrite F by lra. specialize (Up u ltac:(lra)). lra.
  - apply (nonincreasing f f'); [lra| |].
    + intros u Hu. apply D. lra.
    + intros u Hu. rewrite F by lra.
      assert (I : 1 <= / u) by (rewrite <- Rinv_1; apply Rinv_le_contravar; lra).
      specialize (Up (/ u) I). rewrite ln_Rinv in Up by lra.
      assert (u * (2 * (/ u - 1)) <= u * ((/ u + 1) * - ln u))
        by (apply Rmult_le_compat_l; lra).
      replace (u * (2 * (/ u - 1))) with (2 * (1 - u)) in H by (field; lra).
      replace (u * ((/ u + 1) * - ln u)) with (- ((1 + u) * ln u)) in H by (field; lra).
      lra.
Qed.

Lemma pinsker_term : forall s q p, 0 <= s -> 0 <= q -> 0 < p ->
  2 * s * Rabs (q - p) <= s ^ 2 * ((2 * q + 4 * p) / 3) + (q * ln (q / p) - q + p).
Proof.
  intros s q p Hs [Hq|<-] Hp.
  - set (x := q / p). assert (X : 0 < x) by (apply Rdiv_lt_0_compat; auto).
    assert (Q : q = p * x) by (unfold x; field; lra).
    pose proof (pinsker_pointwise x X) as PP.
    set (h := x * ln x - x + 1) in *.
    assert (Y : 2 * s * Rabs (x - 1) <= s ^ 2 * ((2 * x + 4) / 3) + h).
    { set (B := (2 * x + 4) / 3). assert (Bp : 0 < B) by (unfold B; lra).
      assert (Habs : Rabs (x - 1) ^ 2 <= B * h).
      { rewrite RPow_abs, Rabs_pos_eq by apply pow2_ge_0. unfold B. lra. }
      pose proof (pow2_ge_0 (s * B - Rabs (x - 1))) as Sq.
      apply Rmult_le_reg_l with B; auto. simpl in *. lra. }
    replace (q - p) with (p * (x - 1)) by (rewrite Q; lra).
    rewrite Rabs_mult, (Rabs_pos_eq p) by lra.
    apply Rmult_le_compat_l with (r := p) in Y; [|lra].
    change (q / p) with x. clearbody x. rewrite Q. unfold h in Y. lra.
  - rewrite Rabs_left1 by lra. pose proof (pow2_ge_0 (2 * s - 3 / 2)) as Sq.
    assert (0 <= p * ((4 * s ^ 2 / 3 + 1) - 2 * s)).
    { apply Rmult_le_pos; [lra|]. simpl in *. lra. }
    simpl in *. lra.
Qed.

Theorem pinsker : forall K q p, distribution K q -> policy K p ->
  2 * total_variation K q p ^ 2 <= kl K q p.
Proof.
  intros K q p [Q1 Q2] [P1 P2].
  set (A := sum K (fun i => Rabs (q i - p i))).
  assert (A0 : 0 <= A) by (apply sum_nonneg; intros; apply Rabs_pos).
  set (s := A / 2). assert (S0 : 0 <= s) by (unfold s; lra).
  assert (H : sum K (fun i => 2 * s * Rabs (q i - p i))
    <= sum K (fun i => s ^ 2 * ((2 * q i + 4 * p i) / 3) + (q i * ln (q i / p i) - q i + p i))).
  { apply sum_le. intros i Hi. apply pinsker_term; auto. }
  rewrite sum_scal in H. fold A in H.
  rewrite (sum_ext K (fun i => s ^ 2 * ((2 * q i + 4 * p i) / 3)
                               + (q i * ln (q i / p i) - q i + p i))
    (fun i => (s ^ 2 * (2 / 3) - 1) * q i + (s ^ 2 * (4 / 3) + 1) * p i
              + q i * ln (q i / p i))) in H by (intros; lra).
  rewrite !sum_add, !sum_scal, Q2, P2 in H. fold (kl K q p) in H.
  unfold total_variation. fold A. unfold s in H. simpl in *. lra.
Qed.

Theorem transport : forall K q p r lo hi, distribution K q -> policy K p ->
  (forall i, (i < K)%nat -> lo <= r i <= hi) ->
  expect K q r - expect K p r <= (hi - lo) * sqrt (kl K q p / 2).
Proof.
  intros K q p r lo hi Q P Hr.
  pose proof (pinsker K q p Q P) as PK.
  pose proof (policy_nonempty K p P) as HK. pose proof (Hr 0%nat HK) as H0.
  set (T := total_variation K q p) in *.
  assert (T0 : 0 <= T).
  { assert (0 <= sum K (fun i => Rabs (q i - p i))) by (apply sum_nonneg; intros; apply Rabs_pos).
    unfold T, total_variation. lra. }
  assert (TS : T <= sqrt (kl K q p / 2)).
  { rewrite <- (sqrt_pow2 T) by auto. apply sqrt_le_1_alt. lra. }
  apply Rle_trans with ((hi - lo) * T); [|apply Rmult_le_compat_l; lra].
  unfold expect. rewrite <- sum_minus.
  destruct Q as [_ Q], P as [_ P].
  apply Rle_trans with (sum K (fun i => (hi + lo) / 2 * (q i - p i)
                                        + (hi - lo) / 2 * Rabs (q i - p i))).
  - apply sum_le. intros i Hi. specialize (Hr i Hi).
    assert ((q i - p i) * (r i - (hi + lo) / 2) <= Rabs (q i - p i) * ((hi - lo) / 2)).
    { eapply Rle_trans; [apply Rle_abs|]. rewrite Rabs_mult.
      apply Rmult_le_compat_l; [apply Rabs_pos|]. apply Rabs_le. lra. }
    lra.
  - rewrite sum_add, !sum_scal, sum_minus. unfold T, total_variation. rewrite Q, P. lra.
Qed.
