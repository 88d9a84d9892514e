import { inFile } from '../mutant.ts';

export const estimatorMutants = inFile('src/quantities/estimator.ts', [
  {
    id: 'estimator/factor-lost',
    find: 'field.plus(field.scale(missed, bracket), seen)',
    replace: 'field.plus(bracket, seen)',
    models: 'without the factor (1−ε)^n',
  },
  {
    id: 'estimator/surely-seen',
    find: 'field.relativeEntropy(field.sub(one, missed), field.rational(epsilon))',
    replace: 'field.relativeEntropy(one, field.rational(epsilon))',
    models: 'log(1/ε) for (1−(1−ε)^n) log((1−(1−ε)^n)/ε)',
  },
  {
    id: 'estimator/n-for-n-less-one',
    find: 'const nMinusOne = field.rational(more);',
    replace: 'const nMinusOne = field.rational(draws);',
    models: 'n log(1−ε) for (n−1) log(1−ε)',
  },
  {
    id: 'estimator/power-less-one',
    find: 'field.pow(base, draws)',
    replace: 'field.pow(base, draws.sub(Rational.ONE))',
    models: '(1−ε)^(n−1) for (1−ε)^n',
  },
  {
    id: 'estimator/sign',
    find: 'field.plus(field.scale(missed, bracket), seen)',
    replace: 'field.minus(seen, field.scale(missed, bracket))',
    models: '− for + before the first term',
  },
  {
    id: 'estimator/epsilon-for-rest',
    find: 'field.log(base)',
    replace: 'field.log(field.rational(epsilon))',
    models: 'log ε for log(1−ε)',
  },
  {
    id: 'estimator/epsilon-lost',
    find: 'field.relativeEntropy(field.sub(one, missed), field.rational(epsilon))',
    replace: 'field.relativeEntropy(field.sub(one, missed), one)',
    models: 'log(1−(1−ε)^n) for log((1−(1−ε)^n)/ε)',
  },
  {
    id: 'estimatorBest/first-atom',
    find: 'policy.mass(policy.atoms.length - 1)',
    replace: 'policy.mass(0)',
    models: 'the worst atom for the best',
  },
  {
    id: 'estimatorBest/dropped-tie',
    find: 'policy.mass(policy.atoms.length - 1)',
    replace: 'Rational.of(policy.weights.at(-1) ?? 0n, policy.total)',
    models: 'the mass of one outcome for that of its level',
  },
  {
    id: 'estimatorBest/largest-atom',
    find: 'policy.mass(policy.atoms.length - 1)',
    replace: 'Rational.of(policy.atoms.reduce((a, b) => (a > b ? a : b)), policy.total)',
    models: 'the largest mass for that of the best atom',
  },
  {
    id: 'estimatorBest/draw-more',
    find: 'estimator(field, n)(policy',
    replace: 'estimator(field, n.add(Rational.ONE))(policy',
    models: 'n+1 for n',
  },
  {
    id: 'estimatorMean/under-reference',
    find: 'const share = weight === level ? probability : field.mul(field.rational(Rational.of(weight, level)), probability);',
    replace: 'const share = field.rational(Rational.of(weight, policy.total));',
    models: 'the mean under p for that under π',
  },
  {
    id: 'estimatorMean/level-mass',
    find: 'field.scale(share, at(weight))',
    replace: 'field.scale(share, at(level))',
    models: 'D̂(P) for D̂(p(y)) in a tie',
  },
  {
    id: 'estimatorMean/tie-not-shared',
    find: 'field.scale(share, at(weight))',
    replace: 'field.scale(probability, at(weight))',
    models: 'every outcome of a tie weighs as much as its level',
  },
  {
    id: 'estimatorMean/best-only',
    find: 'field.scale(share, at(weight))',
    replace: 'field.scale(share, at(policy.weights.at(-1) ?? 0n))',
    models: 'D̂ of the best outcome throughout',
  },
  {
    id: 'estimatorMean/draw-less',
    find: 'return meanOfEstimator(law, estimator(law.field, law.n));',
    replace: 'return meanOfEstimator(law, estimator(law.field, law.n.sub(Rational.ONE)));',
    models: 'n−1 for n',
  },
]);
