(** * The optimal curve of win rate and divergence, and what best-of-n loses to it

    - [law_on_levels]    of any law on outcomes: the masses of levels form a law,
                         whose KL is no larger and whose win rate is the same
    - [curve_of_tilt]    curve_kl and curve_win_rate are the integrals over [0,1] of
                         f ln f and u f for the density f u = c e^(cu)/(e^c - 1), by
                         antiderivatives
    - [curve_kl_onto]    the curve has a point at every KL > 0
    - [win_rate_ties_le_optimal_curve]  kl f p <= curve_kl c gives
                         W <= curve_win_rate c, also where rewards tie
    - [win_rate_at_no_divergence]  at kl f p = 0, the end of the curve, W <= 1/2
    - [optimal_win_rate]  so every law is below the curve at its own KL
    - [trade_off_at_formula]  kl f p <= formula n gives
                         W <= n/(n+1) + 1/(n^2 (n+1))
    - [trade_off_at_best_of]  a law of no more KL than best-of-n wins at most
                         1/(n^2 (n+1)) + n(n-1)/12 sum p^3 more often
    - [rewind_at_formula]  1 - e^(- formula n)/2 <= n/(n+1)
*)
Require Import Reals Lra Lia.
From BoN Require Import Definitions Sums Calculus Law KL WinRate Ties Divergences Tilt.
Open Scope R_scope.

(** ** From outcomes to levels *)

Lemma level_mass_nonneg : forall K lvl q l, (forall i, (i < K)%nat -> 0 <= q i) ->
  0 <= level_mass K lvl q l.
Proof.
  intros K lvl q l Q. apply sum_nonneg. intros i Hi. destruct (Nat.eqb (lvl i) l); [auto|lra].
Qed.

Lemma outcome_le_level_mass : forall K lvl q i, (forall j, (j < K)%nat -> 0 <= q j) ->
  (i < K)%nat -> q i <= level_mass K lvl q (lvl i).
Proof.
  intros K lvl q i Q Hi.
  pose proof (sum_term_le K (fun j => if Nat.eqb (lvl j) (lvl i) then q j else 0) i) as T.
  cbv beta in T. rewrite Nat.eqb_refl in T. apply T; [|exact Hi].
  intros j Hj. destruct (Nat.eqb (lvl j) (lvl i)); [auto|lra].
Qed.

Lemma level_mass_sum : forall K L lvl q, levels K L lvl ->
  sum L (level_mass K lvl q) = sum K q.
Proof.
  intros K L lvl q V. rewrite (sum_ext K q (fun i => q i * 1)) by (intros; lra).
  rewrite (sum_by_level K L lvl q (fun _ => 1)) by apply V.
  apply sum_ext. intros. lra.
Qed.

Lemma kl_of_levels_le : forall K L lvl q p, levels K L lvl -> policy K p ->
  distribution K q -> kl L (level_mass K lvl q) (level_mass K lvl p) <= kl K q p.
Proof.
  intros K L lvl q p V P [Q1 Q2].
  set (r := fun l => level_mass K lvl q l / level_mass K lvl p l).
  assert (PL : forall l, (l < L)%nat -> 0 < level_mass K lvl p l)
    by (intros; apply (level_mass_pos K L); auto; apply P).
  assert (E : kl L (level_mass K lvl q) (level_mass K lvl p)
    = sum K (fun i => q i * ln (r (lvl i)))).
  { symmetry. apply (sum_by_level K L lvl q (fun l => ln (r l))). apply V. }
  assert (Z : sum K (fun i => q i - p i * r (lvl i)) = 0).
  { rewrite sum_minus, (sum_by_level K L lvl p r) by apply V.
    rewrite (sum_ext L _ (level_mass K lvl q)).
    - rewrite (level_mass_sum K L) by auto. lra.
    - intros l Hl. unfold r. specialize (PL l Hl). field. lra. }
  assert (0 <= sum K (fun i => q i * ln (q i / p i) - q i * ln (r (lvl i)))) as H.
  { rewrite <- Z. apply sum_le. intros i Hi. assert (HP : 0 < p i) by (apply P; auto).
    assert (B : 0 < level_mass K lvl p (lvl i)) by (apply PL, V; auto).
    destruct (Q1 i Hi) as [Hq|Hq].
    - assert (A : 0 < level_mass K lvl q (lvl i)).
      { pose proof (outcome_le_level_mass K lvl q i Q1 Hi). lra. }
      assert (RP : 0 < r (lvl i)) by (apply Rdiv_lt_0_compat; auto).
      pose proof (a_ln_ratio (q i) (p i * r (lvl i)) Hq
        ltac:(apply Rmult_lt_0_compat; auto)) as G.
      rewrite ln_mult in G by auto. rewrite ln_div by auto. lra.
    - rewrite <- Hq. assert (0 <= r (lvl i)).
      { apply Rmult_le_pos; [apply level_mass_nonneg; auto|].
        left. apply Rinv_0_lt_compat; auto. }
      assert (0 <= p i * r (lvl i)) by (apply Rmult_le_pos; lra). lra. }
  rewrite sum_minus in H. rewrite E. unfold kl. lra.
