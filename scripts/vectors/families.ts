/** Instances of the kinds in papers and tutorials: uniform, small, binary, geometric, a rare best outcome, many outcomes. */

import type { Problem } from './problem.ts';
import { at, draws, list, type Regime, ten } from './problems.ts';

function uniform(): Problem[] {
  const ones = (size: number): bigint[] => list(size, () => 1n);
  return [
    ...[2, 3, 4, 5, 7, 10].flatMap((size) => at([2, 3, 4, 5, 8, 16, 64, 256, 1000], `uniform K=${size}`, ones(size))),
    ...at([2, 16, 50, 250], 'uniform K=50', ones(50)),
    ...at([2, 100, 500], 'uniform K=100', ones(100)),
    ...at([3, 300, 1500], 'uniform K=300', ones(300)),
  ];
}

/** All weights of total 3, 4 and 5 except the uniform ones. */
function small(): Problem[] {
  const sums = (total: number): number[][] =>
    total === 0 ? [[]] : list(total, (less) => sums(less).map((rest) => [total - less, ...rest])).flat();
  const uneven = [3, 4, 5].flatMap(sums).filter((weights) => weights.some((weight) => weight !== weights[0]));
  return uneven.flatMap((weights) => at([2, 3, 4], `weights ${weights}`, weights));
}

function binary(): Problem[] {
  const pairs = [
    [1, 3],
    [3, 1],
    [1, 9],
    [9, 1],
    [2, 5],
    [1, 99],
    [99, 1],
    [1, 999],
    [999, 1],
  ];
  return pairs.flatMap((pair) => at([2, 3, 10, 100, 1000], `worse against better ${pair.join(':')}`, pair));
}

function geometric(): Problem[] {
  return [
    [2, 5, [2, 4, 16, 100]],
    [2, 10, [2, 4, 16, 100]],
    [2, 20, [2, 4, 16, 100]],
    [2, 50, [2, 16, 1000]],
    [3, 8, [3, 33]],
    [10, 10, [2, 1000]],
  ].flatMap(([ratio, size, ns]) => {
    const rising = list(size as number, (place) => BigInt(ratio as number) ** BigInt(place));
    return [
      ...at(ns as number[], `powers of ${ratio} rising, K=${size}`, rising),
      ...at(ns as number[], `powers of ${ratio} falling, K=${size}`, rising.toReversed()),
    ];
  });
}

/** Three common outcomes and one or two rare ones of the stated mass, with n below, at and above the inverse of that mass. */
function rareBest(): Problem[] {
  const bulk = (size: bigint): bigint[] => [5n * (size / 10n), 3n * (size / 10n), 2n * (size / 10n) - 1n];
  return [
    ...at([2, 10, 100, 1000], 'best 10^-2', [...bulk(ten(2)), 1n]),
    ...at([2, 10, 1000, 10_000, 100_000], 'best 10^-4', [...bulk(ten(4)), 1n]),
    ...at([2, 1000, 100_000, 1_000_000, 10_000_000], 'best 10^-6', [...bulk(ten(6)), 1n]),
    ...at([2, 16, 1000, 1_000_000, 1_000_000_000], 'best 10^-9', [...bulk(ten(9)), 1n]),
    ...at([2, 16, 1000, 1_000_000, 1_000_000_000], 'best 10^-12', [...bulk(ten(12)), 1n]),
    ...at([2, 10, 100, 1000, 10_000, 100_000], 'steps 10^-2, 10^-4', [4000, 3000, 2899, 100, 1]),
    ...at([2, 30, 1000, 30_000, 1_000_000], 'steps 10^-3, 10^-6', [ten(6) - 1001n, 1000n, 1n]),
    ...at([2, 100, 10_000], 'rare worst and rare best 10^-4', [1n, ten(4) - 2n, 1n]),
  ];
}

function many(): Problem[] {
  const of = (size: number, max: bigint): bigint[] => {
    const random = draws(`many ${size} ${max}`);
    return list(size, () => random.bigint(max));
  };
  return [
    ...at([2, 4, 64, 1000], 'random weights up to 9, K=60', of(60, 9n)),
    ...at([2, 16, 512], 'random weights up to 10^6, K=100', of(100, ten(6))),
    ...at([3, 1000], 'random weights up to 10^20, K=200', of(200, ten(20))),
    ...at([2, 3, 4], 'random weights up to 4, K=300', of(300, 4n)),
  ];
}

export function families(): Regime[] {
  return [
    {
      regime: 'uniform',
      catches: 'The formula taken for the KL; the KL of a finite policy stays below log K however large n is.',
      problems: uniform(),
    },
    {
      regime: 'small',
      catches: 'Indices off by one, rewards in the wrong order, n - 1 for n, logarithms of another base.',
      problems: small(),
    },
    { regime: 'binary', catches: 'Worst and best exchanged; 0 log 0; entropy for divergence.', problems: binary() },
    {
      regime: 'geometric',
      catches: 'Cumulative sums in doubles, which lose small masses beside large ones; order of the rewards.',
      problems: geometric(),
    },
    {
      regime: 'rare-best',
      catches: '1 - (1 - eps)^n worked out as it stands; the best outcome taken for never or for surely drawn.',
      problems: rareBest(),
    },
    {
      regime: 'many-outcomes',
      catches: 'Errors that add up over outcomes; the gap as a difference of nearly equal numbers.',
      problems: many(),
    },
  ];
}
