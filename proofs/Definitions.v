(** * Definitions

    Everything the theorems talk about, in one file.

    - [sum K a]           a 0 + ... + a (K-1)
    - [policy K p]        K outcomes 0 .. K-1, listed by increasing reward,
                          with probabilities p i > 0 that sum to 1
    - [distribution K q]  the same with q i >= 0
    - [cdf p i]           p 0 + ... + p (i-1); outcome i owns the interval
                          [cdf p i, cdf p (i+1)] of [0,1]
    - [best_of K p n]     the law of the best of n independent draws, by
                          recursion on the draws: one draw has law p; after one
                          more draw the best is the larger of the best so far
                          and the fresh outcome
    - [kl K q p]          the Kullback-Leibler divergence, in nats
    - [win_rate K q p]    the probability that a draw from q beats a draw from
                          p, a tie counting one half
    - [formula x]         ln x - (x-1)/x
    - [estimator n e]     the estimator of the divergence from the mass e of
                          the outcome drawn
    - [better_estimator n e]  its improvement
    - [expect K q f]      the mean of f under q
    - [local_gap n a b]   the part of  formula n - kl  that belongs to the
                          interval [a,b]; [top_gap n t] is that of the topmost
                          interval of length t
    - [mean_of_draws K p n f] the mean of f over all lists of n independent
                          draws, by exhaustion (K^n terms)
    - [count y l]         how often y occurs among the draws l
    - [rewind p k t]      the law of resample-until-good cut off after t draws:
                          accept the first outcome of index >= k;
                          [top_part p k] is p conditioned on those outcomes
    - [levels K L lvl]    lvl maps the K outcomes onto L levels of equal reward,
                          respecting the order; [level_mass] is the mass of a
                          level; [win_rate_ties] the win rate in which outcomes
                          of one level tie; [random_ties] the law p(y)/P * best
    - [mixed_kl K atom p n]  the KL of a reference with continuous parts
    - [tilt K p r c]      the law proportional to p i * exp (c * r i)
    - [curve_kl], [curve_win_rate]  the optimal win-rate curve, by c > 0
    - [chi_square], [total_variation], [hellinger_square], [renyi]  divergences
*)
Require Import Reals List.
Open Scope R_scope.

Fixpoint sum (K : nat) (a : nat -> R) : R :=
  match K with
  | O => 0
  | S k => sum k a + a k
  end.

Definition policy (K : nat) (p : nat -> R) : Prop :=
  (forall i, (i < K)%nat -> 0 < p i) /\ sum K p = 1.

Definition distribution (K : nat) (q : nat -> R) : Prop :=
  (forall i, (i < K)%nat -> 0 <= q i) /\ sum K q = 1.

Definition cdf (p : nat -> R) (i : nat) : R := sum i p.

(* P(max(J, X) = i) for independent J of law q and X of law p *)
Definition best_of_two (K : nat) (q p : nat -> R) (i : nat) : R :=
  sum K (fun j => sum K (fun x =>
    if Nat.eqb (Nat.max j x) i then q j * p x else 0)).

Fixpoint running_best (K : nat) (p : nat -> R) (more : nat) : nat -> R :=
  match more with
  | O => p
  | S m => best_of_two K (running_best K p m) p
  end.

(* n draws are one draw and n - 1 more; meant for n >= 1 *)
Definition best_of (K : nat) (p : nat -> R) (n : nat) : nat -> R :=
  running_best K p (n - 1).

