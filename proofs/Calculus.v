(** * Calculus

    - [quotient_times]   a / b * b = a, and the like: quicker than field
    - [dl_*]             rules for derivatives, written for explicit functions
    - [nondecreasing]    a function with derivative >= 0 is nondecreasing
    - [ln_le_sub_1]      ln x <= x - 1;  [ln_ge_inv]  1 - 1/x <= ln x
    - [xlnx_support]     x ln x lies above its tangent lines
    - [log_sum_two]      x ln (x/s) + y ln (y/t) >= (x+y) ln ((x+y)/(s+t))
    - [pow_tangent]      a^n + n a^(n-1) (b-a) <= b^n
    - [pow_secant]       b^n - a^n <= n b^(n-1) (b-a)
    - [pow_jensen]       Jensen's inequality on [a,b] for the density n u^(n-1),
                         by antiderivatives
*)
Require Import Reals Lra Lia.
Open Scope R_scope.

(** ** Quotients *)

Lemma quotient_times : forall a b, b <> 0 -> a / b * b = a.
Proof. intros a b H. unfold Rdiv. rewrite Rmult_assoc, Rinv_l by exact H. apply Rmult_1_r. Qed.

Lemma times_quotient : forall a b, a <> 0 -> a * (b / a) = b.
Proof. intros a b H. rewrite Rmult_comm. apply quotient_times, H. Qed.

Lemma product_over : forall a b, b <> 0 -> a * b / b = a.
Proof. intros a b H. unfold Rdiv. rewrite Rmult_assoc, Rinv_r by exact H. apply Rmult_1_r. Qed.

(** ** Derivatives *)

Lemma dl_eq : forall f x l m, derivable_pt_lim f x l -> l = m -> derivable_pt_lim f x m.
Proof. intros; subst; assumption. Qed.

Lemma dl_const : forall c x, derivable_pt_lim (fun _ => c) x 0.
Proof. exact derivable_pt_lim_const. Qed.

Lemma dl_id : forall x, derivable_pt_lim (fun u => u) x 1.
Proof. exact derivable_pt_lim_id. Qed.

Lemma dl_plus : forall f g x l m, derivable_pt_lim f x l -> derivable_pt_lim g x m ->
  derivable_pt_lim (fun u => f u + g u) x (l + m).
Proof. exact derivable_pt_lim_plus. Qed.

Lemma dl_minus : forall f g x l m, derivable_pt_lim f x l -> derivable_pt_lim g x m ->
  derivable_pt_lim (fun u => f u - g u) x (l - m).
Proof. exact derivable_pt_lim_minus. Qed.

Lemma dl_opp : forall f x l, derivable_pt_lim f x l ->
  derivable_pt_lim (fun u => - f u) x (- l).
Proof. exact derivable_pt_lim_opp. Qed.

Lemma dl_scal : forall c f x l, derivable_pt_lim f x l ->
  derivable_pt_lim (fun u => c * f u) x (c * l).
Proof. intros c f. exact (derivable_pt_lim_scal f c). Qed.

Lemma dl_mult : forall f g x l m, derivable_pt_lim f x l -> derivable_pt_lim g x m ->
  derivable_pt_lim (fun u => f u * g u) x (l * g x + f x * m).
Proof. exact derivable_pt_lim_mult. Qed.

Lemma dl_div : forall f g x l m, derivable_pt_lim f x l -> derivable_pt_lim g x m ->
  g x <> 0 ->
  derivable_pt_lim (fun u => f u / g u) x ((l * g x - m * f x) / Rsqr (g x)).
Proof. exact derivable_pt_lim_div. Qed.

Lemma dl_pow : forall n x, derivable_pt_lim (fun u => u ^ n) x (INR n * x ^ pred n).
Proof. intros n x. exact (derivable_pt_lim_pow x n). Qed.

Lemma dl_ln : forall x, 0 < x -> derivable_pt_lim ln x (/ x).
Proof. exact derivable_pt_lim_ln. Qed.

Lemma dl_comp : forall f g x l m, derivable_pt_lim f x l ->
  derivable_pt_lim g (f x) m -> derivable_pt_lim (fun u => g (f u)) x (m * l).
Proof. exact derivable_pt_lim_comp. Qed.

Lemma dl_lncomp : forall f x l, derivable_pt_lim f x l -> 0 < f x ->
  derivable_pt_lim (fun u => ln (f u)) x (/ f x * l).
