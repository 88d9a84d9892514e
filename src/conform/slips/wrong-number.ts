/** Slips of which another number than the quantity is right. */
import { atomCount } from '../../claims/instance.ts';
import { IN_NATS } from '../quantities.ts';
import { giving, quantityAt, type Slip } from './slip.ts';

const LN10 = Math.log(10);

export const WRONG_NUMBER: readonly Slip[] = [
  giving(
    'formula-for-kl',
    'the formula log n − (n−1)/n, which is only an upper bound of the KL',
    ['kl'],
    ({ instance }) => [quantityAt('formula', instance)],
  ),
  giving('log-base-2', 'in bits: the logarithms are of base 2', IN_NATS, ({ truth }) => [truth / Math.LN2]),
  giving('log-base-10', 'of logarithms of base 10', IN_NATS, ({ truth }) => [truth / LN10]),
  giving('estimator-for-kl', 'the estimator, whose mean is at least the KL', ['kl'], ({ instance }) => [
    quantityAt('estimatorMean', instance),
    quantityAt('estimatorBest', instance),
  ]),
  giving('log-n', 'log n, without (n−1)/n', ['kl', 'formula'], ({ instance }) => [Math.log(instance.n)]),
  giving('divided-by-n', 'the value divided by n, as a mean over the draws', IN_NATS, ({ truth, instance }) => [
    truth / instance.n,
  ]),
  giving(
    'divided-by-outcomes',
    'the value divided by the number of outcomes, as a mean of terms',
    IN_NATS,
    (subject) => [subject.truth / subject.instance.weights.length, subject.truth / atomCount(subject.instance)],
  ),
  giving('sign', 'the value with the opposite sign', IN_NATS, ({ truth }) => [-truth]),
  giving('bound-for-win-rate', 'n/(n+1), which is only an upper bound of the win rate', ['winRate'], ({ instance }) => [
    instance.n / (instance.n + 1),
  ]),
];
