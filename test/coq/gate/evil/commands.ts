import { type Evil, HONEST_TERMS } from './evil.ts';
import { append, prove } from './plant.ts';

const aside = (name: string, text: string, broken = false): Evil => ({
  name,
  kind: 'command',
  plant: append(text),
  by: 'scan',
  why: HONEST_TERMS,
  ...(broken && { broken: true }),
});

const endless = (name: string, plant: Evil['plant']): Evil => ({
  name,
  kind: 'command',
  plant,
  endless: true,
  by: 'terms',
});

/** Commands and tactics that write, run on, or fill the output. */
export const COMMANDS: readonly Evil[] = [
  aside('Print Universes to a file', 'Print Universes "universes.txt".'),
  aside('Print Universes to a graph', 'Print Sorted Universes "universes.dot".'),
  aside('Redirect of a check', 'Redirect "printed" Check square_nonneg.'),
  aside('Time', 'Time Definition spare := 1.'),
  aside('Timeout', 'Timeout 10 Definition spare := 1.'),
  aside('Fail', 'Fail Definition square_nonneg := 1.'),
  aside('Succeed', 'Succeed Definition spare := 1.'),
  aside('Time behind a bullet', 'Goal True.\n- Time exact I.\nQed.'),
  aside('Ltac of a name that is used', 'Ltac lra := idtac.'),
  aside('Ltac redefined', 'Ltac mine := idtac.\nLtac mine ::= fail.'),
  aside('a Tactic Notation', 'Tactic Notation "nra" := exact I.'),
  aside('a Hint', '#[global] Hint Resolve Rle_refl : core.'),
  aside('Quit', 'Quit.', true),
  aside('Drop', 'Drop.', true),
  aside('Reset Initial', 'Reset Initial.', true),
  aside('Back', 'Back.', true),
  aside('Undo', 'Goal True. idtac. Undo. exact I. Qed.', true),
  aside('Debug On', 'Set Debug "all".\nUnset Debug "all".', true),
  aside('Profile', 'Set Ltac Profiling.\nShow Ltac Profile.'),
  aside('Info 1', 'Goal True.\nInfo 1 exact I.\nQed.'),
  aside('Search in the whole library', 'Search (_ + _).'),
  aside('Inspect', 'Inspect 100.'),
  aside('Show Proof', 'Goal True. Show Proof. exact I. Qed.'),
  endless(
    'a tactic that repeats for ever',
    prove('square_Rabs', 'intro x. repeat (idtac; assert True by exact I). exact I.'),
  ),
  endless('a recursion of tactics for ever', prove('square_Rabs', 'intro x. let rec go := idtac; go in go.')),
  endless(
    'a computation of the kernel for ever',
    append('Lemma large : (Nat.pow 2 60 = Nat.pow 2 60 + 0)%nat.\nProof. vm_compute. reflexivity. Qed.'),
  ),
  endless('output without end', append('Goal True. let rec go := idtac "line"; go in go. exact I. Qed.')),
];
