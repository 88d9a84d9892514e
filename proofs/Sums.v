(** * Finite sums

    - [sum_ext], [sum_add], [sum_minus], [sum_scal], [sum_zero]  algebra
    - [sum_le], [sum_lt], [sum_nonneg], [sum_pos]   order
    - [sum_telescope]   the sum of G (i+1) - G i is G K - G 0
    - [sum_swap]        the order of two sums may be exchanged
    - [sum_pick]        a sum with one surviving term
    - [cdf_*]           0 = cdf 0 < cdf 1 < ... < cdf K = 1
*)
Require Import Reals Lra Lia.
From BoN Require Import Definitions.
Open Scope R_scope.

Lemma sum_S : forall k a, sum (S k) a = sum k a + a k.
Proof. reflexivity. Qed.

Lemma sum_ext : forall K a b,
  (forall i, (i < K)%nat -> a i = b i) -> sum K a = sum K b.
Proof.
  induction K as [|k IH]; intros a b H; simpl; [reflexivity|].
  rewrite (IH a b) by (intros; apply H; lia). rewrite H by lia. reflexivity.
Qed.

Lemma sum_add : forall K a b, sum K (fun i => a i + b i) = sum K a + sum K b.
Proof. induction K as [|k IH]; intros; simpl; [lra|rewrite IH; lra]. Qed.

Lemma sum_minus : forall K a b, sum K (fun i => a i - b i) = sum K a - sum K b.
Proof. induction K as [|k IH]; intros; simpl; [lra|rewrite IH; lra]. Qed.

Lemma sum_scal : forall K c a, sum K (fun i => c * a i) = c * sum K a.
Proof. induction K as [|k IH]; intros; simpl; [lra|rewrite IH; lra]. Qed.

Lemma sum_scal_r : forall K c a, sum K (fun i => a i * c) = sum K a * c.
Proof. induction K as [|k IH]; intros; simpl; [lra|rewrite IH; lra]. Qed.

Lemma sum_zero : forall K, sum K (fun _ => 0) = 0.
Proof. induction K as [|k IH]; simpl; [lra|rewrite IH; lra]. Qed.

Lemma sum_le : forall K a b,
  (forall i, (i < K)%nat -> a i <= b i) -> sum K a <= sum K b.
Proof.
  induction K as [|k IH]; intros a b H; simpl; [lra|].
  assert (sum k a <= sum k b) by (apply IH; intros; apply H; lia).
  assert (a k <= b k) by (apply H; lia). lra.
Qed.

Lemma sum_nonneg : forall K a,
  (forall i, (i < K)%nat -> 0 <= a i) -> 0 <= sum K a.
Proof. intros K a H. rewrite <- (sum_zero K). apply sum_le. exact H. Qed.

Lemma sum_lt : forall K a b j,
  (forall i, (i < K)%nat -> a i <= b i) -> (j < K)%nat -> a j < b j ->
  sum K a < sum K b.
Proof.
  induction K as [|k IH]; intros a b j H Hj L; simpl; [lia|].
  assert (Hk : a k <= b k) by (apply H; lia).
  destruct (Nat.eq_dec j k) as [->|E].
  - assert (sum k a <= sum k b) by (apply sum_le; intros; apply H; lia). lra.
  - assert (sum k a < sum k b) by (apply (IH a b j); auto; lia). lra.
Qed.

Lemma sum_term_le : forall K a j,
  (forall i, (i < K)%nat -> 0 <= a i) -> (j < K)%nat -> a j <= sum K a.
Proof.
  induction K as [|k IH]; intros a j H Hj; simpl; [lia|].
  assert (Hk : 0 <= a k) by (apply H; lia).
  destruct (Nat.eq_dec j k) as [->|E].
  - assert (0 <= sum k a) by (apply sum_nonneg; intros; apply H; lia). lra.
  - assert (a j <= sum k a) by (apply IH; auto; lia). lra.
Qed.

Lemma sum_telescope : forall K G,
  sum K (fun i => G (S i) - G i) = G K - G O.
Proof. induction K as [|k IH]; intros; simpl; [lra|rewrite IH; lra]. Qed.

Lemma sum_swap : forall K L (a : nat -> nat -> R),
  sum K (fun i => sum L (fun j => a i j)) = sum L (fun j => sum K (fun i => a i j)).
