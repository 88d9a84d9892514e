import type { Evil } from './evil.ts';
import { all, BETWEEN, define, prove, RABS, replace, state, TOTAL, whole } from './plant.ts';

const RECORDED = {
  square_nonneg: 'forall x : R, 0 <= square x.',
  total_square_nonneg: 'forall (K : nat) (a : nat -> R), 0 <= total_square K a.',
  square_Rabs: 'forall x : R, Rabs (square x) = square x.',
} as const;

/** Another statement under the recorded name. */
const said = (
  name: string,
  theorem: keyof typeof RECORDED,
  statement: string,
  script: string,
  sample = false,
): Evil => ({
  name,
  kind: 'weakened',
  plant: all(
    // What other theorems need of this one is proved without it.
    prove('total_square_nonneg', TOTAL),
    prove('square_Rabs', RABS),
    prove(theorem, script),
    replace('Theorems.v', `${theorem} : ${RECORDED[theorem]}`, `${theorem} : ${statement}.`),
  ),
  by: 'terms',
  ...(sample && { sample: true }),
});

/** Another definition under the recorded name. */
const summed = (name: string, from: string, to: string, step: string): Evil => ({
  name,
  kind: 'weakened',
  plant: all(
    replace('Definitions.v', from, to),
    prove('total_square_nonneg', `intros K a. induction K as [| k IH]; [apply Rle_refl |]. ${step}.`),
  ),
  by: 'terms',
});

const defined = (name: string, from: string, to: string, between = BETWEEN, sample = false): Evil => ({
  name,
  kind: 'weakened',
  plant: all(
    replace('Definitions.v', from, to),
    prove('square_between', between),
    prove('square_nonneg', 'intro x. unfold square; nra.'),
    prove(
      'total_square_nonneg',
      'intros K a. unfold total_square. induction K as [| k IH]; simpl in *; [lra |]. pose proof (square_nonneg (a k)). lra.',
    ),
  ),
  by: 'terms',
  ...(sample && { sample: true }),
});

const SQUARE = 'square (x : R) : R := x * x.';

