import type { Evil } from './evil.ts';
import { wish } from './plant.ts';

const off = (name: string, text: string, sample = false): Evil => ({
  name,
  kind: 'check switched off',
  plant: wish(text),
  by: 'both',
  ...(sample && { sample: true }),
});

const LOOP = 'Fixpoint loop (n : nat) : False := loop n.';
const WISH = 'Definition wish : False := loop 0.';
const BAD = 'Inductive bad : Type := Bad : (bad -> False) -> bad.';
const SELF =
  'Definition self (b : bad) : False := match b with Bad f => f b end.\nDefinition wish : False := self (Bad self).';

/** False from type-in-type, as Hurkens found it. */
const HURKENS = `Lemma wish : False.
Proof.
  exact (Hurkens.TypeNeqSmallType.paradox Type eq_refl).
Qed.`;

/** What the kernel lets through when it is told to. */
export const CHECKS_OFF: readonly Evil[] = [
  off('Unset Guard Checking', `Unset Guard Checking.\n${LOOP}\nSet Guard Checking.\n${WISH}`, true),
  off('Unset Guard Checking by an attribute', `#[bypass_check(guard)] ${LOOP}\n${WISH}`),
  off('Unset Guard Checking for good', `#[global] Unset Guard Checking.\n${LOOP}\n${WISH}`),
  off(
    'Guard off behind a selector',
    `Goal True.\nrefine ?[x].\n[x]: {\nUnset Guard Checking.\nexact I.\n}\nQed.\n${LOOP}\n${WISH}`,
  ),
  off(
    'a loop proved by fix with the guard off',
    'Unset Guard Checking.\nLemma wish : False. Proof. generalize 0%nat. fix loop 1. intro n. exact (loop n). Qed.\nSet Guard Checking.',
  ),
  off(
    'a CoFixpoint that is not productive',
    'CoInductive stream : Type := next : False -> stream -> stream.\nUnset Guard Checking.\nCoFixpoint dream : stream := match dream with next f s => next f s end.\nSet Guard Checking.\nDefinition wish : False := match dream with next f _ => f end.',
  ),
  off('Unset Positivity Checking', `Unset Positivity Checking.\n${BAD}\nSet Positivity Checking.\n${SELF}`, true),
  off('positivity off by an attribute', `#[bypass_check(positivity)] ${BAD}\n${SELF}`),
  off(
    'Unset Universe Checking',
    `Require Import Hurkens.\nUnset Universe Checking.\n${HURKENS}\nSet Universe Checking.`,
  ),
  off(
    'universes off by an attribute',
    `Require Import Hurkens.\n#[bypass_check(universes)] Definition wish : False := Hurkens.TypeNeqSmallType.paradox Type eq_refl.`,
  ),
  off(
    'Set Type In Type',
    `Require Import Hurkens.\nUnset Universe Checking.\nDefinition small := (Type : Type).\n${HURKENS}`,
  ),
  off('Typing Flags by a local option', `#[local] Unset Positivity Checking.\n${BAD}\n${SELF}`),
  off(
    'Set Definitional UIP with a loop',
    'Set Definitional UIP.\nInductive same {A : Type} (a : A) : A -> SProp := refl : same a a.\nUnset Guard Checking.\nFixpoint loop (n : nat) : False := loop n.\nDefinition wish : False := loop 0.',
  ),
];
