/** Instances beyond the reach of doubles: huge weights, tiny masses, huge n, ties, the edges of the definitions. */

import type { Problem } from './problem.ts';
import { at, type Draws, draws, list, type Regime, ten, tied, two } from './problems.ts';

function hugeWeights(): Problem[] {
  const coprime = (size: number): bigint[] => {
    const random = draws(`coprime ${size}`);
    return list(size, () => ten(29) + random.bigint(9n * ten(29) - 1n));
  };
  const beside = (place: number): bigint[] => list(5, (other) => (other === place ? ten(30) : BigInt(other + 1)));
  return [
    ...at([2, 10, 1000], '2^53, 2^53+1', [two(53), two(53) + 1n]),
    ...at([2, 10, 1000], '2^53+1, 1, 2^53-1', [two(53) + 1n, 1n, two(53) - 1n]),
    ...at([2, 10, 1000], '2^106+1, 2^53+1, 1', [two(106) + 1n, two(53) + 1n, 1n]),
    ...at([2, 10, 1000], '1, 2^53+1, 2^106+1', [1n, two(53) + 1n, two(106) + 1n]),
    ...at([2, 100], '2^107-1, 2^107+1', [two(107) - 1n, two(107) + 1n]),
    ...at([2, 100], '2^200+1, 3^120, 5^80', [two(200) + 1n, 3n ** 120n, 5n ** 80n]),
    ...[2, 3, 5, 8, 12].flatMap((size) => at([2, 5, 50, 1000], `30 digits, K=${size}`, coprime(size))),
    ...[0, 2, 4].flatMap((place) => at([2, 3, 64, 1000], `10^30 at place ${place + 1} of 5`, beside(place))),
  ];
}

function tinyMasses(): Problem[] {
  const places: [string, (size: bigint) => bigint[]][] = [
    ['worst', (size) => [1n, size]],
    ['middle', (size) => [size, 1n, size]],
    ['best', (size) => [size, 1n]],
  ];
  return [
    ...places.flatMap(([place, weights]) =>
      [6, 9, 16, 24, 30].flatMap((e) => at([2, 10, 1000], `${place} about 10^-${e}`, weights(ten(e)))),
    ),
    ...at([2], 'best about 10^-300', [ten(300), 1n]),
    ...at([1000], 'worst about 10^-300', [1n, ten(300)]),
    ...at([3], 'middle about 10^-300', [ten(300), 1n, ten(300)]),
  ];
}

function hugeDraws(): Problem[] {
  const ns = [1_000_000, 1_000_000_000];
  const random = draws('huge n');
  return [
    ...at(ns, 'uniform K=2', [1, 1]),
    ...at(ns, 'uniform K=3', [1, 1, 1]),
    ...at(
      ns,
      'uniform K=9',
      list(9, () => 1),
    ),
    ...at(ns, 'weights 3,1,2', [3, 1, 2]),
    ...at(ns, 'weights 9,1', [9, 1]),
    ...at(ns, 'weights 1,8', [1, 8]),
    ...at(ns, 'worst about 10^-6', [1n, ten(6)]),
    ...at(ns, 'two outcomes, best 10^-6', [ten(6) - 1n, 1n]),
    ...at(ns, 'middle 10^-6', [ten(6) / 2n, 1n, ten(6) / 2n - 1n]),
    ...at(ns, 'two outcomes, best 10^-9', [ten(9) - 1n, 1n]),
    ...at(ns, 'worst about 10^-9', [1n, ten(9)]),
    ...at(ns, 'two best of 10^-9', [ten(9) - 2n, 1n, 1n]),
    ...at(ns, 'two outcomes, best 10^-15', [ten(15) - 1n, 1n]),
    ...at(ns, 'two outcomes, best 10^-30', [ten(30) - 1n, 1n]),
    ...at(ns, 'steps 10^-3, 10^-6, 10^-9', [ten(9) - 1_001_001n, ten(6), ten(3), 1n]),
    ...at(ns, 'powers of 10 falling, K=8', [7, 6, 5, 4, 3, 2, 1, 0].map(ten)),
    ...at(
      ns,
      '30 digits, K=4',
      list(4, () => random.bigint(ten(30))),
    ),
    ...at(
      ns,
      '30 digits, K=7',
      list(7, () => random.bigint(ten(30))),
    ),
    ...at([536_870_912, 999_999_999], 'weights 2,1,1,1', [2, 1, 1, 1]),
  ];
}

