import { expect, it, onTestFinished, vi } from 'vitest';
import { deadline } from '../../src/run/deadline.ts';

it('a time that is over does not depend on the clock of the system, which may be set meanwhile', () => {
  onTestFinished(() => void vi.restoreAllMocks());
  const set = vi.spyOn(Date, 'now');
  const monotonic = vi.spyOn(performance, 'now').mockReturnValue(1000);
  set.mockReturnValue(0);
  const isOver = deadline(2);
  set.mockReturnValue(1e12);
  expect(isOver()).toBe(false);
  set.mockReturnValue(-1e12);
  monotonic.mockReturnValue(3001);
  expect(isOver()).toBe(true);
});
