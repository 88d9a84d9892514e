import { expect, test } from 'vitest';
import { checkProofs } from '../../src/prover/check-proofs.ts';
import { scan } from '../../src/prover/scan.ts';
import { FAULTS } from './faults.ts';
import { honest, saying, tiny, tinyFolder } from './tiny.ts';

test.each(FAULTS)('the scan on $name', async ({ plant, scanned }) => {
  const { project, manifest } = await tiny(plant);
  if (scanned === null)
    expect(scan(project, manifest.libraries).filter((fault) => !/cut|ends inside/.test(fault))).toEqual([]);
  else expect(scan(project, manifest.libraries).join('\n')).toMatch(scanned);
});

test.each([
  ['Notation "x <= y" := (x = y).', 'Notation'],
  ['Local Axiom a : False.', 'Local'],
  ['#[bypass_check(guard)] Fixpoint f (n : nat) : False := f n.', 'attribute'],
  ['Goal False. - Admitted.', 'Admitted'],
  ['Goal False. 1: Check I.', 'Check'],
  ['Goal False. { Print Ltac lra. }', 'Print'],
  ['Load "elsewhere".', 'Load'],
  ['Redirect "file" Print Assumptions square.', 'Redirect'],
  ['Open Scope nat_scope.', 'Open Scope'],
  ['Require Import Psatz.', 'Psatz'],
  ['Require Reals.', 'Require Import'],
  ['From Coq Require Import Reals.', 'Require Import'],
  ['Fixpoint f (n : nat) : nat := n with square (x : nat) : nat := x.', 'mutual'],
  ['Definition square := 1.', 'declared in Definitions.v already'],
  ['(* hidden *) Time Definition x := 1.', 'Time'],
])('the scan refuses %s', async (sentence, what) => {
  const { project, manifest } = await tiny((file, text) => (file === 'Theorems.v' ? `${text}\n${sentence}\n` : text));
  expect(scan(project, manifest.libraries).join('\n')).toContain(what);
});

test.each([
  '(* Axiom a : False. *)',
  '(* "*)" Admitted. *)',
  '(* (* Load *) Unset *)',
  'Goal True. idtac "Axiom a.". exact I. Qed.',
])('the scan has nothing against %s', async (sentence) => {
  const { project, manifest } = await tiny((file, text) => (file === 'Theorems.v' ? `${text}\n${sentence}\n` : text));
  expect(scan(project, manifest.libraries)).toEqual([]);
});

test('what the scan refuses never gets to a checker', async () => {
  const checker = saying(honest);
  const proofs = await tinyFolder((file, text) => (file === 'Theorems.v' ? `${text}Redirect "f" Print R.` : text));
  const { verdict, faults, theorems } = await checkProofs({ checker, proofs });
  expect(verdict).toBe('rejected');
  expect(faults).toHaveLength(1);
  expect(theorems.some(({ ok }) => ok)).toBe(false);
  expect(checker.runs).toBe(0);
});
