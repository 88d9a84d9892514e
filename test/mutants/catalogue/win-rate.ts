import { inFile } from '../mutant.ts';

export const winRateMutants = inFile('src/quantities/win-rate.ts', [
  {
    id: 'winRate/ties-lose',
    find: 'field.mul(field.mul(atom.probability, field.add(atom.below, atom.upTo)), half)',
    replace: 'field.mul(atom.probability, atom.below)',
    models: 'ties with the reference count 0',
  },
  {
    id: 'winRate/ties-win',
    find: 'field.mul(field.mul(atom.probability, field.add(atom.below, atom.upTo)), half)',
    replace: 'field.mul(atom.probability, atom.upTo)',
    models: 'ties with the reference count 1',
  },
  {
    id: 'winRate/half-lost',
    find: 'field.mul(field.mul(atom.probability, field.add(atom.below, atom.upTo)), half)',
    replace: 'field.mul(atom.probability, field.add(atom.below, atom.upTo))',
    models: 'the factor 1/2 lost',
  },
  {
    id: 'winRate/under-reference',
    find: 'field.mul(atom.probability, field.add(',
    replace: 'field.mul(atom.mass, field.add(',
    models: 'p for π: the reference against itself',
  },
  {
    id: 'winRateByTrapezoids/half-lost',
    find: 'field.mul(field.mul(mass, ends), half)',
    replace: 'field.mul(mass, ends)',
    models: 'the factor 1/2 lost',
  },
  {
    id: 'winRateByTrapezoids/rectangles',
    find: 'field.add(field.pow(below, n), field.pow(upTo, n))',
    replace: 'field.add(field.pow(upTo, n), field.pow(upTo, n))',
    models: 'rectangles: F_i^n for the mean of F_{i−1}^n and F_i^n',
  },
  {
    id: 'winRateByTrapezoids/power-more-one',
    find: 'field.add(field.pow(below, n), field.pow(upTo, n))',
    replace: 'field.add(field.pow(below, n.add(Rational.ONE)), field.pow(upTo, n.add(Rational.ONE)))',
    models: 'F^(n+1) for F^n',
  },
  {
    id: 'winRateByTrapezoids/under-best-of-n',
    find: 'for (const { mass, below, upTo, isContinuous } of law.atoms()) {',
    replace: 'for (const { probability: mass, below, upTo, isContinuous } of law.atoms()) {',
    models: 'π for p',
  },
  {
    id: 'winRateByTrapezoids/complement',
    find: 'return field.sub(field.rational(Rational.ONE), missed);',
    replace: 'return missed;',
    models: 'Σ … for 1 − Σ …',
  },
  {
    id: 'winRateBound/off-by-one',
    find: 'draws.div(draws.add(Rational.ONE))',
    replace: 'draws.sub(Rational.ONE).div(draws)',
    models: '(n−1)/n for n/(n+1)',
  },
  {
    id: 'winRateBound/one-more',
    find: 'draws.div(draws.add(Rational.ONE))',
    replace: 'draws.add(Rational.ONE).div(draws.add(Rational.of(2)))',
    models: '(n+1)/(n+2) for n/(n+1)',
  },
  {
    id: 'winRateBound/half-lost',
    find: 'draws.div(draws.add(Rational.ONE))',
    replace: 'draws.sub(Rational.of(1, 2)).div(draws)',
    models: '1 − 1/2n for 1 − 1/(n+1)',
  },
  {
    id: 'winRateGapBound/n',
    find: 'exactDraws(n).sub(Rational.ONE).div(Rational.of(2))',
    replace: 'exactDraws(n).div(Rational.of(2))',
    models: 'n/2 for (n−1)/2',
  },
  {
    id: 'winRateGapBound/half-lost',
    find: 'exactDraws(n).sub(Rational.ONE).div(Rational.of(2))',
    replace: 'exactDraws(n).sub(Rational.ONE)',
    models: 'n−1 for (n−1)/2',
  },
  {
    id: 'winRateGapBound/cubes',
    find: 'powerSum(policy, 2)',
    replace: 'powerSum(policy, 3)',
    models: 'Σp³ for Σp²',
  },
]);
