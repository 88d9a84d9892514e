import { describe, expect, it } from 'vitest';
import { LogForm } from '../../src/arithmetic/log-form.ts';
import { printReal } from '../../src/arithmetic/print.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { exactReal } from '../../src/arithmetic/real.ts';
import { constantIn } from '../../src/conjectures/constant.ts';
import { totalVariationBound } from '../../src/quantities/total-variation.ts';
import { kappa } from '../../src/regions/kappa.ts';
import { type ConstantExtent, type Extreme, type Found, findConstant } from '../../src/search/constant/find.ts';
import { partsOf } from '../../src/search/constant/parts.ts';

const NOTHING: ConstantExtent = {
  exhaustive: 0,
  grid: 0,
  runs: 0,
  far: { draws: 0, manyAtoms: 0, maxAtoms: 0 },
  climbs: 0,
  maxAtoms: 0,
};
const ONLY_SMALL = { ...NOTHING, exhaustive: 7 };
const CLIMBS = { ...NOTHING, exhaustive: 4, runs: 20, climbs: 100, maxAtoms: 2 ** 14 + 2 };

function found(text: string, n: number | null, extent: ConstantExtent, given: string | null = null): Found {
  const question = constantIn({ id: 'typed', text, for: given, selection: 'best-of-n' }, 'C');
  return findConstant(question, n, extent, 1, () => false);
}

function atLeast(text: string, n: number, extent = CLIMBS): Extreme {
  return found(text, n, extent).atLeast as Extreme;
}

/** Every list of positive integers with this sum. */
function lists(total: number): number[][] {
  return total === 0
    ? [[]]
    : Array.from({ length: total }, (_, i) => i + 1).flatMap((first) =>
        lists(total - first).map((rest) => [first, ...rest]),
      );
}

/** gap/Σp² from its definition, in exact arithmetic. */
function exactRatio(weights: readonly number[], n: number): LogForm {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let kl = LogForm.rational(Rational.ZERO);
  let squares = Rational.ZERO;
  let [below, upTo] = [0, 0];
  for (const weight of weights) {
    [below, upTo] = [upTo, upTo + weight];
    const p = Rational.of(weight, total);
    const selected = Rational.of(upTo, total).pow(n).sub(Rational.of(below, total).pow(n));
    kl = kl.add(LogForm.log(selected.div(p)).scale(selected));
    squares = squares.add(p.mul(p));
  }
  const formula = LogForm.log(Rational.of(n)).sub(LogForm.rational(Rational.of(n - 1, n)));
  return formula.sub(kl).scale(Rational.ONE.div(squares));
}

describe('enumeration agrees with brute force in exact arithmetic', () => {
  it.each([2, 3, 5, 8])('gap/S2 over all policies of total up to 7 at n = %i', (n) => {
    let best: LogForm | null = null;
    for (let total = 1; total <= 7; total += 1) {
      for (const weights of lists(total)) {
        const ratio = exactRatio(weights, n);
        if (!best || ratio.sub(best).sign() > 0) best = ratio;
      }
    }
    const extreme = atLeast('gap <= C * S2', n, ONLY_SMALL);
    expect(
      exactRatio(extreme.instance.weights.map(Number), n)
        .sub(best as LogForm)
        .sign(),
    ).toBe(0);
    expect({ lo: extreme.lo, hi: extreme.hi }).toEqual(printReal(exactReal(best as LogForm), 12));
    expect(extreme.instance.weights.reduce((sum, weight) => sum + Number(weight), 0)).toBeLessThanOrEqual(7);
  });

  it('looks at each policy once, and at n up to 8', () => {
    // The lists of total 1 to 7 without a common divisor, for each n.
    const coprime = Array.from({ length: 7 }, (_, i) => lists(i + 1))
      .flat()
      .filter((list) => list.reduce(gcd) === 1);
    expect(found('gap <= C * S2', null, ONLY_SMALL).looked.enumerated).toBe(8 * coprime.length);
    expect(found('gap <= C * S2', 12, ONLY_SMALL).looked.enumerated).toBe(coprime.length);
  });
});

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

/** The share of a limit that is missing, from the ends of the enclosures. */
function missing({ hi }: Extreme, limit: number): number {
  return 1 - Number(hi) / limit;
}