Qed.

Theorem law_on_levels : forall K L lvl p f,
  levels K L lvl -> policy K p -> distribution K f ->
  distribution L (level_mass K lvl f)
  /\ kl L (level_mass K lvl f) (level_mass K lvl p) <= kl K f p
  /\ win_rate_ties K lvl f p = win_rate L (level_mass K lvl f) (level_mass K lvl p).
Proof.
  intros K L lvl p f V P F. split; [split|split].
  - intros l Hl. apply level_mass_nonneg. apply F.
  - rewrite (level_mass_sum K L) by auto. apply F.
  - apply kl_of_levels_le; auto.
  - apply win_rate_ties_levels_eq; auto.
Qed.

(** ** The curve *)

Lemma exp_minus_1_pos : forall c, 0 < c -> 0 < exp c - 1.
Proof. intros c Hc. pose proof (exp_ineq1 c ltac:(lra)). lra. Qed.

Theorem curve_of_tilt : forall c, 0 < c -> exists F M H : R -> R,
  (forall u, derivable_pt_lim F u (c * exp (c * u) / (exp c - 1))) /\ F 1 - F 0 = 1 /\
  (forall u, derivable_pt_lim M u (u * (c * exp (c * u) / (exp c - 1)))) /\
  M 1 - M 0 = curve_win_rate c /\
  (forall u, derivable_pt_lim H u
     (c * exp (c * u) / (exp c - 1) * ln (c * exp (c * u) / (exp c - 1)))) /\
  H 1 - H 0 = curve_kl c.
Proof.
  intros c Hc. pose proof (exp_minus_1_pos c Hc) as E. set (z := exp c - 1) in *.
  assert (Z : exp c = z + 1) by (unfold z; lra).
  assert (DE : forall u, derivable_pt_lim (fun u => exp (c * u)) u (exp (c * u) * (c * 1))).
  { intros u. apply (dl_comp (fun u => c * u) exp); [apply dl_scal, dl_id|].
    apply derivable_pt_lim_exp. }
  assert (DF : forall u, derivable_pt_lim (fun u => / z * exp (c * u)) u
    (c * exp (c * u) / z)).
  { intros u. eapply dl_eq; [apply dl_scal, DE|]. lra. }
  assert (DM : forall u, derivable_pt_lim (fun u => / z * ((u - / c) * exp (c * u))) u
    (u * (c * exp (c * u) / z))).
  { intros u. eapply dl_eq.
    - apply dl_scal. apply (dl_mult (fun u => u - / c) (fun u => exp (c * u))); [|apply DE].
      apply dl_minus; [apply dl_id|apply dl_const].
    - field. lra. }
  exists (fun u => / z * exp (c * u)), (fun u => / z * ((u - / c) * exp (c * u))),
    (fun u => (ln c - ln z) * (/ z * exp (c * u)) + c * (/ z * ((u - / c) * exp (c * u)))).
  rewrite Rmult_0_r, Rmult_1_r, exp_0, Z. unfold curve_kl, curve_win_rate. fold z. rewrite Z.
  split; [exact DF|]. split; [field; lra|]. split; [exact DM|]. split; [field; lra|]. split.
  - intros u. eapply dl_eq; [apply dl_plus; apply dl_scal; [apply DF|apply DM]|].
    pose proof (exp_pos (c * u)) as P.
    rewrite ln_div, ln_mult, ln_exp by (auto; apply Rmult_lt_0_compat; auto). lra.
  - rewrite ln_div by auto. field. lra.
Qed.

Lemma curve_kl_le : forall c, 0 < c -> curve_kl c <= c.
Proof.
  intros c Hc. pose proof (exp_minus_1_pos c Hc) as E. unfold curve_kl.
  pose proof (exp_ineq1_le c) as E1.
  assert (L : 0 <= ln ((exp c - 1) / c)).
  { apply ln_nonneg. apply Rmult_le_reg_r with c; auto.
    rewrite (quotient_times (exp c - 1) c) by lra. lra. }
  assert (c * exp c / (exp c - 1) <= c + 1).
  { apply Rmult_le_reg_r with (exp c - 1); auto.
    rewrite (quotient_times (c * exp c) (exp c - 1)) by lra. lra. }
  lra.
Qed.

