(** * The cubic constants are best possible

    A top atom of mass t above many tiny outcomes, t -> 0, shows that
    - [top_gap_ge_cubic]  top_gap n t >= n(n-1)^2/24 * (1-t)^(2n-4) t^3
    - [gap_cubic_constant_sharp]  if gap <= k * sum p^3 for every policy then
                                  k >= n(n-1)^2/24                   (n >= 3)
    - [win_rate_cubic_constant_sharp]  if n/(n+1) - W <= k * sum p^3 for every
                                  policy then k >= n(n-1)/12         (n >= 2)
*)
Require Import Reals Lra Lia.
From BoN Require Import Definitions Sums Calculus Law LocalGap KL WinRate Gap.
Open Scope R_scope.

(* a bound by k * sum p^3 survives the shattering of all but the top atom *)
Lemma shatter : forall (V : nat -> (nat -> R) -> R) k t L, 0 < t -> t < 1 ->
  (forall K p, policy K p -> V K p <= k * sum K (fun i => p i ^ 3)) ->
  (forall N, (1 <= N)%nat -> L <= V (S N) (top_atom N t)) ->
  L <= k * t ^ 3.
Proof.
  intros V k t L H0 H1 HV HL. apply Rnot_lt_le. intro C.
  set (d := L - k * t ^ 3). assert (D : 0 < d) by (unfold d; lra).
  destruct (nat_above (k * (1 - t) ^ 3 / d)) as [M HM].
  pose proof (HL (S M) ltac:(lia)) as HLN.
  pose proof (HV _ _ (top_atom_policy (S M) t ltac:(lia) H0 H1)) as HVN.
  rewrite sum_S, top_atom_cubes, top_atom_top in HVN by lia.
  assert (NP : 1 <= INR (S M)) by (apply INR_ge_1; lia).
  assert (HMN : k * (1 - t) ^ 3 / d < INR (S M)) by (rewrite S_INR; lra).
  set (N := INR (S M)) in *.
  assert (A : k * (1 - t) ^ 3 < N * d).
  { apply Rmult_lt_reg_r with (/ d); [apply Rinv_0_lt_compat; auto|].
    replace (N * d * / d) with N by (field; lra). exact HMN. }
  assert (N * d <= N ^ 2 * d).
  { apply Rmult_le_compat_r; [lra|]. simpl. rewrite Rmult_1_r.
    assert (N * 1 <= N * N) by (apply Rmult_le_compat_l; lra). lra. }
  assert (k * ((1 - t) ^ 3 / N ^ 2) < d).
  { apply Rmult_lt_reg_r with (N ^ 2); [apply pow_lt; lra|].
    replace (k * ((1 - t) ^ 3 / N ^ 2) * N ^ 2) with (k * (1 - t) ^ 3) by (field; lra). lra. }
  unfold d in *. lra.
Qed.

(* letting t -> 0 *)
Lemma constant_in_the_limit : forall c m k, 0 <= c ->
  (forall t, 0 < t -> t < 1 -> c * (1 - t) ^ m * t ^ 3 <= k * t ^ 3) -> c <= k.
Proof.
  intros c m k Hc H. apply Rnot_lt_le. intro L.
  assert (Cp : 0 < c \/ c = 0) by lra. destruct Cp as [Cp|C0].
  2:{ specialize (H (1 / 2) ltac:(lra) ltac:(lra)). rewrite C0 in *. simpl in H. lra. }
  set (M := INR m + 1). assert (Mp : 1 <= M) by (unfold M; pose proof (pos_INR m); lra).
  set (t := Rmin (1 / 2) ((c - k) / (2 * c * M))).
  assert (T0 : 0 < t).
  { apply Rmin_glb_lt; [lra|]. apply Rdiv_lt_0_compat; [lra|].
    apply Rmult_lt_0_compat; lra. }
  assert (T1 : t <= 1 / 2) by apply Rmin_l.
  assert (T2 : t <= (c - k) / (2 * c * M)) by apply Rmin_r.
  specialize (H t T0 ltac:(lra)). pose proof (pow_lt t 3 T0) as T3.
  apply Rmult_le_reg_r in H; auto.
  assert (B : 1 - M * t <= (1 - t) ^ m).
  { destruct m as [|j]; [simpl; assert (0 <= M * t) by (apply Rmult_le_pos; lra); lra|].
    pose proof (pow_tangent (S j) 1 (1 - t) ltac:(lia) ltac:(lra) ltac:(lra)) as P.
    rewrite !pow1 in P. unfold M. lra. }
  assert (c * (1 - M * t) <= c * (1 - t) ^ m) by (apply Rmult_le_compat_l; lra).
  assert (U : c * M * t <= c * M * ((c - k) / (2 * c * M))).
  { apply Rmult_le_compat_l; [apply Rmult_le_pos; lra|auto]. }
  replace (c * M * ((c - k) / (2 * c * M))) with ((c - k) / 2) in U by (field; lra).
  lra.