describe('constants that theorems know', () => {
  it.each([2, 3, 4, 7, 10])('gap <= C * S2 comes within a thousandth of kappa_n and stays below it, at n = %i', (n) => {
    const extreme = atLeast('gap <= C * S2', n);
    const known = kappa(n).enclose(30);
    expect(known.hi.gte(extreme.lo)).toBe(true);
    expect(missing(extreme, known.lo.toNumber())).toBeLessThan(1e-3);
  });

  it.each([3, 4])('gap <= C n(n-1)^2 S3 comes near 1/24 and stays below it, at n = %i', (n) => {
    const extreme = atLeast('gap <= C*n*(n-1)^2*S3', n);
    expect(Rational.parse(extreme.hi).compare(Rational.of(1, 24))).toBeLessThan(0);
    expect(missing(extreme, 1 / 24)).toBeLessThan(0.01);
  });

  it('n/(n+1) - W <= C (n-1) S2 is 1/6 at n = 2, where the claims say that both sides of another bound are equal', () => {
    expect(atLeast('n/(n+1) - W <= C*(n-1)*S2', 2)).toMatchObject({ exact: '1/6', instance: { weights: ['1'], n: 2 } });
  });

  it.each([2, 3, 6])('TV <= C is that of a policy without atoms, at n = %i', (n) => {
    const extreme = atLeast('TV <= C', n);
    const known = totalVariationBound(Rational.of(n)).enclose(30);
    expect(known.hi.gte(extreme.lo)).toBe(true);
    expect(missing(extreme, known.lo.toNumber())).toBeLessThan(1e-12);
  });

  it('chi2 <= C and W <= C come near their limits without atoms', () => {
    expect(missing(atLeast('chi2 <= C', 3), 4 / 5)).toBeLessThan(1e-4);
    expect(missing(atLeast('W <= C', 3), 3 / 4)).toBeLessThan(1e-6);
    expect(found('W >= C', 3, CLIMBS).atMost?.exact).toBe('1/2');
  });

  it('KL <= C*H is that of the best of two atoms, found on a grid', () => {
    const extreme = atLeast('KL <= C*H', 2, { ...CLIMBS, maxAtoms: 64 });
    const ratio = (p: number): number => {
      const [low, top] = [p * p, 1 - p * p];
      return (low * Math.log(p) + top * Math.log(top / (1 - p))) / -(p * Math.log(p) + (1 - p) * Math.log(1 - p));
    };
    const best = Math.max(...Array.from({ length: 9_999 }, (_, i) => ratio((i + 1) / 10_000)));
    expect(Math.abs(missing(extreme, best))).toBeLessThan(1e-6);
  });
});

describe('what else may be found', () => {
  it('a policy on which no value helps, the smallest one', () => {
    expect(found('D <= C*(1-pmax)', 3, ONLY_SMALL).hopeless).toEqual({ weights: ['1'], n: 3 });
  });

  it('demands from both sides', () => {
    const { atLeast: least, atMost } = found('C*(pmax - 1/2) <= 1/4', 2, ONLY_SMALL);
    expect([least?.exact, atMost?.exact]).toEqual(['-7/10', '1/2']);
  });

  it('growth with the atoms, and with masses that move apart', () => {
    const { atoms } = atLeast('gap <= C*S3', 2, { ...CLIMBS, maxAtoms: 600 });
    expect(atoms.map(({ at }) => at)).toEqual([65, 129, 257, 513]);
    const { bits } = found('D <= C*(1-pmax)', 2, { ...CLIMBS, maxAtoms: 2 }, 'K >= 2').atLeast as Extreme;
    expect(bits.map(({ at }) => at)).toEqual([20, 40, 80, 160]);
  });

  it('counts what says nothing, and finds the same again', () => {
    const once = found('KL <= C*H', 2, { ...CLIMBS, maxAtoms: 20 }, 'pmax > 1/2');
    expect(once.unheard.premiseFails).toBeGreaterThan(0);
    expect(once.unheard.free).toBeGreaterThan(0);
    expect(found('KL <= C*H', 2, { ...CLIMBS, maxAtoms: 20 }, 'pmax > 1/2')).toEqual(once);
  });

  it('a second policy, by which families are not climbed', () => {
    const { atMost, looked } = found('KL(q‖p) >= C*(W(q) - 1/2)^2', 2, { ...CLIMBS, exhaustive: 6 });
    // The tilts of the uniform density have the ratio 6 in the limit.
    expect(Number(atMost?.lo)).toBeGreaterThan(6);
    expect(Number(atMost?.hi)).toBeLessThan(7);
    expect(looked.climbed).toBe(CLIMBS.climbs);
  });

  it('one part for each n, or some n and all of them', () => {
    const parts = (given: string | null) =>
      partsOf(constantIn({ id: 'typed', text: 'gap <= C*S2', for: given, selection: 'best-of-n' }, 'C').domain);
    expect(parts('n = 2..10')).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(parts('n = 1..50')).toHaveLength(50);
    expect(parts('n = 3..99')).toEqual([null, 3, 4, 5, 6, 7, 8, 10, 20, 50]);
    expect(parts('n >= 5000').slice(-3)).toEqual([100_000, 250_000, 500_000]);
    expect(parts(null)).toHaveLength(16);
  });

  it('nothing worse where time ends at any moment', () => {
    const question = constantIn({ id: 'typed', text: 'D <= C*(1-pmax)', for: 'K >= 2', selection: 'best-of-n' }, 'C');
    const extent = { ...CLIMBS, exhaustive: 3, runs: 2, climbs: 10, maxAtoms: 200 };
    for (let end = 0; end < 1_400; end += 50) {
      let asked = 0;
      expect(findConstant(question, 3, extent, 1, () => ++asked > end).complete).toBe(false);
    }
  });

  it('an end before all was looked at', () => {
    const question = constantIn({ id: 'typed', text: 'gap <= C*S2', for: null, selection: 'best-of-n' }, 'C');
    let asked = 0;
    const { complete, looked } = findConstant(question, 4, CLIMBS, 1, () => ++asked > 5);
    expect([complete, looked.enumerated, looked.searched]).toEqual([false, 5, 0]);
  });
});
