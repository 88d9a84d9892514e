import { inFile } from '../mutant.ts';

const kl = inFile('src/theory/kl.ts', [
  {
    id: 'kl/swapped-in-log',
    find: 'law.field.relativeEntropy(probability, mass)',
    replace: 'law.field.minus(law.field.lift(law.field.sub(mass, mass)), law.field.relativeEntropy(probability, mass))',
    models: 'log(p/π) for log(π/p)',
  },
  {
    id: 'kl/reference-lost',
    find: 'law.field.relativeEntropy(probability, mass)',
    replace: 'law.field.relativeEntropy(probability, law.field.pow(mass, 0))',
    models: 'Σ π log π for Σ π log(π/p)',
  },
  {
    id: 'kl/cumulative-mass',
    find: '({ probability, mass }) => law.field.relativeEntropy(probability, mass)',
    replace: '({ probability, upTo }) => law.field.relativeEntropy(probability, upTo)',
    models: 'F_i for p_i',
  },
  {
    id: 'kl/squared-weight',
    find: 'law.field.relativeEntropy(probability, mass)',
    replace: 'law.field.scale(probability, law.field.relativeEntropy(probability, mass))',
    models: 'Σ π² log(π/p)',
  },
]);

const formula = inFile('src/theory/formula.ts', [
  {
    id: 'analyticalFormula/plus',
    find: 'return field.minus(log,',
    replace: 'return field.plus(log,',
    models: 'log n + (n−1)/n',
  },
  {
    id: 'analyticalFormula/inverted',
    find: 'Rational.of(n - 1, n)',
    replace: 'Rational.of(n, n - 1)',
    models: 'n/(n−1) for (n−1)/n',
  },
  {
    id: 'analyticalFormula/one-over-n',
    find: 'Rational.of(n - 1, n)',
    replace: 'Rational.of(1, n)',
    models: '1/n for (n−1)/n',
  },
  {
    id: 'analyticalFormula/n-plus-one',
    find: 'Rational.of(n - 1, n)',
    replace: 'Rational.of(n, n + 1)',
    models: 'n/(n+1) for (n−1)/n',
  },
  {
    id: 'analyticalFormula/log-less-one',
    find: 'field.log(field.rational(Rational.of(n)))',
    replace: 'field.log(field.rational(Rational.of(n - 1)))',
    models: 'log(n−1) for log n',
  },
  {
    id: 'analyticalFormula/base-2',
    find: 'const log = field.log(field.rational(Rational.of(n)));',
    replace: `const log = field.scale(field.rational(Rational.parse('1.442695041')), field.log(field.rational(Rational.of(n))));`,
    models: 'log base 2',
  },
]);

export const klMutants = [...kl, ...formula];
