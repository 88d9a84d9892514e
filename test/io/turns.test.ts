import { expect, it } from 'vitest';
import { Turns } from '../../src/io/turns.ts';

it('gives a turn after so many steps, and ends a loop after the signal', async () => {
  const controller = new AbortController();
  const turns = new Turns(controller.signal);
  const taken: number[] = [];
  let heard = false;
  setImmediate(() => {
    heard = true;
  });
  for (let i = 0; i < 50_000; i += 1) {
    const turn = turns.after(1);
    if (!turn) continue;
    taken.push(i);
    await turn;
  }
  expect([taken, heard]).toEqual([[19_999, 39_999], true]);
  controller.abort(new Error('stop'));
  await expect(turns.after(1_000_000)).rejects.toThrow('stop');
});
