(** * Ties

    Outcomes of equal reward form a level, lvl : outcomes -> levels.
    - [level_policy]        the level masses form a policy
    - [level_best_of]       the level of the best of n is the best of n levels,
                            whatever order breaks the ties
    - [level_kl_le]         KL between levels <= KL with ties broken by an order
    - [random_ties_enumeration]  a uniform choice among the drawn samples of the
                            highest level, with multiplicity, has law random_ties
    - [random_ties_distribution], [random_ties_kl]  whose KL is the KL of levels
    - [win_rate_ties_levels]     the win rate depends on the levels only
    - [win_rate_ties_le]         ... and is <= n/(n+1)
    - [win_rate_ties_le_refined] the win-rate formula of the refined order
                                 overstates it
*)
Require Import Reals Lra Lia List Arith.
From BoN Require Import Definitions Sums Calculus Law KL WinRate Draws.
Open Scope R_scope.

Lemma sum_pick' : forall K j (a : nat -> R), (j < K)%nat ->
  sum K (fun i => if Nat.eqb i j then a i else 0) = a j.
Proof.
  intros K j a H. rewrite <- (sum_pick K j a) by auto.
  apply sum_ext. intros i Hi. rewrite Nat.eqb_sym. reflexivity.
Qed.

(* the mean over outcomes of a function of the level *)
Lemma sum_by_level : forall K L lvl q (a : nat -> R),
  (forall i, (i < K)%nat -> (lvl i < L)%nat) ->
  sum K (fun i => q i * a (lvl i)) = sum L (fun l => level_mass K lvl q l * a l).
Proof.
  intros K L lvl q a H. unfold level_mass.
  rewrite (sum_ext L _ (fun l => sum K (fun i => if Nat.eqb (lvl i) l then q i * a l else 0))).
  - rewrite sum_swap. apply sum_ext. intros i Hi.
    rewrite (sum_pick L (lvl i) (fun l => q i * a l)) by auto. reflexivity.
  - intros l Hl. rewrite <- sum_scal_r. apply sum_ext. intros i Hi.
    destruct (Nat.eqb (lvl i) l); lra.
Qed.

Lemma level_mass_pos : forall K L lvl q l, levels K L lvl -> (l < L)%nat ->
  (forall i, (i < K)%nat -> 0 < q i) -> 0 < level_mass K lvl q l.
Proof.
  intros K L lvl q l [_ [_ S]] Hl Q. destruct (S l Hl) as [i [Hi E]].
  apply Rlt_le_trans with (q i); [auto|].
  pose proof (sum_term_le K (fun j => if Nat.eqb (lvl j) l then q j else 0) i) as T.
  cbv beta in T. rewrite E, Nat.eqb_refl in T. apply T; [|exact Hi].
  intros j Hj. destruct (Nat.eqb (lvl j) l); [left; auto|lra].
Qed.

Theorem level_policy : forall K L lvl p, levels K L lvl -> policy K p ->
  policy L (level_mass K lvl p).
Proof.
  intros K L lvl p V [P1 P2]. split.
  - intros l Hl. apply (level_mass_pos K L); auto.
  - rewrite (sum_ext L _ (fun l => level_mass K lvl p l * 1)) by (intros; lra).
    rewrite <- (sum_by_level K L lvl p (fun _ => 1)) by apply V.
    transitivity (sum K p); [apply sum_ext; intros; lra|exact P2].
Qed.

Lemma level_max : forall K L lvl i j, levels K L lvl -> (i < K)%nat -> (j < K)%nat ->
  lvl (Nat.max i j) = Nat.max (lvl i) (lvl j).
Proof.
  intros K L lvl i j [_ [M _]] Hi Hj.
  destruct (Nat.le_ge_cases i j) as [E|E].
  - pose proof (M i j E Hj). rewrite !Nat.max_r by lia. reflexivity.
  - pose proof (M j i E Hi). rewrite !Nat.max_l by lia. reflexivity.
Qed.

Lemma level_best_of_two : forall K L lvl q p l, levels K L lvl -> (l < L)%nat ->
  level_mass K lvl (best_of_two K q p) l
  = best_of_two L (level_mass K lvl q) (level_mass K lvl p) l.
