/**
 * Values for variables whose hypotheses random values would seldom satisfy, and values over which quantifiers inside a statement range:
 * witnesses of existence, and policies for which too small a constant fails. They make no statement weaker than it is written. They
 * only determine where it is checked.
 */

import { Rational } from '../../src/arithmetic/rational.ts';
import { rationalReal } from '../../src/arithmetic/real.ts';
import { idealDraws } from '../../src/bounds/ideal-curve.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';
import { kappaUpper, sharpQuadraticConstant } from '../../src/regions/kappa.ts';
import type { Random } from '../../src/search/random.ts';
import { FUNCTIONS } from './functions.ts';
import { add, type CoqReal, ln, multiply, power, subtract } from './number.ts';
import { func, toNumber, type Value } from './value.ts';
import {
  around,
  each,
  firstOf,
  fraction,
  list,
  logarithm,
  onDust,
  type Read,
  rising,
  type Special,
  share,
  uniform,
} from './values.ts';
import { heavyTop, WITNESSES } from './witnesses.ts';

const { ZERO, ONE } = Rational;
const HALF = fraction(1, 2);

const draws = (read: Read): number => read('n') as number;
const bestMass = (read: Read): Rational => firstOf(read('p'), read('K') as number).at(-1) as Rational;
const shares = (): Value[][] => each(ONE, HALF, fraction(1, 3), fraction(1, 12), fraction(5, 6));

/** At most 3 draws, since all lists of draws are enumerated. */
const fewDraws = { n: (_: Read, { integer }: Random) => integer(1, 3) };
const fromZero = { m: (_: Read, { integer }: Random) => integer(0, 5) };

/** Many equal outcomes come near to a bound. */
const sharpForUniform: Special = {
  draw: { eps: (_, { integer }) => fraction(1, integer(2, 8)) },
  candidates: { 'K p': () => [uniform(6)] },
};

/** Rewards are integers and c is a logarithm, so that e^(c r) is rational. */
const tilted = {
  r: (read: Read, { integer }: Random) => list(read('K') as number, () => fraction(integer(0, 4))),
  c: (_: Read, random: Random) => {
    const c = logarithm(random);
    return random.integer(0, 2) === 0 ? c.scale(ONE.neg()) : c;
  },
};
const curve = { c: (_: Read, random: Random) => share(random).mul(fraction(6)) };

/** The t with γ(t)/t² = κ_n, rounded to a hundredth. */
function worst(n: number): Rational {
  const { num, den } = sharpQuadraticConstant(n).at.lo;
  return Rational.of((200n * num + den) / (2n * den), 100n).reduced();
}

/** The sum 2 Σ_{j<m} z^{2j+1}/(2j+1) and the bound of its remainder, at z = (x−1)/(x+1). */
function series(read: Read): { sum: Rational; rest: Rational } {
  const [m, x] = [read('m') as number, read('x') as Rational];
  const z = x.sub(ONE).div(x.add(ONE)).reduced();
  const term = (j: number): Rational => z.pow(2 * j + 1).mul(fraction(2, 2 * j + 1));
  const sum = Array.from({ length: m }, (_, j) => term(j)).reduce((all, value) => all.add(value).reduced(), ZERO);
  return {
    sum,
    rest: term(m)
      .div(ONE.sub(z.pow(2)))
      .reduced(),
  };
}

const fromOne = { x: (_: Read, random: Random) => ONE.div(share(random)) };
const away = ({ integer }: Random): Rational => fraction(integer(0, 2), 50);

/** A convex function φ with its derivative: x² or (x − 1)². */
function convex({ integer }: Random): Value {
  const shift = fraction(integer(0, 1));
  const phi = func((x) => power(subtract(toNumber(x), shift), 2));
  phi.derivative = (x) => multiply(fraction(2), subtract(x, shift));
  return phi;
}

/** n² u^{2n−1}/(2n−1) − 2s u^n + s² u, whose derivative is (n u^{n−1} − s)² = φ(n u^{n−1}); s is φ(0), for which φ(0) = s². */
function antiderivative(read: Read): Value {
  const [n, phi] = [draws(read), read('phi')];
  if (typeof phi !== 'function') throw new TypeError('φ is a function');
  const s = toNumber(phi(ZERO)) as Rational;
  const G = func((of) => {
    const u = toNumber(of);
    const square = multiply(power(u, 2 * n - 1), fraction(n ** 2, 2 * n - 1));
    return add(subtract(square, multiply(power(u, n), s.mul(fraction(2)))), multiply(u, s));
  });
  G.derivative = (u) => power(subtract(multiply(power(u, n - 1), fraction(n)), s), 2);
  return G;
}

/** Orders of Rényi divergences. The library supports all of them but 3/2. */
const order: Special['draw'] = {
  a: (_, { integer }) => [HALF, fraction(2), fraction(3), fraction(3, 2)][integer(0, 3)] as Rational,
};