function withTies(): Problem[] {
  const random = draws('ties');
  return [
    ...tied([2, 5, 1000], 'all of two', [0, 0], [1, 1]),
    ...tied([2, 3, 50], 'all of 1,3', [0, 0], [1, 3]),
    ...tied([2, 5], 'all of 1,2,3', [0, 0, 0], [1, 2, 3]),
    ...tied([2, 3, 100], 'top two of four equal', [0, 1, 2, 2], [1, 1, 1, 1]),
    ...tied([2, 10, 1000], 'top three of five', [0, 1, 2, 2, 2], [5, 3, 2, 1, 1]),
    ...tied([2, 1000, 1_000_000], 'top, common with rare', [0, 1, 1], [ten(6), ten(6), 1n]),
    ...tied([2, 4, 64], 'bottom three of four', [0, 0, 0, 1], [1, 2, 3, 4]),
    ...tied([2, 1000], 'bottom, huge under rare', [0, 0, 1], [ten(12), ten(12), 1n]),
    ...tied([2, 3, 16], 'mixed', [0, 0, 1, 2, 2, 3], [3, 1, 4, 1, 5, 9]),
    ...tied([2, 7], 'mixed, order against mass', [0, 1, 1, 2, 2], [1, 8, 1, 1, 8]),
    ...tied(
      [2, 16, 256],
      'pairs, K=20',
      list(20, (place) => Math.floor(place / 2)),
      list(20, () => 1),
    ),
    ...tied(
      [2, 20],
      'mixed, 20 digits',
      [0, 1, 1, 1, 2, 3, 3, 4, 4],
      list(9, () => random.bigint(ten(20))),
    ),
    ...tied([1], 'mixed, one draw', [0, 0, 1, 1], [1, 2, 3, 4]),
    ...tied([1_000_000_000], 'top pair, huge n', [0, 1, 1], [3, 1, 2]),
  ];
}

function edges(): Problem[] {
  const nearlyAll = [1n, ten(18), 1n];
  return [
    ...at([1, 2, 3, 10, 1000, 1_000_000, 1_000_000_000], 'one outcome', [7]),
    ...at([1], 'one draw, uniform K=2', [1, 1]),
    ...at([1], 'one draw, weights 1,2,3', [1, 2, 3]),
    ...at([1], 'one draw, best 10^-30', [ten(30), 1n]),
    ...at(
      [1],
      'one draw, K=50',
      list(50, (place) => place + 1),
    ),
    ...at([2, 5], 'a common factor, 2,4,6', [2, 4, 6]),
    ...at([2], 'a common factor of 40 digits', [ten(40), 3n * ten(40)]),
    ...at([99, 100, 101], 'n*eps about 1, eps=1/100', [50, 49, 1]),
    ...at([999_999, 1_000_000, 1_000_001], 'n*eps about 1, eps=10^-6', [ten(6) - 1n, 1n]),
    ...at([142, 143], 'n*eps about 1, eps=7/1000', [993, 7]),
    ...at([2, 1000, 1_000_000], 'F ratio 1 - 10^-15', [ten(15), 1n, 1n]),
    ...at([2, 1000, 1_000_000], 'F ratios 1 - 10^-18, all middle', nearlyAll),
    ...at([2, 1_000_000_000], 'F ratio 1 - 10^-17, between halves', [5n * ten(16), 1n, 5n * ten(16)]),
    ...at([3, 1_000_000], 'F ratios 1 - 10^-20, four in a row', [ten(20), 1n, 1n, 1n, 1n]),
    ...at([2], 'best 2^-1022, the least normal double', [two(1022) - 1n, 1n]),
    ...at([2, 1_000_000], 'best 2^-1074, the least double', [two(1074) - 1n, 1n]),
    ...at([3], 'worst 5*10^-324, about the least double', [5n, ten(324) - 5n]),
    ...at([1100], 'pi below the doubles, uniform K=2', [1, 1]),
    ...at([400, 4000], 'pi below the doubles, weights 1,3,5,7,9', [1, 3, 5, 7, 9]),
  ];
}

function anywhere(random: Draws, place: number): Problem[] {
  const size = random.integer(2, 12);
  const digits = [1, 1, 2, 3, 6, 12, 20][random.integer(0, 6)] as number;
  const weights = list(size, () => random.bigint(ten(digits)));
  const limit = [4, 16, 64, 512, 5000][random.integer(0, 4)] as number;
  return at([random.integer(2, limit)], `random ${place + 1}, K=${size}, weights up to 10^${digits}`, weights);
}

export function extremes(): Regime[] {
  const random = draws('random');
  return [
    {
      regime: 'huge-weights',
      catches: 'Weights read into doubles, which are exact only up to 2^53; cumulative sums that are rounded.',
      problems: hugeWeights(),
    },
    {
      regime: 'tiny-masses',
      catches: 'F_i^n - F_{i-1}^n and 1 - (1 - eps)^n by subtraction: in doubles 0, and then log(0).',
      problems: tinyMasses(),
    },
    {
      regime: 'huge-n',
      catches: 'Powers in doubles: F^n is off by about n units of the last place, and underflows; log of an underflow.',
      problems: hugeDraws(),
    },
    {
      regime: 'ties',
      catches: 'Ties ignored or resolved otherwise; the win rate by outcomes instead of levels.',
      problems: withTies(),
    },
    {
      regime: 'edge-cases',
      catches: 'Zeros that must be exact, n = 1, one outcome, common factors, ratios F_{i-1}/F_i that round to 1.',
      problems: edges(),
    },
    {
      regime: 'random',
      catches: 'Whatever else; K up to 12, n up to 5000, weights up to 20 digits.',
      problems: list(90, (place) => anywhere(random, place)).flat(),
    },
  ];
}