Proof.
  intros K L lvl q p l V Hl. unfold best_of_two.
  transitivity (sum K (fun j => sum K (fun x =>
    if Nat.eqb (Nat.max (lvl j) (lvl x)) l then q j * p x else 0))).
  - unfold level_mass.
    rewrite (sum_ext K _ (fun i => sum K (fun j => sum K (fun x =>
      if Nat.eqb (Nat.max j x) i then (if Nat.eqb (lvl i) l then q j * p x else 0) else 0)))).
    + rewrite sum_swap. apply sum_ext. intros j Hj. rewrite sum_swap.
      apply sum_ext. intros x Hx.
      rewrite (sum_pick K (Nat.max j x) (fun i => if Nat.eqb (lvl i) l then q j * p x else 0))
        by lia.
      rewrite (level_max K L) by auto. reflexivity.
    + intros i Hi. destruct (Nat.eqb (lvl i) l); [reflexivity|].
      symmetry. rewrite (sum_ext K _ (fun _ => 0)); [apply sum_zero|]. intros j Hj.
      rewrite (sum_ext K _ (fun _ => 0)); [apply sum_zero|]. intros x Hx.
      destruct (Nat.eqb (Nat.max j x) i); reflexivity.
  - rewrite (sum_ext K _ (fun j => q j * sum L (fun X =>
      level_mass K lvl p X * (if Nat.eqb (Nat.max (lvl j) X) l then 1 else 0)))).
    + rewrite (sum_by_level K L lvl q (fun J => sum L (fun X =>
        level_mass K lvl p X * (if Nat.eqb (Nat.max J X) l then 1 else 0)))) by apply V.
      apply sum_ext. intros J HJ. rewrite <- sum_scal. apply sum_ext. intros X HX.
      destruct (Nat.eqb (Nat.max J X) l); lra.
    + intros j Hj.
      rewrite <- (sum_by_level K L lvl p
        (fun X => if Nat.eqb (Nat.max (lvl j) X) l then 1 else 0)) by apply V.
      rewrite <- sum_scal. apply sum_ext. intros x Hx.
      destruct (Nat.eqb (Nat.max (lvl j) (lvl x)) l); lra.
Qed.

Lemma best_of_two_ext : forall K q q' p i, (forall j, (j < K)%nat -> q j = q' j) ->
  best_of_two K q p i = best_of_two K q' p i.
Proof.
  intros K q q' p i H. apply sum_ext. intros j Hj. apply sum_ext. intros x Hx.
  rewrite H by auto. reflexivity.
Qed.

Theorem level_best_of : forall K L lvl p n l, levels K L lvl -> (l < L)%nat ->
  level_mass K lvl (best_of K p n) l = best_of L (level_mass K lvl p) n l.
Proof.
  intros K L lvl p n l V. unfold best_of. revert l.
  induction (n - 1)%nat as [|m IH]; intros l Hl; simpl; [reflexivity|].
  rewrite (level_best_of_two K L) by auto. apply best_of_two_ext. auto.
Qed.

(** ** The divergence *)

(* merging outcomes can only lose divergence: log-sum inequality *)
Lemma kl_levels_le : forall K L lvl q p, levels K L lvl ->
  (forall i, (i < K)%nat -> 0 < q i) -> (forall i, (i < K)%nat -> 0 < p i) ->
  kl L (level_mass K lvl q) (level_mass K lvl p) <= kl K q p.
