import { expect, it } from 'vitest';
import { inOrder } from '../../src/cli/in-order.ts';

it('passes each one on in its turn, as soon as everything before it is there', () => {
  const passed: string[] = [];
  const take = inOrder<string>((one) => passed.push(one));
  take(1, 'b');
  expect(passed).toEqual([]);
  take(0, 'a');
  expect(passed).toEqual(['a', 'b']);
  take(2, 'c');
  expect(passed).toEqual(['a', 'b', 'c']);
});
