import { inFile } from '../mutant.ts';

/** The claims about divergences. */
const CLAIMS = ['total-variation', 'chi-square', 'hellinger', 'reverse-kl', 'renyi-divergence', 'likelihood-ratio'];

/** Slips in the divergences and in their bounds. */
export const divergenceMutants = [
  ...inFile(
    'src/quantities/divergences.ts',
    [
      {
        id: 'chiSquare/by-pi',
        find: 'field.mul(excess, excess), mass)',
        replace: 'field.mul(excess, excess), probability)',
        models: 'division by π for p',
      },
      {
        id: 'chiSquare/not-squared',
        find: 'field.mul(excess, excess)',
        replace: 'field.max(excess, excess)',
        models: 'the square is forgotten',
      },
      {
        id: 'chiSquare/moment',
        find: 'field.sub(probability, mass);\n    return',
        replace: 'field.add(probability, mass);\n    return',
        models: 'a sum for the difference',
      },
      {
        id: 'hellinger/no-root-of-p',
        find: 'rootOfProbability(law, atom), field.pow(atom.mass, HALF))',
        replace: 'rootOfProbability(law, atom), atom.mass)',
        models: 'p for √p',
      },
      {
        id: 'hellinger/power',
        find: 'factors.headPower(below, upTo, HALF)',
        replace: 'factors.headPower(below, upTo, Rational.ONE)',
        models: 'F^n for F^(n/2)',
      },
      {
        id: 'hellinger/not-squared',
        find: 'field.mul(difference, difference)',
        replace: 'field.max(difference, field.mul(difference, difference))',
        models: 'the square is forgotten',
      },
      {
        id: 'reverseKl/weighted-by-pi',
        find: 'field.scale(atom.mass, field.minus(',
        replace: 'field.scale(atom.probability, field.minus(',
        models: 'π for p in front of the logarithm',
      },
      {
        id: 'reverseKl/sign',
        find: 'field.minus(field.log(atom.mass), logOfProbability(law, atom))',
        replace: 'field.minus(logOfProbability(law, atom), field.log(atom.mass))',
        models: 'the ratio upside down',
      },
      {
        id: 'renyiDivergence/order',
        find: 'Rational.ONE.div(order.sub(Rational.ONE))',
        replace: 'Rational.ONE.div(order)',
        models: 'division by α for α − 1',
      },
      {
        id: 'renyiDivergence/power',
        find: 'field.pow(field.div(notNegative(field, probability), mass), alpha)',
        replace: 'field.pow(field.div(notNegative(field, probability), mass), alpha.add(Rational.ONE))',
        models: 'α + 1 for α',
      },
      {
        id: 'renyiDivergence/share',
        find: 'field.mul(factors.headPower(below, upTo, alpha), share)',
        replace: 'field.mul(factors.headPower(below, upTo, Rational.ONE), share)',
        models: 'F^n for F^(nα)',
      },
      {
        id: 'largestLogRatio/product',
        find: ': field.div(atom.probability, atom.mass);\n    largest',
        replace: ': field.mul(atom.probability, atom.mass);\n    largest',
        models: 'π p for π/p',
      },
      {
        id: 'largestLogRatio/sum',
        find: 'largest = field.max(largest, ratio);',
        replace: 'largest = field.add(largest, ratio);',
        models: 'the sum for the largest',
      },
      {
        id: 'largestLogRatio/no-mass',
        find: ': field.div(atom.probability, atom.mass);\n    largest',
        replace: ': field.div(atom.probability, atom.upTo);\n    largest',
        models: 'F for p',
      },
    ],
    CLAIMS,
  ),
  ...inFile(
    'src/quantities/total-variation.ts',
    [
      {
        id: 'totalVariation/whole',
        find: 'field.mul(field.rational(Rational.of(1, 2)), sum)',
        replace: 'sum',
        models: 'the half is forgotten',
      },
      {
        id: 'totalVariation/no-absolute',
        find: 'field.max(field.sub(probability, mass), field.sub(mass, probability))',
        replace: 'field.sub(probability, mass)',
        models: 'no absolute values',
      },
      {
        id: 'totalVariation/third',
        find: 'Rational.of(1, 2)), sum)',
        replace: 'Rational.of(1, 3)), sum)',
        models: 'a third for the half',
      },
      {
        id: 'largestLag/one-draw',
        find: 'field.sub(upTo, field.pow(upTo, n))',
        replace: 'field.sub(upTo, field.pow(upTo, n.add(Rational.ONE)))',
        models: 'one draw too many',
      },
      {
        id: 'largestLag/product',
        find: 'largest = field.max(largest, ',
        replace: 'largest = field.add(largest, ',
        models: 'the sum for the largest',
      },
      {
        id: 'largestLag/below',
        find: 'for (const { upTo } of law.atoms())',
        replace: 'for (const { mass: upTo } of law.atoms())',
        models: 'p for F',
      },
      {
        id: 'totalVariationBound/by-n',
        find: 'nMinusOne.div(draws)',
        replace: 'draws.div(draws)',
        models: 'u_0 for u_0 − u_0^n',
      },
      {
        id: 'totalVariationBound/at-two',
        find: 'Rational.of(1, 4)',
        replace: 'Rational.of(1, 5)',
        models: 'a wrong special case',
      },
      {
        id: 'totalVariationBound/exponent',
        find: 'Rational.ONE.div(draws.sub(Rational.ONE))',
        replace: 'Rational.ONE.div(draws)',
        models: '1/n for 1/(n−1)',
      },
    ],
    CLAIMS,
  ),
  ...inFile(
    'src/bounds/divergence-bounds.ts',
    [
      {
        id: 'chiSquareBound/not-squared',
        find: 'nMinusOne.mul(nMinusOne).div',
        replace: 'nMinusOne.div',
        models: 'n − 1 for its square',
      },
      {
        id: 'chiSquareBound/denominator',
        find: 'draws.add(nMinusOne)',
        replace: 'draws.add(draws)',
        models: '2n for 2n − 1',
      },
      {
        id: 'chiSquareBound/squares',
        find: 'nMinusOne.mul(nMinusOne).div(draws.add(nMinusOne))',
        replace: 'draws.mul(draws).div(draws.add(nMinusOne))',
        models: 'the −1 is forgotten',
      },
      {
        id: 'hellingerBound/root',
        find: 'field.pow(field.rational(draws), Rational.of(1, 2))',
        replace: 'field.pow(field.rational(draws), Rational.of(1, 4))',
        models: 'the wrong root',
      },
      {
        id: 'hellingerBound/factor',
        find: 'Rational.of(4).div',
        replace: 'Rational.of(5).div',
        models: 'a wrong factor',
      },
      {
        id: 'hellingerBound/draws',
        find: '.div(draws.add(Rational.ONE))',
        replace: '.div(draws)',
        models: 'n for n + 1',
      },
      {
        id: 'reverseKlBound/no-one',
        find: 'field.lift(field.rational(draws.sub(Rational.ONE)))',
        replace: 'field.lift(field.rational(draws))',
        models: 'n for n − 1',
      },
      {
        id: 'reverseKlBound/formula',
        find: 'draws.sub(Rational.ONE))), field.log',
        replace: 'Rational.ONE.sub(Rational.ONE.div(draws)))), field.log',
        models: 'minus the formula',
      },
      {
        id: 'reverseKlBound/log-one-less',
        find: 'field.log(field.rational(draws)));\n}\n\n/** D_α',
        replace: 'field.log(field.rational(draws.mul(draws))));\n}\n\n/** D_α',
        models: 'the logarithm twice',
      },
      {
        id: 'renyiBound/mean',
        find: 'order.mul(draws.sub(Rational.ONE)).add(Rational.ONE)',
        replace: 'order.mul(draws)',
        models: 'αn for α(n−1) + 1',
      },
      {
        id: 'renyiBound/factor',
        find: 'Rational.ONE.div(order.sub(Rational.ONE))',
        replace: 'Rational.ONE.div(order)',
        models: 'division by α for α − 1',
      },
      {
        id: 'renyiBound/no-power',
        find: 'field.scale(field.rational(order), field.log(field.rational(draws)))',
        replace: 'field.log(field.rational(draws))',
        models: 'n for n^α',
      },
    ],
    CLAIMS,
  ),
];
