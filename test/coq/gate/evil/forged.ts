import type { Evil } from './evil.ts';
import { all, append, prove, replace, state } from './plant.ts';

const says = (text: string): string => `Goal True. idtac "${text}". exact I. Qed.`;

const CLOSED = 'Closed under the global context';
const AXIOMS =
  'Axioms:\nClassicalDedekindReals.sig_forall_dec : forall P : nat -> Prop, (forall n : nat, {P n} + {~ P n}) -> {n : nat | ~ P n} + {forall n : nat, P n}';

/** The theorem is admitted, and messages say that it is not. */
const forged = (name: string, text: string, sample = false): Evil => ({
  name,
  kind: 'forged answer',
  plant: all(state('Axiom wish : forall x : R, 0 <= square x.'), prove('square_nonneg', 'exact wish.'), append(text)),
  by: 'both',
  ...(sample && { sample: true }),
});

/** The theorem is missing, and a message says its statement. */
const missing = (name: string, text: string): Evil => ({
  name,
  kind: 'forged answer',
  plant: all(replace('Theorems.v', 'Theorem square_Rabs', 'Theorem another_name'), append(text)),
  by: 'terms',
});

/** Messages that look like answers. */
export const FORGED: readonly Evil[] = [
  forged('no axiom, it says', says(CLOSED)),
  forged('only allowed axioms, it says', says(AXIOMS), true),
  forged('an end of the query', says('end')),
  forged('an end behind a number of its own', says('000000000000000000000000 end')),
  forged(
    'an end behind many numbers',
    Array.from({ length: 50 }, (_, at) => says(`${String(at).repeat(24).slice(0, 24)} end`)).join('\n'),
  ),
  forged(
    'a list of axioms behind a mark of its own',
    says('000000000000000000000000 axioms').concat('\n', says(CLOSED)),
  ),
  forged('a lemma named as what is printed', 'Lemma Closed : True. Proof. exact I. Qed.\nPrint Assumptions Closed.'),
  forged('an answer of another theorem, printed', 'Theorem fine : True. Proof. exact I. Qed.\nPrint Assumptions fine.'),
  missing('a statement, in words', says('square_Rabs : forall x : R, Rabs (square x) = square x')),
  missing(
    'a statement and its location',
    says('square_Rabs\n     : forall x : R, Rabs (square x) = square x').concat(
      '\n',
      says('Constant Tiny.Theorems.square_Rabs'),
    ),
  ),
  missing(
    'a declaration in a comment',
    '(* Theorem square_Rabs : forall x : R, Rabs (square x) = square x. Proof. exact I. Qed. *)',
  ),
  missing('a declaration in a string', says('Theorem square_Rabs : forall x : R, Rabs (square x) = square x.')),
  missing('a tactic of the name of the theorem', 'Ltac square_Rabs := idtac.'),
  missing('an abbreviation of the name of the theorem', 'Notation square_Rabs := another_name.'),
  {
    name: 'the end of the folder’s own files read back',
    kind: 'forged answer',
    plant: append('Goal True. idtac "loaded Theorems.v". exact I. Qed.\nLoad "./Query_.v".'),
    broken: true,
    by: 'both',
  },
];
