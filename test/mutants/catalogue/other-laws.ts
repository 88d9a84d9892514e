import { inFile } from '../mutant.ts';

/** Slips in what compares best-of-n with other selections, laws and estimates. */
export const otherLawsMutants = [
  ...inFile(
    'src/quantities/entropy.ts',
    [
      {
        id: 'shannonEntropy/of-reference',
        find: "of === 'selection' ? probability : mass",
        replace: 'mass',
        models: 'the reference for the selection',
      },
    ],
    ['entropy-decreases'],
  ),
  ...inFile(
    'src/quantities/two-selections.ts',
    [
      {
        id: 'klToWorst/reversed',
        find: 'field.minus(log(factors), log(turned))',
        replace: 'field.minus(log(turned), log(factors))',
        models: 'the laws exchanged in the logarithm',
      },
      {
        id: 'winRateAgainst/ties-lost',
        find: 'field.add(field.pow(below, other), field.pow(upTo, other))',
        replace: 'field.add(field.pow(below, other), field.pow(below, other))',
        models: 'ties as losses',
      },
      {
        id: 'agreementWithWorst/once',
        find: 'const away = Rational.of(2).sub(twice)',
        replace: 'const away = Rational.ONE.sub(u)',
        models: 'one factor of 2 forgotten',
      },
    ],
    ['best-worst-kl', 'win-rate-between', 'best-worst-variation'],
  ),
  ...inFile(
    'src/quantities/plug-in-mean.ts',
    [
      {
        id: 'plugInMean/surjections',
        find: 'choices *= all - BigInt(i)',
        replace: 'choices *= all',
        models: 'places drawn with replacement',
      },
      {
        id: 'plugInMean/partitions',
        find: 'BigInt(i + 1) * (row[i] ?? 0n)',
        replace: 'BigInt(i) * (row[i] ?? 0n)',
        models: 'an index that begins one too low in the recursion of Stirling numbers',
      },
    ],
    ['plug-in-below', 'plug-in-best-of-n'],
  ),
  ...inFile(
    'src/quantities/log-squares.ts',
    [
      {
        id: 'halfLogSquares/whole',
        find: 'return field.mul(half, sum);',
        replace: 'return field.mul(field.add(half, half), sum);',
        models: 'the factor ½ forgotten',
      },
    ],
    ['k2-unbiased'],
  ),
  ...inFile(
    'src/quantities/no-repeat.ts',
    [
      {
        id: 'noRepeat/with-repeats',
        find: 'orders *= rest;',
        replace: 'orders = rest;',
        models: 'the orders of the last sample only',
      },
    ],
    ['no-repeat'],
  ),
  ...inFile(
    'src/quantities/order-free.ts',
    [
      {
        id: 'gapsBelowTop/all',
        find: 'if (index === last || isContinuous) return zero;',
        replace: 'if (isContinuous) return zero;',
        models: 'the best atom counted with the others',
      },
    ],
    ['order-free-gap'],
  ),
  ...inFile(
    'src/quantities/softmax-gradient.ts',
    [
      {
        id: 'scoreSquares/once',
        find: 'all.sub(mass).sub(mass)',
        replace: 'all.sub(mass)',
        models: 'one of the two products forgotten',
      },
      {
        id: 'bestBaseline/value',
        find: 'scoreSquares(masses).map((square, i) => square.mul(masses[i] as Rational))',
        replace: 'scoreSquares(masses).map((_, i) => masses[i] as Rational)',
        models: 'the value for the best baseline',
      },
    ],
    ['value-baseline', 'best-baseline'],
  ),
];
