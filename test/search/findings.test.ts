import { describe, expect, it } from 'vitest';
import { atMost } from '../../src/claims/claim.ts';
import { type Instance, untied } from '../../src/claims/instance.ts';
import { Findings } from '../../src/search/findings.ts';
import { blurred, rational } from '../claims/planted.ts';
import { ANY, limited, madeUp, within } from './planted.ts';

const at = (...weights: bigint[]): ReturnType<typeof within> => within(untied(weights, 2), ANY);

describe('the findings of a run', () => {
  const [large, least, middle] = [at(1n, 5n), at(1n, 2n), at(2n, 2n)];

  it.each([
    ['first', [least, middle, large]],
    ['second', [large, least, middle]],
    ['last', [large, middle, least]],
  ])('keep the least instance that refutes, which came %s', (_, instances) => {
    const findings = new Findings(limited('one-atom', ({ policy }) => policy.atoms.length, 1));
    findings.look('search', 1, at(1n));
    for (const [index, instance] of instances.entries()) findings.look('far', index + 2, instance);
    expect(findings.least).toEqual({ instance: least, by: 'far', run: instances.indexOf(least) + 2 });
    expect(findings.refutedBy).toEqual(['far']);
  });

  it.each([
    ['exact', rational('0'), true],
    // Double-doubles decide it.
    ['double-double', null, false],
    ['intervals', blurred('0', '1'), false],
  ])('say whether all was exact: %s', (by, left, isExact) => {
    const claim = madeUp({
      id: 'enclosed',
      relations: ({ n, kl }) => [atMost('a', n === 2 ? (left ?? kl) : rational('0'), 'b', rational('2'))],
    });
    const findings = new Findings(claim);
    findings.look('search', 1, within(untied([1n, 1n], 3), ANY));
    expect(findings.isExact).toBe(true);
    expect(findings.look('search', 2, at(1n, 1n)).verdict.by).toBe(by);
    findings.look('search', 3, within(untied([1n, 1n], 3), ANY));
    expect(findings.isExact).toBe(isExact);
  });

  it('say how far the instances went, each number by itself', () => {
    const findings = new Findings(limited('none', () => 0, 1));
    expect(findings.reach).toBeNull();
    const instances: Instance[] = [untied([10n ** 6n, 1n], 2), untied([1n, 1n, 1n], 1), untied([1n], 40)];
    for (const instance of instances) findings.look('search', 1, within(instance, ANY));
    expect(findings.reach).toEqual({ draws: 40, atoms: 3, digits: 7 });
  });
});

describe('a claim that answers differently when asked again is found out', () => {
  /** How many instances are looked at without complaint when answer number `call` is another one than the rest. */
  function looked(call: number, usual: number): number {
    let calls = 0;
    const findings = new Findings(limited('unsteady', () => (++calls === call ? 1 - usual : usual), 0));
    for (let run = 1; run <= 60; run += 1) {
      try {
        findings.look('search', run, at(1n, 1n));
      } catch {
        return run - 1;
      }
    }
    return 60;
  }

  it.each([
    ['on the first instance', 2, 0, 0],
    ['on the twentieth', 40, 0, 19],
    ['and where it refutes after that', 50, 0, 29],
    ['but not where it holds after twenty', 50, 1, 60],
  ])('%s', (_, call, usual, instances) => {
    expect(looked(call, usual)).toBe(instances);
  });
});
