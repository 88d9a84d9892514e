import { describe, expect, it } from 'vitest';
import { exactField } from '../../src/arithmetic/exact-field.ts';
import type { Interval } from '../../src/arithmetic/interval.ts';
import { intervals } from '../../src/arithmetic/interval-field.ts';
import type { Real } from '../../src/arithmetic/real.ts';
import { chiSquareBound, hellingerBound, renyiBound, reverseKlBound } from '../../src/bounds/divergence-bounds.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';
import { LARGEST_LOG_RATIO } from '../../src/quantities/divergence-quantities.ts';
import {
  CHI_SQUARE,
  fDivergence,
  HELLINGER,
  largestLogRatio,
  powerDivergence,
  REVERSE_KL,
  renyiDivergence,
} from '../../src/quantities/divergences.ts';
import { defineEnclosed, defineQuantity, type Formula, type Quantity } from '../../src/quantities/quantity.ts';
import { largestLag, totalVariation, totalVariationBound } from '../../src/quantities/total-variation.ts';
import { printedAs } from './golden.ts';

const of = (weights: readonly bigint[], n: number, continuousParts: readonly number[] = []): BestOfN =>
  new BestOfN(FinitePolicy.fromWeights(weights, { continuousParts }), n);

const FORMULAS: Record<string, Formula> = {
  TV: (law) => law.field.lift(totalVariation(law)),
  'χ²': (law) => fDivergence(law, CHI_SQUARE),
  'H²': (law) => fDivergence(law, HELLINGER),
  'KL(p‖π)': (law) => fDivergence(law, REVERSE_KL),
  'D_1/4': (law) => renyiDivergence(law, 0.25),
  'D_1/2': (law) => renyiDivergence(law, 0.5),
  'D_3/2': (law) => renyiDivergence(law, 1.5),
  D_2: (law) => renyiDivergence(law, 2),
  D_3: (law) => renyiDivergence(law, 3),
  'D_∞': largestLogRatio,
};

/** By mpmath at 50 digits, from the definitions. */
const GOLDEN: [bigint[], number, string[]][] = [
  [
    [1n, 1n],
    2,
    [
      '0.25',
      '0.25',
      '0.0681483474218634265005136',
      '0.1438410362258904637196095',
      '0.03541394568857476605199383',
      '0.0693364641950739102094179',
      '0.1821211420615674690587288',
      '0.2231435513142097557662951',
      '0.2798078939677113431354443',
      '0.4054651081081643819780131',
    ],
  ],
  [
    [3n, 1n, 2n],
    5,
    [
      '0.5349794238683127572016461',
      '1.324380096402987349489407',
      '0.4152491704107792501765888',
      '1.151568489364103715090558',
      '0.2640799072731108826684125',
      '0.4654399817904721636957685',
      '0.7938199186086083054187737',
      '0.8434533782854846957231956',
      '0.8899032572316229809898466',
      '0.9574089788036277301609753',
    ],
  ],
  [
    [1n, 1_000_000n, 7n],
    40,
    [
      '0.0002729596000175237818944718',
      '0.01064500813994479649495918',
      '0.0001994409497344624253644622',
      '0.0007849765152479298898331061',
      '0.00007786020211597865075756441',
      '0.0001994508945687113950014668',
      '0.002707341100087733245460802',
      '0.01058874894170320684720785',
      '0.1847425428754561873217509',
      '3.688742957992778597838221',
    ],
  ],
];

describe.each(GOLDEN)('the divergences of weights %s at n = %i', (weights, n, values) => {
  it.each(Object.entries(FORMULAS).map(([name, formula], i) => ({ name, formula, value: values[i] as string })))(
    '$name is $value',
    ({ name, formula, value }) => {
      const q = of(weights, n);
      const enclosure = q.of(defineEnclosed({ symbol: name, formula })).enclose(40);
      expect(printedAs(value).overlaps(enclosure)).toBe(true);
      expect(printedAs(value).overlaps(q.inDecimals(formula, 40))).toBe(true);
      expect(enclosure.hi.minus(enclosure.lo).lt('1e-30')).toBe(true);
    },
  );
});

