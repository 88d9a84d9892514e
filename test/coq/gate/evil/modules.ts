import { type Evil, HONEST_TERMS } from './evil.ts';
import { all, append, BETWEEN, define, prove, proveAll, RABS, RABS_ZERO, replace, state, TOTAL } from './plant.ts';

const ANYTHING = 'Definition Rle (x y : R) : Prop := True.';
const NOTATION = 'Notation "x <= y" := (Rle x y) : R_scope.';
const trivial = proveAll('intros; exact I.', { square_Rabs: RABS });
const zero = proveAll('intros; apply Rle_refl.', {
  square_between: BETWEEN,
  total_square_nonneg: TOTAL,
  square_Rabs: RABS_ZERO,
});

const shadow = (name: string, text: string, sample = false): Evil => ({
  name,
  kind: 'module',
  plant: all(define(text), trivial),
  by: 'both',
  ...(sample && { sample: true }),
});

const twin = (name: string, text: string): Evil => ({
  name,
  kind: 'module',
  plant: all(state(text), zero),
  by: 'both',
});

/** Names that come in by a module. */
export const MODULES: readonly Evil[] = [
  shadow(
    'a module that is imported with another <=',
    `Module Inner.\n${ANYTHING}\n${NOTATION}\nEnd Inner.\nExport Inner.`,
    true,
  ),
  shadow(
    'a functor applied and exported',
    `Module Type Any. End Any.\nModule Make (A : Any).\n${ANYTHING}\n${NOTATION}\nEnd Make.\nModule None. End None.\nModule Made := Make None.\nExport Made.`,
  ),
  shadow('a module included', `Module Inner.\n${ANYTHING}\n${NOTATION}\nEnd Inner.\nInclude Inner.`),
  shadow(
    'a module exported by another',
    `Module Inner.\nModule Core.\n${ANYTHING}\n${NOTATION}\nEnd Core.\nExport Core.\nEnd Inner.\nExport Inner.`,
  ),
  twin('a module with another square', 'Module Inner.\nDefinition square (x : R) : R := 0.\nEnd Inner.\nImport Inner.'),
  twin(
    'a functor with another square',
    'Module Type T. Parameter square : R -> R. Axiom zero : forall x, square x = 0. End T.\nModule F (A : T). Definition square := A.square. End F.\nModule Z. Definition square (x : R) : R := 0. Lemma zero : forall x, square x = 0. Proof. reflexivity. Qed. End Z.\nModule G := F Z.\nImport G.',
  ),
  {
    name: 'a theorem of the recorded name inside a module',
    kind: 'module',
    plant: all(state('Module Inside.'), append('End Inside.\nImport Inside.')),
    by: 'both',
  },
  {
    name: 'a theorem proved inside a functor that nobody applies',
    kind: 'module',
    plant: all(
      state('Module Type Wish. Axiom wish : False. End Wish.\nModule Proved (W : Wish).'),
      prove('square_nonneg', 'intro x. destruct W.wish.'),
      append('End Proved.'),
    ),
    by: 'both',
  },
  {
    name: 'a definition sealed by a module type',
    kind: 'module',
    plant: all(
      replace(
        'Definitions.v',
        'Definition square (x : R) : R := x * x.',
        'Module Type T. Parameter square : R -> R. End T.\nModule M : T. Definition square (x : R) : R := x * x. End M.\nDefinition square : R -> R := M.square.\nAxiom wish : forall x, 0 <= square x.',
      ),
      prove('square_between', 'intros x H0 H1. exact (Rle_trans _ _ _ (Req_le _ _ eq_refl) (Rle_refl _)).'),
      replace('Theorems.v', 'square x <= x.', 'square x <= square x.'),
      prove('square_nonneg', 'exact wish.'),
      prove(
        'total_square_nonneg',
        'intros K a. unfold total_square. induction K as [| k IH]; simpl; [apply Rle_refl |]. exact (Rplus_le_le_0_compat _ _ IH (wish (a k))).',
      ),
      prove('square_Rabs', 'intro x. apply Rabs_pos_eq. apply wish.'),
    ),
    by: 'both',
  },
  {
    name: 'a module named as one of the library',
    kind: 'module',
    plant: all(
      define('Module Rbasic_fun. Definition Rabs (x : R) : R := x. End Rbasic_fun.\nExport Rbasic_fun.'),
      prove('square_Rabs', 'intro x. reflexivity.'),
    ),
    by: 'both',
    sample: true,
  },
  {
    name: 'a module named as the file',
    kind: 'module',
    plant: all(
      state('Module Definitions. Definition square (x : R) : R := 0. End Definitions.\nImport Definitions.'),
      zero,
    ),
    by: 'both',
  },
  {
    name: 'a module that is used by nobody',
    kind: 'module',
    plant: append('Module Spare. Definition spare := 1. End Spare.'),
    by: 'scan',
    why: HONEST_TERMS,
  },
];
