import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toInterval } from '../../src/arithmetic/approximation.ts';
import { compare } from '../../src/arithmetic/compare.ts';
import type { Interval } from '../../src/arithmetic/interval.ts';
import { intervals } from '../../src/arithmetic/interval-field.ts';
import { LogForm } from '../../src/arithmetic/log-form.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { exactReal, type Real, rationalReal, real } from '../../src/arithmetic/real.ts';
import { idealDraws, idealWinRate } from '../../src/bounds/ideal-curve.ts';
import { dualBound, optimalTilt, optimalWinRate, tiltedUniform } from '../../src/bounds/optimal-curve.ts';
import { InputError } from '../../src/policy/errors.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';
import { decimal, interval } from '../arithmetic/exact.ts';
import { printedAs } from '../quantities/golden.ts';

interface Golden {
  readonly kl: string;
  readonly draws: string;
  readonly idealWinRate: string;
  readonly tilt: string;
  readonly optimalWinRate: string;
}

const file = new URL('../golden/trade-off-curves.json', import.meta.url);
const golden = (JSON.parse(readFileSync(file, 'utf8')) as { cases: Golden[] }).cases;

const at = (kl: string): Real => rationalReal(Rational.parse(kl));
const width = ({ lo, hi }: Interval) => decimal(hi.toString()).minus(lo.toString());

/** Where starting points, shortcuts and precisions change, and beyond. */
const KLS = [
  '1e-200',
  '1e-79',
  '1e-41',
  '1e-12',
  '9e-7',
  '1.1e-6',
  '.1',
  '.69',
  '.71',
  '3',
  '29',
  '31',
  '60',
  '92',
  '93',
  '800',
];

describe('the golden values of mpmath lie in the enclosures', () => {
  it.each(golden)('at KL $kl', (values) => {
    const kl = at(values.kl);
    for (const [name, value, text] of [
      ['m', idealDraws(kl), values.draws],
      ['ideal win rate', idealWinRate(kl), values.idealWinRate],
      ['tilt', optimalTilt(kl), values.tilt],
      ['optimal win rate', optimalWinRate(kl), values.optimalWinRate],
    ] as const) {
      for (const digits of [20, 40, 75]) {
        const enclosure = value.enclose(digits);
        expect(enclosure.overlaps(printedAs(text)), `${name} at ${digits} digits: ${enclosure} and ${text}`).toBe(true);
      }
      expect(width(value.enclose(75)).lte(decimal(text).mul('1e-60')), `${name} is too wide`).toBe(true);
    }
  });
});

describe('the parameters solve their equations, by decimal intervals of another precision', () => {
  const field = intervals(260);
  const one = field.integer(1);

  it.each(KLS)('at KL %s', (text) => {
    const kl = field.rational(Rational.parse(text));
    const m = idealDraws(at(text)).enclose(200);
    const formula = field.sub(field.log(m), field.div(field.sub(m, one), m));
    expect(formula.overlaps(kl), `log m − (m−1)/m is ${formula}`).toBe(true);
    const c = optimalTilt(at(text)).enclose(200);
    const [low, high] = [c.lo, c.hi].map((end) => klOfTilt(field.rational(Rational.parse(end.toString())))) as [
      Interval,
      Interval,
    ];
    expect(low.lo.lte(kl.hi) && high.hi.gte(kl.lo), `KL(c) is from ${low} to ${high}`).toBe(true);
  });

  /** c e^c/(e^c−1) − 1 − log((e^c−1)/c), as it stands; beyond c = 10^4 it is from log c − 1 to 10^−1000 above. */
  function klOfTilt(c: Interval): Interval {
    if (c.lo.gt(1e4)) return field.add(field.sub(field.log(c), one), interval('0', '1e-1000'));
    const rest = field.expm1(c);
    const mean = field.div(field.mul(c, field.exp(c)), rest);
    return field.sub(field.sub(mean, one), field.log(field.div(rest, c)));
  }
});