describe('the bounds', () => {
  it.each([
    [
      2,
      '0.25',
      '1/3',
      '0.114381916835873268264415',
      '0.3068528194400546905827679',
      '0.1177830356563834545387941',
      '0.3465735902799726547086161',
    ],
    [
      3,
      '0.3849001794597505096727659',
      '4/5',
      '0.2679491924311227064725537',
      '0.9013877113318903086047548',
      '0.287682072451780927439219',
      '0.6749633584745078845401915',
    ],
    [
      1.5,
      '0.1481481481481481481481481',
      '1/8',
      '0.04040820577345752144217274',
      '0.09453489189183561802198688',
      '0.04082199452025512955457707',
      '0.1500522962251690403752561',
    ],
    [
      100,
      '0.9450029720952156889484002',
      '9801/199',
      '1.60396039603960396039604',
      '94.39482981401190863196402',
      '3.238776486574536914897949',
      '4.059208535729434826849144',
    ],
  ])('at n = %d are those of mpmath', (n, variation, chiSquare, hellinger, reverse, renyiHalf, renyi3) => {
    const field = intervals(40);
    expect(printedAs(variation).overlaps(totalVariationBound(n).enclose(40))).toBe(true);
    expect(chiSquareBound(n).toString()).toBe(chiSquare);
    expect(printedAs(hellinger).overlaps(hellingerBound(field, n))).toBe(true);
    expect(printedAs(reverse).overlaps(reverseKlBound(field, n))).toBe(true);
    expect(printedAs(renyiHalf).overlaps(renyiBound(field, n, 0.5))).toBe(true);
    expect(printedAs(renyi3).overlaps(renyiBound(field, n, 3))).toBe(true);
  });

  it('are 0 at n = 1', () => {
    const values: Real[] = [totalVariationBound(1)];
    expect(values.map(({ rational }) => rational?.toString())).toEqual(['0']);
    expect(chiSquareBound(1).toString()).toBe('0');
    expect(reverseKlBound(exactField, 1).isZero()).toBe(true);
    expect(renyiBound(exactField, 1, 1.5).isZero()).toBe(true);
    expect(hellingerBound(intervals(20), 1).containsZero()).toBe(true);
  });
});

describe('exact forms', () => {
  const exactly = (name: string): Quantity => defineQuantity({ symbol: name, formula: FORMULAS[name] as Formula });

  it('are those of a hand computation for two equal outcomes at n = 2', () => {
    const q = of([1n, 1n], 2);
    const text = (name: string): string | undefined => q.of(exactly(name)).exact?.toString();
    expect(['TV', 'χ²', 'D_2', 'D_∞', 'KL(p‖π)'].map(text)).toEqual([
      '1/4',
      '1/4',
      'log(5) - 2*log(2)',
      'log(3) - log(2)',
      '-1/2*log(3) + log(2)',
    ]);
  });

  it('of the total variation are the largest lag of F^n behind F', () => {
    const q = of([3n, 1n, 2n, 5n], 4);
    const lag = q.of(defineQuantity({ symbol: 'lag', formula: (law) => law.field.lift(largestLag(law)) }));
    expect(
      q
        .of(exactly('TV'))
        .exact?.sub(lag.exact as never)
        .isZero(),
    ).toBe(true);
    expect(lag.exact?.toString()).toBe(of([6n, 5n], 4).of(exactly('TV')).exact?.toString());
  });
});

describe('without atoms', () => {
  const pieces: [string, Formula, Formula][] = [
    ['χ²', FORMULAS['χ²'] as Formula, ({ field, n }) => field.lift(field.rational(chiSquareBound(n)))],
    ['H²', FORMULAS['H²'] as Formula, ({ field, n }) => field.lift(hellingerBound(field, n))],
    ['KL(p‖π)', FORMULAS['KL(p‖π)'] as Formula, ({ field, n }) => reverseKlBound(field, n)],
    ['D_1/4', FORMULAS['D_1/4'] as Formula, ({ field, n }) => renyiBound(field, n, 0.25)],
    ['D_3', FORMULAS.D_3 as Formula, ({ field, n }) => renyiBound(field, n, 3)],
  ];

  it.each(pieces)('%s is its bound, however the continuous parts are cut, also for real n', (name, formula, bound) => {
    for (const n of [1.25, 2, 7.5]) {
      const q = of([2n, 1n, 4n], n, [0, 1, 2]);
      const [one, other] = [formula, bound].map((either) =>
        q.of(defineEnclosed({ symbol: name, formula: either })).enclose(40),
      ) as [Interval, Interval];
      expect(one.overlaps(other), `${one} and ${other}`).toBe(true);
      expect(one.hi.minus(one.lo).lt('1e-35')).toBe(true);
    }
  });

  it('and between an atom and its interval the bound grows', () => {
    for (const divergence of [CHI_SQUARE, HELLINGER, REVERSE_KL, powerDivergence(3)]) {
      const quantity = defineEnclosed({ symbol: 'D', formula: (law) => fDivergence(law, divergence) });
      const value = (continuousParts: number[]): Real => of([2n, 1n, 4n], 3, continuousParts).of(quantity);
      for (const [fewer, more] of [
        [[], [0]],
        [[0], [0, 1]],
        [
          [0, 1],
          [0, 1, 2],
        ],
      ] as const) {
        expect(
          value([...fewer])
            .enclose(40)
            .hi.lt(value([...more]).enclose(40).lo),
        ).toBe(true);
      }
    }
  });

  it('the likelihood ratio on a continuous part is n F^(n−1)', () => {
    const ratio = (continuousParts: number[]): string | undefined =>
      of([4n, 1n], 2, continuousParts).of(LARGEST_LOG_RATIO).exact?.toString();
    expect([[], [0], [1]].map(ratio)).toEqual(['-log(5) + 2*log(3)', '-log(5) + 2*log(3)', 'log(2)']);
    expect(of([1n, 1n], 2, [0, 1]).of(LARGEST_LOG_RATIO).exact?.toString()).toBe('log(2)');
  });
});
