import { describe, expect, it } from 'vitest';
import { violatedInWords } from '../../src/report/violated.ts';

const left = { name: 'W', lo: '0.625', hi: '0.625', exact: '5/8' };
const margin = { lo: '-0.025', hi: '-0.025' };
const side = (name: string, lo: string, exact: string | null): typeof left | (typeof left & { exact: null }) =>
  ({ name, lo, hi: `${lo}1`, exact }) as typeof left;

describe('a relation that fails, in words', () => {
  it.each([
    ['exactly', { name: '3/5', lo: '0.6', hi: '0.6', exact: '3/5' }, 'W = 5/8 = 0.625, 3/5 = 0.6'],
    ['by few digits', side('KL', '0.13081203594113697', 'log(2)'), 'W = 5/8 = 0.625, KL = log(2) = 0.1308120359…'],
    [
      'without a long form',
      side('KL', '1.2345678901234e-300', 'x'.repeat(61)),
      'W = 5/8 = 0.625, KL = 1.2345678901…e-300',
    ],
    ['without a form', side('KL', '12.5', null), 'W = 5/8 = 0.625, KL = 12.5…'],
    ['on one line', side('a\nb', '3', '3'), 'W = 5/8 = 0.625, a\\nb = 3'],
  ])('%s', (_, right, values) => {
    const name = right.name.replace('\n', '\\n');
    expect(violatedInWords({ left, is: '≤', right, margin })).toBe(`W ≤ ${name} fails: ${values}`);
  });
});
