import type { Domain } from '../claims/domain.ts';
import type { Instance } from '../claims/instance.ts';
import { times, upTo } from './families.ts';
import type { Random } from './random.ts';
import { leastOfMany } from './some-draws.ts';

/** Lets neighbours tie at random, keeping at least the domain's number of levels. */
export function tie(random: Random, instance: Instance, domain: Domain): Instance {
  const last = instance.weights.length - 1;
  const spare = Math.max(0, last + 1 - Math.max(domain.ties ? 1 : 2, domain.atoms));
  const joined = new Set(Array.from({ length: Math.min(spare, random.integer(1, 4)) }, () => random.integer(1, last)));
  let level = -1;
  const ranks = instance.weights.map((_, index) => {
    if (!joined.has(index)) level += 1;
    return level;
  });
  return { ...instance, ranks };
}

/** Dozens of outcomes that tie, and as few others as the domain requires (or one), at the bottom or at the top. */
export function manyTiedOutcomes(random: Random, domain: Domain): Instance {
  const weights = times(Math.max(random.integer(20, 60), domain.atoms + 1), () => upTo(random, 3));
  const apart = Math.max(domain.atoms - 1, random.integer(0, 1));
  const fromBottom = random.integer(0, apart);
  const lastLevel = weights.length - 1 - (apart - fromBottom);
  const ranks = weights.map((_, i) => Math.min(i, fromBottom) + Math.max(0, i - lastLevel));
  return { weights, ranks, n: leastOfMany(domain) + random.integer(0, 1) };
}
