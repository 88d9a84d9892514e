import { inFile } from '../mutant.ts';

const renyi = inFile('src/quantities/renyi.ts', [
  {
    id: 'powerSum/square-missing',
    find: 'sum += (atoms[i] as bigint) ** power;',
    replace: 'sum += atoms[i] as bigint;',
    models: 'Σp for Σp^α',
  },
  {
    id: 'powerSum/always-squares',
    find: 'sum += (atoms[i] as bigint) ** power;',
    replace: 'sum += (atoms[i] as bigint) ** 2n;',
    models: 'Σp² whatever α, over total^α',
  },
  {
    id: 'powerSum/cubes',
    find: 'const power = integerOrder(alpha);',
    replace: 'const power = integerOrder(alpha) + 1n;',
    models: 'Σp³ for Σp²',
  },
  {
    id: 'powerSum/dropped-tie',
    find: 'const { atoms, continuousParts, isDiscrete } = policy;',
    replace: 'const { weights: atoms, continuousParts, isDiscrete } = policy;',
    models: 'masses of outcomes for masses of levels',
  },
  {
    id: 'renyiEntropy/sign',
    find: 'Rational.of(1n, 1n - integerOrder(alpha))',
    replace: 'Rational.of(1n, integerOrder(alpha) - 1n)',
    models: '1/(α−1) for 1/(1−α)',
  },
  {
    id: 'renyiEntropy/tsallis',
    find: 'Rational.of(1n, 1n - integerOrder(alpha))',
    replace: 'Rational.of(integerOrder(alpha), 1n - integerOrder(alpha))',
    models: 'α/(1−α), the norm, for 1/(1−α)',
  },
  {
    id: 'renyiEntropy/factor-lost',
    find: 'Rational.of(1n, 1n - integerOrder(alpha))',
    replace: 'Rational.of(-1)',
    models: '−log Σp^α',
  },
  {
    id: 'renyiEntropy/base-2',
    find: 'Rational.of(1n, 1n - integerOrder(alpha))',
    replace: `Rational.parse('1.442695041').div(Rational.of(1n - integerOrder(alpha)))`,
    models: 'log base 2',
  },
]);

const gapBounds = inFile('src/bounds/gap-bounds.ts', [
  {
    id: 'gapUpperBound/factor-lost',
    find: 'Rational.of(2).mul(draws).mul(draws.sub(Rational.ONE))',
    replace: 'Rational.of(2).mul(draws)',
    models: '2n for 2n(n−1)',
  },
  {
    id: 'gapUpperBound/n-squared',
    find: 'Rational.of(2).mul(draws).mul(draws.sub(Rational.ONE))',
    replace: 'Rational.of(2).mul(draws).mul(draws)',
    models: '2n² for 2n(n−1)',
  },
  {
    id: 'gapUpperBound/two-lost',
    find: 'Rational.of(2).mul(draws).mul(draws.sub(Rational.ONE))',
    replace: 'draws.mul(draws.sub(Rational.ONE))',
    models: 'n(n−1) for 2n(n−1)',
  },
  {
    id: 'gapUpperBound/cubes',
    find: '.mul(draws.sub(Rational.ONE)).mul(powerSum(policy, 2))',
    replace: '.mul(draws.sub(Rational.ONE)).mul(powerSum(policy, 3))',
    models: 'Σp³ for Σp²',
  },
]);

export const boundMutants = [...renyi, ...gapBounds];