Proof.
  induction K as [|k IH]; intros; simpl.
  - symmetry. apply sum_zero.
  - rewrite IH. rewrite <- sum_add. reflexivity.
Qed.

Lemma sum_pick : forall K j (a : nat -> R), (j < K)%nat ->
  sum K (fun i => if Nat.eqb j i then a i else 0) = a j.
Proof.
  assert (Z : forall k j (a : nat -> R), (k <= j)%nat ->
    sum k (fun i => if Nat.eqb j i then a i else 0) = 0).
  { intros k j a H. transitivity (sum k (fun _ => 0)); [|apply sum_zero].
    apply sum_ext. intros i Hi. destruct (Nat.eqb_spec j i); [lia|reflexivity]. }
  induction K as [|k IH]; intros j a H; simpl; [lia|].
  destruct (Nat.eqb_spec j k) as [->|E].
  - rewrite Z by lia. lra.
  - rewrite IH by lia. lra.
Qed.

(** ** The cumulative distribution *)

Lemma policy_distribution : forall K p, policy K p -> distribution K p.
Proof. intros K p [H1 H2]. split; [intros; left; auto|exact H2]. Qed.

Lemma policy_nonempty : forall K p, policy K p -> (1 <= K)%nat.
Proof. intros [|k] p [_ H]; [simpl in H; lra|lia]. Qed.

Lemma cdf_0 : forall p, cdf p 0 = 0.
Proof. reflexivity. Qed.

Lemma cdf_S : forall p i, cdf p (S i) = cdf p i + p i.
Proof. reflexivity. Qed.

Lemma cdf_step : forall p i, cdf p (S i) - cdf p i = p i.
Proof. intros. rewrite cdf_S. lra. Qed.

Lemma cdf_K : forall K p, policy K p -> cdf p K = 1.
Proof. intros K p [_ H]. exact H. Qed.

Lemma cdf_le : forall K p i j, policy K p -> (i <= j)%nat -> (j <= K)%nat ->
  cdf p i <= cdf p j.
Proof.
  intros K p i j [H _] Hij. induction Hij as [|j Hij IH]; intros Hj; [lra|].
  rewrite cdf_S. assert (cdf p i <= cdf p j) by (apply IH; lia).
  assert (0 < p j) by (apply H; lia). lra.
Qed.

Lemma cdf_lt : forall K p i, policy K p -> (i < K)%nat -> cdf p i < cdf p (S i).
Proof. intros K p i [H _] Hi. rewrite cdf_S. specialize (H i Hi). lra. Qed.

Lemma cdf_nonneg : forall K p i, policy K p -> (i <= K)%nat -> 0 <= cdf p i.
Proof. intros. rewrite <- (cdf_0 p). apply (cdf_le K); auto; lia. Qed.

Lemma cdf_pos : forall K p i, policy K p -> (i < K)%nat -> 0 < cdf p (S i).
Proof.
  intros K p i H Hi. assert (0 <= cdf p i) by (apply (cdf_nonneg K); auto; lia).
  assert (cdf p i < cdf p (S i)) by (apply (cdf_lt K); auto). lra.
Qed.

Lemma cdf_le_1 : forall K p i, policy K p -> (i <= K)%nat -> cdf p i <= 1.
Proof. intros. rewrite <- (cdf_K K p) by auto. apply (cdf_le K); auto. Qed.

Lemma policy_le_1 : forall K p i, policy K p -> (i < K)%nat -> p i <= 1.
Proof.
  intros K p i H Hi. rewrite <- (cdf_step p i).
  assert (0 <= cdf p i) by (apply (cdf_nonneg K); auto; lia).
  assert (cdf p (S i) <= 1) by (apply (cdf_le_1 K); auto). lra.
Qed.

(* outcome i owns an interval [a, b] with 0 <= a < b <= 1, b - a = p i *)
Lemma cdf_interval : forall K p i, policy K p -> (i < K)%nat ->
  0 <= cdf p i /\ cdf p i < cdf p (S i) /\ cdf p (S i) <= 1.
Proof.
  intros K p i H Hi. repeat split.
  - apply (cdf_nonneg K); auto; lia.
  - apply (cdf_lt K); auto.
  - apply (cdf_le_1 K); auto.
Qed.