describe('the win rates', () => {
  it.each(KLS)('are as narrow as asked for, at KL %s', (text) => {
    for (const curve of [idealWinRate, optimalWinRate]) {
      for (const digits of [2, 10, 40, 100]) {
        expect(width(curve(at(text)).enclose(digits)).lte(`1e-${digits - 1}`), `${curve.name}, ${digits} digits`).toBe(
          true,
        );
        const more = curve(at(text)).enclose(3 * digits);
        expect(curve(at(text)).enclose(digits).overlaps(more), `${curve.name}, ${digits} digits`).toBe(true);
      }
    }
  });

  it.each([1, 2, 3, 5, 64, 1000, 1_000_000_000])('are n/(n+1) on the ideal curve at the formula of n = %i', (n) => {
    const { atomlessKl, winRateBound } = new BestOfN(FinitePolicy.fromWeights([1n]), n);
    const value = idealWinRate(atomlessKl);
    expect(value.enclose(50).overlaps(winRateBound.enclose(60))).toBe(true);
    expect(width(value.enclose(50)).lte('1e-49')).toBe(true);
    const draws = idealDraws(atomlessKl).enclose(50);
    expect(draws.lo.lte(n) && draws.hi.gte(n) && width(draws).lte(`${n}e-38`)).toBe(true);
  });

  it('are exactly 1/2 at 0', () => {
    for (const zero of [at('0'), exactReal(LogForm.ZERO)]) {
      expect(idealWinRate(zero).exact?.toString()).toBe('1/2');
      expect(optimalWinRate(zero).exact?.toString()).toBe('1/2');
      expect(idealDraws(zero).exact?.toString()).toBe('1');
      expect(optimalTilt(zero).exact?.toString()).toBe('0');
    }
  });

  it('are larger on the optimal curve', () => {
    for (const text of KLS) expect(compare(idealWinRate(at(text)), optimalWinRate(at(text))).order, text).toBe('less');
  });

  it.each(KLS)('have double-doubles that hold them, at KL %s', (text) => {
    for (const curve of [idealWinRate, optimalWinRate]) {
      const cheap = curve(at(text)).approximate();
      if (!cheap) throw new Error(`${curve.name} has none`);
      const enclosure = toInterval(cheap, 60);
      expect(enclosure.overlaps(curve(at(text)).enclose(60)), curve.name).toBe(true);
      expect(width(enclosure).lte('1e-26'), `${curve.name} is ${width(enclosure)} wide`).toBe(true);
    }
  });

  it('have none where the KL has none', () => {
    const kl = real({ enclose: (digits) => intervals(digits).log(intervals(digits).integer(3)) });
    expect(optimalWinRate(kl).approximate()).toBe(null);
  });

  it('span those of the ends of an enclosed KL', () => {
    const wide = real({ enclose: () => interval('1', '1.5') });
    for (const curve of [idealWinRate, optimalWinRate]) {
      const enclosure = curve(wide).enclose(10);
      for (const text of ['1', '1.25', '1.5']) expect(enclosure.overlaps(curve(at(text)).enclose(30)), text).toBe(true);
      expect(enclosure.lo.gte(curve(at('.999999')).enclose(30).lo), 'the lower end').toBe(true);
      expect(enclosure.hi.lte(curve(at('1.500001')).enclose(30).hi), 'the upper end').toBe(true);
    }
    const around = real({ enclose: () => interval('-1e-30', '1e-30') });
    expect(optimalWinRate(around).enclose(40).lo.toString()).toBe('0.5');
    expect(
      optimalWinRate(around)
        .enclose(40)
        .overlaps(optimalWinRate(at('1e-30')).enclose(40)),
    ).toBe(true);
  });

  it('are refused for a negative KL, with one sentence', () => {
    for (const curve of [idealWinRate, optimalWinRate, idealDraws, optimalTilt]) {
      expect(() => curve(at('-1/3')).approximate() ?? curve(at('-1/3')).enclose(10)).toThrow(
        new InputError('a KL divergence must be at least 0, not -0.333'),
      );
    }
  });
});

describe('a tilt of the uniform density', () => {
  const tilts = ['1e-20', '1/1000', '1/2', '2', '7', '1000', '1e12'];

  it('lies on the optimal curve', () => {
    for (const c of tilts) {
      const { kl, winRate } = tiltedUniform(Rational.parse(c));
      expect(optimalWinRate(kl).enclose(60).overlaps(winRate.enclose(60)), c).toBe(true);
      expect(width(winRate.enclose(60)).lte('1e-58'), c).toBe(true);
    }
  });

  it('has the values of a hand computation at c = log 2 and near it: W = 2 − 1/log 2 at the double nearest to log 2', () => {
    const { winRate } = tiltedUniform(Rational.fromDouble(Math.LN2));
    expect(winRate.enclose(12).overlaps(interval('.557304959111', '.557304959112'))).toBe(true);
  });

  it('bounds the optimal curve by its dual, with equality where it touches', () => {
    for (const c of tilts) {
      const tilt = Rational.parse(c);
      const { kl, winRate } = tiltedUniform(tilt);
      expect(dualBound(kl, tilt).enclose(60).overlaps(winRate.enclose(60)), c).toBe(true);
    }
    for (const text of KLS.slice(3)) {
      for (const c of tilts) {
        expect(compare(optimalWinRate(at(text)), dualBound(at(text), Rational.parse(c))).order, `${text}, ${c}`).toBe(
          'less',
        );
      }
    }
  });

  it('is refused where it is not positive', () => {
    expect(() => tiltedUniform(Rational.ZERO)).toThrow(InputError);
    expect(() => dualBound(at('1'), Rational.of(-1))).toThrow('a tilt of the uniform density must be positive, not -1');
  });
});
