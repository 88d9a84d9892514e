import { describe, expect, it } from 'vitest';
import { subjectOf } from '../../src/explorer/input.ts';
import { START, type State } from '../../src/explorer/state.ts';

const weightsOf = (state: Partial<State>): string => subjectOf({ ...START, ...state }).policy.atoms.join(',');
const messageOf = (state: Partial<State>): string => {
  try {
    return weightsOf(state);
  } catch (error) {
    return (error as Error).message;
  }
};

describe('what the explorer is given', () => {
  it('is a policy in any of its forms', () => {
    expect(weightsOf({ kind: 'weights', text: '1,2,3' })).toBe('1,2,3');
    expect(weightsOf({ kind: 'probabilities', text: '1/4,0.75' })).toBe('1,3');
    expect(weightsOf({ kind: 'rewards', text: '0.5 0.1\n0.5;0.9, 0.1' })).toBe('2,2,1');
    expect(weightsOf({ kind: 'counts', text: '0.5,12\n\n-1 3\n1;1' })).toBe('3,12,1');
    expect(weightsOf({ kind: 'policy', text: '{"outcomes":[{"reward":2,"weight":1},{"reward":1,"weight":5}]}' })).toBe(
      '5,1',
    );
  });

  it('takes samples of equal reward as one outcome, in both forms', () => {
    for (const ties of ['level', 'order', 'error'] as const) {
      const [one, other] = [
        subjectOf({ ...START, kind: 'rewards', text: '0.3,1.5,2.7,3/2,9', ties }),
        subjectOf({ ...START, kind: 'counts', text: '0.3,1\n1.5,1\n2.7,1\n9,1\n1.50,1', ties }),
      ];
      expect(one.policy.weights).toEqual([1n, 2n, 1n, 1n]);
      expect(other.policy.weights).toEqual([1n, 2n, 1n, 1n]);
    }
  });

  it('keeps rewards of samples exact', () => {
    expect(weightsOf({ kind: 'rewards', text: '0.1 0.10000000000000000001 1/10' })).toBe('2,1');
  });

  it.each([
    [{ text: '1,x' }, '--weights: the 2nd entry: "x" is not a number like 3, 1/5 or 0.25'],
    [{ text: '' }, '--weights: the 1st entry: "" is not a number like 3, 1/5 or 0.25'],
    [{ kind: 'rewards', text: '1 a' }, 'rewards: the 2nd entry: "a" is not a number like 3, 1/5 or 0.25'],
    [{ kind: 'rewards', text: ' ' }, 'rewards: a policy needs at least one outcome, and this one is empty'],
    [
      { kind: 'counts', text: '1,2\n3' },
      'counts: line 2: give a reward and the number of samples that have it, such as 0.5,12',
    ],
    [{ kind: 'counts', text: '2,1\n2,0' }, 'counts: line 2: the number of samples is 0, and must be positive'],
    [{ kind: 'policy', text: '{' }, 'policy.json is not JSON; is it cut off?'],
    [{ n: '1.5' }, 'n must be an integer from 1 to 1000000000, not 1.5'],
    [{ n: '1', selection: 'second-best-of-n' }, 'second-best-of-n is for integers n from 2 to 1024, not 1'],
    [{ text: `1${',1'.repeat(100_000)}` }, 'this page shows at most 100000 outcomes; bonafide compute takes more'],
  ] as const)('is refused in a sentence: %j', (state, sentence) => {
    expect(messageOf(state)).toBe(sentence);
  });
});
