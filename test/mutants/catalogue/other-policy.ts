import { inFile } from '../mutant.ts';

/** The claims about other laws. */
const CLAIMS = ['transport', 'tilt-identity', 'tilt-optimal', 'optimal-win-rate'];

/** Slips in what other laws, tilts and rewards are. */
export const otherPolicyMutants = [
  ...inFile(
    'src/quantities/other-policy.ts',
    [
      {
        id: 'klBetween/sign',
        find: 'num < den ? field.minus(sum, term) : field.plus(sum, term)',
        replace: 'field.plus(sum, term)',
        models: 'the sign of a logarithm below 0',
      },
      {
        id: 'klBetween/share',
        find: 'field.rational(Rational.of(weight, whole))',
        replace: 'field.rational(Rational.of(weight, other))',
        models: 'the other total',
      },
      {
        id: 'klBetween/factor',
        find: '[weight * other, (psi[i] as bigint) * whole]',
        replace: '[2n * weight * other, (psi[i] as bigint) * whole]',
        models: 'a factor too many in the ratio',
      },
      {
        id: 'winRateOf/no-ties',
        find: '(cumulative[i] as bigint) + (cumulative[i + 1] as bigint)',
        replace: '2n * (cumulative[i + 1] as bigint)',
        models: 'ties as wins',
      },
      {
        id: 'winRateOf/losses',
        find: '(cumulative[i] as bigint) + (cumulative[i + 1] as bigint)',
        replace: '2n * (cumulative[i] as bigint)',
        models: 'ties as losses',
      },
      {
        id: 'weightsOnAtoms/one-more',
        find: '(sums[level] as bigint) + weight',
        replace: '(sums[level] as bigint) + weight + 1n',
        models: 'one too many for each outcome',
      },
      {
        id: 'meanReward/total',
        find: 'Rational.of(sum, sumOf(weights))',
        replace: 'Rational.of(sum, sumOf(rewards) + 1n)',
        models: 'the wrong total',
      },
    ],
    CLAIMS,
  ),
  ...inFile(
    'src/selection/tilt.ts',
    [
      {
        id: 'tiltedWeights/linear',
        find: 'up ** reward',
        replace: '(up * reward + 1n)',
        models: 'a factor linear in the reward',
      },
      {
        id: 'tiltedWeights/down',
        find: 'down ** (most - reward)',
        replace: 'down ** reward',
        models: 'the denominator with the wrong power',
      },
      {
        id: 'tiltedWeights/no-reference',
        find: 'return weight * up',
        replace: 'return up',
        models: 'the reference is forgotten',
      },
    ],
    CLAIMS,
  ),
  ...inFile(
    'src/quantities/reward.ts',
    [
      {
        id: 'rewardGain/no-reference',
        find: 'field.sub(probability, mass)',
        replace: 'probability',
        models: 'E_π r for the gain',
      },
      {
        id: 'rewardGain/sign',
        find: 'field.sub(probability, mass)',
        replace: 'field.sub(mass, probability)',
        models: 'the gain of the reference',
      },
      {
        id: 'rewardGain/twice',
        find: 'field.sub(probability, mass)',
        replace: 'field.add(probability, mass)',
        models: 'a sum for the difference',
      },
    ],
    CLAIMS,
  ),
];
