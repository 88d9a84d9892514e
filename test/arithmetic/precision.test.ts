import { expect, it } from 'vitest';
import { digitsFor, workingBits } from '../../src/arithmetic/precision.ts';

it.each([
  [0, 0, 0],
  [19, 0, 64],
  [20, 0, 128],
  [40, 10, 192],
  [40, 60, 256],
])('%i digits and %i guard bits take %i bits, a multiple of 64', (digits, guardBits, bits) => {
  expect(workingBits(digits, guardBits)).toBe(bits);
});

it.each([
  [0, 0],
  [1, 1],
  [64, 20],
  [128, 39],
])('%i bits take %i digits', (bits, digits) => {
  expect(digitsFor(bits)).toBe(digits);
});
