import { describe, expect, it } from 'vitest';
import type { Interval } from '../../src/arithmetic/interval.ts';
import { intervals } from '../../src/arithmetic/interval-field.ts';
import { exactReal, type Real, real, sum } from '../../src/arithmetic/real.ts';
import { atMost, equal, type Relation } from '../../src/claims/claim.ts';
import { decideOn, isSilent, isViolated, marginOf, type Verdict } from '../../src/claims/decide.ts';
import { ClaimFault } from '../../src/claims/fault.ts';
import { TOO_LARGE } from '../../src/claims/silent.ts';
import { log } from '../arithmetic/exact.ts';
import { blurred, coin, lessOrEqual, planted, rational } from './planted.ts';

const decided = (...relations: Relation[]): Verdict => decideOn(planted({ relations: () => relations }), coin);
/** The two sides of log 6 = log 2 + log 3. */
const logs = [exactReal(log(6)), 'log 2 + log 3', exactReal(log(2).add(log(3)))] as const;
/** right − left of the relation that a verdict names. */
const margin = ({ relation }: Verdict): Interval | null => relation && marginOf(relation);
/** √2, without an exact form. */
const root = (): Real => real({ enclose: (digits) => intervals(digits).sqrt(intervals(digits).integer(2)) });
const same = (a: string, b: string): Relation => equal('a', rational(a), 'b', rational(b));

describe('decide on one relation', () => {
  it('holds for ≤ with a margin right − left above 0, and of 0 where the sides are equal', () => {
    const strict = decided(lessOrEqual('1/4', '1/2'));
    expect([strict.outcome, strict.by, strict.digits, margin(strict)?.toString()]).toEqual([
      'holds',
      'exact',
      0,
      '[0.25, 0.25]',
    ]);
    const sharp = decided(lessOrEqual('1/4', '0.25'));
    expect([sharp.outcome, sharp.slack, margin(sharp)?.toString()]).toEqual(['holds', 0, '[0, 0]']);
    expect(sharp.relation?.is).toBe('≤');
  });

  it('is refuted for ≤ with a margin below 0', () => {
    const verdict = decided(lessOrEqual('1/2', '1/4'));
    expect([verdict.outcome, verdict.by, margin(verdict)?.toString()]).toEqual(['refuted', 'exact', '[-0.25, -0.25]']);
  });

  it('holds for = where the sides are equal, without a margin', () => {
    expect(decided(same('1/2', '0.5'))).toEqual({
      outcome: 'holds',
      by: 'exact',
      digits: 0,
      relation: null,
      slack: null,
    });
  });

  it('is refuted for = to either side, the margin’s sign saying to which', () => {
    expect(margin(decided(same('1/4', '1/2')))?.sign()).toBe(1);
    expect(margin(decided(same('1/2', '1/4')))?.sign()).toBe(-1);
    expect([decided(same('1/4', '1/2')).outcome, decided(same('1/2', '1/4')).outcome]).toEqual(['refuted', 'refuted']);
  });

  it('is undecided where enclosures never separate, and has no margin', () => {
    const relation = atMost('a', blurred('0', '1'), 'b', rational('1/2'));
    expect(decided(relation)).toEqual({ outcome: 'undecided', by: 'intervals', digits: 5120, relation, slack: null });
  });

  it('shows a tiny margin’s sign with as many digits as it takes', () => {
    const verdict = decided(lessOrEqual('1/3', `0.${'3'.repeat(99)}4`));
    expect(verdict.outcome).toBe('holds');
    expect(margin(verdict)?.sign()).toBe(1);
    expect(margin(verdict)?.hi.lt('1e-99')).toBe(true);
    expect(marginOf(lessOrEqual(`0.${'3'.repeat(99)}4`, '1/3')).sign()).toBe(-1);
  });
});

