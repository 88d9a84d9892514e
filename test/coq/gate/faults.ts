import type { Fault } from './tiny.ts';

const replace =
  (file: string, from: string, to: string): Fault =>
  (name, text) => {
    if (name !== file) return text;
    if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
    return text.replace(from, to);
  };

/** A file whose other theorems are honest, and which ends in this. */
const ending =
  (text: string): Fault =>
  (file, honest) =>
    file === 'Theorems.v' ? `${OTHERS}${text}\n` : honest;

const OTHERS = `Require Import Reals Lra.
From Tiny Require Import Definitions.
Open Scope R_scope.
Lemma nonneg : forall x : R, 0 <= square x.
Proof. intro x. unfold square; nra. Qed.
Theorem total_square_nonneg : forall (K : nat) (a : nat -> R), 0 <= total_square K a.
Proof. intros K a. unfold total_square. induction K; simpl. lra. pose proof (nonneg (a K)). lra. Qed.
Theorem square_Rabs : forall x : R, Rabs (square x) = square x.
Proof. intro x. apply Rabs_pos_eq. apply nonneg. Qed.
`;

const PROOF = 'intro x.\n  unfold square; nra.\nQed.';

/** The kernel says so, whatever is printed. */
const OTHERWISE = /Theorems\.v: square_nonneg is not what the manifest records/;

export interface Planted {
  readonly name: string;
  readonly plant: Fault;
  /** What Coq's answers give away, the scan left aside. */
  readonly seen: RegExp;
  /** What the scan says of it; null where the text alone is blameless. */
  readonly scanned: RegExp | null;
}

