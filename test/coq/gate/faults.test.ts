import { expect, test } from 'vitest';
import { checkProofs } from '../../../src/coq/gate/check-proofs.ts';
import { scan } from '../../../src/coq/gate/scan.ts';
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
  ['Definition square := 1.', 'already declared in Definitions.v'],
  ['(* hidden *) Time Definition x := 1.', 'Time'],
  ['Fixpoint f (n : nat) : nat := n where "x + y" := (f x).', 'where'],
  ['Definition kl\u00a0 := 1.', 'U+00A0'],
  ['(* \u2028 *)', 'U+2028'],
  ['Definition x := 1.\r', 'U+000D'],
  ['Goal True. refine ?[x]. [x]: { Inductive t := . }', 'Inductive'],
  ['Goal True. refine ?[x]. [x]: Ltac t := idtac.', 'Ltac'],
  ['Goal True. 1-2,3: { - all: par: !: From Coq Require Import Psatz.', 'Require Import is the only way'],
  ['Goal True. [x]: { + Add LoadPath "elsewhere" as Elsewhere.', 'Add'],
  ['Goal True. } -- Delimit Scope R_scope with nat.', 'Delimit'],
  ['Goal True. [x]: { Print Universes "file".', 'only Print Assumptions'],
  ['Print Assumptions square "file".', 'only Print Assumptions'],
  ['Goal True. - Definition square := 1.', 'already declared in Definitions.v'],
  ['Goal True. { 2: * Lemma square : True.', 'already declared in Definitions.v'],
  ['Lemma a : True with b : True.', 'with'],
  ['Goal True. exact I. Qed. Goal True. exact I. Qed.', 'Unnamed_thm is already declared'],
  ['Goal True. exact I. Defined.', 'Defined'],
  ['Goal True. exact I. Save x.', 'Save'],
  ['Goal True. idtac; Definition x := 1.', 'Definition'],
  ['Goal True. first [ idtac .. ]. exact I. Qed.', '.. is not allowed'],
  ['Proof using.', 'Proof must stand alone'],
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

test('a theorem that the manifest says nothing of is a fault, a lemma is none', async () => {
  const add = (kind: string) => (file: string, text: string) =>
    file === 'Theorems.v' ? `${text}\n${kind} one_more : True. Proof. exact I. Qed.\n` : text;
  const checked = async (kind: string): Promise<readonly string[]> =>
    (await checkProofs({ checker: saying(honest), proofs: await tinyFolder(add(kind)) })).faults;
  expect(await checked('Lemma')).toEqual([]);
  for (const kind of ['Theorem', 'Corollary'])
    expect(await checked(kind)).toEqual([
      'Theorems.v: the manifest records no theorem one_more; add it there, or make it a Lemma',
    ]);
});
