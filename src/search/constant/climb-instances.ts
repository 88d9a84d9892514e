import type { ConstantQuestion } from '../../conjectures/constant.ts';
import { generate } from '../generate.ts';
import { neighbour } from '../moves.ts';
import type { Random } from '../random.ts';
import type { Extremes, Forcing, Side } from './extremes.ts';

/** Policies of hundreds of outcomes cost too much for so many evaluations. */
const LIMITS = { noManyAtoms: true, digits: 13 };
/** Evaluations of one climb. */
const STEPS = 100;
/** Best instances of more atoms are not climbed from. */
const MAX_ATOMS = 60;

/**
 * Hill climbing of one side's ratio by small changes of weights, atoms and n. Every second climb starts from the most demanding instance so far.
 * Everything it meets is told to `extremes`.
 */
export function climbInstances(
  question: ConstantQuestion,
  side: Side,
  extremes: Extremes,
  random: Random,
  evaluations: number,
  shouldStop: () => boolean,
): void {
  const { domain } = question;
  for (let done = 0; done < evaluations; ) {
    let here: Forcing | null = Math.floor(done / STEPS) % 2 === 0 ? extremes.get(side) : null;
    if (here && here.instance.weights.length > MAX_ATOMS) here = null;
    for (let step = 0; step < STEPS && done < evaluations; step += 1, done += 1) {
      if (shouldStop()) return;
      const there = extremes.look(here ? neighbour(random, here.instance) : generate(random, domain, LIMITS));
      if (there && 'bound' in there && there.bound.kind === side && (!here || isAtLeast(there, here))) here = there;
    }
  }
}

function isAtLeast({ bound: one }: Forcing, { bound: other }: Forcing): boolean {
  return one.kind === 'at least' ? one.near.hi >= other.near.hi : one.near.hi <= other.near.hi;
}