Qed.

(** ** The gap *)

Lemma xlnx_second_order : forall x, 0 < x -> x <= 1 ->
  (x - 1) ^ 2 / 2 <= x * ln x - x + 1.
Proof.
  intros x H0 H1.
  assert (1 * ln 1 - 1 + 1 - / 2 * (1 - 1) ^ 2 <= x * ln x - x + 1 - / 2 * (x - 1) ^ 2) as H.
  { apply (nonincreasing (fun u => u * ln u - u + 1 - / 2 * (u - 1) ^ 2)
      (fun u => 1 * ln u + u * / u - 1 + 0 - / 2 * (INR 2 * (u - 1) ^ pred 2 * (1 - 0))));
      auto.
    - intros u Hu. apply dl_minus.
      + apply dl_plus; [|apply dl_const]. apply dl_minus; [|apply dl_id].
        apply (dl_mult (fun u => u) ln); [apply dl_id|apply dl_ln; lra].
      + apply dl_scal. apply (dl_comp (fun u => u - 1) (fun y => y ^ 2)); [|apply dl_pow].
        apply dl_minus; [apply dl_id|apply dl_const].
    - intros u Hu. pose proof (ln_le_sub_1 u ltac:(lra)). simpl pred.
      replace (INR 2) with 2 by (simpl; lra). rewrite Rinv_r, pow_1 by lra. lra. }
  rewrite ln_1 in H. simpl in *. lra.
Qed.

Lemma dgeo_ge : forall n a, 0 <= a -> a <= 1 -> (2 <= n)%nat ->
  INR n * (INR n - 1) / 2 * a ^ (n - 2) <= dgeo n a.
Proof.
  intros n a H0 H1 Hn. induction Hn as [|n Hn IH].
  - unfold dgeo. simpl. lra.
  - unfold dgeo in *. rewrite sum_S, S_INR.
    replace (S n - 2)%nat with (n - 1)%nat by lia. replace (pred n) with (n - 1)%nat by lia.
    assert (N2 : 2 <= INR n) by (replace 2 with (INR 2) by (simpl; lra); apply le_INR; auto).
    pose proof (pow_antitone a (n - 1) (n - 2) H0 H1 ltac:(lia)) as A.
    assert (0 <= INR n * (INR n - 1) / 2).
    { assert (0 <= INR n * (INR n - 1)) by (apply Rmult_le_pos; lra). lra. }
    pose proof (Rmult_le_compat_l _ _ _ H A). lra.
Qed.

Theorem top_gap_ge_cubic : forall n t, (2 <= n)%nat -> 0 < t -> t < 1 ->
  INR n * (INR n - 1) ^ 2 / 24 * (1 - t) ^ (2 * (n - 2)) * t ^ 3 <= top_gap n t.
