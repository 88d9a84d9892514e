(** * Exhaustive enumeration

    [mean_of_draws K p n f] sums f over all K^n lists of n draws.
    - [best_of_enumeration]  the recursion that defines best_of agrees with
                             enumeration: P(max of n draws = i)
    - [draws_exchange]       E[count of y * g(levels)]
                             = p y / P * E[count of y's level * g(levels)]
*)
Require Import Reals Lra Lia List Arith.
From BoN Require Import Definitions Sums Calculus Law.
Open Scope R_scope.

Lemma draws_cons : forall K p n f, mean_of_draws K p (S n) f
  = sum K (fun x => p x * mean_of_draws K p n (fun l => f (x :: l))).
Proof. reflexivity. Qed.

Lemma draws_ext : forall K p n f g, (forall l, length l = n -> f l = g l) ->
  mean_of_draws K p n f = mean_of_draws K p n g.
Proof.
  induction n as [|n IH]; intros f g H; simpl; [apply H; reflexivity|].
  apply sum_ext. intros x Hx. f_equal. apply IH. intros l Hl. apply H. simpl. lia.
Qed.

Lemma draws_plus : forall K p n f g,
  mean_of_draws K p n (fun l => f l + g l) = mean_of_draws K p n f + mean_of_draws K p n g.
Proof.
  induction n as [|n IH]; intros f g; simpl; [reflexivity|].
  rewrite <- sum_add. apply sum_ext. intros x Hx. rewrite IH. lra.
Qed.

Lemma draws_scal : forall K p n c f,
  mean_of_draws K p n (fun l => c * f l) = c * mean_of_draws K p n f.
Proof.
  induction n as [|n IH]; intros c f; simpl; [reflexivity|].
  rewrite <- sum_scal. apply sum_ext. intros x Hx. rewrite IH. lra.
Qed.

Lemma draws_minus : forall K p n f g,
  mean_of_draws K p n (fun l => f l - g l) = mean_of_draws K p n f - mean_of_draws K p n g.
Proof.
  intros K p n f g. rewrite (draws_ext K p n _ (fun l => f l + -1 * g l)).
  - rewrite draws_plus, draws_scal. lra.
  - intros. lra.
Qed.

Definition all_below (i : nat) (l : list nat) : bool := forallb (fun x => Nat.ltb x i) l.

Lemma draws_all_below : forall K p n i, (i <= K)%nat ->
  mean_of_draws K p n (fun l => if all_below i l then 1 else 0) = cdf p i ^ n.
Proof.
  intros K p n i Hi. induction n as [|n IH]; [reflexivity|]. rewrite draws_cons.
  rewrite (sum_ext K _ (fun x => (if Nat.ltb x i then p x else 0) * cdf p i ^ n)).
  - rewrite sum_scal_r, sum_restrict by auto. reflexivity.
  - intros x Hx. rewrite <- IH.
    rewrite (draws_ext K p n _ (fun l => (if Nat.ltb x i then 1 else 0)
                                         * (if all_below i l then 1 else 0))).
    + rewrite draws_scal. destruct (Nat.ltb x i); lra.
    + intros l _. change (all_below i (x :: l)) with (Nat.ltb x i && all_below i l)%bool.
      destruct (Nat.ltb x i), (all_below i l); simpl; lra.
Qed.

Lemma max_is_all_below : forall l i, (1 <= length l)%nat ->
  (if Nat.eqb (list_max l) i then 1 else 0)
  = (if all_below (S i) l then 1 else 0) - (if all_below i l then 1 else 0).
Proof.
  intros l i Hl.
  assert (B : forall j, all_below (S j) l = true <-> (list_max l <= j)%nat).
  { intros j. unfold all_below. rewrite forallb_forall, list_max_le, Forall_forall.
    split; intros H x Hx; specialize (H x Hx).
    - apply Nat.ltb_lt in H. lia.
    - apply Nat.ltb_lt. lia. }
  assert (B0 : all_below 0 l = false).
  { destruct l; [simpl in Hl; lia|reflexivity]. }
  assert (C : all_below i l = true <-> (list_max l < i)%nat).
  { destruct i as [|j]; [rewrite B0; split; [discriminate|lia]|]. rewrite B. lia. }
  pose proof (B i) as D.
  destruct (all_below (S i) l), (all_below i l), (Nat.eqb_spec (list_max l) i);
    try lra; exfalso; intuition (try lia; try discriminate).
Qed.

Theorem best_of_enumeration : forall K p n i, (1 <= n)%nat -> (i < K)%nat ->
  best_of K p n i
  = mean_of_draws K p n (fun l => if Nat.eqb (list_max l) i then 1 else 0).
Proof.
  intros K p n i Hn Hi.
  rewrite (draws_ext K p n _ (fun l => (if all_below (S i) l then 1 else 0)
                                       - (if all_below i l then 1 else 0))).
  - rewrite draws_minus, !draws_all_below by lia. apply best_of_pmf; auto.
  - intros l Hl. apply max_is_all_below. lia.
Qed.

(** ** Counting *)

Lemma count_cons : forall y x l,
  count y (x :: l) = (if Nat.eqb x y then 1 else 0) + count y l.
Proof.
  intros y x l. unfold count. simpl count_occ.
  destruct (Nat.eq_dec x y), (Nat.eqb_spec x y); try contradiction.
  - rewrite S_INR. lra.
  - lra.
Qed.

Theorem draws_exchange : forall K lvl p n y (g : list nat -> R), (y < K)%nat ->
  level_mass K lvl p (lvl y) <> 0 ->
  mean_of_draws K p n (fun l => count y l * g (map lvl l))
  = p y / level_mass K lvl p (lvl y)
    * mean_of_draws K p n (fun l => count (lvl y) (map lvl l) * g (map lvl l)).
Proof.
  intros K lvl p n y g Hy HP. revert g. induction n as [|n IH]; intros g.
  - simpl. unfold count. simpl. lra.
  - rewrite !draws_cons.
    set (P := level_mass K lvl p (lvl y)) in *.
    set (E := fun x => mean_of_draws K p n (fun l => g (x :: map lvl l))).
    set (C := fun x => mean_of_draws K p n
                (fun l => count (lvl y) (map lvl l) * g (x :: map lvl l))).
    rewrite (sum_ext K _ (fun x => (if Nat.eqb y x then p x * E (lvl x) else 0)
                                   + p x * (p y / P * C (lvl x)))).
    2:{ intros x Hx.
      rewrite (draws_ext K p n _ (fun l =>
        (if Nat.eqb y x then 1 else 0) * g (lvl x :: map lvl l)
        + count y l * g (lvl x :: map lvl l))).
      2:{ intros l _. rewrite count_cons, Nat.eqb_sym. simpl map. lra. }
      rewrite draws_plus, draws_scal, (IH (fun m => g (lvl x :: m))).
      fold (E (lvl x)). fold (C (lvl x)). destruct (Nat.eqb y x); lra. }
    rewrite (sum_ext K (fun x => p x * mean_of_draws K p n
        (fun l => count (lvl y) (map lvl (x :: l)) * g (map lvl (x :: l))))
      (fun x => (if Nat.eqb (lvl x) (lvl y) then p x else 0) * E (lvl y)
                + p x * C (lvl x))).
    2:{ intros x Hx. simpl map.
      rewrite (draws_ext K p n _ (fun l =>
        (if Nat.eqb (lvl x) (lvl y) then 1 else 0) * g (lvl x :: map lvl l)
        + count (lvl y) (map lvl l) * g (lvl x :: map lvl l))).
      2:{ intros l _. rewrite count_cons. lra. }
      rewrite draws_plus, draws_scal. fold (E (lvl x)). fold (C (lvl x)).
      destruct (Nat.eqb_spec (lvl x) (lvl y)) as [e|]; [rewrite e|]; lra. }
    rewrite !sum_add, sum_scal_r.
    rewrite (sum_pick K y (fun x => p x * E (lvl x))) by auto.
    change (sum K (fun i => if Nat.eqb (lvl i) (lvl y) then p i else 0)) with P.
    rewrite (sum_ext K (fun i => p i * (p y / P * C (lvl i)))
      (fun i => p y / P * (p i * C (lvl i)))) by (intros; lra).
    rewrite sum_scal. field. exact HP.
Qed.
