(** * Ties and divergences: outcomes against levels

    [random_ties] shares the mass that the best of n levels has among the outcomes
    of a level in proportion to their masses. So what is homogeneous of degree 1
    in the two laws has the same sum over outcomes as over levels:
    - [random_ties_one]          one draw: the policy itself
    - [random_ties_expect]       the mean of a function of the level
    - [random_ties_homogeneous]  sum f (law of m draws) (law of n draws), for
                                 f (t x) (t y) = t f x y
    - [random_ties_f_divergence] sum p phi(q/p)
    - [random_ties_kl_between]   kl between the laws of m and of n draws
    - [random_ties_ratio]        the ratio of the two laws is that of the level
    - [random_ties_chi_square], [random_ties_reverse_kl], [random_ties_renyi],
      [random_ties_hellinger], [random_ties_total_variation]  the same for each
    - [renyi_by_ratios]          renyi by sum p (q/p)^a, for positive laws
*)
Require Import Reals Lra Lia.
From BoN Require Import Definitions Sums Calculus Law KL Ties.
Open Scope R_scope.

Theorem random_ties_one : forall K L lvl p i, levels K L lvl -> policy K p -> (i < K)%nat ->
  random_ties K L lvl p 1 i = p i.
Proof.
  intros K L lvl p i V P Hi. unfold random_ties. rewrite best_of_one.
  assert (0 < level_mass K lvl p (lvl i)).
  { apply (level_mass_pos K L); auto; [apply V; auto|apply P]. }
  field. lra.
Qed.

Theorem random_ties_expect : forall K L lvl p n r,
  levels K L lvl -> policy K p -> (1 <= n)%nat ->
  expect K (random_ties K L lvl p n) (fun i => r (lvl i))
  = expect L (best_of L (level_mass K lvl p) n) r.
Proof.
  intros K L lvl p n r V P Hn. unfold expect.
  rewrite (sum_by_level K L lvl (random_ties K L lvl p n) r) by apply V.
  apply sum_ext. intros l Hl. rewrite random_ties_level by auto. reflexivity.
Qed.

Lemma random_ties_pos : forall K L lvl p n i,
  levels K L lvl -> policy K p -> (1 <= n)%nat -> (i < K)%nat ->
  0 < random_ties K L lvl p n i.
Proof.
  intros K L lvl p n i V P Hn Hi. pose proof (level_policy K L lvl p V P) as PL.
  assert (lvl i < L)%nat by (apply V; auto).
  apply Rmult_lt_0_compat; [apply Rdiv_lt_0_compat|apply best_of_pos; auto].
  - apply P; auto.
  - apply PL; auto.
Qed.

Theorem random_ties_homogeneous : forall K L lvl p m n (f : R -> R -> R),
  levels K L lvl -> policy K p -> (1 <= m)%nat -> (1 <= n)%nat ->
  (forall t x y, 0 < t -> 0 < x -> 0 < y -> f (t * x) (t * y) = t * f x y) ->
  sum K (fun i => f (random_ties K L lvl p m i) (random_ties K L lvl p n i))
  = sum L (fun l => f (best_of L (level_mass K lvl p) m l)
                      (best_of L (level_mass K lvl p) n l)).
Proof.
  intros K L lvl p m n f V P Hm Hn Hf. pose proof (level_policy K L lvl p V P) as PL.
  set (g := fun l => / level_mass K lvl p l
    * f (best_of L (level_mass K lvl p) m l) (best_of L (level_mass K lvl p) n l)).
  rewrite (sum_ext K _ (fun i => p i * g (lvl i))).
  - rewrite (sum_by_level K L lvl p g) by apply V. apply sum_ext. intros l Hl. unfold g.
    assert (0 < level_mass K lvl p l) by (apply PL; auto). field. lra.
  - intros i Hi. unfold g, random_ties.
    assert (lvl i < L)%nat by (apply V; auto).
    assert (0 < p i) by (apply P; auto).
    assert (0 < level_mass K lvl p (lvl i)) by (apply PL; auto).
    rewrite Hf; [unfold Rdiv; lra| |apply best_of_pos; auto|apply best_of_pos; auto].
    apply Rdiv_lt_0_compat; auto.
Qed.

(* against the policy itself, which is the law of one draw *)
Lemma random_ties_shared : forall K L lvl p n (f : R -> R -> R),
  levels K L lvl -> policy K p -> (1 <= n)%nat ->
  (forall t x y, 0 < t -> 0 < x -> 0 < y -> f (t * x) (t * y) = t * f x y) ->
  sum K (fun i => f (random_ties K L lvl p n i) (p i))
  = sum L (fun l => f (best_of L (level_mass K lvl p) n l) (level_mass K lvl p l)).
Proof.
  intros K L lvl p n f V P Hn Hf.
  pose proof (random_ties_homogeneous K L lvl p n 1 f V P Hn (le_n 1) Hf) as H.
  rewrite best_of_one in H. rewrite <- H. apply sum_ext. intros i Hi.
  rewrite (random_ties_one K L) by auto. reflexivity.
Qed.

Lemma ratio_scaled : forall t x y, 0 < t -> 0 < y -> t * x / (t * y) = x / y.
Proof. intros. field. lra. Qed.

Theorem random_ties_f_divergence : forall K L lvl p n phi,
  levels K L lvl -> policy K p -> (1 <= n)%nat ->
  sum K (fun i => p i * phi (random_ties K L lvl p n i / p i))
  = sum L (fun l => level_mass K lvl p l
      * phi (best_of L (level_mass K lvl p) n l / level_mass K lvl p l)).
Proof.
  intros K L lvl p n phi V P Hn.
  apply (random_ties_shared K L lvl p n (fun x y => y * phi (x / y))); auto.
  intros t x y Ht Hx Hy. rewrite ratio_scaled by auto. lra.
