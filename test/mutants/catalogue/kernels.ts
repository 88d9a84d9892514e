import { inFile } from '../mutant.ts';

const kl = inFile('src/kernels/kl.ts', [
  {
    id: 'klKernel/cumulative-mass',
    find: '(mass.heads[i - 1] as number) : up - c;',
    replace: '(mass.heads[i - 1] as number) : up;',
    models: 'C_i for w_i',
  },
  { id: 'klKernel/total-lost', find: 'p = pi * T;', replace: 'p = pi;', models: 'π/w for πT/w' },
  {
    id: 'klKernel/log-sign',
    find: 'const y = r - 0.5 * r2;',
    replace: 'const y = r + 0.5 * r2;',
    models: 'a sign in the series of the logarithm',
  },
  {
    id: 'klKernel/last-atom',
    find: 'for (let i = size; i > 0; i -= 1) {',
    replace: 'for (let i = size; i > 1; i -= 1) {',
    models: 'the worst atom forgotten',
  },
]);

const law = inFile('src/kernels/law.ts', [
  {
    id: 'kernels/sum-for-difference',
    find: 'subtract(R, PI, POWER_UP_TO, POWER_BELOW);',
    replace: 'add(R, PI, POWER_UP_TO, POWER_BELOW);',
    models: 'F_i^n + F_{i−1}^n',
  },
  {
    id: 'kernels/power-less-one',
    find: 'power(R, POWER_BELOW, BELOW, n);',
    replace: 'power(R, POWER_BELOW, BELOW, n - 1 || 1);',
    models: 'F^(n−1) for F^n',
  },
  {
    id: 'kernels/upper-quantile-twice',
    find: 'add(R, z, UP_TO, BELOW);',
    replace: 'add(R, z, UP_TO, UP_TO);',
    models: 'ties counted as wins',
  },
]);

const sums = [
  ...inFile('src/kernels/formula.ts', [
    {
      id: 'formulaKernel/one',
      find: 'set(R, OTHERS, n - 1);',
      replace: 'set(R, OTHERS, n);',
      models: 'log n − 1',
    },
  ]),
  ...inFile('src/kernels/win-rate.ts', [
    {
      id: 'winRateKernel/not-halved',
      find: 'hi: (R[SUM] as number) / 2,',
      replace: 'hi: R[SUM] as number,',
      models: 'F_{i−1} + F_i not halved',
    },
  ]),
  ...inFile('src/kernels/estimator.ts', [
    {
      id: 'estimatorKernel/n-logs',
      find: 'set(R, VALUE, n - 1);',
      replace: 'set(R, VALUE, n);',
      models: 'n log(1−ε) for (n−1) log(1−ε)',
    },
    {
      id: 'estimatorMeanKernel/formula-lost',
      find: 'set(R, LOG, formula.hi, formula.lo);',
      replace: 'set(R, LOG, 0);',
      models: 'the formula left out of the bracket',
    },
  ]),
];

const gap = [
  ...inFile('src/kernels/gap.ts', [
    {
      id: 'gapKernel/share',
      find: 'const share = (n - 1) / n;',
      replace: 'const share = 1 / n;',
      models: '1/n for (n−1)/n',
    },
    { id: 'gapKernel/u', find: 'const u = n * (w / m);', replace: 'const u = (n - 1) * (w / m);', models: 'n−1 for n' },
    {
      id: 'gapKernel/first-atom',
      find: 'g = q * formula.hi;',
      replace: 'g = 0;',
      models: 'the worst atom forgotten',
    },
  ]),
  ...inFile('src/kernels/gap-series.ts', [
    {
      id: 'gapSeries/coefficient',
      find: 'const p = BigInt(2 * k - 1) * ONE -',
      replace: 'const p = BigInt(2 * k) * ONE -',
      models: '2k for 2k − 1',
    },
  ]),
];

export const kernelMutants = [...kl, ...law, ...sums, ...gap];
