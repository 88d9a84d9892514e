import { bitLength } from '../arithmetic/bigint.ts';
import type { Domain } from '../claims/claim.ts';
import { hasTies, type Instance, untied } from '../claims/instance.ts';
import { times } from './families.ts';
import { inHundred, pick, type Random } from './random.ts';

/** Real numbers of draws are multiples of this in searches … */
const FINE_STEP = 1 / 64;
/** … and of this where they are enumerated. */
export const COARSE_STEP = 1 / 8;

/** An atom of mass p at the bottom adds p^n to the gap: so few draws keep that within reach of escalation. */
const MIXED_DRAWS = 24;

/** Gives an ordinary instance what a domain asks for beyond least numbers of atoms and draws. */
export function adapt(random: Random, instance: Instance, domain: Domain): Instance {
  let adapted = domain.small ? small(instance, domain) : instance;
  if (domain.mostDraws !== undefined || domain.realDraws)
    adapted = { ...adapted, n: someDraws(random, adapted.n, domain) };
  if (domain.atomless) {
    adapted = { ...untied(adapted.weights, adapted.n), stretches: adapted.weights.map((_, index) => index) };
  } else if (domain.stretches && !hasTies(adapted)) {
    adapted = {
      ...adapted,
      n: Math.min(adapted.n, Math.max(domain.draws, MIXED_DRAWS)),
      stretches: someStretches(random, adapted),
    };
  }
  if (domain.other) adapted = { ...adapted, other: otherWeights(random, adapted.weights) };
  return adapted;
}

function someDraws(random: Random, n: number, { draws, mostDraws = n, realDraws }: Domain): number {
  const [least, most] = [Math.ceil(draws), Math.floor(mostDraws)];
  const hasIntegers = least <= most;
  const whole = n <= mostDraws ? n : hasIntegers ? random.integer(least, most) : draws;
  if (!realDraws || (hasIntegers && inHundred(random, 10))) return whole;
  const from = Math.max(draws, Math.min(whole, mostDraws - 1));
  const steps = Math.floor((Math.min(mostDraws, from + 1) - from) / FINE_STEP);
  return from + random.integer(0, steps) * FINE_STEP;
}

const SMALL_WEIGHT = 1000n;
const SMALL_ATOMS = 10;
const SMALL_BITS = 3000;
const SMALL_BITS_OF_STRETCHES = 2000;

/** An instance whose exact forms are cheap: few atoms, light weights, and n no larger than that allows. */
function small({ weights, ranks, n }: Instance, { draws, ties, atomless }: Domain): Instance {
  const few = weights
    .slice(0, SMALL_ATOMS)
    .map((weight) => (weight <= SMALL_WEIGHT ? weight : 1n + (weight % SMALL_WEIGHT)));
  const total = few.reduce((sum, weight) => sum + weight, 0n);
  const bits = atomless ? SMALL_BITS_OF_STRETCHES : SMALL_BITS;
  const most = Math.max(draws, Math.floor(bits / (few.length * bitLength(total))));
  const kept = ranks.slice(0, SMALL_ATOMS);
  // The ties may have been among those that are left out.
  if (ties && kept.at(-1) === kept.length - 1) kept[kept.length - 1] = kept.length - 2;
  return { weights: few, ranks: kept, n: Math.min(n, most) };
}

/** One stretch or several, in increasing order. */
function someStretches(random: Random, { weights }: Instance): number[] {
  const share = random.integer(10, 90);
  const chosen = weights.flatMap((_, index) => (inHundred(random, share) ? [index] : []));
  return chosen.length > 0 ? chosen : [random.integer(0, weights.length - 1)];
}

type Kind = 'near' | 'anything' | 'rising' | 'few';

const KINDS: readonly (readonly [number, Kind])[] = [
  [30, 'anything'],
  [25, 'near'],
  [25, 'rising'],
  [20, 'few'],
];

/** Another policy on the same outcomes: anything, near the first, tilted towards high rewards, or on few of the outcomes. */
function otherWeights(random: Random, weights: readonly bigint[]): bigint[] {
  const kind = pick(random, KINDS);
  const tilt = BigInt(random.integer(1, 3));
  const other = times(weights.length, (index): bigint => {
    const weight = weights[index] as bigint;
    if (kind === 'near') return 8n * weight + random.bigint(0n, weight);
    if (kind === 'rising') return weight * BigInt(index + 1) ** tilt;
    if (kind === 'few') return inHundred(random, 25) ? random.bigint(1n, 99n) : 0n;
    return random.bigint(0n, 1000n);
  });
  if (!other.some((weight) => weight > 0n)) other[random.integer(0, other.length - 1)] = 1n;
  return other;
}