Qed.

Theorem random_ties_kl_between : forall K L lvl p m n,
  levels K L lvl -> policy K p -> (1 <= m)%nat -> (1 <= n)%nat ->
  kl K (random_ties K L lvl p m) (random_ties K L lvl p n)
  = kl L (best_of L (level_mass K lvl p) m) (best_of L (level_mass K lvl p) n).
Proof.
  intros K L lvl p m n V P Hm Hn.
  apply (random_ties_homogeneous K L lvl p m n (fun x y => x * ln (x / y))); auto.
  intros t x y Ht Hx Hy. rewrite ratio_scaled by auto. lra.
Qed.

Theorem random_ties_ratio : forall K L lvl p n i,
  levels K L lvl -> policy K p -> (i < K)%nat ->
  random_ties K L lvl p n i / p i
  = best_of L (level_mass K lvl p) n (lvl i) / level_mass K lvl p (lvl i).
Proof.
  intros K L lvl p n i V P Hi. unfold random_ties.
  assert (0 < p i) by (apply P; auto).
  assert (0 < level_mass K lvl p (lvl i)).
  { apply (level_mass_pos K L); auto; [apply V; auto|apply P]. }
  field. lra.
Qed.

Theorem random_ties_chi_square : forall K L lvl p n,
  levels K L lvl -> policy K p -> (1 <= n)%nat ->
  chi_square K (random_ties K L lvl p n) p
  = chi_square L (best_of L (level_mass K lvl p) n) (level_mass K lvl p).
Proof.
  intros K L lvl p n V P Hn.
  apply (random_ties_shared K L lvl p n (fun x y => (x - y) ^ 2 / y)); auto.
  intros t x y Ht Hx Hy. field. lra.
Qed.

Theorem random_ties_reverse_kl : forall K L lvl p n,
  levels K L lvl -> policy K p -> (1 <= n)%nat ->
  kl K p (random_ties K L lvl p n)
  = kl L (level_mass K lvl p) (best_of L (level_mass K lvl p) n).
Proof.
  intros K L lvl p n V P Hn.
  apply (random_ties_shared K L lvl p n (fun x y => y * ln (y / x))); auto.
  intros t x y Ht Hx Hy. rewrite ratio_scaled by auto. lra.
Qed.

Theorem random_ties_renyi : forall K L lvl p n a,
  levels K L lvl -> policy K p -> (1 <= n)%nat ->
  renyi K a (random_ties K L lvl p n) p
  = renyi L a (best_of L (level_mass K lvl p) n) (level_mass K lvl p).
Proof.
  intros K L lvl p n a V P Hn. unfold renyi. f_equal. f_equal.
  apply (random_ties_shared K L lvl p n (fun x y => Rpower x a * Rpower y (1 - a))); auto.
  intros t x y Ht Hx Hy. rewrite <- !Rpower_mult_distr by auto.
  replace (Rpower t a * Rpower x a * (Rpower t (1 - a) * Rpower y (1 - a)))
    with (Rpower t a * Rpower t (1 - a) * (Rpower x a * Rpower y (1 - a))) by lra.
  rewrite <- Rpower_plus. replace (a + (1 - a)) with 1 by lra.
  rewrite Rpower_1 by auto. reflexivity.
Qed.

Theorem random_ties_hellinger : forall K L lvl p n,
  levels K L lvl -> policy K p -> (1 <= n)%nat ->
  hellinger_square K (random_ties K L lvl p n) p
  = hellinger_square L (best_of L (level_mass K lvl p) n) (level_mass K lvl p).
Proof.
  intros K L lvl p n V P Hn.
  apply (random_ties_shared K L lvl p n (fun x y => (sqrt x - sqrt y) ^ 2)); auto.
  intros t x y Ht Hx Hy. rewrite !sqrt_mult by lra.
  replace ((sqrt t * sqrt x - sqrt t * sqrt y) ^ 2)
    with (sqrt t * sqrt t * (sqrt x - sqrt y) ^ 2) by lra.
  rewrite sqrt_sqrt by lra. reflexivity.
Qed.

Theorem random_ties_total_variation : forall K L lvl p n,
  levels K L lvl -> policy K p -> (1 <= n)%nat ->
  total_variation K (random_ties K L lvl p n) p
  = total_variation L (best_of L (level_mass K lvl p) n) (level_mass K lvl p).
Proof.
  intros K L lvl p n V P Hn. unfold total_variation. f_equal.
  apply (random_ties_shared K L lvl p n (fun x y => Rabs (x - y))); auto.
  intros t x y Ht Hx Hy. replace (t * x - t * y) with (t * (x - y)) by lra.
  rewrite Rabs_mult, (Rabs_pos_eq t) by lra. reflexivity.
Qed.

(* the definition's sum by another name: for any two positive laws *)
Theorem renyi_by_ratios : forall K a q p,
  (forall i, (i < K)%nat -> 0 < q i) -> (forall i, (i < K)%nat -> 0 < p i) ->
  renyi K a q p = ln (sum K (fun i => p i * Rpower (q i / p i) a)) / (a - 1).
Proof.
  intros K a q p Q P. unfold renyi. f_equal. f_equal. apply sum_ext. intros i Hi.
  specialize (Q i Hi). specialize (P i Hi). unfold Rdiv.
  rewrite <- Rpower_mult_distr; [|auto|apply Rinv_0_lt_compat; auto].
  replace (Rpower (/ p i) a) with (Rpower (p i) (- a)).
  - unfold Rminus. rewrite Rpower_plus, Rpower_1 by auto. lra.
  - unfold Rpower. rewrite ln_Rinv by auto. f_equal. lra.
Qed.
