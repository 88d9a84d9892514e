import { seeded } from '../../src/campaign/random.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/theory/best-of-n.ts';
import type { Instance, Translation } from './translation.ts';

/** Small enough for exact forms of everything. */
const MOST_ATOMS = 5;
const MOST_WEIGHT = 12;
const MOST_DRAWS = 6;

/** Instances for one theorem, the same ones each time. */
export function* instances({ theorem, range }: Translation, count: number): Generator<Instance> {
  const random = seeded(`translation/${theorem}`);
  for (let made = 0; made < count; made += 1) {
    const atoms = random.integer(range.atoms ?? 1, MOST_ATOMS);
    const weights = Array.from({ length: atoms }, () => BigInt(random.integer(1, MOST_WEIGHT)));
    const ranks = [0];
    while (ranks.length < atoms) ranks.push((ranks.at(-1) ?? 0) + random.integer(0, 1));
    const n = random.integer(range.draws ?? 1, MOST_DRAWS);
    yield {
      q: new BestOfN(FinitePolicy.fromWeights(weights), n),
      tied: FinitePolicy.fromRanked(weights, ranks),
      random,
    };
  }
}