const IDEAL = new BestOfN(FinitePolicy.fromWeights([2n, 1n, 1n, 1n]), 2);

export const SPECIAL: Readonly<Record<string, Special>> = {
  ...WITNESSES,
  ...FUNCTIONS,
  ln_series_bounds: { draw: fromZero },
  exp_series_lower: { draw: fromZero },
  exp_series_upper: { draw: fromZero },
  ln_ge_by_computation: {
    draw: { ...fromZero, ...fromOne, lo: (read, random) => series(read).sum.sub(away(random)) },
  },
  ln_le_by_computation: {
    draw: {
      ...fromZero,
      ...fromOne,
      hi: (read, random) => series(read).sum.add(series(read).rest).add(away(random)),
    },
  },
  local_gap_split: {
    draw: { F: (_, random) => rising(6, fraction(random.integer(0, 3), 4), 1, random) },
  },
  best_of_enumeration: { draw: fewDraws },
  random_ties_enumeration: { draw: fewDraws },
  draws_exchange: { draw: fewDraws },
  gap_le_largest: {
    draw: {
      d: (read, random) =>
        firstOf(read('p'), read('K') as number)
          .reduce((a, b) => (a.compare(b) > 0 ? a : b))
          .add(fraction(random.integer(0, 3), 12)),
    },
  },
  gap_le_quadratic_weighted: {
    draw: {
      n: (_, { integer }) => integer(2, 5),
      k: (read, { integer }) => kappaUpper(draws(read)).mul(fraction(20 + integer(0, 2), 20)),
    },
    candidates: { t: shares },
  },
  quadratic_constant_iff: {
    draw: {
      n: (_, { integer }) => integer(2, 4),
      k: (read, { integer }) => kappaUpper(draws(read)).mul(fraction([4, 12, 16, 20, 30][integer(0, 4)] as number, 20)),
    },
    candidates: {
      'K p': (read) => [uniform(1), onDust(worst(draws(read)), 9)].filter(([, p]) => isPolicy(p as Value)),
      t: (read) => [...shares(), [worst(draws(read))]],
    },
  },
  gap_two_constant_sharp: {
    draw: { k: (_, random) => around(subtract(ln(fraction(2)), HALF), random) },
    candidates: { 'K p': () => [uniform(1)] },
  },
  formula_is_sharp: sharpForUniform,
  win_rate_bound_is_sharp: sharpForUniform,
  reward_monotone: {
    draw: { r: (read, random) => rising(read('K') as number, fraction(random.integer(-9, 9), 3), 0, random) },
  },
  transport: {
    draw: {
      lo: (read, random) =>
        firstOf(read('r'), read('K') as number)
          .reduce((a, b) => (a.compare(b) < 0 ? a : b))
          .sub(away(random)),
      hi: (read, random) =>
        firstOf(read('r'), read('K') as number)
          .reduce((a, b) => (a.compare(b) > 0 ? a : b))
          .add(away(random)),
    },
  },
  f_divergence_le: {
    draw: {
      phi: (_, random) => convex(random),
      G: antiderivative,
      g0: (_, { integer }) => fraction(-integer(0, 2), 3),
    },
    candidates: {
      u: shares,
      b: shares,
      m: () => [...shares(), [fraction(3)]],
      x: () => [...shares(), [fraction(3)]],
      s: (read) => [[derivativeOf(read('phi'), toNumber(read('m')))]],
    },
  },
  renyi_le: { draw: order },
  renyi_ties_le: { draw: order },
  random_ties_renyi: { draw: order },
  renyi_by_ratios: { draw: order },
  total_variation_le_at: {
    draw: { n: (_, { integer }) => integer(1, 2), s: (read, random) => (draws(read) === 2 ? HALF : share(random)) },
  },
  tilt_policy: { draw: tilted },
  tilt_identity: { draw: tilted },
  tilt_is_optimal: { draw: tilted },
  donsker_varadhan: { draw: tilted },
  win_rate_kl_trade_off: { draw: curve },
  win_rate_le_optimal_curve: { draw: curve },
  gap_unbounded: {
    draw: {
      M: (read, random) =>
        subtract(subtract(ln(fraction(draws(read)).mul(bestMass(read))), ONE), fraction(random.integer(0, 2), 3)),
    },
  },
  kl_tends: { draw: heavyTop },
  rewind_converges: { draw: heavyTop },
  formula_onto: { candidates: { m: (read) => each(idealDraws(rationalReal(read('v') as Rational))) } },
  ideal_curve_is_no_bound: { candidates: { m: () => each(idealDraws(IDEAL.kl)) } },
};

function derivativeOf(f: Value, at: CoqReal): Value {
  if (typeof f !== 'function' || !f.derivative) throw new TypeError('φ has a derivative');
  return f.derivative(at);
}

function isPolicy(p: Value): boolean {
  return typeof p === 'function' && (toNumber(p(0)) as Rational).sign() > 0;
}
