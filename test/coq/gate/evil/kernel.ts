import { type Evil, HONEST_TERMS } from './evil.ts';
import { GUARD, INLINE, PICKED } from './kernel-faults.ts';
import { all, append, BETWEEN, body, define, prove, proveAll, RABS, replace, state, TOTAL, wish } from './plant.ts';

const aside = (name: string, text: string): Evil => ({
  name,
  kind: 'kernel',
  plant: append(text),
  by: 'scan',
  why: HONEST_TERMS,
});

/** What changes how terms are compared, and in which universe. */
export const KERNEL: readonly Evil[] = [
  {
    name: 'an order of its own, defined as a proposition',
    kind: 'kernel',
    plant: all(
      define('Definition R_le (x y : R) : Prop := x <= y \\/ y <= x.\nNotation "x <= y" := (R_le x y) : R_scope.'),
      proveAll(RABS, {
        square_between:
          'intros x _ _. destruct (Rle_or_lt (square x) x) as [H | H]; [left; exact H | right; exact (Rlt_le _ _ H)].',
        square_nonneg: 'intro x. left. exact (Rle_0_sqr x).',
        total_square_nonneg:
          'intros K a. destruct (Rle_or_lt 0 (total_square K a)) as [H | H]; [left; exact H | right; exact (Rlt_le _ _ H)].',
        square_Rabs: RABS,
      }),
    ),
    by: 'both',
    sample: true,
  },
  {
    name: 'a polymorphic twin of square',
    kind: 'kernel',
    plant: all(
      state(
        'Set Universe Polymorphism.\nDefinition square@{u} (x : R) : R := (fun _ : Type@{u} -> R => 0) (fun _ => 0).\nUnset Universe Polymorphism.',
      ),
      proveAll('intros; apply Rle_refl.', {
        square_between: BETWEEN,
        total_square_nonneg: TOTAL,
        square_Rabs: 'intro x. exact (Rabs_pos_eq _ (Rle_refl 0)).',
      }),
    ),
    by: 'both',
  },
  {
    name: 'a polymorphic square with the recorded value',
    kind: 'kernel',
    plant: body('#[universes(polymorphic)] Definition square (x : R) : R := x * x.'),
    by: 'scan',
    why: 'a polymorphic constant without universes is the recorded one',
  },
  {
    name: 'a record with primitive projections for reals',
    kind: 'kernel',
    plant: all(
      define(
        'Set Primitive Projections.\nRecord wrap : Type := Wrap { open : R }.\nUnset Primitive Projections.\nDefinition at_most (x : R) (y : wrap) : Prop := True.\nCoercion Wrap : R >-> wrap.\nNotation "x <= y" := (at_most x y) : R_scope.',
      ),
      proveAll('intros; exact I.', { square_Rabs: RABS }),
    ),
    by: 'both',
  },
  {
    name: 'statements in SProp',
    kind: 'kernel',
    plant: all(
      define(
        'Inductive holds : SProp := held.\nInductive box (p : SProp) : Prop := Box : p -> box p.\nDefinition at_most (x y : R) : Prop := box holds.\nNotation "x <= y" := (at_most x y) : R_scope.',
      ),
      proveAll('intros; exact (Box _ held).', { square_Rabs: RABS }),
    ),
    by: 'both',
  },
  {
    name: 'an equality in SProp',
    kind: 'kernel',
    plant: all(
      define(
        'Set Definitional UIP.\nInductive same {A : Type} (a : A) : A -> SProp := refl : same a a.\nUnset Definitional UIP.\nInductive box (p : SProp) : Prop := Box : p -> box p.\nNotation "x = y" := (box (same x y)) : type_scope.',
      ),
      prove(
        'square_Rabs',
        'intro x. rewrite (Rabs_pos_eq _ (Rle_0_sqr x) : @eq R (Rabs (square x)) (square x)). exact (Box _ (refl _)).',
      ),
      prove('square_nonneg', 'intro x. exact (Rle_0_sqr x).'),
      prove('total_square_nonneg', TOTAL),
    ),
    by: 'both',
  },
  {
    name: 'an inductive in Type for equality of reals',
    kind: 'kernel',
    plant: all(
      define(
        'Inductive same (x : R) : R -> Type := refl : same x x | other : forall y, same x y.\nNotation "x = y" := (same x y) : R_scope.',
      ),
      prove('square_nonneg', 'intro x. exact (Rle_0_sqr x).'),
      prove('total_square_nonneg', TOTAL),
      replace('Theorems.v', 'Rabs (square x) = square x', '(Rabs (square x) = square x)%R'),
      prove('square_Rabs', 'intro x. apply other.'),
    ),
    by: 'both',
  },
  aside('Opaque definitions', '#[global] Opaque square total total_square.'),
  aside('Opaque names of the library', '#[global] Opaque Rabs Rmult.'),
  aside('a Strategy', '#[global] Strategy opaque [square total total_square].\nStrategy 1000 [Rle].'),
  aside('Transparent what was opaque', '#[global] Transparent square.'),
  aside(
    'Arguments : simpl never, and a reduction bound',
    '#[global] Arguments square x : simpl never.\nDeclare Reduction mine := compute.',
  ),
  aside('a universe and a constraint', 'Universe u v.\nConstraint u < v.'),
  aside(
    'the native compiler and the virtual machine',
    'Set Warnings "-native-compiler-disabled".\nEval vm_compute in 1%nat.',
  ),
  aside(
    'a Register of an inductive as the core one',
    'Inductive same {A : Type} (x : A) : A -> Prop := refl : same x x.\nRegister same as core.eq.type.\nRegister refl as core.eq.refl.',
  ),
  aside('a scheme of its own', 'Scheme Equality for bool.'),
  ...GUARD.map(
    ({ name, text }): Evil => ({
      name,
      kind: 'kernel',
      plant: wish(text),
      by: 'scan',
      why: 'the kernel itself accepts it, and coqchk too: rocq issue 20455, in Coq 8.16 to 9.0',
    }),
  ),
  {
    name: 'an unguarded function inlined by a functor',
    kind: 'kernel',
    plant: wish(INLINE),
    by: 'scan',
    why: 'coqc does not list it as an assumption (rocq issue 12155); coqchk refuses it',
  },
  {
    name: 'a name that stands for something else from its fourth use on',
    kind: 'kernel',
    plant: PICKED,
    by: 'both',
  },
];