Proof.
  intros n t Hn H0 H1. rewrite top_gap_curve by auto.
  assert (N2 : 2 <= INR n) by (replace 2 with (INR 2) by (simpl; lra); apply le_INR; auto).
  set (a := 1 - t). set (q := a ^ (n - 2)).
  assert (Q0 : 0 <= q) by (apply pow_le; unfold a; lra).
  set (c := INR n * (INR n - 1) ^ 2 / 8 * q ^ 2).
  assert (Mono : top_curve n 1 - c / 3 * (1 - 1) ^ 3
                 <= top_curve n a - c / 3 * (1 - a) ^ 3).
  { apply (nonincreasing (fun u => top_curve n u - c / 3 * (1 - u) ^ 3) (fun u =>
      - (INR n * u ^ (n - 1) * (ln (INR n * u ^ (n - 1)) - ln (geo n u))
         - INR n * u ^ (n - 1) + geo n u)
      - c / 3 * (INR 3 * (1 - u) ^ pred 3 * (0 - 1)))); [unfold a; lra| |].
    - intros u Hu. apply dl_minus; [apply top_curve_derivative; [lia|unfold a in Hu; lra]|].
      apply dl_scal. apply (dl_comp (fun u => 1 - u) (fun x => x ^ 3)).
      + apply dl_minus; [apply dl_const|apply dl_id].
      + apply dl_pow.
    - intros u [Ua Ub]. assert (U0 : 0 < u) by (unfold a in Ua; lra).
      assert (Fp : 0 < INR n * u ^ (n - 1)).
      { apply Rmult_lt_0_compat; [lra|apply pow_lt; lra]. }
      pose proof (dgeo_closed n u) as E.
      pose proof (dgeo_ge n u ltac:(lra) ltac:(lra) Hn) as G.
      pose proof (geo_le_n n u ltac:(lra) ltac:(lra)) as Mn.
      pose proof (geo_ge_1 n u ltac:(lia) ltac:(lra)) as M1.
      assert (Qu : q <= u ^ (n - 2)) by (apply pow_mono; unfold a in *; lra).
      set (F := INR n * u ^ (n - 1)) in *. set (m := geo n u) in *. set (d := dgeo n u) in *.
      assert (C0 : 0 <= INR n * (INR n - 1) / 2).
      { assert (0 <= INR n * (INR n - 1)) by (apply Rmult_le_pos; lra). lra. }
      assert (Dq : INR n * (INR n - 1) / 2 * q <= d).
      { pose proof (Rmult_le_compat_l _ _ _ C0 Qu). lra. }
      assert (Dp : 0 <= INR n * (INR n - 1) / 2 * q) by (apply Rmult_le_pos; lra).
      assert (X1 : F / m <= 1).
      { apply Rmult_le_reg_r with m; [lra|].
        rewrite (quotient_times F m) by lra.
        assert (0 <= (1 - u) * d) by (apply Rmult_le_pos; lra). lra. }
      pose proof (xlnx_second_order (F / m) ltac:(apply Rdiv_lt_0_compat; lra) X1) as X.
      rewrite ln_div in X by lra.
      apply Rmult_le_compat_l with (r := m) in X; [|lra].
      replace (m * (F / m * (ln F - ln m) - F / m + 1)) with (F * (ln F - ln m) - F + m) in X
        by (field; lra).
      (* m (F/m - 1)^2 / 2 = (1-u)^2 d^2 / (2m) >= (1-u)^2 d^2 / (2n) *)
      assert (Y : m * ((F / m - 1) ^ 2 / 2) = ((1 - u) * d) ^ 2 * / (2 * m)).
      { rewrite E. field. lra. }
      assert (Inv : / (2 * INR n) <= / (2 * m)) by (apply Rinv_le_contravar; lra).
      pose proof (Rmult_le_compat_l _ _ _ (pow2_ge_0 ((1 - u) * d)) Inv) as Z.
      assert (Sq : (INR n * (INR n - 1) / 2 * q) ^ 2 <= d ^ 2) by (apply pow_incr; lra).
      assert (W : (1 - u) ^ 2 * ((INR n * (INR n - 1) / 2 * q) ^ 2 * / (2 * INR n))
                  <= (1 - u) ^ 2 * (d ^ 2 * / (2 * INR n))).
      { apply Rmult_le_compat_l; [apply pow2_ge_0|]. apply Rmult_le_compat_r; auto.
        left. apply Rinv_0_lt_compat. lra. }
      replace ((INR n * (INR n - 1) / 2 * q) ^ 2 * / (2 * INR n)) with c in W
        by (unfold c; field; lra).
      replace ((1 - u) ^ 2 * (d ^ 2 * / (2 * INR n)))
        with (((1 - u) * d) ^ 2 * / (2 * INR n)) in W by lra.
      simpl pred. replace (INR 3) with 3 by (simpl; lra). lra. }
  assert (C1 : top_curve n 1 = 0) by (unfold top_curve; rewrite pow1; lra).
  rewrite C1 in Mono. replace (1 - a) with t in Mono by (unfold a; lra).
  assert (Eq2 : a ^ (2 * (n - 2)) = q ^ 2).
  { unfold q. rewrite <- pow_mult. f_equal. lia. }
  rewrite Eq2. unfold c in Mono. lra.
Qed.

Theorem gap_cubic_constant_sharp : forall n k, (3 <= n)%nat ->
  (forall K p, policy K p ->
     formula (INR n) - kl K (best_of K p n) p <= k * sum K (fun i => p i ^ 3)) ->
  INR n * (INR n - 1) ^ 2 / 24 <= k.
Proof.
  intros n k Hn H. apply (constant_in_the_limit _ (2 * (n - 2))).
  - assert (0 <= INR n * (INR n - 1) ^ 2); [|lra].
    apply Rmult_le_pos; [apply pos_INR|apply pow2_ge_0].
  - intros t H0 H1. eapply Rle_trans; [apply top_gap_ge_cubic; auto; lia|].
    apply (shatter (fun K p => formula (INR n) - kl K (best_of K p n) p)); auto.
    intros N HN. pose proof (top_atom_policy N t HN H0 H1) as P.
    pose proof (gap_ge_top _ _ n P ltac:(lia)) as G.
    replace (S N - 1)%nat with N in G by lia. rewrite top_atom_top in G. exact G.
Qed.

(** ** The win rate *)

Lemma pow_second_order_below : forall n a b, 0 <= a -> a <= b -> (1 <= n)%nat ->
  INR (S n) * INR n / 2 * a ^ (n - 1) * (b - a) ^ 2
  <= b ^ S n - a ^ S n - INR (S n) * a ^ n * (b - a).
