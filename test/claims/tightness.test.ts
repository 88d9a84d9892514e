import { describe, expect, it } from 'vitest';
import { intervals } from '../../src/arithmetic/interval-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { multiple, type Real, real, sum } from '../../src/arithmetic/real.ts';
import { atMost, equal, type Relation } from '../../src/claims/claim.ts';
import { TOO_LARGE } from '../../src/claims/silent.ts';
import { type Tightness, tightness } from '../../src/claims/tightness.ts';
import { blurred, coin, lessOrEqual, planted, rational } from './planted.ts';

const tightest = (...relations: Relation[]): Tightness | null =>
  tightness(planted({ relations: () => relations }), coin);
const relative = (left: Real, right: Real): number | undefined => tightest(atMost('a', left, 'b', right))?.relative;
/** √x, without an exact form and without double-doubles. */
const root = (x: number): Real => real({ enclose: (digits) => intervals(digits).sqrt(intervals(digits).integer(x)) });
/** 10^k, of which only enclosures are known. */
const ten = (k: number): Real =>
  real({ enclose: (digits) => intervals(digits).pow(intervals(digits).integer(10), BigInt(k)) });

describe('how near an instance comes to refuting a claim', () => {
  it.each([
    ['1/4', '1/2', 0.5],
    ['1/2', '1/4', -0.5],
    ['-1/2', '1/4', 1.5],
    ['-1/2', '-1/4', 0.5],
    ['1/3', '1/3', 0],
    ['1', '4', 0.75],
    ['4', '1', -0.75],
  ])('is the difference over the larger side: %s ≤ %s', (left, right, expected) => {
    expect(relative(rational(left), rational(right))).toBe(expected);
  });

  it('is the same by double-doubles and by enclosures', () => {
    const twice = multiple(Rational.of(2), coin.kl);
    expect([relative(coin.kl, twice), relative(twice, coin.kl)]).toEqual([0.5, -0.5]);
    expect(relative(root(2), root(8))).toBeCloseTo(0.5, 15);
    expect(relative(root(8), root(2))).toBeCloseTo(-0.5, 15);
  });

  it('is told by enclosures where double-doubles do not tell it', () => {
    const more = sum(coin.kl, rational('1e-38'));
    expect((relative(coin.kl, more) as number) / (1e-38 / 0.1308)).toBeCloseTo(1, 1);
    expect((relative(more, coin.kl) as number) / (1e-38 / 0.1308)).toBeCloseTo(-1, 1);
  });

  it('is that of the tightest inequality, the first of equals', () => {
    const [wide, tight, also] = [lessOrEqual('1', '4'), lessOrEqual('3', '4'), lessOrEqual('6', '8')];
    for (const relations of [
      [wide, tight, also],
      [tight, wide, also],
      [tight, also, wide],
    ]) {
      expect(tightest(...relations)).toEqual({ relation: tight, relative: 0.25 });
      expect(tightest(...relations)?.relation).toBe(tight);
    }
    const below = { ...tight, is: '<' } as const;
    expect(tightest(below)?.relation).toBe(below);
  });

  it.each<[string, Relation]>([
    ['an equality', equal('a', rational('1'), 'b', rational('2'))],
    ['an inequality without a larger side', { ...lessOrEqual('1', '2'), is: '≠' }],
    ['a side of 0 on the left', lessOrEqual('0', '1')],
    ['a side of 0 on the right', lessOrEqual('1', '0')],
    ['what is too large to be a number', TOO_LARGE],
    ['sides that agree to 40 digits', atMost('a', root(2), 'b', root(2))],
    ['sides that nothing tells apart', atMost('a', blurred('1', '2'), 'b', blurred('1', '3'))],
    ['sides beyond the doubles', atMost('a', ten(400), 'b', ten(401))],
  ])('is not that of %s', (_, relation) => {
    expect(tightest(relation)).toBeNull();
    const other = lessOrEqual('1', '4');
    expect(tightest(relation, other)).toEqual({ relation: other, relative: 0.75 });
    expect(tightest(other, relation)).toEqual({ relation: other, relative: 0.75 });
  });

  it('measures a side by the end that is farther from 0', () => {
    expect(relative(blurred('1', '2'), blurred('6', '8'))).toBe(0.5);
    expect(relative(blurred('-2', '-1'), blurred('2', '4'))).toBe(0.75);
    expect(relative(blurred('-8', '-1'), blurred('3', '4'))).toBe(0.5);
  });
});
