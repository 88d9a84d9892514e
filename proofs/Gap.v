(** * Upper bounds of the gap

    gap = formula n - KL, for every policy p:
    - [gap_le_half_quadratic]  gap <= n(n-1)/2 * sum p^2
    - [gap_le_quadratic]       gap <= 2n(n-1) * sum p^2
    - [gap_le_largest]         gap <= 2n(n-1) d when every p i <= d
    - [gap_le_quadratic_weighted]  for n >= 2, if top_gap n t <= k t^2 on (0,1],
                               gap <= k * sum of F_i^(n-2) p_i^2
    - [quadratic_constant_iff] for n >= 2, gap <= k * sum p^2 holds for every
                               policy if and only if top_gap n t <= k t^2 for
                               every t in (0,1]: that is the sharp constant
    - [top_gap_le_cubic]       top_gap n t <= n(n-1)^2/24 * t^3     (n >= 3)
    - [gap_le_cubic_weighted]  gap <= n(n-1)^2/24 * sum of F_i^(n-3) p_i^3
    - [gap_le_cubic]           gap <= n(n-1)^2/24 * sum p^3         (n >= 3)
*)
Require Import Reals Lra Lia.
From BoN Require Import Definitions Sums Calculus Bounds Law LocalGap KL.
Open Scope R_scope.

Lemma tangent_defect_le : forall n a b, (1 <= n)%nat -> 0 <= a -> a <= b -> b <= 1 ->
  INR n * b ^ (n - 1) * (b - a) - (b ^ n - a ^ n)
  <= INR n * (INR n - 1) / 2 * (b - a) ^ 2.
Proof.
  intros n a b Hn Ha Hab Hb. induction Hn as [|n Hn IH]; [simpl; lra|].
  assert (Q0 : 0 <= INR n * b ^ (n - 1) * (b - a) - (b ^ n - a ^ n)).
  { pose proof (pow_secant n a b Hn Ha ltac:(lra)). lra. }
  assert (H1 : b * (INR n * b ^ (n - 1) * (b - a) - (b ^ n - a ^ n))
               <= 1 * (INR n * b ^ (n - 1) * (b - a) - (b ^ n - a ^ n)))
    by (apply Rmult_le_compat_r; lra).
  assert (H2 : (b - a) * (b ^ n - a ^ n) <= (b - a) * (INR n * (b - a))).
  { apply Rmult_le_compat_l; [lra|]. apply pow_secant_1; auto. }
  replace (S n - 1)%nat with n by lia.
  rewrite <- (pow_pred_mult n b) in * by auto.
  rewrite S_INR. simpl pow in *. rewrite <- (pow_pred_mult n b) in * by auto. lra.
Qed.

Theorem gap_le_half_quadratic : forall K p n, policy K p -> (1 <= n)%nat ->
  formula (INR n) - kl K (best_of K p n) p
  <= INR n * (INR n - 1) / 2 * sum K (fun i => p i ^ 2).
Proof.
  intros K p n P Hn. rewrite gap_is_sum_of_local_gaps, <- sum_scal by auto.
  apply sum_le. intros i Hi. destruct (cdf_interval K p i P Hi) as [H1 [H2 H3]].
  replace (p i ^ 2) with ((cdf p (S i) - cdf p i) ^ 2) by (rewrite cdf_step; lra).
  eapply Rle_trans; [apply local_gap_le_tangent; auto|].
  apply tangent_defect_le; auto; lra.
Qed.

Lemma sum_sq_nonneg : forall K p, 0 <= sum K (fun i => p i ^ 2).
Proof. intros. apply sum_nonneg. intros. apply pow2_ge_0. Qed.

Lemma n_n1_nonneg : forall n, (1 <= n)%nat -> 0 <= INR n * (INR n - 1).
Proof. intros n Hn. pose proof (INR_ge_1 n Hn). apply Rmult_le_pos; lra. Qed.