Proof.
  intros K L lvl q p V Q P.
  assert (PL : forall l, (l < L)%nat -> 0 < level_mass K lvl p l)
    by (intros; apply (level_mass_pos K L); auto).
  assert (QL : forall l, (l < L)%nat -> 0 < level_mass K lvl q l)
    by (intros; apply (level_mass_pos K L); auto).
  set (R := fun l => level_mass K lvl q l / level_mass K lvl p l).
  assert (RP : forall l, (l < L)%nat -> 0 < R l) by (intros; apply Rdiv_lt_0_compat; auto).
  assert (E : kl L (level_mass K lvl q) (level_mass K lvl p)
    = sum K (fun i => q i * ln (R (lvl i)))).
  { symmetry. apply (sum_by_level K L lvl q (fun l => ln (R l))). apply V. }
  assert (Z : sum K (fun i => q i - p i * R (lvl i)) = 0).
  { rewrite sum_minus, (sum_by_level K L lvl p R) by apply V.
    rewrite (sum_ext L _ (level_mass K lvl q)).
    - assert (sum K q = sum L (level_mass K lvl q)); [|lra].
      rewrite (sum_ext K q (fun i => q i * 1)) by (intros; lra).
      rewrite (sum_by_level K L lvl q (fun _ => 1)) by apply V.
      apply sum_ext. intros. lra.
    - intros l Hl. unfold R. specialize (PL l Hl). field. lra. }
  rewrite E. unfold kl.
  assert (0 <= sum K (fun i => q i * ln (q i / p i) - q i * ln (R (lvl i)))) as H.
  { rewrite <- Z. apply sum_le. intros i Hi. assert (lvl i < L)%nat by (apply V; auto).
    specialize (Q i Hi). specialize (P i Hi). specialize (RP (lvl i) H).
    pose proof (a_ln_ratio (q i) (p i * R (lvl i)) Q ltac:(apply Rmult_lt_0_compat; auto)).
    rewrite ln_mult in H0 by auto. rewrite ln_div by auto. lra. }
  rewrite sum_minus in H. lra.
Qed.

Lemma kl_ext : forall K q q' p, (forall i, (i < K)%nat -> q i = q' i) ->
  kl K q p = kl K q' p.
Proof. intros K q q' p H. apply sum_ext. intros i Hi. rewrite H by auto. reflexivity. Qed.

Theorem level_kl_le : forall K L lvl p n, levels K L lvl -> policy K p -> (1 <= n)%nat ->
  kl L (best_of L (level_mass K lvl p) n) (level_mass K lvl p)
  <= kl K (best_of K p n) p.
Proof.
  intros K L lvl p n V P Hn.
  rewrite <- (kl_ext L (level_mass K lvl (best_of K p n)))
    by (intros; apply level_best_of; auto).
  apply kl_levels_le; auto; [|apply P]. intros i Hi. apply best_of_pos; auto.
Qed.

(** ** Ties broken at random *)

Theorem random_ties_enumeration : forall K L lvl p n y,
  levels K L lvl -> policy K p -> (1 <= n)%nat -> (y < K)%nat ->
  mean_of_draws K p n (fun l =>
    if Nat.eqb (list_max (map lvl l)) (lvl y)
    then count y l / count (lvl y) (map lvl l) else 0)
  = random_ties K L lvl p n y.