(* Coq's ln is 0 outside (0, infinity), so a term with q i = 0 counts 0 *)
Definition kl (K : nat) (q p : nat -> R) : R :=
  sum K (fun i => q i * ln (q i / p i)).

Definition win_rate (K : nat) (q p : nat -> R) : R :=
  sum K (fun i => sum K (fun j =>
    q i * p j * (if Nat.ltb j i then 1 else if Nat.eqb i j then 1 / 2 else 0))).

Definition expect (K : nat) (q f : nat -> R) : R := sum K (fun i => q i * f i).

Definition formula (x : R) : R := ln x - (x - 1) / x.

Definition estimator (n : nat) (e : R) : R :=
  (1 - e) ^ n * (ln (INR n) + (INR n - 1) * ln (1 - e) - (INR n - 1) / INR n)
  + (1 - (1 - e) ^ n) * ln ((1 - (1 - e) ^ n) / e).

Definition better_estimator (n : nat) (e : R) : R :=
  ln ((1 - (1 - e) ^ n) / e)
  + (INR n - 1) * (1 - e) ^ n * ln (1 - e) / (1 - (1 - e) ^ n).

(* an antiderivative of f ln f for the density f u = n u^(n-1) *)
Definition Phi (n : nat) (u : R) : R :=
  u ^ n * (ln (INR n) + (INR n - 1) * ln u - (INR n - 1) / INR n).

Definition local_gap (n : nat) (a b : R) : R :=
  Phi n b - Phi n a - (b ^ n - a ^ n) * ln ((b ^ n - a ^ n) / (b - a)).

Definition top_gap (n : nat) (t : R) : R := local_gap n (1 - t) 1.

(** Draws, one by one *)

Fixpoint mean_of_draws (K : nat) (p : nat -> R) (n : nat) (f : list nat -> R) : R :=
  match n with
  | O => f nil
  | S m => sum K (fun x => p x * mean_of_draws K p m (fun l => f (x :: l)%list))
  end.

(* how often y occurs in l *)
Definition count (y : nat) (l : list nat) : R := INR (count_occ Nat.eq_dec l y).

(** Rewind and repeat *)

Fixpoint rewind (p : nat -> R) (k t : nat) (i : nat) : R :=
  match t with
  | O => 0
  | S s => (if Nat.ltb i k then 0 else p i) + cdf p k * rewind p k s i
  end.

Definition top_part (p : nat -> R) (k i : nat) : R :=
  if Nat.ltb i k then 0 else p i / (1 - cdf p k).

(** Ties *)

Definition levels (K L : nat) (lvl : nat -> nat) : Prop :=
  (forall i, (i < K)%nat -> (lvl i < L)%nat)
  /\ (forall i j, (i <= j)%nat -> (j < K)%nat -> (lvl i <= lvl j)%nat)
  /\ (forall l, (l < L)%nat -> exists i, (i < K)%nat /\ lvl i = l).

Definition level_mass (K : nat) (lvl : nat -> nat) (p : nat -> R) (l : nat) : R :=
  sum K (fun i => if Nat.eqb (lvl i) l then p i else 0).

Definition win_rate_ties (K : nat) (lvl : nat -> nat) (q p : nat -> R) : R :=
  sum K (fun i => sum K (fun j =>
    q i * p j * (if Nat.ltb (lvl j) (lvl i) then 1
                 else if Nat.eqb (lvl i) (lvl j) then 1 / 2 else 0))).

Definition random_ties (K L : nat) (lvl : nat -> nat) (p : nat -> R) (n i : nat) : R :=
  p i / level_mass K lvl p (lvl i) * best_of L (level_mass K lvl p) n (lvl i).

(** Continuous parts: interval i is an atom if atom i, else a continuous part, on which
    best-of-n has density n u^(n-1) *)

Definition mixed_kl (K : nat) (atom : nat -> bool) (p : nat -> R) (n : nat) : R :=
  sum K (fun i => if atom i
    then best_of K p n i * ln (best_of K p n i / p i)
    else Phi n (cdf p (S i)) - Phi n (cdf p i)).

(** Tilts and other divergences *)

Definition partition_function (K : nat) (p r : nat -> R) (c : R) : R :=
  sum K (fun i => p i * exp (c * r i)).

Definition tilt (K : nat) (p r : nat -> R) (c : R) (i : nat) : R :=
  p i * exp (c * r i) / partition_function K p r c.

Definition chi_square (K : nat) (q p : nat -> R) : R :=
  sum K (fun i => (q i - p i) ^ 2 / p i).

Definition total_variation (K : nat) (q p : nat -> R) : R :=
  1 / 2 * sum K (fun i => Rabs (q i - p i)).

Definition hellinger_square (K : nat) (q p : nat -> R) : R :=
  sum K (fun i => (sqrt (q i) - sqrt (p i)) ^ 2).

Definition renyi (K : nat) (a : R) (q p : nat -> R) : R :=
  ln (sum K (fun i => Rpower (q i) a * Rpower (p i) (1 - a))) / (a - 1).

(** The tilt of the uniform density on [0,1]: its divergence and its mean *)

Definition curve_kl (c : R) : R :=
  c * exp c / (exp c - 1) - 1 - ln ((exp c - 1) / c).

Definition curve_win_rate (c : R) : R := exp c / (exp c - 1) - 1 / c.
