import type { Evil } from './evil.ts';
import { all, append, define, prove, proveAll, replace, state } from './plant.ts';

const NBSP = '\u00a0';

/** A twin of `square` under a name that looks the same, and the first theorem about the twin. */
function twin(name: string, declare: (name: string) => string): Evil['plant'] {
  return all(
    state(declare(name)),
    replace('Theorems.v', 'forall x : R, 0 <= square x.', `forall x : R, 0 <= ${name} x.`),
    prove('square_nonneg', 'intro x. apply Rle_refl.'),
    prove(
      'total_square_nonneg',
      'intros K a. induction K as [| k IH]; [apply Rle_refl | exact (Rplus_le_le_0_compat _ _ IH (Rle_0_sqr (a k)))].',
    ),
    prove('square_Rabs', 'intro x. exact (Rabs_pos_eq _ (Rle_0_sqr x)).'),
  );
}

const plainly = (name: string): string => `Definition ${name} (x : R) : R := 0.`;
const behindBullet = (name: string): string => `Goal True.\n- Definition ${name} (x : R) : R := 0.\n  exact I.\nQed.`;
const asFixpoint = (name: string): string =>
  `Fixpoint other (n : nat) (x : R) : R := 0\nwith ${name} (x : R) : R := 0.`;

const unseen = (name: string, letter: string): Evil => ({
  name: `${name} inside a name`,
  kind: 'lookalike',
  plant: twin(`squ${letter}are`, plainly),
  broken: true,
  by: 'both',
});

/** Letters that look like others, and letters that look like nothing. */
export const LOOKALIKES: readonly Evil[] = [
  {
    name: 'a no-break space after the name, declared behind a bullet',
    kind: 'lookalike',
    plant: twin(`square${NBSP}`, behindBullet),
    by: 'both',
    sample: true,
  },
  {
    name: 'a no-break space before the name, declared behind a bullet',
    kind: 'lookalike',
    plant: twin(`_${NBSP}square`, behindBullet),
    by: 'both',
  },
  {
    name: 'a no-break space after the name, declared plainly',
    kind: 'lookalike',
    plant: twin(`square${NBSP}`, plainly),
    by: 'both',
  },
  {
    name: 'two no-break spaces after the name',
    kind: 'lookalike',
    plant: twin(`square${NBSP}${NBSP}`, behindBullet),
    by: 'both',
  },
  {
    name: 'a no-break space after the name of a theorem',
    kind: 'lookalike',
    plant: replace('Theorems.v', 'Theorem square_Rabs', `Theorem square_Rabs${NBSP}`),
    by: 'both',
  },
  {
    name: 'a bound variable x and one that looks the same',
    kind: 'lookalike',
    plant: all(
      replace(
        'Theorems.v',
        'forall x : R, Rabs (square x) = square x.',
        `forall x${NBSP} : R, Rabs (square x${NBSP}) = square x${NBSP}.`,
      ),
      prove('square_Rabs', 'intro y. exact (Rabs_pos_eq _ (Rle_0_sqr y)).'),
    ),
    by: 'scan',
    why: 'the statement is the recorded one up to the names of bound variables',
  },
  {
    name: 'a library name with a no-break space, in a definition',
    kind: 'lookalike',
    plant: all(
      define(
        `Goal True.\n- Definition R${NBSP} : Type := unit.\n  exact I.\nQed.\nGoal True.\n- Definition Rabs${NBSP} (x : R) : R := x.\n  exact I.\nQed.`,
      ),
      replace('Theorems.v', 'Rabs (square x) = square x.', `Rabs${NBSP} (square x) = square x.`),
      prove('square_Rabs', 'intro x. reflexivity.'),
    ),
    by: 'both',
  },
  {
    name: 'a no-break space in the name of a notation’s function',
    kind: 'lookalike',
    plant: all(
      define(`Fixpoint Rle${NBSP} (n : nat) (x y : R) : Prop := True\nwhere "x <= y" := (Rle${NBSP} O x y) : R_scope.`),
      proveAll('intros; exact I.', { square_Rabs: 'intro x. exact (Rabs_pos_eq _ (Rle_0_sqr x)).' }),
    ),
    by: 'both',
  },
  { name: 'a Cyrillic а in square', kind: 'lookalike', plant: twin('squ\u0430re', plainly), by: 'both', sample: true },
  { name: 'a Cyrillic е in square', kind: 'lookalike', plant: twin('squar\u0435', behindBullet), by: 'both' },
  { name: 'a fullwidth s in square', kind: 'lookalike', plant: twin('\uff53quare', plainly), by: 'both' },
  { name: 'a mathematical s in square', kind: 'lookalike', plant: twin('\u{1d42c}quare', plainly), by: 'both' },
  { name: 'a subscript zero after the name', kind: 'lookalike', plant: twin('square\u2080', plainly), by: 'both' },
  {
    name: 'a Cyrillic twin as the second function of a Fixpoint',
    kind: 'lookalike',
    plant: twin('squ\u0430re', asFixpoint),
    broken: true,
    by: 'both',
  },
  unseen('a zero-width joiner', '\u200d'),
  unseen('a zero-width space', '\u200b'),
  unseen('a soft hyphen', '\u00ad'),
  unseen('a combining accent', '\u0301'),
  unseen('a byte-order mark', '\ufeff'),
  unseen('an em space', '\u2003'),
  {
    name: 'a direction mark in a comment that shows code as comment',
    kind: 'lookalike',
    plant: append('(* \u202e *) Goal True. exact I. Qed. (* \u202c *)'),
    by: 'scan',
    why: 'what the eye sees is not what the kernel sees: only the text shows it',
  },
];
