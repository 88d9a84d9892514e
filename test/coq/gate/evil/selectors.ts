import { type Evil, HONEST_TERMS } from './evil.ts';
import { all, append, BETWEEN, define, proveAll, RABS, state, TOTAL } from './plant.ts';

/** A proof in which `command` stands after a selector by the name of a goal. */
const named = (command: string): string => `Goal True.\nrefine ?[x].\n[x]: {\n${command}\nexact I.\n}\nQed.`;

/** A sentence that writes or changes nothing in the terms. */
const aside = (name: string, command: string, sample = false): Evil => ({
  name,
  kind: 'selector',
  plant: append(command),
  by: 'scan',
  why: HONEST_TERMS,
  ...(sample && { sample: true }),
});

const ANYTHING = 'Inductive Rle (x y : R) : Prop := any : Rle x y.';
const NOTATION = 'Notation "x <= y" := (Rle x y) : R_scope.';
const trivial = proveAll('intros; apply any.', { square_Rabs: RABS });

/** Commands that stand where the scan expects a tactic. */
export const SELECTORS: readonly Evil[] = [
  {
    name: '[x]: { Inductive Rle } and a notation for it',
    kind: 'selector',
    plant: all(define(named(`${ANYTHING}\n${NOTATION}`)), trivial),
    by: 'both',
  },
  {
    name: '[x]: { Inductive Rle with a where }',
    kind: 'selector',
    plant: all(
      define(
        named('Inductive below : R -> R -> Prop := any : forall x y, x <= y where "x <= y" := (below x y) : R_scope.'),
      ),
      trivial,
    ),
    by: 'both',
    sample: true,
  },
  {
    name: '[x]: { Axiom wish : False }',
    kind: 'selector',
    plant: all(state(named('Axiom wish : False.')), proveAll('intros; destruct wish.', { square_between: BETWEEN })),
    by: 'both',
  },
  {
    name: '[x]: { Delimit Scope } and another R_scope',
    kind: 'selector',
    plant: all(
      define(
        named(
          'Definition at_most (x y : R) : Prop := True.\nDelimit Scope other with R.\nNotation "x <= y" := (at_most x y) : R_scope.',
        ),
      ),
      proveAll('intros; exact I.', { square_Rabs: RABS }),
    ),
    by: 'both',
  },
  aside('[x]: { Print Universes "FILE" }', named('Print Universes "universes.txt".'), true),
  aside('[x]: { Redirect "FILE" }', named('Redirect "printed" Print nat.')),
  aside('[x]: { From Coq Require }', named('From Coq Require Import Classical_Prop ClassicalChoice.')),
  aside('[x]: { Add LoadPath }', named('Add LoadPath "." as Elsewhere.')),
  aside('[x]: { Ltac }', named('Ltac lra := exact I.')),
  aside('[x]: { Extraction "FILE" }', `Require Extraction.\n${named('Extraction "extracted" total.')}`),
  aside('[x]: { Cd }', named('Cd "..".')),
  aside(
    '[x]: { Set Nested Proofs Allowed } and a nested theorem',
    named('Set Nested Proofs Allowed.\nTheorem within : True. Proof. exact I. Qed.'),
  ),
  aside(
    'a number before the brace',
    'Goal True /\\ True.\nsplit.\n2: { Print Universes "universes.txt". exact I. }\nexact I.\nQed.',
  ),
  aside(
    'a bullet before the command',
    'Goal True /\\ True.\nsplit.\n- Print Universes "universes.txt". exact I.\n- exact I.\nQed.',
  ),
  aside(
    'bullets of many marks before the command',
    'Goal True /\\ True.\nsplit.\n+++ Print Universes "universes.txt". exact I.\n+++ exact I.\nQed.',
  ),
  aside('braces before the command', 'Goal True.\n{ { { Print Universes "universes.txt". exact I. } } }\nQed.'),
  aside('a closing brace before the command', 'Goal True.\n{ exact I. } Print Universes "universes.txt".\nQed.'),
  aside('1: before a query', 'Goal True.\n1: Search True.\nexact I.\nQed.'),
  aside('a number and no brace before a query', 'Goal True.\n1: Compute total.\nexact I.\nQed.'),
  aside('2: before a query', 'Goal True /\\ True.\nsplit.\n2: About total.\nall: exact I.\nQed.'),
  {
    name: 'all: before a tactic, in a file that shadows Rle behind a brace',
    kind: 'selector',
    plant: all(define(`Goal True.\n{ ${ANYTHING} ${NOTATION}\n}`.replace('\n}', ' all: exact I. }\nQed.')), trivial),
    by: 'both',
  },
  {
    name: '[x]: { Module Import } that redefines Rle',
    kind: 'selector',
    plant: all(
      define(named('Create HintDb none.').concat(`\nGoal True.\n- ${ANYTHING}\n  ${NOTATION}\n  exact I.\nQed.`)),
      trivial,
    ),
    by: 'both',
  },
  {
    name: 'a hidden Ltac that makes every proof of another goal',
    kind: 'selector',
    plant: all(
      state(
        named(
          'Ltac nonneg := lazymatch goal with |- forall x : R, _ => let x := fresh in intro x; exact (Rle_0_sqr x) end.',
        ),
      ),
      proveAll('nonneg.', { square_between: BETWEEN, total_square_nonneg: TOTAL, square_Rabs: RABS }),
    ),
    by: 'scan',
    why: 'the theorems are the recorded ones, proved by a tactic that the scan did not see',
  },
];