Lemma curve_kl_ge : forall c, 0 < c -> ln c - 1 <= curve_kl c.
Proof.
  intros c Hc. pose proof (exp_minus_1_pos c Hc) as E. unfold curve_kl.
  rewrite ln_div by auto.
  pose proof (ln_le_mono (exp c - 1) (exp c) E ltac:(lra)) as L. rewrite ln_exp in L.
  assert (c <= c * exp c / (exp c - 1)).
  { apply Rmult_le_reg_r with (exp c - 1); auto.
    rewrite (quotient_times (c * exp c) (exp c - 1)) by lra. lra. }
  lra.
Qed.

Lemma curve_kl_continuous : forall c, 0 < c -> continuity_pt curve_kl c.
Proof.
  intros c Hc. pose proof (exp_minus_1_pos c Hc) as E.
  assert (D : derivable_pt_lim (fun u => exp u - 1) c (exp c - 0)).
  { apply dl_minus; [apply derivable_pt_lim_exp|apply dl_const]. }
  apply derivable_continuous_pt. unfold curve_kl. eexists.
  apply dl_minus; [apply dl_minus; [|apply dl_const]|].
  - apply (dl_div (fun u => u * exp u) (fun u => exp u - 1)); [|exact D|lra].
    apply (dl_mult (fun u => u) exp); [apply dl_id|apply derivable_pt_lim_exp].
  - apply (dl_lncomp (fun u => (exp u - 1) / u)); [|apply Rdiv_lt_0_compat; auto].
    apply (dl_div (fun u => exp u - 1) (fun u => u)); [exact D|apply dl_id|lra].
Qed.

Theorem curve_kl_onto : forall v, 0 < v -> exists c, 0 < c /\ curve_kl c = v.
Proof.
  intros v Hv. set (g := fun z => curve_kl (exp z) - v).
  assert (C : continuity g).
  { intros z. apply continuity_pt_minus; [|apply continuity_pt_const; intros x y; reflexivity].
    apply (continuity_pt_comp exp curve_kl); [|apply curve_kl_continuous, exp_pos].
    apply derivable_continuous_pt, derivable_pt_exp. }
  pose proof (ln_le_sub_1 (v / 2) ltac:(lra)) as L.
  destruct (IVT g (ln (v / 2)) (v + 2) C ltac:(lra)) as [z [_ Hz]].
  - unfold g. rewrite exp_ln by lra. pose proof (curve_kl_le (v / 2) ltac:(lra)). lra.
  - unfold g. pose proof (curve_kl_ge (exp (v + 2)) (exp_pos _)) as G.
    rewrite ln_exp in G. lra.
  - exists (exp z). split; [apply exp_pos|]. unfold g in Hz. lra.
Qed.

Theorem win_rate_ties_le_optimal_curve : forall K L lvl p f c,
  levels K L lvl -> policy K p -> distribution K f -> 0 < c ->
  kl K f p <= curve_kl c -> win_rate_ties K lvl f p <= curve_win_rate c.
