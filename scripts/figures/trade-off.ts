import { compare } from '../../src/arithmetic/compare.ts';
import { exactField } from '../../src/arithmetic/exact-field.ts';
import { LogForm } from '../../src/arithmetic/log-form.ts';
import { printInterval } from '../../src/arithmetic/print.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { difference, exactReal, type Real, rationalReal } from '../../src/arithmetic/real.ts';
import { idealWinRate } from '../../src/bounds/ideal-curve.ts';
import { optimalWinRate, tiltedUniform } from '../../src/bounds/optimal-curve.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';
import type { Fact, Figure, Series } from '../../src/report/figure-schema.ts';
import { rewindKl, rewindWinRate } from '../../src/selection/rewind.ts';
import { fact, grid, policyOf, type Run, runsOf, values } from './common.ts';
import { largestShortfall } from './largest-shortfall.ts';

const LARGEST_N = 1000;
const DRAWS = [2, 4, 16, 64, 256, LARGEST_N];
const GRID = grid(LARGEST_N, 'medium', DRAWS).map((n) => Rational.of(n));
/** Further parameters between integers, where the curves of real parameters bend most. */
const BETWEEN = [1, 2, 3].flatMap((whole) => [1, 2, 3, 4].map((fifths) => Rational.of(5 * whole + fifths, 5)));
/** The shortfall at n is below 1/(n+1), so the largest one is among the n up to this. */
const SEARCHED = 128;

export const FINITE: readonly { readonly name: string; readonly runs: readonly Run[] }[] = [
  { name: 'best-of-n, 2 equal outcomes', runs: [[1n, 2]] },
  { name: 'best-of-n, 10 equal outcomes', runs: [[1n, 10]] },
  {
    name: 'best-of-n, weights 2, 1, 1, 1',
    runs: [
      [2n, 1],
      [1n, 3],
    ],
  },
  {
    name: 'best-of-n, best 10⁻² over ten equal ones',
    runs: [
      [99n, 10],
      [10n, 1],
    ],
  },
];

/** Win rate against KL for best-of-n, rewind-and-repeat, and the optimal tilt. */
export function tradeOff(): Figure {
  return {
    format: 'bonafide-figure/1',
    figure: 'trade-off',
    title: 'Win rate against KL',
    shows:
      'What each method buys for its KL. `optimal` is the largest win rate of any policy at the same KL, `shortfall` what the method is below it. Without atoms best-of-n has KL log n − (n−1)/n and win rate n/(n+1).',
    series: [
      curve('best-of-n without atoms', 'n', null, [...GRID, ...BETWEEN], atomless),
      ...FINITE.map(({ name, runs }) => {
        const policy = policyOf(runs);
        return curve(name, 'n', runsOf(runs), GRID, (n) => new BestOfN(policy, Number(n.num)));
      }),
      curve('rewind-and-repeat', 'a', null, [...GRID, ...BETWEEN].map(inverse), rewind),
      tilts(),
    ],
    statement: statement(),
  };
}

interface Traded {
  readonly kl: Real;
  readonly winRate: Real;
}

/** Best-of-n without atoms: KL log n − (n−1)/n and win rate n/(n+1). n may be real. */
function atomless(n: Rational): Traded {
  const share = Rational.ONE.sub(inverse(n));
  return {
    kl: exactReal(LogForm.log(n).sub(LogForm.rational(share))),
    winRate: rationalReal(n.div(n.add(Rational.ONE)).reduced()),
  };
}

/** Rewind-and-repeat that accepts the mass a, as the better of two outcomes. */
function rewind(a: Rational): Traded {
  if (a.equals(Rational.ONE)) return { kl: exactReal(LogForm.ZERO), winRate: rationalReal(Rational.of(1, 2)) };
  const policy = FinitePolicy.fromWeights([Rational.ONE.sub(a), a]);
  return { kl: exactReal(rewindKl(exactField, policy, 1)), winRate: rationalReal(rewindWinRate(policy, 1)) };
}

function inverse(x: Rational): Rational {
  return Rational.ONE.div(x);
}

function curve(
  name: string,
  parameter: 'n' | 'a',
  policy: Series['policy'],
  at: readonly Rational[],
  traded: (at: Rational) => Traded,
): Series {
  const points = sorted(at).map((each) => {
    const { kl, winRate } = traded(each);
    const optimal = optimalWinRate(kl);
    return { at: each.toString(), values: values({ kl, winRate, optimal, shortfall: difference(optimal, winRate) }) };
  });
  return { name, parameter, policy, points: parameter === 'a' ? points.reverse() : points };
}

function sorted(at: readonly Rational[]): Rational[] {
  return at.toSorted((a, b) => a.compare(b));
}

function tilts(): Series {
  const points = sorted([...GRID, ...BETWEEN, ...BETWEEN.map((c) => c.sub(Rational.ONE))]).map((c) => {
    const { kl, winRate } = tiltedUniform(c);
    return { at: c.toString(), values: values({ kl, winRate }) };
  });
  return { name: 'optimal tilt', parameter: 'c', policy: null, points };
}

const shortfallOf = ({ kl, winRate }: Traded): Real => difference(optimalWinRate(kl), winRate);

/** The largest shortfall among all integers n, distinguished from the others by enclosures. */
function largestAtIntegers(): Fact {
  const shortfalls = Array.from({ length: SEARCHED }, (_, place) => shortfallOf(atomless(Rational.of(place + 1))));
  const largest = shortfalls.reduce((a, b) => (compare(a, b).order === 'less' ? b : a));
  const n = shortfalls.indexOf(largest) + 1;
  const beyond = rationalReal(Rational.of(1, SEARCHED + 1));
  const smaller = [...shortfalls.filter((each) => each !== largest), beyond];
  if (smaller.some((each) => compare(each, largest).order !== 'less'))
    throw new Error('the largest shortfall is not decided');
  return fact('largest optimal − best-of-n', `no atoms, n = ${n} of all integers n`, largest);
}

export function statement(): Fact[] {
  const { kl, winRate } = atomless(Rational.of(LARGEST_N));
  const largest = largestShortfall();
  const example = new BestOfN(
    policyOf([
      [2n, 1],
      [1n, 3],
    ]),
    2,
  );
  return [
    fact('formula log n − (n−1)/n', `n = ${LARGEST_N}`, kl),
    fact('win rate n/(n+1)', `n = ${LARGEST_N}`, winRate),
    fact('largest win rate of any policy', `KL of n = ${LARGEST_N}`, optimalWinRate(kl)),
    fact('win rate of rewind-and-repeat', `accepted mass 1/${LARGEST_N}`, rewind(Rational.of(1, LARGEST_N)).winRate),
    ...DRAWS.map((n) =>
      fact('optimal − best-of-n at equal KL', `no atoms, n = ${n}`, shortfallOf(atomless(Rational.of(n)))),
    ),
    ...DRAWS.map((n) =>
      fact('optimal − rewind at equal KL', `accepted mass 1/${n}`, shortfallOf(rewind(Rational.of(1, n)))),
    ),
    largestAtIntegers(),
    {
      what: 'largest optimal − best-of-n',
      where: 'no atoms, all real n ≥ 1',
      value: printInterval(largest.shortfall, 12),
    },
    { what: 'n of the largest', where: 'no atoms, all real n ≥ 1', value: printInterval(largest.m, 12) },
    fact(
      'win rate − that of best-of-m without atoms at equal KL',
      'weights 2, 1, 1, 1, n = 2',
      difference(example.winRate, idealWinRate(example.kl)),
    ),
  ];
}
