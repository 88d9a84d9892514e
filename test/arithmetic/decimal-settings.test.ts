import { Decimal } from 'decimal.js';
import { afterEach, expect, it } from 'vitest';
import { directed } from '../../src/arithmetic/decimal.ts';

afterEach(() => {
  Decimal.set({ defaults: true });
});

it('constructors do not depend on what another user of decimal.js has set', () => {
  Decimal.set({ toExpPos: 2, modulo: 9 });
  const ctor = directed(137, 'down');
  expect(new ctor(123_456).toString()).toBe('123456');
  expect(ctor.modulo).toBe(1);
});