Proof. intros. apply (dl_comp f ln); [assumption|apply dl_ln; assumption]. Qed.

Lemma nondecreasing : forall f f' a b, a <= b ->
  (forall u, a <= u <= b -> derivable_pt_lim f u (f' u)) ->
  (forall u, a < u < b -> 0 <= f' u) -> f a <= f b.
Proof.
  intros f f' a b [Hab|Hab] D P; [|subst; lra].
  destruct (MVT_cor2 f f' a b Hab D) as [c [E Hc]].
  assert (0 <= f' c * (b - a)) by (apply Rmult_le_pos; [auto|lra]). lra.
Qed.

Lemma nonincreasing : forall f f' a b, a <= b ->
  (forall u, a <= u <= b -> derivable_pt_lim f u (f' u)) ->
  (forall u, a < u < b -> f' u <= 0) -> f b <= f a.
Proof.
  intros f f' a b H D P.
  assert (- f a <= - f b); [|lra].
  apply (nondecreasing (fun u => - f u) (fun u => - f' u)); auto.
  - intros u Hu. apply dl_opp. auto.
  - intros u Hu. specialize (P u Hu). lra.
Qed.

(** ** Logarithms *)

Lemma ln_le_sub_1 : forall x, 0 < x -> ln x <= x - 1.
Proof.
  intros x Hx. destruct (Req_dec (ln x) 0) as [E|E].
  - rewrite E. replace x with 1; [lra|]. rewrite <- exp_0, <- E. apply exp_ln; auto.
  - pose proof (exp_ineq1 (ln x) E) as H. rewrite exp_ln in H by auto. lra.
Qed.

Lemma ln_lt_sub_1 : forall x, 0 < x -> x <> 1 -> ln x < x - 1.
Proof.
  intros x Hx N. assert (E : ln x <> 0).
  { intro E. apply N. rewrite <- exp_0, <- E. symmetry. apply exp_ln; auto. }
  pose proof (exp_ineq1 (ln x) E) as H. rewrite exp_ln in H by auto. lra.
Qed.

Lemma ln_div : forall x y, 0 < x -> 0 < y -> ln (x / y) = ln x - ln y.
Proof.
  intros x y Hx Hy. unfold Rdiv.
  rewrite ln_mult; [rewrite ln_Rinv; [lra|auto]|auto|apply Rinv_0_lt_compat; auto].
Qed.

Lemma ln_ge_inv : forall x, 0 < x -> 1 - / x <= ln x.
Proof.
  intros x Hx. assert (Hi : 0 < / x) by (apply Rinv_0_lt_compat; auto).
  pose proof (ln_le_sub_1 (/ x) Hi) as H. rewrite ln_Rinv in H by auto. lra.
Qed.

Lemma ln_gt_inv : forall x, 0 < x -> x <> 1 -> 1 - / x < ln x.
Proof.
  intros x Hx N. assert (Hi : 0 < / x) by (apply Rinv_0_lt_compat; auto).
  assert (H : ln (/ x) < / x - 1).
  { apply ln_lt_sub_1; auto. intro E. apply N. rewrite <- (Rinv_inv x), E. apply Rinv_1. }
  rewrite ln_Rinv in H by auto. lra.
Qed.

Lemma ln_le_mono : forall x y, 0 < x -> x <= y -> ln x <= ln y.
Proof. intros x y Hx [H|H]; [left; apply ln_increasing; auto|subst; lra]. Qed.

Lemma ln_nonneg : forall x, 1 <= x -> 0 <= ln x.
Proof. intros x H. rewrite <- ln_1. apply ln_le_mono; lra. Qed.

Lemma ln_nonpos : forall x, 0 < x -> x <= 1 -> ln x <= 0.
Proof. intros x H H1. rewrite <- ln_1. apply ln_le_mono; lra. Qed.

Lemma ln_pow_nat : forall n x, 0 < x -> ln (x ^ n) = INR n * ln x.
Proof.
  induction n as [|n IH]; intros x Hx.
  - simpl. rewrite ln_1. lra.
  - rewrite S_INR. simpl pow.
    rewrite ln_mult; [rewrite IH; [lra|auto]|auto|apply pow_lt; auto].
Qed.

(* a - b <= a ln (a/b) *)
Lemma a_ln_ratio : forall a b, 0 < a -> 0 < b -> a - b <= a * (ln a - ln b).
Proof.
  intros a b Ha Hb.
  assert (Hq : 0 < b / a) by (apply Rdiv_lt_0_compat; auto).
  pose proof (ln_le_sub_1 (b / a) Hq) as H. rewrite ln_div in H by auto.
  assert (E : a * (b / a - 1) = b - a) by (field; lra).
  assert (a * (ln b - ln a) <= a * (b / a - 1)) by (apply Rmult_le_compat_l; lra).
  lra.
Qed.

Lemma xlnx_support : forall m x, 0 < m -> 0 < x ->
  m * ln m + (ln m + 1) * (x - m) <= x * ln x.
Proof. intros m x Hm Hx. pose proof (a_ln_ratio x m Hx Hm). lra. Qed.

Lemma log_sum_two : forall x y s t, 0 < x -> 0 < y -> 0 < s -> 0 < t ->
  (x + y) * ln ((x + y) / (s + t)) <= x * ln (x / s) + y * ln (y / t).
Proof.
  intros x y s t Hx Hy Hs Ht.
  rewrite !ln_div by lra.
  assert (C : 0 < (x + y) / (s + t)) by (apply Rdiv_lt_0_compat; lra).
  set (c := (x + y) / (s + t)) in *.
  assert (Lc : ln c = ln (x + y) - ln (s + t)) by (apply ln_div; lra).
  assert (H1 : x - c * s <= x * (ln x - ln (c * s))).
  { apply a_ln_ratio; auto. apply Rmult_lt_0_compat; auto. }
  assert (H2 : y - c * t <= y * (ln y - ln (c * t))).
  { apply a_ln_ratio; auto. apply Rmult_lt_0_compat; auto. }
  rewrite ln_mult in H1, H2 by auto.
  assert (E : c * s + c * t = x + y) by (unfold c; field; lra).
  rewrite Lc in H1, H2. lra.
Qed.

Lemma a_ln_ratio_lt : forall a b, 0 < a -> 0 < b -> a <> b -> a - b < a * (ln a - ln b).
Proof.
  intros a b Ha Hb N.
  assert (Hq : 0 < b / a) by (apply Rdiv_lt_0_compat; auto).
  assert (E : a * (b / a) = b) by (apply times_quotient; lra).
  assert (H : ln (b / a) < b / a - 1).
  { apply ln_lt_sub_1; auto. intro Q. rewrite Q in E. lra. }
  rewrite ln_div in H by auto.
  assert (a * (ln b - ln a) < a * (b / a - 1)) by (apply Rmult_lt_compat_l; lra).
  lra.
Qed.

Lemma log_sum_two_lt : forall x y s t, 0 < x -> 0 < y -> 0 < s -> 0 < t ->
  x / s < y / t ->
  (x + y) * ln ((x + y) / (s + t)) < x * ln (x / s) + y * ln (y / t).
Proof.
  intros x y s t Hx Hy Hs Ht L.
  rewrite !ln_div by lra.
  assert (C : 0 < (x + y) / (s + t)) by (apply Rdiv_lt_0_compat; lra).
  set (c := (x + y) / (s + t)) in *.
  assert (Lc : ln c = ln (x + y) - ln (s + t)) by (apply ln_div; lra).
  assert (E : c * s + c * t = x + y) by (unfold c; field; lra).
  assert (N : x <> c * s).
  { intro Q. assert (Q2 : y = c * t) by lra. rewrite Q, Q2 in L.
    rewrite (product_over c s) in L by lra.
    rewrite (product_over c t) in L by lra. lra. }
  assert (H1 : x - c * s < x * (ln x - ln (c * s))).
  { apply a_ln_ratio_lt; auto. apply Rmult_lt_0_compat; auto. }
  assert (H2 : y - c * t <= y * (ln y - ln (c * t))).
  { apply a_ln_ratio; auto. apply Rmult_lt_0_compat; auto. }
  rewrite ln_mult in H1, H2 by auto.
  rewrite Lc in H1, H2. lra.
Qed.

(** ** Powers *)

Lemma INR_ge_1 : forall n, (1 <= n)%nat -> 1 <= INR n.
Proof. intros n H. change 1 with (INR 1). apply le_INR; auto. Qed.

Lemma INR_gt_0 : forall n, (1 <= n)%nat -> 0 < INR n.
Proof. intros n H. pose proof (INR_ge_1 n H). lra. Qed.

Lemma nat_above : forall x, exists N, x < INR N.
Proof.
  intros x. exists (Z.to_nat (up x)). destruct (archimed x) as [H _].
  rewrite INR_IZR_INZ. apply Rlt_le_trans with (IZR (up x)); [exact H|].
  apply IZR_le. lia.
Qed.

Lemma pow_nonneg : forall x n, 0 <= x -> 0 <= x ^ n.
Proof. intros. apply pow_le; auto. Qed.

Lemma pow_mono : forall n a b, 0 <= a -> a <= b -> a ^ n <= b ^ n.
Proof. intros. apply pow_incr; lra. Qed.

Lemma pow_strict : forall n a b, (1 <= n)%nat -> 0 <= a -> a < b -> a ^ n < b ^ n.
Proof.
  intros n a b Hn Ha Hab. induction Hn as [|n Hn IH]; [simpl; lra|]. simpl.
  apply Rle_lt_trans with (a * b ^ n).
  - apply Rmult_le_compat_l; lra.
  - apply Rmult_lt_compat_r; auto. apply pow_lt; lra.
Qed.

Lemma pow_le_1 : forall n x, 0 <= x -> x <= 1 -> x ^ n <= 1.
Proof. intros. rewrite <- (pow1 n). apply pow_mono; auto. Qed.

Lemma pow_lt_1 : forall n x, (1 <= n)%nat -> 0 <= x -> x < 1 -> x ^ n < 1.
Proof. intros. rewrite <- (pow1 n). apply pow_strict; auto. Qed.

Lemma mult_le_left : forall x y, 0 <= x -> y <= 1 -> x * y <= x.
Proof.
  intros x y Hx Hy. assert (x * y <= x * 1) by (apply Rmult_le_compat_l; auto). lra.
Qed.

Lemma mult_le_right : forall x y, 0 <= x -> y <= 1 -> y * x <= x.
Proof. intros x y Hx Hy. rewrite Rmult_comm. apply mult_le_left; auto. Qed.

Lemma pow_split : forall k n x, (k <= n)%nat -> x ^ n = x ^ k * x ^ (n - k).
Proof. intros k n x H. rewrite <- pow_add. f_equal. lia. Qed.

Lemma pow_antitone : forall x m n, 0 <= x -> x <= 1 -> (n <= m)%nat -> x ^ m <= x ^ n.
Proof.
  intros x m n H0 H1 H. replace m with (n + (m - n))%nat by lia.
  rewrite pow_add. apply mult_le_left; [apply pow_le; auto|apply pow_le_1; auto].
Qed.

Lemma pow_0 : forall n, (1 <= n)%nat -> 0 ^ n = 0.
Proof. intros [|n] H; [lia|simpl; lra]. Qed.

Lemma pow_pred_mult : forall n x, (1 <= n)%nat -> x * x ^ (n - 1) = x ^ n.
Proof. intros [|n] x H; [lia|]. simpl. rewrite Nat.sub_0_r. reflexivity. Qed.

Lemma pow_tangent : forall n a b, (1 <= n)%nat -> 0 <= a -> 0 <= b ->
  a ^ n + INR n * a ^ (n - 1) * (b - a) <= b ^ n.
Proof.
  intros n a b Hn Ha Hb. induction Hn as [|n Hn IH].
  - simpl. lra.
  - replace (S n - 1)%nat with n by lia. rewrite S_INR. simpl pow.
    rewrite <- (pow_pred_mult n a) in * by auto.
    set (c := a ^ (n - 1)) in *. assert (Hc : 0 <= c) by (apply pow_le; auto).
    assert (H1 : b * (a * c + INR n * c * (b - a)) <= b * b ^ n)
      by (apply Rmult_le_compat_l; auto).
    assert (H2 : 0 <= INR n * c * ((b - a) * (b - a))).
    { apply Rmult_le_pos; [apply Rmult_le_pos; auto; apply pos_INR|apply Rle_0_sqr]. }
    lra.
Qed.

Lemma pow_tangent_lt : forall n a b, (2 <= n)%nat -> 0 <= a -> 0 <= b -> a <> b ->
  a ^ n + INR n * a ^ (n - 1) * (b - a) < b ^ n.
Proof.
  intros [|[|k]] a b Hn Ha Hb N; [lia|lia|].
  pose proof (pow_tangent (S k) a b ltac:(lia) Ha Hb) as T.
  replace (S (S k) - 1)%nat with (S k) by lia. replace (S k - 1)%nat with k in T by lia.
  destruct Hb as [Hb|<-].
  - assert (b * (a ^ S k + INR (S k) * a ^ k * (b - a)) <= b * b ^ S k)
      by (apply Rmult_le_compat_l; lra).
    destruct Ha as [Ha|<-].
    + assert (0 < a ^ k * Rsqr (b - a)).
      { apply Rmult_lt_0_compat; [apply pow_lt; auto|apply Rlt_0_sqr; lra]. }
      assert (0 <= INR k * (a ^ k * Rsqr (b - a))).
      { apply Rmult_le_pos; [apply pos_INR|lra]. }
      rewrite !S_INR in *. unfold Rsqr in *. simpl pow in *. lra.
    + rewrite !pow_0 by lia. pose proof (pow_lt b (S (S k)) Hb). lra.
  - assert (0 < a) by lra. rewrite (pow_0 (S (S k))) by lia.
    pose proof (pow_lt a (S k) H) as P. rewrite !S_INR. simpl pow in *.
    assert (0 <= INR k * (a * (a * a ^ k))).
    { apply Rmult_le_pos; [apply pos_INR|apply Rmult_le_pos; lra]. }
    assert (0 < a * (a * a ^ k)) by (apply Rmult_lt_0_compat; auto). lra.
Qed.

Lemma pow_secant : forall n a b, (1 <= n)%nat -> 0 <= a -> 0 <= b ->
  b ^ n - a ^ n <= INR n * b ^ (n - 1) * (b - a).
Proof. intros n a b Hn Ha Hb. pose proof (pow_tangent n b a Hn Hb Ha). lra. Qed.

Lemma pow_secant_1 : forall n a b, 0 <= a -> a <= b -> b <= 1 ->
  b ^ n - a ^ n <= INR n * (b - a).
Proof.
  intros [|n] a b Ha Hab Hb; [simpl; lra|].
  assert (H : b ^ S n - a ^ S n <= INR (S n) * b ^ (S n - 1) * (b - a))
    by (apply pow_secant; [lia|lra|lra]).
  assert (b ^ (S n - 1) <= 1) by (apply pow_le_1; lra).
  assert (0 <= INR (S n) * (b - a)) by (apply Rmult_le_pos; [apply pos_INR|lra]).
  assert (INR (S n) * (b - a) * b ^ (S n - 1) <= INR (S n) * (b - a) * 1)
    by (apply Rmult_le_compat_l; lra).
  lra.
Qed.

(** ** Jensen on an interval *)

Lemma pow_jensen : forall n phi G s a b, (1 <= n)%nat -> 0 < a -> a < b ->
  (forall u, a <= u <= b -> derivable_pt_lim G u (phi (INR n * u ^ (n - 1)))) ->
  (forall x, 0 < x -> phi ((b ^ n - a ^ n) / (b - a))
                      + s * (x - (b ^ n - a ^ n) / (b - a)) <= phi x) ->
  (b - a) * phi ((b ^ n - a ^ n) / (b - a)) <= G b - G a.
Proof.
  intros n phi G s a b Hn Ha Hab D S.
  set (m := (b ^ n - a ^ n) / (b - a)) in *.
  assert (M : m * (b - a) = b ^ n - a ^ n) by (unfold m; field; lra).
  assert (G a - phi m * a - s * (a ^ n - m * a)
          <= G b - phi m * b - s * (b ^ n - m * b)) as H.
  { apply (nondecreasing (fun u => G u - phi m * u - s * (u ^ n - m * u))
      (fun u => phi (INR n * u ^ (n - 1)) - phi m * 1
                - s * (INR n * u ^ pred n - m * 1))); [lra| |].
    - intros u Hu. apply dl_minus; [apply dl_minus|].
      + apply D; auto.
      + apply dl_scal, dl_id.
      + apply dl_scal, dl_minus; [apply dl_pow|apply dl_scal, dl_id].
    - intros u Hu. replace (pred n) with (n - 1)%nat by lia.
      assert (0 < INR n * u ^ (n - 1)) as F.
      { apply Rmult_lt_0_compat; [apply INR_gt_0; auto|apply pow_lt; lra]. }
      specialize (S _ F). lra. }
  assert (s * (m * (b - a)) = s * (b ^ n - a ^ n)) by (rewrite M; reflexivity).
  lra.
Qed.