describe('decide on several relations', () => {
  it('reports the tightest inequality that holds, wherever it stands', () => {
    const [wide, tight, middle] = [lessOrEqual('0', '1'), lessOrEqual('0', '1/100'), lessOrEqual('0', '1/2')];
    for (const order of [
      [wide, tight, middle],
      [tight, middle, wide],
      [middle, wide, tight],
    ]) {
      expect(decided(...order, same('1', '1')).relation).toBe(tight);
    }
  });

  it('reports the first relation refuted, even after one left undecided', () => {
    const broken = lessOrEqual('2', '1');
    const open = atMost('a', blurred('0', '1'), 'b', blurred('0', '1'));
    for (const relations of [
      [open, broken],
      [broken, open],
      [lessOrEqual('0', '1'), broken, lessOrEqual('3', '1')],
    ]) {
      const verdict = decided(...relations);
      expect([verdict.outcome, verdict.relation]).toEqual(['refuted', broken]);
    }
  });

  it('is undecided where one relation is and the others hold, naming the first such', () => {
    const [one, other] = [
      atMost('a', blurred('0', '1'), 'b', rational('1/2')),
      atMost('c', blurred('0', '2'), 'd', rational('1')),
    ];
    const verdict = decided(lessOrEqual('0', '1'), one, other);
    expect([verdict.outcome, verdict.relation]).toEqual(['undecided', one]);
  });

  it('is by exact means only where every relation was', () => {
    const enclosed = atMost('a', blurred('0', '1'), 'b', rational('2'));
    expect(decided(lessOrEqual('0', '1'), same('1', '1')).by).toBe('exact');
    expect([decided(enclosed, lessOrEqual('0', '1')).by, decided(lessOrEqual('0', '1'), enclosed).by]).toEqual([
      'intervals',
      'intervals',
    ]);
    expect(decided(enclosed, lessOrEqual('0', '1')).digits).toBe(40);
  });

  it('is refuted by the means that the refuted relation took, whatever others took', () => {
    const enclosed = atMost('a', blurred('0', '1'), 'b', rational('2'));
    expect(decided(enclosed, lessOrEqual('2', '1'))).toMatchObject({ outcome: 'refuted', by: 'exact', digits: 0 });
    const outside = atMost('a', blurred('3', '4'), 'b', rational('2'));
    expect(decided(lessOrEqual('0', '1'), outside)).toMatchObject({ outcome: 'refuted', by: 'intervals', digits: 40 });
  });

  it('names the first of inequalities that are as tight', () => {
    const [one, other] = [lessOrEqual('0', '1/2'), lessOrEqual('1/2', '1')];
    expect(decided(one, other).relation).toBe(one);
  });

  it('has a slack that is no larger than the margin, which no double may be', () => {
    // The double next to 1/10 is above it.
    expect(decided(lessOrEqual('0', '1/10')).slack).toBeLessThan(0.1);
    expect(decided(lessOrEqual('0', '1/10')).slack).toBeGreaterThan(0.1 - 1e-15);
  });

  it('has a slack by double-doubles that is hardly less than the margin', () => {
    const { slack, by } = decided(atMost('KL', coin.kl, 'D̃', coin.atomlessKl));
    expect(by).toBe('double-double');
    expect(slack).toBeCloseTo(0.0623351446188083, 15);
  });

  it('has a slack above 0 where the margin is tiny, and of 0 where it is below all doubles', () => {
    const third = (places: number): Relation => lessOrEqual('1/3', `0.${'3'.repeat(places)}4`);
    expect(decided(third(99)).slack).toBeGreaterThan(6e-101);
    expect(decided(third(99)).slack).toBeLessThan(7e-101);
    expect(decided(third(700)).slack).toBe(0);
    expect(decided(atMost('log 6', ...logs)).slack).toBe(0);
  });

  it('expects the sides of an equation to be equal, and of an inequality to differ', () => {
    expect(decided(equal('log 6', ...logs))).toMatchObject({ outcome: 'holds', by: 'exact', digits: 0 });
    expect(decided(atMost('log 6', ...logs))).toMatchObject({ outcome: 'holds', by: 'exact', digits: 40 });
  });

  it('is left open by a number that is too large', () => {
    expect(decided(TOO_LARGE)).toMatchObject({ outcome: 'undecided', relation: TOO_LARGE });
    expect(() => TOO_LARGE.left.value.enclose(40)).toThrow('the number is too large');
  });

  it('is no verdict for a claim that states nothing', () => {
    expect(() => decided()).toThrow(
      new ClaimFault(
        'planted',
        { weights: ['1', '1'], n: 2 },
        'it returns no relation for this instance, so there is nothing to check',
      ),
    );
  });
});

describe('a single relation is violated', () => {
  const [unit, upper, above] = [blurred('0', '1'), blurred('1', '2'), blurred('2', '3')];

  it.each<[string, Relation, boolean]>([
    ['≤ with the left side above', lessOrEqual('2', '1'), true],
    ['≤ with equal sides', lessOrEqual('1', '1'), false],
    ['≤ with the left side below', lessOrEqual('1', '2'), false],
    ['≤ that stays undecided', atMost('a', unit, 'b', unit), false],
    ['= with sides that differ', same('1', '2'), true],
    ['= with equal sides', same('1', '1'), false],
    ['= with enclosures that meet', equal('a', unit, 'b', upper), false],
    ['= with enclosures apart', equal('a', unit, 'b', above), true],
    [
      '= with numbers that 40 digits do not tell apart',
      equal('√2', root(), '√2 + 1e-60', sum(root(), rational('1e-60'))),
      false,
    ],
    [
      '= with numbers that 30 digits tell apart',
      equal('√2', root(), '√2 + 1e-30', sum(root(), rational('1e-30'))),
      true,
    ],
  ])('only with certainty: %s', (_, relation, expected) => {
    expect(isViolated(relation)).toBe(expected);
  });
});

describe('a claim is silent', () => {
  const broken = (): never => {
    throw new Error('broken');
  };

  it('where it states no relation', () => {
    expect(isSilent(planted({ relations: () => [] }), coin)).toBe(true);
    expect(isSilent(planted({ relations: () => [same('1', '1')] }), coin)).toBe(false);
  });

  it('and not where it throws, for which it is blamed', () => {
    expect(() => isSilent(planted({ relations: broken }), coin)).toThrow(ClaimFault);
    expect(() => decideOn(planted({ relations: broken }), coin)).toThrow(ClaimFault);
  });
});
