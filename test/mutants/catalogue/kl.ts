import { inFile } from '../mutant.ts';

const kl = inFile('src/quantities/kl.ts', [
  {
    id: 'kl/swapped-in-log',
    find: 'field.relativeEntropy(atom.probability, atom.mass)',
    replace:
      'field.minus(field.lift(field.sub(atom.mass, atom.mass)), field.relativeEntropy(atom.probability, atom.mass))',
    models: 'log(p/π) for log(π/p)',
  },
  {
    id: 'kl/reference-lost',
    find: 'field.relativeEntropy(atom.probability, atom.mass)',
    replace: 'field.relativeEntropy(atom.probability, field.pow(atom.mass, 0n))',
    models: 'Σ π log π for Σ π log(π/p)',
  },
  {
    id: 'kl/cumulative-mass',
    find: 'field.relativeEntropy(atom.probability, atom.mass)',
    replace: 'field.relativeEntropy(atom.probability, atom.upTo)',
    models: 'F_i for p_i',
  },
  {
    id: 'kl/squared-weight',
    find: 'field.relativeEntropy(atom.probability, atom.mass)',
    replace: 'field.scale(atom.probability, field.relativeEntropy(atom.probability, atom.mass))',
    models: 'Σ π² log(π/p)',
  },
]);

const formula = inFile('src/selection/formula.ts', [
  {
    id: 'analyticalFormula/plus',
    find: 'return field.minus(field.log(field.rational(draws)),',
    replace: 'return field.plus(field.log(field.rational(draws)),',
    models: 'log n + (n−1)/n',
  },
  {
    id: 'analyticalFormula/inverted',
    find: 'nMinusOne.div(draws)',
    replace: 'draws.div(nMinusOne)',
    models: 'n/(n−1) for (n−1)/n',
  },
  {
    id: 'analyticalFormula/one-over-n',
    find: 'nMinusOne.div(draws)',
    replace: 'Rational.ONE.div(draws)',
    models: '1/n for (n−1)/n',
  },
  {
    id: 'analyticalFormula/n-plus-one',
    find: 'nMinusOne.div(draws)',
    replace: 'draws.div(draws.add(Rational.ONE))',
    models: 'n/(n+1) for (n−1)/n',
  },
  {
    id: 'analyticalFormula/log-less-one',
    find: 'field.log(field.rational(draws))',
    replace: 'field.log(field.rational(nMinusOne))',
    models: 'log(n−1) for log n',
  },
  {
    id: 'analyticalFormula/base-2',
    find: 'field.log(field.rational(draws))',
    replace: `field.scale(field.rational(Rational.parse('1.442695041')), field.log(field.rational(draws)))`,
    models: 'log base 2',
  },
]);

export const klMutants = [...kl, ...formula];