Proof.
  intros K L lvl p n y V P Hn Hy. assert (HL : (lvl y < L)%nat) by (apply V; auto).
  assert (PL : 0 < level_mass K lvl p (lvl y)).
  { apply (level_mass_pos K L); auto. apply P. }
  set (g := fun m => if Nat.eqb (list_max m) (lvl y) then / count (lvl y) m else 0).
  rewrite (draws_ext K p n _ (fun l => count y l * g (map lvl l))).
  2:{ intros l _. unfold g. destruct (Nat.eqb (list_max (map lvl l)) (lvl y));
      [reflexivity|lra]. }
  rewrite draws_exchange by (auto; lra). unfold random_ties. f_equal.
  rewrite <- (level_best_of K L) by auto. unfold level_mass.
  rewrite (sum_ext K _ (fun i => mean_of_draws K p n
    (fun l => if Nat.eqb (list_max l) i
              then (if Nat.eqb (lvl i) (lvl y) then 1 else 0) else 0))).
  2:{ intros i Hi. rewrite best_of_enumeration by auto. destruct (Nat.eqb (lvl i) (lvl y)).
      - reflexivity.
      - rewrite (draws_ext K p n _ (fun _ => 0 * 1)), draws_scal; [lra|].
        intros l _. destruct (Nat.eqb (list_max l) i); lra. }
  (* exchange the sum with the mean, over draws below K *)
  assert (X : forall (h : nat -> list nat -> R) k,
    sum k (fun i => mean_of_draws K p n (h i))
    = mean_of_draws K p n (fun l => sum k (fun i => h i l))).
  { intros h k. induction k as [|k IH]; simpl sum.
    - rewrite (draws_ext K p n _ (fun _ => 0 * 1)), draws_scal; [lra|]. intros; lra.
    - rewrite IH, <- draws_plus. reflexivity. }
  rewrite X. clear X.
  assert (B : forall m (f f' : list nat -> R),
    (forall l, length l = m -> Forall (fun x => (x < K)%nat) l -> f l = f' l) ->
    mean_of_draws K p m f = mean_of_draws K p m f').
  { induction m as [|m IH]; intros f f' H; simpl; [apply H; auto|].
    apply sum_ext. intros x Hx. f_equal. apply IH. intros l Hl HF.
    apply H; [simpl; lia|constructor; auto]. }
  apply B. intros l Hlen HF.
  assert (M : lvl (list_max l) = list_max (map lvl l) /\ (list_max l < K)%nat
              /\ In (list_max l) l).
  { assert (Hn' : l <> nil) by (intro E; subst l; simpl in Hlen; lia).
    clear - V HF Hn'. induction l as [|x l IH]; [contradiction|].
    inversion HF as [|? ? Hx HF']; subst. destruct l as [|z l].
    - simpl. rewrite !Nat.max_0_r. auto.
    - destruct IH as [I1 [I2 I3]]; [auto|discriminate|].
      change (list_max (x :: z :: l)) with (Nat.max x (list_max (z :: l))).
      change (list_max (map lvl (x :: z :: l)))
        with (Nat.max (lvl x) (list_max (map lvl (z :: l)))).
      rewrite (level_max K L) by auto. rewrite I1. split; [reflexivity|].
      split; [lia|]. destruct (Nat.max_dec x (list_max (z :: l))) as [E|E]; rewrite E.
      + left. reflexivity.
      + right. exact I3. }
  destruct M as [M1 [M2 M3]].
  rewrite (sum_pick K (list_max l) (fun i => if Nat.eqb (lvl i) (lvl y) then 1 else 0))
    by auto.
  unfold g. rewrite <- M1.
  destruct (Nat.eqb_spec (lvl (list_max l)) (lvl y)) as [E|E]; [|lra].
  apply Rinv_r. unfold count. apply not_0_INR.
  assert (In (lvl y) (map lvl l)) as I by (rewrite <- E; apply in_map; auto).
  apply (count_occ_In Nat.eq_dec) in I. lia.
Qed.

Theorem random_ties_distribution : forall K L lvl p n,
  levels K L lvl -> policy K p -> (1 <= n)%nat ->
  distribution K (random_ties K L lvl p n).
Proof.
  intros K L lvl p n V P Hn. pose proof (level_policy K L lvl p V P) as PL. split.
  - intros i Hi. assert (lvl i < L)%nat by (apply V; auto). unfold random_ties.
    apply Rmult_le_pos; [left; apply Rdiv_lt_0_compat; [apply P|apply PL]; auto|].
    left. apply best_of_pos; auto.
  - unfold random_ties.
    rewrite (sum_ext K _ (fun i => p i * (fun l => best_of L (level_mass K lvl p) n l
       / level_mass K lvl p l) (lvl i))) by (intros; unfold Rdiv; lra).
    rewrite (sum_by_level K L lvl p (fun l => best_of L (level_mass K lvl p) n l
       / level_mass K lvl p l)) by apply V.
    rewrite (sum_ext L _ (best_of L (level_mass K lvl p) n)).
    + apply best_of_sum; auto.
    + intros l Hl. assert (0 < level_mass K lvl p l) by (apply PL; auto). field. lra.
Qed.

Lemma random_ties_level : forall K L lvl p n l,
  levels K L lvl -> policy K p -> (l < L)%nat ->
  level_mass K lvl (random_ties K L lvl p n) l = best_of L (level_mass K lvl p) n l.
Proof.
  intros K L lvl p n l V P Hl.
  assert (PL : 0 < level_mass K lvl p l) by (apply (level_policy K L lvl p V P); auto).
  unfold level_mass at 1, random_ties.
  rewrite (sum_ext K _ (fun i => (if Nat.eqb (lvl i) l then p i else 0)
    * (best_of L (level_mass K lvl p) n l / level_mass K lvl p l))).
  - rewrite sum_scal_r. change (sum K (fun i => if Nat.eqb (lvl i) l then p i else 0))
      with (level_mass K lvl p l). field. lra.
  - intros i Hi. destruct (Nat.eqb_spec (lvl i) l) as [->|]; [lra|lra].
Qed.

Theorem random_ties_kl : forall K L lvl p n,
  levels K L lvl -> policy K p -> (1 <= n)%nat ->
  kl K (random_ties K L lvl p n) p
  = kl L (best_of L (level_mass K lvl p) n) (level_mass K lvl p).
Proof.
  intros K L lvl p n V P Hn. pose proof (level_policy K L lvl p V P) as PL.
  unfold kl.
  rewrite (sum_ext K _ (fun i => random_ties K L lvl p n i
    * (fun l => ln (best_of L (level_mass K lvl p) n l / level_mass K lvl p l)) (lvl i))).
  - rewrite (sum_by_level K L lvl (random_ties K L lvl p n)
      (fun l => ln (best_of L (level_mass K lvl p) n l / level_mass K lvl p l))) by apply V.
    apply sum_ext. intros l Hl. rewrite random_ties_level by auto. reflexivity.
  - intros i Hi. cbv beta. f_equal. f_equal. unfold random_ties.
    assert (lvl i < L)%nat by (apply V; auto).
    assert (0 < p i) by (apply P; auto).
    assert (0 < level_mass K lvl p (lvl i)) by (apply PL; auto). field. lra.
Qed.

(** ** The win rate *)

Lemma win_rate_ties_levels_eq : forall K L lvl q p, levels K L lvl ->
  win_rate_ties K lvl q p = win_rate L (level_mass K lvl q) (level_mass K lvl p).
Proof.
  intros K L lvl q p V. unfold win_rate_ties, win_rate.
  set (c := fun i j => if Nat.ltb j i then 1 else if Nat.eqb i j then 1 / 2 else 0).
  rewrite (sum_ext K _ (fun i => q i * (fun l => sum L (fun m =>
    level_mass K lvl p m * c l m)) (lvl i))).
  - rewrite (sum_by_level K L lvl q (fun l => sum L (fun m =>
      level_mass K lvl p m * c l m))) by apply V.
    apply sum_ext. intros l Hl. rewrite <- sum_scal. apply sum_ext. intros m Hm.
    fold (c l m). lra.
  - intros i Hi. cbv beta. rewrite <- (sum_by_level K L lvl p (c (lvl i))) by apply V.
    rewrite <- sum_scal. apply sum_ext. intros j Hj. fold (c (lvl i) (lvl j)). lra.
Qed.

Lemma win_rate_ext : forall K q q' p, (forall i, (i < K)%nat -> q i = q' i) ->
  win_rate K q p = win_rate K q' p.
Proof.
  intros K q q' p H. apply sum_ext. intros i Hi. rewrite H by auto. reflexivity.
Qed.

(* broken by the order (left) or at random (right), the win rate is the same *)
Theorem win_rate_ties_levels : forall K L lvl p n,
  levels K L lvl -> policy K p -> (1 <= n)%nat ->
  win_rate_ties K lvl (best_of K p n) p
  = win_rate L (best_of L (level_mass K lvl p) n) (level_mass K lvl p)
  /\ win_rate_ties K lvl (random_ties K L lvl p n) p
  = win_rate L (best_of L (level_mass K lvl p) n) (level_mass K lvl p).
Proof.
  intros K L lvl p n V P Hn. rewrite !(win_rate_ties_levels_eq K L) by auto.
  split; apply win_rate_ext; intros l Hl;
    [apply level_best_of|apply random_ties_level]; auto.
Qed.

Theorem win_rate_ties_le : forall K L lvl p n,
  levels K L lvl -> policy K p -> (1 <= n)%nat ->
  win_rate_ties K lvl (best_of K p n) p <= INR n / (INR n + 1).
Proof.
  intros K L lvl p n V P Hn.
  rewrite (proj1 (win_rate_ties_levels K L lvl p n V P Hn)).
  apply win_rate_le; auto. apply level_policy; auto.
Qed.

Definition beats (i j : nat) : R :=
  if Nat.ltb j i then 1 else if Nat.eqb i j then 1 / 2 else 0.

Lemma beats_swap : forall i j, beats j i = 1 - beats i j.
Proof.
  intros i j. unfold beats.
  destruct (Nat.ltb_spec j i), (Nat.ltb_spec i j), (Nat.eqb_spec i j), (Nat.eqb_spec j i);
    try lia; lra.
Qed.

Theorem win_rate_ties_le_refined : forall K L lvl p n,
  levels K L lvl -> policy K p -> (1 <= n)%nat ->
  win_rate_ties K lvl (best_of K p n) p <= win_rate K (best_of K p n) p.
Proof.
  intros K L lvl p n V P Hn. set (q := best_of K p n).
  set (c := fun i j => (if Nat.ltb j i then 1 else if Nat.eqb i j then 1 / 2 else 0)
    - (if Nat.ltb (lvl j) (lvl i) then 1
       else if Nat.eqb (lvl i) (lvl j) then 1 / 2 else 0)).
  set (T := sum K (fun i => sum K (fun j => q i * p j * c i j))).
  assert (D : win_rate K q p - win_rate_ties K lvl q p = T).
  { unfold win_rate, win_rate_ties, T. rewrite <- sum_minus. apply sum_ext. intros i Hi.
    rewrite <- sum_minus. apply sum_ext. intros j Hj. unfold c. lra. }
  assert (M : forall i j, (i <= j)%nat -> (j < K)%nat -> (lvl i <= lvl j)%nat) by apply V.
  assert (Anti : forall i j, c j i = - c i j).
  { intros i j. unfold c. pose proof (beats_swap i j). pose proof (beats_swap (lvl i) (lvl j)).
    unfold beats in *. lra. }
  assert (Pos : forall i j, (j <= i)%nat -> (i < K)%nat -> 0 <= c i j).
  { intros i j Hij Hi. pose proof (M j i Hij Hi). unfold c.
    destruct (Nat.ltb_spec j i), (Nat.eqb_spec i j),
      (Nat.ltb_spec (lvl j) (lvl i)), (Nat.eqb_spec (lvl i) (lvl j));
      subst; try lia; lra. }
  assert (Ratio : forall i j, (j <= i)%nat -> (i < K)%nat -> q j * p i <= q i * p j).
  { intros i j Hij Hi. pose proof (ratio_nondecreasing K p n j i P Hn Hij Hi) as R.
    fold q in R. assert (0 < p i) by (apply P; auto).
    assert (0 < p j) by (apply P; lia).
    apply Rmult_le_reg_r with (/ (p i * p j)).
    - apply Rinv_0_lt_compat, Rmult_lt_0_compat; auto.
    - replace (q j * p i * / (p i * p j)) with (q j / p j) by (field; lra).
      replace (q i * p j * / (p i * p j)) with (q i / p i) by (field; lra). exact R. }
  assert (T2 : T + T = sum K (fun i => sum K (fun j => (q i * p j - q j * p i) * c i j))).
  { unfold T at 2. rewrite sum_swap. unfold T. rewrite <- sum_add.
    apply sum_ext. intros i Hi. rewrite <- sum_add. apply sum_ext. intros j Hj.
    rewrite (Anti i j). lra. }
  assert (0 <= T + T); [|lra]. rewrite T2.
  apply sum_nonneg. intros i Hi. apply sum_nonneg. intros j Hj.
  destruct (Nat.le_ge_cases j i) as [E|E].
  - apply Rmult_le_pos; [pose proof (Ratio i j E Hi); lra|apply Pos; auto].
  - replace ((q i * p j - q j * p i) * c i j) with ((q j * p i - q i * p j) * c j i)
      by (rewrite (Anti i j); lra).
    apply Rmult_le_pos; [pose proof (Ratio j i E Hj); lra|apply Pos; auto].
Qed.