Proof.
  intros K L lvl p f c V P F Hc H.
  destruct (law_on_levels K L lvl p f V P F) as [F' [LE ->]].
  apply win_rate_le_optimal_curve; auto; [apply level_policy; auto|lra].
Qed.

Theorem win_rate_at_no_divergence : forall K L lvl p f,
  levels K L lvl -> policy K p -> distribution K f ->
  kl K f p = 0 -> win_rate_ties K lvl f p <= 1 / 2.
Proof.
  intros K L lvl p f V P F H.
  destruct (law_on_levels K L lvl p f V P F) as [F' [LE ->]].
  pose proof (level_policy K L lvl p V P) as PL.
  set (q := level_mass K lvl f) in *. set (p' := level_mass K lvl p) in *.
  pose proof (kl_nonneg L q p' F' PL) as N.
  pose proof (transport L q p' (fun i => (cdf p' i + cdf p' (S i)) / 2) 0 1 F' PL) as T.
  rewrite <- (win_rate_one L p' PL), best_of_one, !win_rate_mid_cdf.
  replace (kl L q p' / 2) with 0 in T by lra. rewrite sqrt_0 in T. unfold expect in T.
  assert (M : forall i, (i < L)%nat -> 0 <= (cdf p' i + cdf p' (S i)) / 2 <= 1).
  { intros i Hi. destruct (cdf_interval L p' i PL Hi). lra. }
  specialize (T M). lra.
Qed.

Theorem optimal_win_rate : forall K L lvl p f,
  levels K L lvl -> policy K p -> distribution K f ->
  (kl K f p = 0 /\ win_rate_ties K lvl f p <= 1 / 2) \/
  (exists c, 0 < c /\ curve_kl c = kl K f p /\
             win_rate_ties K lvl f p <= curve_win_rate c).
Proof.
  intros K L lvl p f V P F. destruct (kl_nonneg K f p F P) as [H|H].
  - right. destruct (curve_kl_onto _ H) as [c [C E]]. exists c.
    split; [exact C|]. split; [exact E|].
    apply (win_rate_ties_le_optimal_curve K L); auto. lra.
  - left. split; [auto|]. apply (win_rate_at_no_divergence K L); auto.
Qed.

(** ** What best-of-n loses *)

Lemma trade_off_of_levels : forall K p f n, policy K p -> distribution K f -> (1 <= n)%nat ->
  kl K f p <= formula (INR n) ->
  win_rate K f p <= INR n / (INR n + 1) + 1 / (INR n ^ 2 * (INR n + 1)).
Proof.
  intros K p f n P F Hn H. pose proof (INR_gt_0 n Hn) as N.
  pose proof (win_rate_kl_trade_off K p f (INR n) P F N) as T.
  pose proof (exp_minus_1_pos (INR n) N) as E. rewrite ln_div in T by auto.
  pose proof (ln_le_mono (exp (INR n) - 1) (exp (INR n)) E ltac:(lra)) as L. rewrite ln_exp in L.
  unfold formula in H. apply Rmult_le_reg_l with (INR n); auto.
  replace (INR n * (INR n / (INR n + 1) + 1 / (INR n ^ 2 * (INR n + 1))))
    with (INR n - (INR n - 1) / INR n) by (field; lra). lra.
Qed.

Theorem trade_off_at_formula : forall K L lvl p f n,
  levels K L lvl -> policy K p -> distribution K f -> (1 <= n)%nat ->
  kl K f p <= formula (INR n) ->
  win_rate_ties K lvl f p <= INR n / (INR n + 1) + 1 / (INR n ^ 2 * (INR n + 1)).
Proof.
  intros K L lvl p f n V P F Hn H.
  destruct (law_on_levels K L lvl p f V P F) as [F' [LE ->]].
  apply trade_off_of_levels; auto; [apply level_policy; auto|lra].
Qed.

Theorem trade_off_at_best_of : forall K L lvl p f n,
  levels K L lvl -> policy K p -> distribution K f -> (1 <= n)%nat ->
  kl K f p <= kl L (best_of L (level_mass K lvl p) n) (level_mass K lvl p) ->
  win_rate_ties K lvl f p
  <= win_rate L (best_of L (level_mass K lvl p) n) (level_mass K lvl p)
     + 1 / (INR n ^ 2 * (INR n + 1))
     + INR n * (INR n - 1) / 12 * sum L (fun l => level_mass K lvl p l ^ 3).
Proof.
  intros K L lvl p f n V P F Hn H. pose proof (level_policy K L lvl p V P) as PL.
  pose proof (kl_le_formula L _ n PL Hn).
  pose proof (trade_off_at_formula K L lvl p f n V P F Hn ltac:(lra)).
  pose proof (win_rate_gap_le_cubic L _ n PL Hn). lra.
Qed.

Theorem rewind_at_formula : forall n, (1 <= n)%nat ->
  1 - exp (- formula (INR n)) / 2 <= INR n / (INR n + 1).
Proof.
  intros n Hn. pose proof (INR_ge_1 n Hn) as N.
  assert (H : formula (INR n) <= ln ((INR n + 1) / 2)).
  { unfold formula. pose proof (ln_le_sub_1 (INR n / ((INR n + 1) / 2))) as L.
    rewrite ln_div in L by lra.
    assert (INR n / ((INR n + 1) / 2) - 1 <= (INR n - 1) / INR n).
    { apply Rmult_le_reg_r with ((INR n + 1) * INR n); [apply Rmult_lt_0_compat; lra|].
      replace ((INR n / ((INR n + 1) / 2) - 1) * ((INR n + 1) * INR n))
        with ((INR n - 1) * INR n) by (field; lra).
      replace ((INR n - 1) / INR n * ((INR n + 1) * INR n))
        with ((INR n - 1) * (INR n + 1)) by (field; lra).
      apply Rmult_le_compat_l; lra. }
    specialize (L ltac:(apply Rdiv_lt_0_compat; lra)). lra. }
  assert (2 / (INR n + 1) <= exp (- formula (INR n))).
  { rewrite exp_Ropp. replace (2 / (INR n + 1)) with (/ ((INR n + 1) / 2)) by (field; lra).
    apply Rinv_le_contravar; [apply exp_pos|].
    rewrite <- (exp_ln ((INR n + 1) / 2)) by lra.
    destruct H as [H|H]; [left; apply exp_increasing; exact H|rewrite H; lra]. }
  replace (INR n / (INR n + 1)) with (1 - 2 / (INR n + 1) / 2) by (field; lra). lra.
Qed.