Theorem gap_le_quadratic : forall K p n, policy K p -> (1 <= n)%nat ->
  formula (INR n) - kl K (best_of K p n) p
  <= 2 * INR n * (INR n - 1) * sum K (fun i => p i ^ 2).
Proof.
  intros K p n P Hn. pose proof (gap_le_half_quadratic K p n P Hn) as H.
  pose proof (Rmult_le_pos _ _ (n_n1_nonneg n Hn) (sum_sq_nonneg K p)). lra.
Qed.

Theorem gap_le_largest : forall K p n d, policy K p -> (1 <= n)%nat ->
  (forall i, (i < K)%nat -> p i <= d) ->
  formula (INR n) - kl K (best_of K p n) p <= 2 * INR n * (INR n - 1) * d.
Proof.
  intros K p n d P Hn Hd. eapply Rle_trans; [apply gap_le_quadratic; auto|].
  apply Rmult_le_compat_l; [pose proof (n_n1_nonneg n Hn); lra|].
  apply Rle_trans with (sum K (fun i => d * p i)).
  - apply sum_le. intros i Hi. assert (0 < p i) by (apply P; auto).
    simpl pow. rewrite Rmult_1_r. apply Rmult_le_compat_r; [lra|auto].
  - rewrite sum_scal. destruct P as [_ P]. rewrite P. lra.
Qed.

(** ** The sharp quadratic constant *)

Theorem gap_le_quadratic_weighted : forall K p n k, policy K p -> (2 <= n)%nat ->
  (forall t, 0 < t -> t <= 1 -> top_gap n t <= k * t ^ 2) ->
  formula (INR n) - kl K (best_of K p n) p
  <= k * sum K (fun i => cdf p (S i) ^ (n - 2) * p i ^ 2).
Proof.
  intros K p n k P Hn Hk.
  rewrite gap_is_sum_of_local_gaps, <- sum_scal by (auto; lia).
  apply sum_le. intros i Hi. destruct (cdf_interval K p i P Hi) as [H1 [H2 H3]].
  rewrite local_gap_scale by (auto; lia). rewrite cdf_step.
  assert (HP : 0 < p i) by (apply P; auto).
  assert (T : p i / cdf p (S i) <= 1).
  { apply Rmult_le_reg_r with (cdf p (S i)); [lra|].
    rewrite (quotient_times (p i) (cdf p (S i))) by lra.
    rewrite cdf_S in *. lra. }
  specialize (Hk (p i / cdf p (S i)) ltac:(apply Rdiv_lt_0_compat; lra) T).
  apply Rle_trans with (cdf p (S i) ^ n * (k * (p i / cdf p (S i)) ^ 2)).
  - apply Rmult_le_compat_l; [apply pow_le; lra|exact Hk].
  - right. rewrite (pow_split 2 n) by lia.
    simpl pow. field. lra.
Qed.

(* a top atom of mass t above N equal outcomes *)
Definition top_atom (N : nat) (t : R) (i : nat) : R :=
  if Nat.ltb i N then (1 - t) / INR N else t.

Lemma top_atom_below : forall N t, (1 <= N)%nat ->
  sum N (top_atom N t) = 1 - t /\
  sum N (fun i => top_atom N t i ^ 2) = (1 - t) ^ 2 / INR N.
Proof.
  intros N t HN. pose proof (INR_gt_0 N HN) as H.
  assert (C : forall k c, sum k (fun _ => c) = INR k * c).
  { induction k as [|k IH]; intros c; simpl sum; [simpl; lra|].
    rewrite IH, S_INR. lra. }
  split.
  - rewrite (sum_ext N _ (fun _ => (1 - t) / INR N)), C; [field; lra|].
    intros i Hi. unfold top_atom. destruct (Nat.ltb_spec i N); [reflexivity|lia].
  - rewrite (sum_ext N _ (fun _ => ((1 - t) / INR N) ^ 2)), C; [field; lra|].
    intros i Hi. unfold top_atom. destruct (Nat.ltb_spec i N); [reflexivity|lia].
