import { describe, expect, it } from 'vitest';
import { BestOfN } from '../../src/quantities/best-of-n.ts';
import { enumerate, isEnumerable } from '../../src/selection/oracles/enumerate.ts';
import { exactPmf } from '../../src/selection/pmf.ts';
import { named, smallPolicies, smallUntied } from '../policy/small-policies.ts';

describe('theory is what listing all draws finds', () => {
  it.each(['level', 'order'] as const)('for every policy of total ≤ 7 with every tie and n ≤ 5 under %s', (ties) => {
    for (const policy of smallPolicies(7, ties)) {
      for (let n = 1; n <= 5; n += 1) {
        const drawn = enumerate(policy, n);
        const { kl, winRate, gap, gapByParts } = new BestOfN(policy, n);
        expect(exactPmf(policy, n).map(String), named(policy, n)).toEqual(drawn.pmf.map(String));
        expect(winRate.exact?.asRational()?.toString(), named(policy, n)).toBe(drawn.winRate.toString());
        expect(kl.exact?.sub(drawn.kl).isZero(), named(policy, n)).toBe(true);
        if (gapByParts.exact) expect(gap.exact?.sub(gapByParts.exact).isZero(), named(policy, n)).toBe(true);
      }
    }
  });

  it('for every policy without ties of total ≤ 9, and n as far as draws can be listed', () => {
    for (const policy of smallUntied(9)) {
      for (let n = 1; n <= 9 && isEnumerable(policy, n, 20_000); n += 1) {
        const drawn = enumerate(policy, n);
        expect(exactPmf(policy, n).map(String), named(policy, n)).toEqual(drawn.pmf.map(String));
        expect(new BestOfN(policy, n).kl.exact?.sub(drawn.kl).isZero(), named(policy, n)).toBe(true);
      }
    }
  });
});
