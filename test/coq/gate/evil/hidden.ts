import { type Evil, HONEST_TERMS } from './evil.ts';
import { all, append, BETWEEN, define, prove, proveAll, RABS_ZERO, replace, state, TOTAL } from './plant.ts';

const aside = (name: string, text: string): Evil => ({
  name,
  kind: 'hidden declaration',
  plant: append(text),
  by: 'scan',
  why: HONEST_TERMS,
});

const ZERO = 'Definition square (x : R) : R := 0.';
const about0 = proveAll('intros; apply Rle_refl.', {
  square_between: BETWEEN,
  total_square_nonneg: TOTAL,
  square_Rabs: RABS_ZERO,
});

/** Declarations that nobody counts, under names that are taken or will be. */
export const HIDDEN: readonly Evil[] = [
  {
    name: 'another square behind a bullet',
    kind: 'hidden declaration',
    plant: all(state(`Goal True.\n- ${ZERO}\n  exact I.\nQed.`), about0),
    by: 'both',
    sample: true,
  },
  {
    name: 'another square behind braces',
    kind: 'hidden declaration',
    plant: all(state(`Goal True.\n{ { ${ZERO} exact I. } }\nQed.`), about0),
    by: 'both',
  },
  {
    name: 'another Rabs behind a brace, before the definitions',
    kind: 'hidden declaration',
    plant: all(
      define('Goal True.\n{ Definition Rabs (x : R) : R := x. exact I. }\nQed.'),
      prove('square_Rabs', 'intro x. reflexivity.'),
    ),
    by: 'terms',
  },
  {
    name: 'another nat behind a bullet',
    kind: 'hidden declaration',
    plant: all(
      define('Goal True.\n- Inductive nat : Set := O : nat | S : nat -> nat.\n  exact I.\nQed.'),
      prove('total_square_nonneg', TOTAL),
    ),
    by: 'both',
  },
  {
    name: 'a theorem as the second name of a Lemma',
    kind: 'hidden declaration',
    plant: all(
      replace(
        'Theorems.v',
        'Theorem square_Rabs : forall x : R, Rabs (square x) = square x.',
        'Lemma first : forall n : nat, True with square_Rabs : forall (n : nat) (x : R), 0 <= x -> Rabs x = x.',
      ),
      (file, text) =>
        file === 'Theorems.v'
          ? text.replace(
              'Proof. intro x. apply Rabs_pos_eq. apply square_nonneg. Qed.',
              'Proof. intro n. exact I. intros n x H. apply Rabs_pos_eq. exact H. Qed.',
            )
          : text,
    ),
    by: 'both',
  },
  {
    name: 'a second square as the second name of a Lemma',
    kind: 'hidden declaration',
    plant: all(
      state('Lemma first (n : nat) : R with square (n : nat) : R.\nProof. exact 0. exact 0. Defined.'),
      replace(
        'Theorems.v',
        'Theorem square_nonneg : forall x : R, 0 <= square x.',
        'Theorem square_nonneg : forall x : nat, 0 <= square x.',
      ),
      prove('square_nonneg', 'intro x. destruct x; apply Rle_refl.'),
      prove('total_square_nonneg', TOTAL),
      prove('square_Rabs', 'intro x. unfold Definitions.square. exact (Rabs_pos_eq _ (Rle_0_sqr x)).'),
      replace('Theorems.v', 'Rabs (square x) = square x', 'Rabs (Definitions.square x) = Definitions.square x'),
    ),
    by: 'both',
  },
  {
    name: 'a Goal saved under the name of a theorem',
    kind: 'hidden declaration',
    plant: all(
      replace('Theorems.v', 'Theorem square_Rabs', 'Theorem square_Rabs_'),
      append('Goal forall x : R, 0 <= x -> Rabs x = x.\nexact Rabs_pos_eq.\nSave square_Rabs.'),
    ),
    by: 'both',
  },
  {
    name: 'a Goal ended by Defined under the name of a definition',
    kind: 'hidden declaration',
    plant: all(state('Goal R -> R.\nintro x. exact 0.\nDefined square.'), about0),
    by: 'both',
  },
  {
    name: 'a nested proof of the theorem with another statement',
    kind: 'hidden declaration',
    plant: all(
      replace('Theorems.v', 'Theorem square_Rabs', 'Theorem square_Rabs_'),
      append(
        'Set Nested Proofs Allowed.\nGoal True.\n- Theorem square_Rabs : forall x : R, 0 <= x -> Rabs x = x.\nProof. intros x H. exact (Rabs_pos_eq x H). Qed.\n  exact I.\nQed.',
      ),
    ),
    by: 'both',
  },
  {
    name: 'a Let for square inside a section',
    kind: 'hidden declaration',
    plant: all(state('Section Inside.\nLet square (x : R) : R := 0.'), append('End Inside.'), about0),
    by: 'both',
  },
  aside('a Goal ended by Qed', 'Goal True. exact I. Qed.\nGoal R -> R. intro x. exact x. Save spare.'),
  aside(
    'an Example and a Fact and a Remark and a Property',
    'Example e : True := I.\nFact f : True. exact I. Qed.\nRemark r : True. exact I. Qed.\nProperty p : True. exact I. Qed.',
  ),
  aside('a SubClass of its own', 'SubClass reals := R.'),
  aside('an Instance', 'Class Nice (x : R) : Prop := nice : True.\n#[export] Instance all_nice (x : R) : Nice x := I.'),
];
