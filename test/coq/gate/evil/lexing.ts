import type { Evil } from './evil.ts';
import { all, append, prove, replace, state, whole, wish } from './plant.ts';

/** False is assumed where a reader of the text could think that nothing stands. */
const hidden = (name: string, text: string, sample = false): Evil => ({
  name,
  kind: 'lexing',
  plant: wish(text),
  by: 'both',
  ...(sample && { sample: true }),
});

const AXIOM = 'Axiom wish : False.';

/** Texts that a reader of comments, strings and full stops could take for something else. */
export const LEXING: readonly Evil[] = [
  hidden('after a comment with an odd quote in a string', `(* "*)" *) ${AXIOM} (* "(*" *)`),
  hidden('between two strings in comments', `(* "a" *) ${AXIOM} (* "b" *)`),
  hidden('after a comment within a comment', `(* (* *) (* *) *) ${AXIOM}`),
  hidden('after a string with doubled quotes', `Goal True. idtac "a ""(* b". exact I. Qed.\n${AXIOM} (* *)`, true),
  hidden(
    'after a string with the start of a comment',
    `Goal True. idtac "(*". exact I. Qed. ${AXIOM} Goal True. idtac "*)". exact I. Qed.`,
  ),
  hidden('after a string with a full stop', `Goal True. idtac "e. ". exact I. Qed. ${AXIOM}`),
  hidden('after a star and a parenthesis that are no comment', `Definition times := Rmult (* (*) *) *). ${AXIOM}`),
  hidden('after a carriage return', `Goal True. exact I. Qed.\r${AXIOM}\rGoal True. exact I. Qed.`),
  hidden('after lines that end with carriage returns', `Goal True.\r\nexact I.\r\nQed.\r\n${AXIOM}\r\n`),
  hidden('after a form feed', `Goal True. exact I. Qed.\f${AXIOM}`),
  hidden('after a tab', `Goal True. exact I. Qed.\t${AXIOM}`),
  hidden('behind a numeral with a point', `Definition one_half : R := 1.5. ${AXIOM}`),
  hidden('behind a numeral with an exponent', `Definition many : R := 1.5e3. ${AXIOM}`),
  hidden('behind a hexadecimal numeral', `Definition many : R := 0x1.8p1. ${AXIOM}`),
  hidden(
    'behind a projection',
    `Record box : Set := Box { inside : nat }.\nDefinition get (b : box) := b.(inside). ${AXIOM}`,
  ),
  hidden('behind an ellipsis', `Goal True. Proof with exact I. idtac... Qed. ${AXIOM}`),
  hidden('behind an ellipsis of two', `Notation "[[ x ; .. ; y ]]" := (cons x .. (cons y nil) ..). ${AXIOM}`),
  hidden('behind a name with primes', `Definition a'b' := 1. ${AXIOM} Definition c'' := 1.`),
  hidden('behind a bullet of its own line', `Goal True.\n-\n${AXIOM}\nexact I.\nQed.`),
  hidden('behind braces without space', `Goal True.\n{${AXIOM} exact I.}\nQed.`),
  hidden('behind a Proof using', `Goal True. Proof using. exact I. Qed. ${AXIOM}`),
  hidden('behind a Proof with a term', `Lemma fine : True. Proof I. ${AXIOM}`),
  hidden('in a qualified sentence of two words', `Local\nAxiom\nwish\n:\nFalse\n.`),
  hidden('behind an attribute with a string', `#[deprecated(since="(*", note="*)")] Definition old := 1. ${AXIOM}`),
  {
    name: 'a theorem in a comment that looks closed',
    kind: 'lexing',
    plant: all(
      replace('Theorems.v', 'Theorem square_Rabs', '(* "*)" Theorem square_Rabs'),
      whole('Theorems.v', (text) => `${text}*) Theorem other : True. exact I. Qed.\n`),
    ),
    by: 'terms',
  },
  {
    name: 'a comment that hides the hypothesis of a lemma',
    kind: 'lexing',
    plant: all(
      state('Goal True. idtac "x (* y". exact I. Qed.'),
      append('Goal True. idtac "x *) y". exact I. Qed.'),
      prove('square_Rabs', 'intro x (* "*)" *). exact (Rabs_pos_eq _ (Rle_0_sqr x)).'),
      replace('Theorems.v', 'forall x : R, Rabs', 'forall x : R, (* 0 <= x *) x < x -> Rabs'),
      prove('square_Rabs', 'intros x _. exact (Rabs_pos_eq _ (Rle_0_sqr x)).'),
    ),
    by: 'terms',
  },
];
