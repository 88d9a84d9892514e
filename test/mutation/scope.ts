/** What is mutated, and which tests must notice it. */

export const ROOT = new URL('../../', import.meta.url).pathname;

export interface Part {
  readonly name: string;
  readonly folder: string;
  /** Names in the folder, without `.ts`. */
  readonly files: readonly string[];
  /** Patterns of the tests that are asked. None of them may start a process. */
  readonly tests: readonly string[];
}

export const PARTS: readonly Part[] = [
  {
    name: 'arithmetic',
    folder: 'src/arithmetic',
    files: [
      'compare',
      'coprime-base',
      'decimal',
      'exact-field',
      'extremes',
      'folds',
      'forms',
      'interval',
      'precision',
      'print',
      'rational',
      'real',
      'real-interface',
      'shown',
    ],
    // One file of tests, of functions that are not mutated, takes longer than all others.
    tests: ['test/arithmetic/!(approximate-functions|*.slow).test.ts'],
  },
  {
    name: 'operations',
    folder: 'src/arithmetic',
    files: ['exponent', 'log-form', 'logarithms', 'operations', 'powers'],
    tests: ['test/arithmetic/{exponent,log-form-*,logarithms,multiple,operations-exact,powers,shown}.test.ts'],
  },
  {
    name: 'intervals',
    folder: 'src/arithmetic',
    files: ['interval-field'],
    tests: ['test/arithmetic/interval-*.test.ts'],
  },
  {
    name: 'selection',
    folder: 'src/selection',
    files: [
      'best-of',
      'distinct-winner',
      'families',
      'formula',
      'law',
      'likelihood',
      'mirrored',
      'order-statistic',
      'pmf',
      'rewind',
      'second-best',
      'tilt',
      'top-fraction',
      'uniform-tilt',
    ],
    // `enumerate` and `running-best` are of the oracles.
    tests: ['test/selection/!(enumerate|running-best|*.slow).test.ts'],
  },
  {
    name: 'claims',
    folder: 'src/claims',
    files: [
      'ask-again',
      'attributed',
      'check-form',
      'claim',
      'claim-schema',
      'decide',
      'derivation',
      'domain',
      'expression/elsewhere',
      'expression/evaluate',
      'expression/expression',
      'fault',
      'fields',
      'in-domain',
      'instance',
      'instance-fields',
      'jensen',
      'least-instance',
      'regimes',
      'relation',
      'shares',
      'silent',
      'stated',
      'tightness',
      'with-relations',
    ],
    // `catalogue` decides every claim of the catalogue on many instances, and takes longer than all others.
    tests: ['test/claims/!(catalogue|*.slow).test.ts', 'test/claims/expression/*.test.ts'],
  },
];

export const filesOf = ({ folder, files }: Part): string[] => files.map((name) => `${folder}/${name}.ts`);

/** The files that a path names: itself, or those below it. */
export function filesUnder(path: string): string[] {
  const wanted = path.replace(/^\.\//, '').replace(/\/+$/, '');
  return PARTS.flatMap(filesOf).filter((file) => file === wanted || file.startsWith(`${wanted}/`));
}
