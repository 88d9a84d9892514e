import { expect, test } from 'vitest';
import { source, without } from '../../../src/coq/gate/project.ts';
import { scan } from '../../../src/coq/gate/scan.ts';

const MANY = 200_000;
const fixpoint = (body: string): string => `Fixpoint f (n : nat) : nat := match n with O => 0 | S m => ${body} end.`;

/** Work that grows with the square of the length would not come to its end before the runner's limit. */
test.each([
  ['lines', 'idtac.\n'.repeat(MANY), MANY],
  ['bullets', `${'- '.repeat(MANY)}idtac.`, 1],
  ['goal selectors', `${'1,2: '.repeat(MANY)}idtac.`, 1],
  ['sentences that are left out', 'Print Assumptions x.\n'.repeat(MANY), MANY],
  ['binders', fixpoint('forall '.repeat(MANY)), 1],
  ['functions', fixpoint('fun '.repeat(MANY)), 1],
  ['branches', fixpoint('=> '.repeat(MANY)), 1],
])('a source of many %s is read to its end', (_what, text, sentences) => {
  const long = source('Long', 'Long.v', text);
  expect(long.lexed.sentences).toHaveLength(sentences);
  expect(scan({ name: 'Long', sources: [long] }, [])).toEqual([]);
  expect(without(long, ([head]) => head === 'Print')).toHaveLength(text.length);
});

test('sentences keep their lines, and so does a text without some of them', () => {
  const text = '\nGoal True.\n\nPrint\n Assumptions x. idtac.\nPrint Assumptions y.\nQed.\n';
  const read = source('Short', 'Short.v', text);
  expect(read.lexed.sentences.map(({ line }) => line)).toEqual([2, 4, 5, 6, 7]);
  expect(without(read, ([head]) => head === 'Print')).toBe(
    `\nGoal True.\n\n${'     '}\n${' '.repeat(15)} idtac.\n${' '.repeat(20)}\nQed.\n`,
  );
  expect(source('Cut', 'Cut.v', 'Qed.\n\nQed. (* x').lexed.fault).toBe('ends inside a comment that begins in line 3');
  expect(source('Cut', 'Cut.v', 'Qed.\n\nQed').lexed.fault).toBe('ends inside the sentence of line 3');
});
