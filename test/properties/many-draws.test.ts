import { describe, expect, it } from 'vitest';
import { catalogue } from '../../properties/index.ts';
import { betterMean } from '../../properties/ours/better-estimator.ts';
import {
  betterEstimatorBelow,
  estimatorExcess,
  logOdds,
  logOf,
  withoutBest,
} from '../../properties/shared/below-best.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { difference, multiple, type Real, rationalReal, sum } from '../../src/arithmetic/real.ts';
import type { Domain } from '../../src/claims/claim.ts';
import { decide, decideOn } from '../../src/claims/decide.ts';
import { inDomain } from '../../src/claims/in-domain.ts';
import { type Instance, quantitiesOf } from '../../src/claims/instance.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';

const DRAWS = [20_000, 20_001, 1_000_000, 500_000_000, 1_000_000_000];
const WEIGHTS = [
  [1n, 1n],
  [1n, 2n],
  [2n, 1n],
  [1n, 1n, 1n],
];

/** Few outcomes and many draws, with what the domain asks for beside. */
function* instances(domain: Domain): Generator<Instance> {
  for (const n of DRAWS) {
    for (const weights of WEIGHTS) {
      const distinct = weights.map((_, y) => y);
      const tied = distinct.map((y) => Math.min(y, weights.length - 2));
      for (const ranks of [domain.ties ? tied : distinct]) {
        const instance = {
          weights,
          ranks,
          n,
          ...(domain.atomless && { continuousParts: distinct }),
          ...(domain.auxiliary && { auxiliary: weights.map((_, y) => BigInt(y)) }),
        };
        if (inDomain(instance, domain)) yield instance;
      }
    }
  }
}

describe('with so many draws that the best outcome is hardly ever missed', () => {
  it.each(catalogue.filter(({ domain }) => !instances(domain).next().done))(
    '$id is decided',
    { timeout: 300_000 },
    (claim) => {
      for (const instance of instances(claim.domain)) {
        const { outcome } = decide(claim, instance);
        const named = `${instance.weights} ranked ${instance.ranks} at n = ${instance.n}`;
        expect([named, outcome]).not.toEqual([named, 'undecided']);
        if (claim.expected === 'holds') expect([named, outcome]).toEqual([named, 'holds']);
      }
    },
  );
});

describe('with many draws and ties for the best', () => {
  it.each(['gap-lower', 'estimator-upper', 'better-estimator', 'atom-by-atom', 'win-rate-monotone', 'superadditive'])(
    '%s is decided',
    (id) => {
      const claim = catalogue.find((one) => one.id === id);
      if (!claim) throw new Error(`no claim ${id}`);
      for (const ranks of [
        [0, 0, 0],
        [0, 1, 1],
        [0, 0, 1],
      ]) {
        const q = quantitiesOf({ weights: [1n, 1n, 2n], ranks, n: 20_000 });
        expect([ranks, decideOn(claim, q).outcome]).toEqual([ranks, 'holds']);
      }
    },
  );
});

const POLICIES = [
  FinitePolicy.fromWeights([1n, 1n]),
  FinitePolicy.fromWeights([3n, 1n, 2n]),
  FinitePolicy.fromWeights([1n, 5n, 2n, 1n], { continuousParts: [1] }),
  FinitePolicy.fromRanked([1n, 2n, 1n, 3n], [0, 0, 1, 2]),
];

describe.each(POLICIES.flatMap((policy) => [2, 5, 30].map((n) => new BestOfN(policy, n))))(
  '$policy.weights, n = $n',
  (q) => {
    const below = withoutBest(q);
    const { rest, top, share } = below;
    const missed = share.pow(q.n);
    const meet = (one: Real, other: Real): void => {
      const [a, b] = [one.enclose(60), other.enclose(60)];
      expect(a.overlaps(b), `${a} and ${b}`).toBe(true);
    };

    it('what lies below the best tells the divergence and its estimate apart', () => {
      meet(difference(q.estimatorBest, q.kl), multiple(missed, difference(q.atomlessKl, rest.kl)));
      meet(difference(q.gap, q.bestAtomGap), multiple(missed, difference(q.atomlessKl, rest.kl)));
    });

    it('and the means of both estimators', () => {
      meet(difference(q.estimatorMean, q.kl), multiple(missed, difference(estimatorExcess(q, below), rest.kl)));
      meet(difference(betterMean(q), q.kl), multiple(missed, difference(betterEstimatorBelow(below), rest.kl)));
      const seen = Rational.ONE.sub(missed);
      const lack = sum(logOdds(below), multiple(seen.div(missed).neg(), logOf(seen)));
      for (const [mean, known] of [
        [q.estimatorMean, estimatorExcess(q, below)],
        [betterMean(q), betterEstimatorBelow(below)],
      ] as const) {
        meet(mean, difference(logOf(Rational.ONE.div(top)), multiple(missed, difference(lack, known))));
      }
    });

    it('and the win rate from its limit', () => {
      const one = rationalReal(Rational.ONE);
      const half = rationalReal(top.div(Rational.of(2)));
      const lost = sum(half, multiple(share, difference(one, rest.winRate)));
      meet(difference(one, q.winRate), sum(half, multiple(missed, lost)));
    });
  },
);
