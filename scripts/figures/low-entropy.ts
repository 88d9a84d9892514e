import { LogForm } from '../../src/arithmetic/log-form.ts';
import { difference, exactReal, type Real } from '../../src/arithmetic/real.ts';
import type { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';
import type { Fact, Figure, Series } from '../../src/report/figure-schema.ts';
import { fact, grid, policyOf, type Run, runsOf } from './common.ts';
import { pointAt } from './uniform.ts';

export interface LowEntropy {
  readonly name: string;
  readonly runs: readonly Run[];
}

export const LOW: readonly LowEntropy[] = [
  {
    name: '9 to 1, the likely one worst',
    runs: [
      [9n, 1],
      [1n, 1],
    ],
  },
  {
    name: '9 to 1, the likely one best',
    runs: [
      [1n, 1],
      [9n, 1],
    ],
  },
  {
    name: '99 % the worst, ten share the rest',
    runs: [
      [990n, 1],
      [1n, 10],
    ],
  },
  {
    name: '99 % in the middle, ten share the rest',
    runs: [
      [1n, 5],
      [990n, 1],
      [1n, 5],
    ],
  },
  {
    name: '99 % the best, ten share the rest',
    runs: [
      [1n, 10],
      [990n, 1],
    ],
  },
  {
    name: 'each ten times as rare as the one before, better ones rarer',
    runs: [
      [1000n, 1],
      [100n, 1],
      [10n, 1],
      [1n, 1],
    ],
  },
];

const DRAWS = [4, 64, 1000];

/** Policies of low entropy, where the analytical formula is furthest from the KL. */
export function lowEntropy(): Figure {
  return {
    format: 'bonafide-figure/1',
    figure: 'low-entropy',
    title: 'Low entropy',
    shows:
      'KL, the formula and the estimators against n where the prompt nearly determines the answer. `estimator` is D̂_n at the best outcome, `estimatorMean` the mean of D̂_n(p(y)) under best-of-n.',
    series: LOW.map(curve),
    statement: LOW.flatMap(statement),
  };
}

function curve({ name, runs }: LowEntropy): Series {
  const policy = policyOf(runs);
  const points = grid(1000, 'medium', DRAWS).map((n) => pointAt(policy, n));
  return { name, parameter: 'n', policy: runsOf(runs), points };
}

export function statement({ name, runs }: LowEntropy): Fact[] {
  const policy = policyOf(runs);
  const facts = DRAWS.flatMap((n) => {
    const { atomlessKl, kl, estimatorMean } = new BestOfN(policy, n);
    return [
      fact('formula − KL', `${name}, n = ${n}`, difference(atomlessKl, kl)),
      fact('estimator mean − KL', `${name}, n = ${n}`, difference(estimatorMean, kl)),
    ];
  });
  return [fact('entropy', name, entropy(policy)), ...facts];
}

/** −Σ p log p, in nats. */
function entropy(policy: FinitePolicy): Real {
  const terms = policy.atoms.map((_, i) => LogForm.log(policy.mass(i)).scale(policy.mass(i).neg()));
  return exactReal(terms.reduce((sum, term) => sum.add(term)));
}
