import { describe, expect, it } from 'vitest';
import catalogue from '../../properties/catalogue.ts';
import { CANONICAL } from '../../src/cli/canonical.ts';
import { certified } from '../../src/explorer/certified.ts';
import { subjectOf } from '../../src/explorer/input.ts';
import { searchFor, typedOf } from '../../src/explorer/search.ts';
import { START } from '../../src/explorer/state.ts';
import { instanceOf, type Standing, standingOf } from '../../src/explorer/tight.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';

const search = (conjecture: string, limits = ''): ReturnType<typeof searchFor> =>
  searchFor(catalogue, typedOf({ ...START, conjecture, limits }), {
    seed: CANONICAL.seed,
    seconds: 60,
    onProgress: () => undefined,
  });

describe('the search of the explorer', () => {
  it('finds the counterexample of the command', () => {
    const { outcome, counterexample, text, mathml } = search('KL <= H');
    expect(outcome).toBe('refuted');
    expect(counterexample).toEqual({ weights: ['2', '1'], n: 6 });
    expect(text).toContain('KL = 0.7403617114… > 0.6365141682… = H');
    expect(mathml).toContain('<math');
  });

  it('names what is known, within limits', () => {
    const { outcome, text } = search('W = n/(n+1)', 'n >= 5');
    expect(outcome).toBe('refuted');
    expect(text).toContain('for n >= 5');
    expect(text).toContain('known: win-rate-equality');
  });

  it('points at what it cannot read', () => {
    expect(() => search('KL <= nonsense')).toThrow(/nonsense/);
  });
});

const standings = (weights: readonly bigint[], n: number): Standing[] => {
  const instance = instanceOf(FinitePolicy.fromWeights(weights), n, 'best-of-n');
  return catalogue.claims.flatMap((claim) => standingOf(claim, instance) ?? []);
};

describe('the claims on a policy', () => {
  it('never refute a theorem, and refute the equality', () => {
    const all = standings([1n, 2n, 3n], 4);
    expect(all.length).toBeGreaterThan(40);
    expect(all.filter(({ expected, outcome }) => expected === 'holds' && outcome !== 'holds')).toEqual([]);
    expect(all.find(({ id }) => id === 'equality')?.outcome).toBe('refuted');
  });

  it('tell how tight the bound is: the gap as a share of the formula', () => {
    expect(standings([1n, 2n, 3n], 4).find(({ id }) => id === 'kl-bound')?.slack).toBeCloseTo(0.2439, 4);
  });
});

describe('the certified numbers', () => {
  it('are for every selection', () => {
    const { sentence, lines } = certified(subjectOf({ ...START, selection: 'worst-of-n', text: '1,1', n: '2' }), 10);
    expect(sentence).toBe('worst of 2: KL 0.1308 ± 1e-4 nats; win rate 0.375');
    expect(lines.map(({ label, exactly }) => [label, exactly])).toContainEqual(['win rate', '3/8']);
  });
});