/** A fault of each kind, planted in the small development. */
export const FAULTS: readonly Planted[] = [
  {
    name: 'a false lemma',
    plant: replace('Theorems.v', 'x <= 1 -> square x <= x', 'x <= 2 -> square x <= x'),
    seen: /Theorems\.v.*(?:nra|witness)/,
    scanned: null,
  },
  {
    name: 'an admitted proof',
    plant: replace('Theorems.v', PROOF, 'Admitted.'),
    seen: /depend on square_nonneg/,
    scanned: /Theorems\.v:11: Admitted is not allowed/,
  },
  {
    name: 'an axiom',
    plant: (file, text) =>
      replace(
        'Theorems.v',
        PROOF,
        'intro x. exact (wish x).\nQed.',
      )(file, text).replace(
        'Theorem square_nonneg',
        'Axiom wish : forall x : R, 0 <= square x.\nTheorem square_nonneg',
      ),
    seen: /depend on wish/,
    scanned: /Axiom is not allowed/,
  },
  {
    name: 'a recursion that is not checked to end',
    plant: (file, text) =>
      replace(
        'Theorems.v',
        PROOF,
        'destruct (loop 0).\nQed.',
      )(file, text).replace(
        'Theorem square_nonneg',
        'Unset Guard Checking.\nFixpoint loop (n : nat) : False := loop n.\nSet Guard Checking.\nTheorem square_nonneg',
      ),
    seen: /depend on loop is assumed to be guarded/,
    scanned: /Unset is not allowed/,
  },
  {
    name: 'a weakened statement',
    plant: replace(
      'Theorems.v',
      'R, Rabs (square x) = square x.\nProof. intro x.',
      'R, 0 <= x -> Rabs (square x) = square x.\nProof. intros x _.',
    ),
    seen: /its statement differs from the manifest: forall x : R, 0 <= x -> Rabs/,
    scanned: null,
  },
  {
    name: 'a changed definition',
    plant: replace('Definitions.v', 'square (x : R) : R := x * x.', 'square (x : R) : R := x * x * 1.'),
    seen: /a definition differs from the manifest: square = fun x : R => x \* x \* 1/,
    scanned: null,
  },
  {
    name: 'a changed definition below another',
    plant: replace('Definitions.v', '| O => 0', '| O => 0 * 1'),
    seen: /total_square_nonneg.*a definition differs from the manifest: total = /,
    scanned: null,
  },
  {
    name: 'a name of the library taken for something else',
    plant: (file, text) =>
      file === 'Definitions.v'
        ? replace(file, 'Definition square', 'Definition Rabs (x : R) : R := x.\n\nDefinition square')(file, text)
        : replace('Theorems.v', 'apply Rabs_pos_eq. apply square_nonneg.', 'reflexivity.')(file, text),
    seen: /Theorems\.v: square_Rabs is not what the manifest records: .*Rabs/,
    scanned: null,
  },
  {
    name: 'a missing theorem',
    plant: replace('Theorems.v', 'Theorem square_Rabs', 'Theorem another_name'),
    seen: /declares no square_Rabs/,
    scanned: null,
  },
  {
    name: 'a file cut off in a proof',
    plant: (file, text) => (file === 'Theorems.v' ? text.slice(0, text.indexOf('apply square_nonneg. Qed.')) : text),
    seen: /Theorems\.v/,
    scanned: null,
  },
  {
    name: 'a file cut off in a comment',
    plant: (file, text) => (file === 'Theorems.v' ? `${text}(* to be continued` : text),
    seen: /Theorems\.v|finish the query/,
    scanned: /Theorems\.v: ends inside a comment/,
  },
  {
    name: 'a notation that a where clause redefines',
    plant: ending(`Fixpoint anything (n : nat) (x y : R) : Prop := True where "x <= y" := (anything O x y) : R_scope.
Theorem square_nonneg : forall x : R, 0 <= square x. Proof. intro x. exact I. Qed.`),
    seen: OTHERWISE,
    scanned: /where is not allowed/,
  },
  {
    name: 'a name with a no-break space, which is a letter for Coq',
    plant: ending(`Definition square\u00a0 (x : R) : R := 1.
Theorem square_nonneg : forall x : R, 0 <= square\u00a0 x. Proof. intro x. unfold square\u00a0 . lra. Qed.`),
    seen: OTHERWISE,
    scanned: /the character U\+00A0 is not allowed/,
  },
  {
    name: 'a notation that says something else',
    plant: ending(`Notation "x <= y" := (x = x /\\ y = y) : R_scope.
Theorem square_nonneg : forall x : R, 0 <= square x. Proof. intro x. split; reflexivity. Qed.`),
    seen: OTHERWISE,
    scanned: /Notation is not allowed/,
  },
  {
    name: 'a relation that is none of the library',
    plant: ending(`Definition Rle (x y : R) : Prop := True.
Theorem square_nonneg : forall x : R, Rle 0 (square x). Proof. intro x. exact I. Qed.`),
    seen: OTHERWISE,
    scanned: null,
  },
  {
    name: 'commands behind a named goal selector',
    plant: ending(`Theorem square_nonneg : forall x : R, 0 <= square x.
Proof. intro x. refine ?[a]. [a]: { Axiom wish : forall x : R, 0 <= square x. exact (wish x). } Qed.`),
    seen: /depend on wish/,
    scanned: /Axiom is not allowed/,
  },
  {
    name: 'a theorem behind a bullet, beside the one that is recorded',
    plant: ending(`Theorem square_nonneg : forall x : R, 0 <= x -> 0 <= square x.
Proof. intros x _. - Lemma square_Rabs : True. exact I. Qed. apply nonneg. Qed.`),
    seen: /Theorems\.v/,
    scanned: /square_Rabs is already declared in Theorems\.v/,
  },
  {
    name: 'a coercion into the recorded statement',
    plant: ending(`Axiom wish : True -> forall x : R, 0 <= square x.
Definition lie := True. Coercion wish : True >-> Funclass.
Theorem square_nonneg : True. Proof. exact I. Qed.`),
    seen: /Theorems\.v|depend on wish/,
    scanned: /Coercion is not allowed/,
  },
];