Qed.

Lemma top_atom_cubes : forall N t, (1 <= N)%nat ->
  sum N (fun i => top_atom N t i ^ 3) = (1 - t) ^ 3 / INR N ^ 2.
Proof.
  intros N t HN. pose proof (INR_gt_0 N HN) as H.
  assert (C : forall k c, sum k (fun _ => c) = INR k * c).
  { induction k as [|k IH]; intros c; simpl sum; [simpl; lra|].
    rewrite IH, S_INR. lra. }
  rewrite (sum_ext N _ (fun _ => ((1 - t) / INR N) ^ 3)), C; [field; lra|].
  intros i Hi. unfold top_atom. destruct (Nat.ltb_spec i N); [reflexivity|lia].
Qed.

Lemma top_atom_top : forall N t, top_atom N t N = t.
Proof. intros. unfold top_atom. rewrite Nat.ltb_irrefl. reflexivity. Qed.

Lemma top_atom_policy : forall N t, (1 <= N)%nat -> 0 < t -> t < 1 ->
  policy (S N) (top_atom N t).
Proof.
  intros N t HN H0 H1. pose proof (INR_gt_0 N HN) as H. split.
  - intros i Hi. unfold top_atom. destruct (Nat.ltb_spec i N); [|lra].
    apply Rdiv_lt_0_compat; lra.
  - simpl sum. rewrite (proj1 (top_atom_below N t HN)), top_atom_top. lra.
Qed.

Lemma point_policy : policy 1 (fun _ => 1).
Proof. split; [intros; lra|simpl; lra]. Qed.

Theorem quadratic_constant_iff : forall n k, (2 <= n)%nat ->
  ((forall K p, policy K p ->
      formula (INR n) - kl K (best_of K p n) p <= k * sum K (fun i => p i ^ 2))
   <-> (forall t, 0 < t -> t <= 1 -> top_gap n t <= k * t ^ 2)).
Proof.
  intros n k Hn. split.
  - intros H t H0 [H1| -> ].
    + apply Rnot_lt_le. intro L.
      (* k t^2 + k (1-t)^2 / N < top_gap n t for N large *)
      set (d := top_gap n t - k * t ^ 2). assert (D : 0 < d) by (unfold d; lra).
      destruct (nat_above (k * (1 - t) ^ 2 / d)) as [M HM].
      set (N := S M). assert (HN : (1 <= N)%nat) by (unfold N; lia).
      assert (NP : 0 < INR N) by (apply INR_gt_0; auto).
      assert (HMN : k * (1 - t) ^ 2 / d < INR N) by (unfold N; rewrite S_INR; lra).
      clearbody N.
      pose proof (top_atom_policy N t HN H0 H1) as P.
      specialize (H _ _ P). pose proof (gap_ge_top _ _ n P ltac:(lia)) as G.
      replace (S N - 1)%nat with N in G by lia. rewrite top_atom_top in G.
      rewrite sum_S in H. rewrite (proj2 (top_atom_below N t HN)), top_atom_top in H.
      assert (k * (1 - t) ^ 2 < INR N * d).
      { apply Rmult_lt_reg_r with (/ d); [apply Rinv_0_lt_compat; auto|].
        replace (INR N * d * / d) with (INR N) by (field; lra). exact HMN. }
      assert (k * ((1 - t) ^ 2 / INR N) < d).
      { apply Rmult_lt_reg_r with (INR N); auto.
        replace (k * ((1 - t) ^ 2 / INR N) * INR N) with (k * (1 - t) ^ 2)
          by (field; lra). lra. }
      unfold d in *. lra.
    + specialize (H _ _ point_policy).
      pose proof (gap_ge_top _ _ n point_policy ltac:(lia)) as G.
      simpl in H, G. simpl. lra.
  - intros H K p P. eapply Rle_trans; [apply (gap_le_quadratic_weighted K p n k); auto|].
    assert (K0 : 0 <= k).
    { specialize (H 1 ltac:(lra) ltac:(lra)).
      pose proof (top_gap_nonneg n 1 ltac:(lia) ltac:(lra) ltac:(lra)). simpl in H. lra. }
    apply Rmult_le_compat_l; auto. apply sum_le. intros i Hi.
    destruct (cdf_interval K p i P Hi) as [H1 [H2 H3]].
    apply mult_le_right; [apply pow2_ge_0|].
    apply pow_le_1; lra.
