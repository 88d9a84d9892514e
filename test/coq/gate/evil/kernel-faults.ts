import { all, whole } from './plant.ts';

const PREDICATES = [
  'Definition not_zero (n : nat) : Prop := match n with O => False | S _ => True end.',
  'Definition not_one (n : nat) : Prop := match n with O => False | S m => not_zero m end.',
].join('\n');

/** A recursion that never ends, hidden in a `let` that the guard condition reduces too late. */
const BODY = `match n with
  | O => fun h => h
  | S subn => fun h =>
    let f (b : bool) (e : b = true) (x : nat) (Hx : not_one x) :=
      let arg := (match (if b then x else subn) with O => subn | S subsubn => subsubn end) in
      issue arg _
    in f true eq_refl 5%nat I
  end`;
const REST = 'subst b. destruct x; cbn in Hx; [destruct Hx | assumption].';
const CLAIMED = 'Lemma wish : False. Proof. exact (issue 1%nat I). Qed.';

/** Proofs of False that Coq 8.16 and 8.17 accept without any axiom. */
export const GUARD = [
  {
    name: 'a proof of False by Fixpoint and refine',
    text: `${PREDICATES}\nFixpoint issue (n : nat) : not_zero n -> False.\nProof. refine (${BODY}). ${REST} Qed.\n${CLAIMED}`,
  },
  {
    name: 'a proof of False by the tactic fix',
    text: `${PREDICATES}\nLemma issue : forall n : nat, not_zero n -> False.\nProof. fix issue 1. intro n. refine (${BODY}). ${REST} Qed.\n${CLAIMED}`,
  },
  {
    name: 'a proof of False by a fix in a term',
    text: `${PREDICATES}\nLemma issue : forall n : nat, not_zero n -> False.\nProof. refine (fix issue (n : nat) : not_zero n -> False := ${BODY}). ${REST} Qed.\n${CLAIMED}`,
  },
] as const;

/** A proof of False by a parameter that is inlined. */
export const INLINE = `Module Type T. Parameter Inline f : nat -> False. End T.
Module F (X : T). Definition wish : False := X.f 0%nat. End F.
Module M. Unset Guard Checking. Definition f : nat -> False := fix f (n : nat) : False := f n. Set Guard Checking. End M.
Module N := F M.
Lemma wish : False. Proof. exact N.wish. Qed.`;

const STEPS = [0, 1, 2];
const step = (at: number): string => `Universe a${at} b${at}.
Ltac step${at} := assert_succeeds (let c := constr:(Type@{b${at}} : Type@{a${at}}) in idtac);
  exact ((fun _ : Type@{b${at}} => Inner.square) Type@{a${at}}).`;

const OF_ZERO = `Require Import Reals Lra.
From Tiny Require Import Definitions.
Open Scope R_scope.
Theorem square_nonneg : forall x : R, 0 <= zero x.
Proof. intro x. apply Rle_refl. Qed.
Theorem total_square_nonneg : forall (K : nat) (a : nat -> R), 0 <= total_square K a.
Proof.
  intros K a. unfold total_square. induction K as [| k IH]; simpl.
  - lra.
  - assert (0 <= Inner.square (a k)) by (unfold Inner.square; nra). lra.
Qed.
Theorem square_Rabs : forall x : R, Rabs (zero x) = zero x.
Proof. intro x. apply Rabs_R0. Qed.
`;

const THREE_SQUARES = whole('Definitions.v', (text) =>
  text
    .replace(
      'Definition square (x : R) : R := x * x.',
      () => `Module Inner.
Definition square (x : R) : R := x * x.
End Inner.
Definition zero (x : R) : R := 0.
${STEPS.map(step).join('\n')}
Ltac pick := first [ ${STEPS.map((at) => `step${at}`).join(' | ')} | exact zero ].
Notation square := ltac:(pick).`,
    )
    .replace('square (a i)', 'Inner.square (a i)'),
);

/** The square is a notation that is the square three times, and 0 afterwards: the theorems are about 0. */
export const PICKED = all(
  THREE_SQUARES,
  whole('Theorems.v', () => OF_ZERO),
);