/** Statements and definitions that are nearly the recorded ones. */
export const WEAKENED: readonly Evil[] = [
  said(
    'a constant changed',
    'square_nonneg',
    'forall x : R, -1 <= square x',
    'intro x. pose proof (Rle_0_sqr x) as H. change (0 <= square x) in H. lra.',
  ),
  said(
    'a strict sign for another thing',
    'square_nonneg',
    'forall x : R, -1 < square x',
    'intro x. pose proof (Rle_0_sqr x) as H. change (0 <= square x) in H. lra.',
  ),
  said(
    'sides swapped',
    'square_Rabs',
    'forall x : R, square x = Rabs (square x)',
    `intro x. symmetry. ${RABS.replace('intro x. ', '')}`,
  ),
  said(
    'a hypothesis added',
    'square_nonneg',
    'forall x : R, 0 <= x -> 0 <= square x',
    'intros x _. exact (Rle_0_sqr x).',
    true,
  ),
  said(
    'a hypothesis that is never met',
    'square_nonneg',
    'forall x : R, x < x -> 0 <= square x',
    'intros x _. exact (Rle_0_sqr x).',
  ),
  said(
    'a quantifier restricted',
    'total_square_nonneg',
    'forall (a : nat -> R), 0 <= total_square 1 a',
    'intro a. exact (Rplus_le_le_0_compat _ _ (Rle_refl 0) (Rle_0_sqr (a O))).',
  ),
  said('exists for forall', 'square_nonneg', 'exists x : R, 0 <= square x', 'exists 0. exact (Rle_0_sqr 0).'),
  said('a premise quantified away', 'square_nonneg', 'False -> forall x : R, 0 <= square x', 'intros H. destruct H.'),
  said(
    'quantifiers swapped',
    'total_square_nonneg',
    'forall (a : nat -> R) (K : nat), 0 <= total_square K a',
    'intros a K. revert a. exact (fun a => (fix go (k : nat) : 0 <= total_square k a := match k with O => Rle_refl 0 | Datatypes.S j => Rplus_le_le_0_compat _ _ (go j) (Rle_0_sqr (a j)) end) K).',
  ),
  said(
    'natural numbers for reals',
    'square_nonneg',
    'forall x : nat, 0 <= square (INR x)',
    'intro x. exact (Rle_0_sqr (INR x)).',
  ),
  said(
    'a disjunction with what is recorded',
    'square_nonneg',
    'forall x : R, 0 <= square x \\/ True',
    'intro x. right. exact I.',
  ),
  said('a double negation', 'square_nonneg', 'forall x : R, ~ ~ 0 <= square x', 'intros x H. exact (H (Rle_0_sqr x)).'),
  said(
    'the statement of another theorem',
    'square_Rabs',
    'forall x : R, 0 <= square x',
    'intro x. exact (Rle_0_sqr x).',
  ),
  said(
    'a let that hides the value',
    'square_nonneg',
    'forall x : R, let square := fun _ : R => 0 in 0 <= square x',
    'intro x. apply Rle_refl.',
  ),
  defined('a factor in a definition', SQUARE, 'square (x : R) : R := x * x * (1 / 2 + 1 / 2).'),
  defined('a definition that is constant', SQUARE, 'square (x : R) : R := 0.', 'intros x H0 H1. exact H0.', true),
  defined('a definition with another start below', '| O => 0', '| O => 0 * 1'),
  summed(
    'a sum that leaves one term out',
    'total k a + a k',
    'match k with O => 0 | Datatypes.S _ => total k a + a k end',
    'destruct k; [apply Rle_refl | exact (Rplus_le_le_0_compat _ _ IH (Rle_0_sqr _))]',
  ),
  summed(
    'a function applied to other arguments below',
    'square (a i)',
    'square (a 0%nat)',
    'exact (Rplus_le_le_0_compat _ _ IH (Rle_0_sqr _))',
  ),
  {
    name: 'a definition made opaque',
    kind: 'weakened',
    plant: all(
      replace(
        'Definitions.v',
        `Definition ${SQUARE}`,
        'Lemma square_ : { f : R -> R | forall x, f x = x * x }.\nProof. exists (fun x => x * x). reflexivity. Qed.\nDefinition square (x : R) : R := proj1_sig square_ x.\nLemma square_is : forall x : R, square x = x * x.\nProof. exact (proj2_sig square_). Qed.',
      ),
      whole('Theorems.v', (text) => text.replaceAll('unfold square', 'rewrite square_is')),
    ),
    by: 'terms',
  },
  {
    name: 'a definition that ends in Qed',
    kind: 'weakened',
    plant: all(
      replace('Definitions.v', `Definition ${SQUARE}`, 'Lemma square : R -> R.\nProof. intro x. exact (x * x). Qed.'),
      replace('Theorems.v', 'square x <= x.', 'square x <= square x.'),
      prove('square_between', 'intros; apply Rle_refl.'),
      state('Lemma unknown : forall f : R -> R, True. Proof. intros; exact I. Qed.'),
      replace('Theorems.v', RECORDED.square_nonneg, 'forall x : R, 0 <= square x * square x.'),
      prove('square_nonneg', 'intro x. exact (Rle_0_sqr (square x)).'),
      replace(
        'Theorems.v',
        RECORDED.total_square_nonneg,
        'forall (K : nat) (a : nat -> R), 0 <= Rsqr (total_square K a).',
      ),
      prove('total_square_nonneg', 'intros K a. apply Rle_0_sqr.'),
      replace('Theorems.v', RECORDED.square_Rabs, 'forall x : R, Rabs (square x) = Rabs (square x).'),
      prove('square_Rabs', 'reflexivity.'),
    ),
    by: 'terms',
  },
  {
    name: 'a field of a record that prints alike',
    kind: 'weakened',
    plant: all(
      define('Record pair : Type := Pair { first : R; second : R }.\nCoercion first : pair >-> R.'),
      replace('Definitions.v', `Definition ${SQUARE}`, 'Definition square (x : R) : R := Pair 0 (x * x).'),
      prove('square_between', 'intros x H0 H1. exact H0.'),
      prove('square_nonneg', 'intro x. apply Rle_refl.'),
      prove(
        'total_square_nonneg',
        'intros K a. induction K as [| k IH]; [apply Rle_refl | exact (Rplus_le_le_0_compat _ _ IH (Rle_refl 0))].',
      ),
    ),
    by: 'both',
  },
];
