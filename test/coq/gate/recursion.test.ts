import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lex } from '../../../src/coq/gate/lex.ts';
import { PROOFS } from '../../../src/coq/gate/place.ts';
import { readProject } from '../../../src/coq/gate/project.ts';
import { irregularRecursion } from '../../../src/coq/gate/recursion.ts';

const asked = (text: string): string | null => irregularRecursion(lex(text).sentences[0]?.tokens ?? []);

test('the recursions of the proofs are plain', async () => {
  const { sources } = await readProject(join(PROOFS));
  const recursions = sources.flatMap(({ lexed }) => lexed.sentences.filter(({ tokens }) => tokens[0] === 'Fixpoint'));
  expect(recursions.length).toBeGreaterThan(8);
  expect(recursions.map(({ tokens }) => irregularRecursion(tokens))).toEqual(recursions.map(() => null));
});

test.each([
  ['Fixpoint f (n : nat) : nat.', /without a body/],
  ['Fixpoint f (n : nat) : nat := S n.', /one match/],
  ['Fixpoint f (n : nat) {struct n} : nat := match n with O => O | S m => f m end.', /one match/],
  ['Fixpoint f (n : nat) : nat := match S n with O => O | S m => f m end.', /one match/],
  ['Fixpoint f (n : nat) : nat := match k with O => O | S m => f m end.', /one match/],
  ['Fixpoint f (n : nat) : nat := match n with O => O | S m => match m with O => O | S k => f k end end.', /one match/],
  ['Fixpoint f (n : nat) : nat := match n with O => O | S m => f (S m) end.', /each call/],
  ['Fixpoint f (n : nat) : nat := match n with O => O | S m => f n end.', /each call/],
  ['Fixpoint f (n : nat) : nat := match n with O => O | S m => g f m end.', /each call/],
  ['Fixpoint f (n : nat) : nat := match n with O => O | S m => (f) m end.', /each call/],
  ['Fixpoint f (n : nat) (x : nat) : nat := match n with O => x | S m => f x m end.', /each call/],
  [
    'Fixpoint f (n : nat) : nat := match n with O => O | S m => (fun m => f m) n end.',
    /is bound by a pattern and elsewhere/,
  ],
  [
    'Fixpoint f (n : nat) : nat := match n with O => O | S m => let m := n in f m end.',
    /is bound by a pattern and elsewhere/,
  ],
  [
    'Fixpoint f (n : nat) : nat := match n with O => O | S m => let (a, m) := g n in f m end.',
    /is bound by a pattern and elsewhere/,
  ],
  [
    'Fixpoint f (n m : nat) : nat := match n with O => f m m | S m => f m m end.',
    /is bound by a pattern and elsewhere/,
  ],
])('%s', (text, why) => {
  expect(asked(text)).toMatch(why);
});

test.each([
  'Fixpoint f (n : nat) : nat := match n with O => O | S m => f m end.',
  'Fixpoint f (x : nat) (n : nat) : nat := match n with O => x | S m => f (f x m) m end.',
  'Lemma f : forall n : nat, n = n.',
])('plain: %s', (text) => {
  expect(asked(text)).toBeNull();
});
