import { inFile } from '../mutant.ts';

const betterEstimator = inFile('src/quantities/better-estimator.ts', [
  {
    id: 'betterEstimator/n-for-n-less-one',
    find: 'const nMinusOne = field.rational(more);',
    replace: 'const nMinusOne = field.rational(draws);',
    models: 'n for n−1 before q^n log q',
  },
  {
    id: 'betterEstimator/undivided',
    find: 'const factor = field.div(field.mul(nMinusOne, missed), seen);',
    replace: 'const factor = field.mul(nMinusOne, missed);',
    models: 'the division by 1 − q^n lost',
  },
  {
    id: 'betterEstimator/mass-lost',
    find: 'field.log(field.div(seen, field.rational(epsilon)))',
    replace: 'field.log(seen)',
    models: 'log(1 − q^n) for log((1 − q^n)/ε)',
  },
  {
    id: 'betterEstimator/sign',
    find: 'return field.plus(ratio, field.scale(factor, field.log(base)));',
    replace: 'return field.minus(ratio, field.scale(factor, field.log(base)));',
    models: 'the second term with the other sign',
  },
  {
    id: 'unbiasedEstimates/below-for-up-to',
    find: 'estimate(Rational.of(weight, cumulative[i + 1] as bigint))',
    replace: 'estimate(Rational.of(weight, policy.total))',
    models: 'the mass for its share of F',
  },
  {
    id: 'unbiasedMean/reference',
    find: 'return sumOver(law, ({ index, probability }) => law.field.scale(probability, estimates[index] as T));',
    replace: 'return sumOver(law, ({ index, mass }) => law.field.scale(mass, estimates[index] as T));',
    models: 'the mean under p for that under π',
  },
  {
    id: 'unbiasedVariance/not-squared',
    find: 'return field.mul(probability, field.mul(away, away));',
    replace: 'return field.mul(probability, away);',
    models: 'the deviation for its square',
  },
]);

const growth = inFile('src/quantities/growth.ts', [
  {
    id: 'klToFewer/upside-down',
    find: 'field.div(field.sub(one, field.pow(r, n)), field.sub(one, field.pow(r, fewer)))',
    replace: 'field.div(field.sub(one, field.pow(r, fewer)), field.sub(one, field.pow(r, n)))',
    models: 'the ratio upside down',
  },
  {
    id: 'klToFewer/place-lost',
    find: 'const ratio = field.plus(field.scale(more, field.log(upTo)), field.log(parts));',
    replace: 'const ratio = field.log(parts);',
    models: '(n−k) log F_i lost',
  },
  {
    id: 'klToFewer/to-the-reference',
    find: 'field.rational(n.sub(fewer))',
    replace: 'field.rational(n.sub(Rational.ONE))',
    models: 'n−1 for n−k',
  },
]);

const bregman = inFile('src/quantities/bregman.ts', [
  {
    id: 'bregmanBracket/constant-lost',
    find: 'return field.minus(difference, field.lift(field.rational(nMinusOne.div(draws))));',
    replace: 'return difference;',
    models: '(n−1)/n lost',
  },
  {
    id: 'bregmanBracket/tanh-for-coth',
    find: 'field.div(field.add(one, power), unlikely)',
    replace: 'field.div(unlikely, field.add(one, power))',
    models: 'tanh for coth',
  },
  {
    id: 'bregmanBound/half-lost',
    find: 'share.pow(2).div(Rational.of(2))',
    replace: 'share.pow(2)',
    models: 'L″(n−1)²λ² without the half',
  },
  {
    id: 'bregmanBound/undivided',
    find: '.sub(Rational.ONE).div(scale);',
    replace: '.sub(Rational.ONE);',
    models: 'L″(x) for L″(x)/k²',
  },
]);

const likelihood = inFile('src/selection/likelihood.ts', [
  {
    id: 'likelihoodFactor/power',
    find: 'field.pow(field.rational(r), exactDraws(n))',
    replace: 'field.pow(field.rational(r), exactDraws(n).add(Rational.ONE))',
    models: 'one term too many',
  },
  {
    id: 'likelihoodFactor/undivided',
    find: 'field.rational(Rational.ONE.sub(r))',
    replace: 'field.rational(Rational.ONE)',
    models: '1 − r^n for (1 − r^n)/(1 − r)',
  },
  {
    id: 'logLikelihoodRatio/place-lost',
    find: 'return field.plus(field.scale(nMinusOne, field.log(upTo)), ',
    replace: 'return field.minus(field.scale(nMinusOne, field.log(upTo)), ',
    models: 'the factor with the other sign',
  },
]);

const bounds = inFile('src/bounds/gap-bounds.ts', [
  {
    id: 'halfGapBound/halved-again',
    find: 'draws.mul(draws.sub(Rational.ONE)).div(TWO)',
    replace: 'draws.mul(draws.sub(Rational.ONE)).div(Rational.of(32))',
    models: 'too good a constant',
  },
  {
    id: 'cubicConstant/not-squared',
    find: 'draws.sub(Rational.ONE).pow(2)',
    replace: 'draws.sub(Rational.ONE)',
    models: 'n(n−1)/24',
  },
  {
    id: 'cubicConstant/half',
    find: 'Rational.of(24)',
    replace: 'Rational.of(48)',
    models: '1/48 for 1/24',
  },
  {
    id: 'weightedCubicGapBound/power',
    find: 'field.pow(upTo, exponent))',
    replace: 'field.pow(upTo, n))',
    models: 'F^n for F^(n−3)',
  },
  {
    id: 'cubicGapBoundAtTwo/undivided',
    find: 'sumOfCubes(law, (cube, upTo) => field.div(cube, upTo))',
    replace: 'sumOfCubes(law, (cube) => cube)',
    models: 'Σ p³ for Σ p³/F',
  },
]);

const winRate = inFile('src/quantities/win-rate.ts', [
  {
    id: 'winRateCubicBound/constant',
    find: 'Rational.of(12)',
    replace: 'Rational.of(24)',
    models: '1/24 for 1/12',
  },
  {
    id: 'trapezoidError/whole-length',
    find: 'field.rational(b.sub(a).div(Rational.of(2)))',
    replace: 'field.rational(b.sub(a))',
    models: 'b − a for (b − a)/2',
  },
]);

/** Slips in what sharpens the paper's results. */
export const sharperMutants = [...betterEstimator, ...growth, ...bregman, ...likelihood, ...bounds, ...winRate];
