import { describe, expect, it } from 'vitest';
import type { Claim, Step } from '../../src/claims/claim.ts';
import { firstBrokenStep, stepNames } from '../../src/claims/derivation.ts';
import { ClaimFault } from '../../src/claims/fault.ts';
import { coin, lessOrEqual, planted } from './planted.ts';

const step = (name: string, left: string, right: string): Step => ({ name, relation: lessOrEqual(left, right) });
const proved = (...steps: Step[]): Claim => planted({ relations: () => [], derivation: () => steps });

describe('the steps of a proof', () => {
  const [one, two, broken, three] = [
    step('one', '0', '1'),
    step('two', '1', '1'),
    step('no', '2', '1'),
    step('3', '0', '1'),
  ];

  it('are tried in order, up to the first that is broken', () => {
    const told: Step[] = [];
    expect(firstBrokenStep(proved(one, two, broken, three), coin, (each) => told.push(each))).toBe(broken);
    expect(told).toEqual([one, two, broken]);
    expect(firstBrokenStep(proved(one, two, broken, three), coin)).toBe(broken);
  });

  it('are none where all hold, and where there is no proof', () => {
    expect(firstBrokenStep(proved(one, two), coin)).toBeNull();
    expect(firstBrokenStep(planted({ relations: () => [] }), coin)).toBeNull();
  });

  it('have names, each once and in order', () => {
    expect(stepNames(proved(two, one, two, three), coin)).toEqual(['two', 'one', '3']);
    expect(stepNames(planted({ relations: () => [] }), coin)).toEqual([]);
  });

  it('are those of the claim, which is blamed where they throw', () => {
    const derivation = (): never => {
      throw new Error('broken');
    };
    const claim = planted({ relations: () => [], derivation });
    expect(() => firstBrokenStep(claim, coin)).toThrow(ClaimFault);
    expect(() => stepNames(claim, coin)).toThrow(ClaimFault);
  });
});