Qed.

(** ** The sharp cubic constant, n >= 3 *)

(* 1 + a + ... + a^(n-1) and its derivative *)
Definition geo (n : nat) (a : R) : R := sum n (fun l => a ^ l).
Definition dgeo (n : nat) (a : R) : R := sum n (fun l => INR l * a ^ pred l).

Lemma geo_closed : forall n a, (1 - a) * geo n a = 1 - a ^ n.
Proof.
  induction n as [|n IH]; intros a; unfold geo in *; simpl sum; [simpl; lra|].
  rewrite Rmult_plus_distr_l, IH. simpl. lra.
Qed.

Lemma dgeo_closed : forall n a, (1 - a) * dgeo n a = geo n a - INR n * a ^ (n - 1).
Proof.
  induction n as [|n IH]; intros a; unfold geo, dgeo in *; simpl sum; [simpl; lra|].
  rewrite Rmult_plus_distr_l, IH. replace (S n - 1)%nat with n by lia. rewrite S_INR.
  destruct n as [|k]; [simpl; lra|]. simpl pred. replace (S k - 1)%nat with k by lia.
  simpl pow. lra.
Qed.

Lemma geo_derivative : forall n a, derivable_pt_lim (geo n) a (dgeo n a).
Proof.
  induction n as [|n IH]; intros a; unfold geo, dgeo in *; simpl sum.
  - apply dl_const.
  - apply (dl_plus (fun a => sum n (fun l => a ^ l)) (fun a => a ^ n));
      [apply IH|apply dl_pow].
Qed.

Lemma geo_ge_1 : forall n a, (1 <= n)%nat -> 0 <= a -> 1 <= geo n a.
Proof.
  intros n a Hn Ha. induction Hn as [|n Hn IH]; unfold geo in *; simpl sum; [simpl; lra|].
  pose proof (pow_le a n Ha). lra.
Qed.

Lemma geo_le_n : forall n a, 0 <= a -> a <= 1 -> geo n a <= INR n.
Proof.
  intros n a Ha H1. induction n as [|n IH]; unfold geo in *; simpl sum; [simpl; lra|].
  rewrite S_INR. pose proof (pow_le_1 n a Ha H1). lra.
Qed.

(* the polynomial inequality behind the cubic bound *)
Lemma cubic_key : forall n a, (3 <= n)%nat -> 0 <= a -> a <= 1 ->
  (1 + (INR n - 1) * a / 4) * geo n a - INR n * a ^ (n - 1)
  <= INR n * (INR n - 1) / 8 * ((INR n - 1) - (INR n - 3) * a).
