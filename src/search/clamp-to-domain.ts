import type { Domain } from '../claims/domain.ts';
import { hasTies, type Instance, quantitiesOf, untied } from '../claims/instance.ts';
import { MAX_DRAWS } from '../policy/draws.ts';
import { times } from './families.ts';
import { inHundred, pick, type Random } from './random.ts';
import { small } from './small.ts';

/** Searches use real n that are multiples of this. */
const FINE_STEP = 1 / 64;
/** Enumerations use real n that are multiples of this. */
export const COARSE_STEP = 1 / 8;

/** Most draws with continuous parts. An atom of mass p at the bottom adds p^n to the gap; for so few draws, escalation resolves p^n. */
const MIXED_DRAWS = 24;

/** Adapts an ordinary instance to what a domain requires beyond least numbers of atoms and draws. */
export function clampToDomain(random: Random, instance: Instance, domain: Domain): Instance {
  let adapted = domain.exactForms ? small(instance, domain) : instance;
  if (domain.maxDraws !== undefined || domain.realDraws)
    adapted = { ...adapted, n: drawsWithin(random, adapted.n, domain) };
  if (domain.atomless) {
    adapted = { ...untied(adapted.weights, adapted.n), continuousParts: adapted.weights.map((_, index) => index) };
  } else if (domain.continuousParts && !hasTies(adapted)) {
    const mixed = {
      ...adapted,
      n: Math.min(adapted.n, Math.max(Math.ceil(domain.draws), MIXED_DRAWS)),
      continuousParts: someContinuousParts(random, adapted),
    };
    if (!domain.exactForms || quantitiesOf(mixed).hasExactForms) adapted = mixed;
  }
  if (domain.auxiliary) adapted = { ...adapted, auxiliary: auxiliaryWeights(random, adapted.weights) };
  return domain.selection ? { ...adapted, selection: domain.selection } : adapted;
}

function drawsWithin(random: Random, n: number, { draws, maxDraws = Math.max(draws, n), realDraws }: Domain): number {
  const [least, most] = [Math.ceil(draws), Math.floor(maxDraws)];
  const hasIntegers = least <= most;
  const whole = n <= maxDraws ? n : hasIntegers ? random.integer(least, most) : draws;
  if (!realDraws || (hasIntegers && inHundred(random, 10))) return whole;
  const from = Math.max(draws, Math.min(whole, maxDraws - 1));
  const steps = Math.floor((Math.min(maxDraws, MAX_DRAWS, from + 1) - from) / FINE_STEP);
  return from + random.integer(0, steps) * FINE_STEP;
}

/** One continuous part or several, in increasing order. */
function someContinuousParts(random: Random, { weights }: Instance): number[] {
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

/** A second policy on the same outcomes: arbitrary, near the first, tilted towards high rewards, or supported on few of the outcomes. */
function auxiliaryWeights(random: Random, weights: readonly bigint[]): bigint[] {
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
