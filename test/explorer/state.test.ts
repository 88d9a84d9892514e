import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHash, KINDS, MOST_DIGITS, START, type State, toHash } from '../../src/explorer/state.ts';
import { SELECTIONS } from '../../src/selection/families.ts';

const states: fc.Arbitrary<State> = fc.record({
  kind: fc.constantFrom(...KINDS),
  text: fc.string(),
  n: fc.string(),
  selection: fc.constantFrom(...SELECTIONS),
  ties: fc.constantFrom('level', 'order', 'error'),
  digits: fc.integer({ min: 1, max: MOST_DIGITS }),
  conjecture: fc.string({ unit: 'grapheme' }),
  limits: fc.string(),
});

describe('the address of the explorer', () => {
  it('has the whole state, whatever was typed', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(fromHash(`#${toHash(state)}`)).toEqual(state);
      }),
    );
  });

  it('can be read and typed', () => {
    expect(toHash(START)).toBe('weights=1,2,3&n=4');
    expect(toHash({ ...START, kind: 'probabilities', text: '0.2,1/5,3/5' })).toBe('probabilities=0.2,1/5,3/5&n=4');
    expect(fromHash('weights=1,2')).toEqual({ ...START, text: '1,2' });
  });

  it.each(['', '#', '#selection=none&ties=x&digits=0', '#digits=1e9', '#digits=NaN'])(
    'is as at the start where it says nothing that there is: %j',
    (hash) => {
      expect(fromHash(hash)).toEqual(START);
    },
  );
});