Proof.
  intros n a b Ha Hab Hn. induction Hn as [|n Hn IH]; [simpl; lra|].
  pose proof (pow_tangent (S n) a b ltac:(lia) Ha ltac:(lra)) as T.
  replace (S n - 1)%nat with n in * by lia.
  assert (D0 : 0 <= b ^ S n - a ^ S n - INR (S n) * a ^ n * (b - a)) by lra.
  assert (H1 : a * (INR (S n) * INR n / 2 * a ^ (n - 1) * (b - a) ^ 2)
               <= b * (b ^ S n - a ^ S n - INR (S n) * a ^ n * (b - a))).
  { apply Rle_trans with (a * (b ^ S n - a ^ S n - INR (S n) * a ^ n * (b - a))).
    - apply Rmult_le_compat_l; auto.
    - apply Rmult_le_compat_r; auto. }
  rewrite <- (pow_pred_mult n a) in * by auto. rewrite !S_INR in *. simpl pow in *.
  rewrite <- (pow_pred_mult n a) in * by auto. lra.
Qed.

Lemma win_excess_ge_cubic : forall n a b, 0 <= a -> a <= b -> (2 <= n)%nat ->
  (INR n + 1) * INR n * (INR n - 1) / 6 * a ^ (n - 2) * (b - a) ^ 3 <= win_excess n a b.
Proof.
  intros n a b Ha Hab Hn. induction Hn as [|n Hn IH].
  - rewrite win_excess_two. simpl. lra.
  - rewrite win_excess_step. replace (S n - 2)%nat with (n - 1)%nat by lia.
    pose proof (win_excess_nonneg n a b ltac:(lia) Ha Hab) as E0.
    pose proof (pow_second_order_below n a b Ha Hab ltac:(lia)) as D.
    assert (H1 : (b - a) * (INR (S n) * INR n / 2 * a ^ (n - 1) * (b - a) ^ 2)
      <= (b - a) * (b ^ S n - a ^ S n - INR (S n) * a ^ n * (b - a)))
      by (apply Rmult_le_compat_l; lra).
    assert (H2 : a * ((INR n + 1) * INR n * (INR n - 1) / 6 * a ^ (n - 2) * (b - a) ^ 3)
      <= b * win_excess n a b).
    { apply Rle_trans with (a * win_excess n a b).
      - apply Rmult_le_compat_l; auto.
      - apply Rmult_le_compat_r; auto. }
    assert (Ea : a ^ (n - 1) = a * a ^ (n - 2)).
    { replace (n - 1)%nat with (S (n - 2)) by lia. reflexivity. }
    rewrite Ea in *. rewrite S_INR in *. simpl pow in *. lra.
Qed.

Theorem win_rate_cubic_constant_sharp : forall n k, (2 <= n)%nat ->
  (forall K p, policy K p ->
     INR n / (INR n + 1) - win_rate K (best_of K p n) p <= k * sum K (fun i => p i ^ 3)) ->
  INR n * (INR n - 1) / 12 <= k.
Proof.
  intros n k Hn H. pose proof (INR_ge_1 n ltac:(lia)) as HN.
  apply (constant_in_the_limit _ (n - 2)).
  - assert (0 <= INR n * (INR n - 1)) by (apply Rmult_le_pos; lra). lra.
  - intros t H0 H1.
    apply (shatter (fun K p => INR n / (INR n + 1) - win_rate K (best_of K p n) p)); auto.
    intros N HN'. pose proof (top_atom_policy N t HN' H0 H1) as P.
    rewrite win_gap_is_sum by (auto; lia).
    assert (C : 0 < / (2 * (INR n + 1))) by (apply Rinv_0_lt_compat; lra).
    apply Rle_trans with (/ (2 * (INR n + 1)) * win_excess n (1 - t) 1).
    + pose proof (win_excess_ge_cubic n (1 - t) 1 ltac:(lra) ltac:(lra) Hn) as E.
      replace (1 - (1 - t)) with t in E by lra.
      pose proof (Rmult_le_compat_l _ _ _ (Rlt_le _ _ C) E) as E2.
      eapply Rle_trans; [|exact E2]. right. field. lra.
    + pose proof (sum_term_le (S N) (fun i => / (2 * (INR n + 1)) *
        win_excess n (cdf (top_atom N t) i) (cdf (top_atom N t) (S i))) N) as T.
      cbv beta in T.
      assert (A : cdf (top_atom N t) N = 1 - t) by apply (top_atom_below N t HN').
      assert (B : cdf (top_atom N t) (S N) = 1) by apply P.
      rewrite A, B in T. apply T; [|lia].
      intros i Hi. destruct (cdf_interval _ _ i P Hi) as [H2 [H3 H4]].
      apply Rmult_le_pos; [lra|]. apply win_excess_nonneg; [lia|lra|lra].
Qed.
