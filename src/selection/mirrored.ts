import type { LogField } from '../arithmetic/log-field.ts';
import { Rational } from '../arithmetic/rational.ts';
import type { Draws } from '../policy/draws.ts';
import { bestOf } from './best-of.ts';
import type { Distortion, RankRule } from './rank-rule.ts';

const OPPOSITE = { convex: 'concave', concave: 'convex', neither: 'neither' } as const;

/** The rule with the order of rewards reversed: G*(u) = 1 − G(1−u). Mirroring twice gives the original G. */
export function mirrored(rule: RankRule, name = `${rule.name}, mirrored`): RankRule {
  const { n, shape, isIdentity, degree, guardBits } = rule;
  return {
    name,
    n,
    shape: OPPOSITE[shape],
    isIdentity,
    degree,
    guardBits,
    over: (field) => turned(field, rule.over(field)),
  };
}

/** Worst-of-n: the answer of lowest reward among n, G(u) = 1 − (1−u)^n. @throws InputError unless n is in [1, 10^9]. */
export function worstOf(n: Draws): RankRule {
  const best = bestOf(n);
  return mirrored(best, best.name.replace('best', 'worst'));
}

/** 1 − u over the same denominator. Quantiles with a common denominator are cheaper to compute with. */
const away = (u: Rational): Rational => Rational.ONE.sub(u);

function turned<Q, T>(field: LogField<Q, T>, of: Distortion<Q, T>): Distortion<Q, T> {
  const mass = (a: Rational, b: Rational): Q => field.sub(of.cdf(away(a)), of.cdf(away(b)));
  const { factors } = of;
  return {
    cdf: (u) => field.sub(field.rational(Rational.ONE), of.cdf(away(u))),
    ...(factors && {
      factors: {
        headPower: (a: Rational, b: Rational, alpha: Rational) => factors.headPower(away(b), away(a), alpha),
        logHead: (a: Rational, b: Rational) => factors.logHead(away(b), away(a)),
        ratio: (a: Rational, b: Rational) => factors.ratio(away(b), away(a)),
      },
    }),
    entropy: (a, b) => of.entropy(away(b), away(a)),
    crossEntropy: (a, b) => of.crossEntropy(away(b), away(a)),
    mean: (a, b) => field.sub(mass(a, b), of.mean(away(b), away(a))),
    power: (a, b, alpha) => of.power(away(b), away(a), alpha),
    supremum: (a, b) => of.supremum(away(b), away(a)),
  };
}
