import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import { Interval } from '../../src/arithmetic/interval.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { rationalReal, real } from '../../src/arithmetic/real.ts';
import { atMost, equal } from '../../src/claims/claim.ts';
import { compareInstances, type Instance, instanceToJson } from '../../src/claims/instance.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';
import { survey } from '../../src/search/fast-check-adapter.ts';
import { printedMargin } from '../../src/search/margin.ts';
import { claimSeed } from '../../src/search/random.ts';
import { runClaim } from '../../src/search/run-claim.ts';
import { limited, madeUp } from './planted.ts';

/** Known to lie in [0, 1] and no better. */
const vague = real({ enclose: () => new Interval(new Decimal(0), new Decimal(1)) });
const half = rationalReal(Rational.of(1, 2));

describe('the smallest margin', () => {
  it('is the least over all instances that are not trivial, with its instance', () => {
    const seen: BestOfN[] = [];
    const claim = madeUp({
      id: 'n-is-small',
      relations: (q) => {
        seen.push(q);
        return [atMost('n', rationalReal(Rational.of(q.n)), '2000', rationalReal(Rational.of(2000)))];
      },
    });
    const { smallestMargin } = runClaim(claim, { runs: 150, seed: 4 });
    const largest = Math.max(...seen.filter(({ isTrivial }) => !isTrivial).map(({ n }) => n));
    expect(smallestMargin?.instance.n).toBe(largest);
    expect(smallestMargin).toMatchObject({ lo: String(2000 - largest), hi: String(2000 - largest) });
  });

  it('has the nearest decimals as its ends, however much cancels', () => {
    // W − 1/2 = ε(1 − ε)/2 at n = 2, where ε is the mass of the rarer of two outcomes.
    const q = new BestOfN(FinitePolicy.fromWeights([10n ** 30n - 1n, 1n]), 2);
    const { lo, hi } = printedMargin(atMost('1/2', half, 'W', q.winRate));
    expect([lo, hi]).toEqual(['4.99999999999e-31', '5e-31']);
    // 5/8 − 1/2, where no more than the exact form says that the win rate is rational.
    const fair = new BestOfN(FinitePolicy.fromWeights([1n, 1n]), 2);
    expect(printedMargin(atMost('1/2', half, 'W', fair.winRate))).toEqual({ lo: '0.125', hi: '0.125' });
  });

  it('leaves out instances with n = 1 or one atom, whose margins say nothing', () => {
    const claim = limited('not-trivial', ({ isTrivial }) => (isTrivial ? 1 : 0), 2);
    const { smallestMargin, trivial } = runClaim(claim, { runs: 200, seed: 4 });
    expect(trivial).toBeGreaterThan(0);
    expect(smallestMargin?.lo).toBe('2');
  });

  it('belongs to the smallest of the instances that share it', () => {
    const domain = { atoms: 2, draws: 2 };
    const claim = limited('all-alike', () => 0, 1, domain);
    const visited: Instance[] = [];
    survey(domain, claimSeed(4, claim.id), 150, {
      wants: () => true,
      visit: (instance) => void visited.push(instance),
    });
    const { smallestMargin } = runClaim(claim, { runs: 150, seed: 4 });
    const [smallest] = visited.sort(compareInstances);
    expect(smallestMargin?.instance).toEqual(smallest && instanceToJson(smallest));
  });

  it('is nothing where the claim is an equality or is refuted', () => {
    const same = madeUp({ id: 'same', relations: () => [equal('½', half, '½', half)] });
    expect(runClaim(same, { runs: 20, seed: 1 }).smallestMargin).toBeNull();
    expect(
      runClaim(
        limited('none', () => 2, 1),
        { runs: 20, seed: 1 },
      ).smallestMargin,
    ).toBeNull();
  });
});

describe('how instances were decided', () => {
  it('is counted as exact only where no enclosure was needed', () => {
    const even = new Set<string>();
    const mixed = madeUp({
      id: 'mixed',
      domain: { atoms: 2, draws: 2 },
      relations: (q) => {
        const { n, kl, atomlessKl, winRate } = q;
        if (n % 2 === 1) return [atMost('n', rationalReal(Rational.of(n)), '1000', rationalReal(Rational.of(1000)))];
        even.add(`${q.policy.weights} ${q.policy.ranks} ${n}`);
        return [atMost('KL', kl, 'formula', atomlessKl), atMost('W', winRate, '1', rationalReal(Rational.ONE))];
      },
    });
    const { decidedBy } = runClaim(mixed, { runs: 60, seed: 4 });
    expect(even.size).toBeGreaterThan(0);
    expect(decidedBy).toEqual({ exact: 60 - even.size, doubleDouble: even.size, intervals: {} });
  });
});

describe('an instance that cannot be decided', () => {
  const open = madeUp({
    id: 'open',
    relations: ({ n }) => (n > 3 ? [atMost('something', vague, '½', half)] : [atMost('½', half, '½', half)]),
  });

  it('is counted, kept, and neither exact nor enclosed', () => {
    const run = runClaim(open, { runs: 30, seed: 2 });
    expect(run.outcomes.refuted).toBe(0);
    expect(run.outcomes.undecided).toBeGreaterThan(0);
    expect(run.decidedBy).toEqual({ exact: run.outcomes.holds, doubleDouble: 0, intervals: {} });
    expect(run.firstUndecided?.n).toBeGreaterThan(3);
  });

  it('leaves nothing behind where there is none', () => {
    expect(
      runClaim(
        limited('fine', () => 0, 1),
        { runs: 30, seed: 2 },
      ).firstUndecided,
    ).toBeNull();
  });
});