Proof.
  intros n a Hn Ha H1. induction Hn as [|n Hn IH].
  - unfold geo. simpl. assert (0 <= (1 - a) * ((1 - a) * (1 - a))).
    { apply Rmult_le_pos; [lra|apply Rle_0_sqr]. }
    lra.
  - replace (S n - 1)%nat with n by lia. rewrite S_INR.
    assert (N3 : 3 <= INR n) by (replace 3 with (INR 3) by (simpl; lra); apply le_INR; auto).
    assert (G : geo (S n) a = geo n a + a ^ n) by reflexivity. rewrite G.
    pose proof (geo_le_n n a Ha H1) as Gn.
    assert (A0 : 0 <= a ^ (n - 1)) by (apply pow_le; auto).
    assert (A1 : a ^ (n - 1) <= 1) by (apply pow_le_1; auto).
    assert (A2 : a ^ n * a <= a * a).
    { apply Rmult_le_compat_r; auto. 
      apply Rle_trans with (a ^ 1); [apply pow_antitone; auto; lia|rewrite pow_1; lra]. }
    rewrite <- (pow_pred_mult n a) in * by lia. set (c := a ^ (n - 1)) in *.
    assert (B1 : 0 <= INR n * (a * (INR n - geo n a) / 4)).
    { apply Rmult_le_pos; [lra|]. assert (0 <= a * (INR n - geo n a)) by (apply Rmult_le_pos; lra). lra. }
    assert (B1' : 0 <= a * (INR n - geo n a)) by (apply Rmult_le_pos; lra).
    assert (B2 : 0 <= INR n * (a * a - a * c * a)) by (apply Rmult_le_pos; lra).
    assert (B3 : 0 <= INR n * ((1 - a) * (1 - c))).
    { apply Rmult_le_pos; [lra|apply Rmult_le_pos; lra]. }
    assert (B4 : 0 <= INR n * ((1 - a) * (3 * (INR n - 3) + 2 * a))).
    { apply Rmult_le_pos; [lra|apply Rmult_le_pos; lra]. }
    lra.
Qed.

(* f ln (f/m) - f + m <= n(n-1)^2/8 (1-a)^2, f = n a^(n-1), m = geo n a *)
Lemma cubic_bregman : forall n a, (3 <= n)%nat -> 0 < a -> a <= 1 ->
  ln (INR n * a ^ (n - 1)) - ln (geo n a)
  <= (INR n * (INR n - 1) ^ 2 / 8 * (1 - a) ^ 2 + INR n * a ^ (n - 1) - geo n a)
     / (INR n * a ^ (n - 1)).
Proof.
  intros n a Hn Ha H1.
  assert (N3 : 3 <= INR n) by (replace 3 with (INR 3) by (simpl; lra); apply le_INR; auto).
  set (c := INR n * (INR n - 1) ^ 2 / 8).
  set (f := fun u => INR n * u ^ (n - 1)).
  set (D := fun u => (c * (1 - u) ^ 2 + f u - geo n u) / f u - (ln (f u) - ln (geo n u))).
  assert (Fp : forall u, 0 < u -> 0 < f u).
  { intros u Hu. apply Rmult_lt_0_compat; [lra|apply pow_lt; auto]. }
  assert (Mp : forall u, 0 < u -> 0 < geo n u).
  { intros u Hu. pose proof (geo_ge_1 n u ltac:(lia) ltac:(lra)). lra. }
  set (f' := fun u => INR n * (INR (n - 1) * u ^ pred (n - 1))).
  assert (Fd : forall u, derivable_pt_lim f u (f' u)).
  { intros u. apply dl_scal, dl_pow. }
  assert (F' : forall u, 0 < u -> f' u = (INR n - 1) * f u / u).
  { intros u Hu. unfold f', f. rewrite minus_INR by lia. simpl (INR 1).
    rewrite <- (pow_pred_mult (n - 1) u) by lia.
    replace (pred (n - 1)) with (n - 1 - 1)%nat by lia. field. lra. }
  assert (H : D 1 <= D a).
  { apply (nonincreasing D (fun u =>
      ((c * (INR 2 * (1 - u) ^ pred 2 * (0 - 1)) + f' u - dgeo n u) * f u
       - f' u * (c * (1 - u) ^ 2 + f u - geo n u)) / Rsqr (f u)
      - (/ f u * f' u - / geo n u * dgeo n u))); [auto| |].
    - intros u Hu. pose proof (Fp u ltac:(lra)). pose proof (Mp u ltac:(lra)).
      unfold D. apply dl_minus.
      + apply (dl_div (fun u => c * (1 - u) ^ 2 + f u - geo n u) f); [|apply Fd|lra].
        apply dl_minus; [|apply geo_derivative]. apply dl_plus; [|apply Fd].
        apply dl_scal. apply (dl_comp (fun u => 1 - u) (fun x => x ^ 2)).
        * apply dl_minus; [apply dl_const|apply dl_id].
        * apply dl_pow.
      + apply dl_minus.
        * apply (dl_lncomp f); auto.
        * apply (dl_lncomp (geo n)); [apply geo_derivative|auto].
    - intros u Hu. pose proof (Fp u ltac:(lra)) as FP. pose proof (Mp u ltac:(lra)) as MP.
      rewrite F' by lra. pose proof (dgeo_closed n u) as E. fold (f u) in E.
      pose proof (cubic_key n u Hn ltac:(lra) ltac:(lra)) as Key. fold (f u) in Key.
      simpl pred. simpl (INR 2). rewrite pow_1.
      set (F := f u) in *. set (m := geo n u) in *. set (d := dgeo n u) in *.
      assert (Em : m = F + (1 - u) * d) by lra.
      (* square completion: d^2/m >= (n-1) d - (n-1)^2/4 m *)
      assert (Sq : 0 <= (d - (INR n - 1) / 2 * m) ^ 2 / m).
      { apply Rmult_le_pos; [apply pow2_ge_0|]. left. apply Rinv_0_lt_compat; auto. }
      assert (Sq' : (d - (INR n - 1) / 2 * m) ^ 2 / m
        = d * d / m - (INR n - 1) * d + (INR n - 1) ^ 2 / 4 * m) by (field; lra).
      assert (Key' : (INR n - 1) * ((1 + (INR n - 1) * u / 4) * m - F)
        <= (INR n - 1) * (INR n * (INR n - 1) / 8 * (INR n - 1 - (INR n - 3) * u)))
        by (apply Rmult_le_compat_l; lra).
      assert (Sq2 : 0 <= u * (d * d / m - (INR n - 1) * d + (INR n - 1) ^ 2 / 4 * m)).
      { apply Rmult_le_pos; lra. }
      assert (V : (INR n - 1) * d - u * (d * d / m) - c * 2 * u - (INR n - 1) * c * (1 - u) <= 0).
      { unfold c. set (q := d * d / m) in *. clearbody q. rewrite Em in Key', Sq2.
        simpl pow in *.
        assert (Key2 : (INR n - 1) * ((1 + (INR n - 1) * u / 4) * (F + (1 - u) * d) - F)
          = (INR n - 1) * ((1 - u) * d) + (INR n - 1) * ((INR n - 1) * u / 4) * (F + (1 - u) * d))
          by lra.
        lra. }
      match goal with |- ?X <= 0 => replace X with
        (((INR n - 1) * d - u * (d * d / m) - c * 2 * u - (INR n - 1) * c * (1 - u))
         * ((1 - u) / (u * F))) end.
      + assert (0 < (1 - u) / (u * F)).
        { apply Rdiv_lt_0_compat; [lra|]. apply Rmult_lt_0_compat; lra. }
        apply Rmult_le_reg_r with (/ ((1 - u) / (u * F))); [apply Rinv_0_lt_compat; auto|].
        rewrite Rmult_assoc, Rinv_r by lra. lra.
      + unfold Rsqr. rewrite Em. rewrite Em in MP. field. repeat split; lra. }
  assert (D 1 = 0) as D1.
  { assert (G1 : geo n 1 = INR n).
    { unfold geo. clear. induction n as [|n IH]; [reflexivity|].
      simpl sum. rewrite IH, S_INR, pow1. reflexivity. }
    unfold D, f. rewrite G1, pow1. replace (INR n * 1) with (INR n) by lra. lra. }
  unfold D, f in H, D1. unfold D in H. rewrite D1 in H. fold c. lra.
Qed.

Lemma formula_le_cubic : forall n, (3 <= n)%nat ->
  formula (INR n) <= INR n * (INR n - 1) ^ 2 / 24.
Proof.
  intros n Hn. induction Hn as [|n Hn IH].
  - replace (INR 3) with 3 by (simpl; lra).
    pose proof (ln_atanh_bounds (1 / 2) ltac:(lra) ltac:(lra)) as [_ L].
    rewrite <- ln_div in L by lra. replace ((1 + 1 / 2) / (1 - 1 / 2)) with 3 in L by lra.
    unfold formula. simpl in *. lra.
  - assert (N3 : 3 <= INR n) by (replace 3 with (INR 3) by (simpl; lra); apply le_INR; auto).
    rewrite S_INR. unfold formula in *.
    assert (L : ln (INR n + 1) - ln (INR n) <= 1 / INR n).
    { rewrite <- ln_div by lra.
      eapply Rle_trans; [apply ln_le_sub_1; apply Rdiv_lt_0_compat; lra|].
      right. field. lra. }
    assert (E : 1 / INR n + (INR n - 1) / INR n = 1) by (field; lra).
    assert (E' : (INR n + 1 - 1) / (INR n + 1) = 1 - / (INR n + 1)) by (field; lra).
    assert (I : / (INR n + 1) <= 1).
    { rewrite <- Rinv_1. apply Rinv_le_contravar; lra. }
    assert (0 <= (INR n - 3) * INR n) by (apply Rmult_le_pos; lra).
    rewrite E'. simpl pow in *. lra.
Qed.

(* top_gap as a function of the lower end u = 1 - t, and its derivative *)
Definition top_curve (n : nat) (u : R) : R :=
  Phi n 1 - Phi n u - (1 - u ^ n) * ln (geo n u).

Lemma top_gap_curve : forall n t, 0 < t -> top_gap n t = top_curve n (1 - t).
Proof.
  intros n t H0. unfold top_gap, local_gap, top_curve. rewrite pow1.
  replace ((1 - (1 - t) ^ n) / (1 - (1 - t))) with (geo n (1 - t)).
  - reflexivity.
  - rewrite <- geo_closed. field. lra.
Qed.

Lemma top_curve_derivative : forall n u, (1 <= n)%nat -> 0 < u ->
  derivable_pt_lim (top_curve n) u
    (- (INR n * u ^ (n - 1) * (ln (INR n * u ^ (n - 1)) - ln (geo n u))
        - INR n * u ^ (n - 1) + geo n u)).
Proof.
  intros n u Hn Hu. pose proof (geo_ge_1 n u Hn ltac:(lra)) as M.
  eapply dl_eq.
  - unfold top_curve. apply dl_minus; [apply dl_minus|].
    + apply dl_const.
    + apply Phi_derivative; auto.
    + apply (dl_mult (fun u => 1 - u ^ n) (fun u => ln (geo n u))).
      * apply dl_minus; [apply dl_const|apply dl_pow].
      * apply (dl_lncomp (geo n)); [apply geo_derivative|lra].
  - cbv beta. rewrite <- (geo_closed n u). replace (pred n) with (n - 1)%nat by lia.
    replace ((1 - u) * geo n u * (/ geo n u * dgeo n u)) with ((1 - u) * dgeo n u)
      by (field; lra).
    rewrite dgeo_closed. lra.
Qed.

Theorem top_gap_le_cubic : forall n t, (3 <= n)%nat -> 0 <= t -> t <= 1 ->
  top_gap n t <= INR n * (INR n - 1) ^ 2 / 24 * t ^ 3.
Proof.
  intros n t Hn H0 [H1| -> ].
  2:{ rewrite top_gap_1 by lia. rewrite pow1, Rmult_1_r. apply formula_le_cubic; auto. }
  destruct H0 as [H0|<-].
  2:{ rewrite top_gap_0. simpl. lra. }
  set (c := INR n * (INR n - 1) ^ 2 / 8).
  assert (Mono : top_curve n (1 - t) - c / 3 * (1 - (1 - t)) ^ 3
                 <= top_curve n 1 - c / 3 * (1 - 1) ^ 3).
  { apply (nondecreasing (fun u => top_curve n u - c / 3 * (1 - u) ^ 3) (fun u =>
      - (INR n * u ^ (n - 1) * (ln (INR n * u ^ (n - 1)) - ln (geo n u))
         - INR n * u ^ (n - 1) + geo n u)
      - c / 3 * (INR 3 * (1 - u) ^ pred 3 * (0 - 1)))); [lra| |].
    - intros u Hu. apply dl_minus; [apply top_curve_derivative; [lia|lra]|].
      apply dl_scal. apply (dl_comp (fun u => 1 - u) (fun x => x ^ 3)).
      + apply dl_minus; [apply dl_const|apply dl_id].
      + apply dl_pow.
    - intros u Hu. pose proof (cubic_bregman n u Hn ltac:(lra) ltac:(lra)) as B.
      fold c in B.
      assert (Fp : 0 < INR n * u ^ (n - 1)).
      { apply Rmult_lt_0_compat; [apply INR_gt_0; lia|apply pow_lt; lra]. }
      set (F := INR n * u ^ (n - 1)) in *. set (m := geo n u) in *.
      assert (B' : F * (ln F - ln m) <= c * (1 - u) ^ 2 + F - m).
      { apply Rle_trans with (F * ((c * (1 - u) ^ 2 + F - m) / F)).
        - apply Rmult_le_compat_l; lra.
        - right. field. lra. }
      simpl pred. replace (INR 3) with 3 by (simpl; lra). lra. }
  rewrite top_gap_curve by auto.
  assert (C1 : top_curve n 1 = 0) by (unfold top_curve; rewrite pow1; lra).
  rewrite C1 in Mono. replace (1 - (1 - t)) with t in Mono by lra.
  unfold c in Mono. lra.
Qed.

Theorem gap_le_cubic_weighted : forall K p n, policy K p -> (3 <= n)%nat ->
  formula (INR n) - kl K (best_of K p n) p
  <= INR n * (INR n - 1) ^ 2 / 24
     * sum K (fun i => cdf p (S i) ^ (n - 3) * p i ^ 3).
Proof.
  intros K p n P Hn.
  rewrite gap_is_sum_of_local_gaps, <- sum_scal by (auto; lia).
  apply sum_le. intros i Hi. destruct (cdf_interval K p i P Hi) as [H1 [H2 H3]].
  rewrite local_gap_scale by (auto; lia). rewrite cdf_step.
  assert (HP : 0 < p i) by (apply P; auto).
  assert (T : p i / cdf p (S i) <= 1).
  { apply Rmult_le_reg_r with (cdf p (S i)); [lra|].
    rewrite (quotient_times (p i) (cdf p (S i))) by lra.
    rewrite cdf_S in *. lra. }
  assert (T0 : 0 < p i / cdf p (S i)) by (apply Rdiv_lt_0_compat; lra).
  pose proof (top_gap_le_cubic n _ Hn (Rlt_le _ _ T0) T) as C.
  eapply Rle_trans; [apply Rmult_le_compat_l; [apply pow_le; lra|exact C]|].
  right. rewrite (pow_split 3 n) by lia.
  simpl pow. field. lra.
Qed.

Theorem gap_le_cubic : forall K p n, policy K p -> (3 <= n)%nat ->
  formula (INR n) - kl K (best_of K p n) p
  <= INR n * (INR n - 1) ^ 2 / 24 * sum K (fun i => p i ^ 3).
Proof.
  intros K p n P Hn. eapply Rle_trans; [apply gap_le_cubic_weighted; auto|].
  apply Rmult_le_compat_l.
  - assert (0 <= INR n * (INR n - 1) ^ 2); [|lra].
    apply Rmult_le_pos; [apply pos_INR|apply pow2_ge_0].
  - apply sum_le. intros i Hi. destruct (cdf_interval K p i P Hi) as [H1 [H2 H3]].
    assert (0 < p i ^ 3) by (apply pow_lt; apply P; auto).
    apply mult_le_right; [lra|].
    apply pow_le_1; lra.
Qed.
