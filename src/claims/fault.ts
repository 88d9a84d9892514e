import type { Evaluation } from '../quantities/evaluation.ts';
import type { Claim } from './claim.ts';
import { type Instance, instanceToJson } from './instance.ts';
import { type InstanceJson, OTHER_SELECTIONS } from './instance-schema.ts';

/** The code of a claim threw on an instance. This is an error in the claim's code. */
export class ClaimFault extends Error {
  override name = 'ClaimFault';
  readonly claim: string;
  readonly instance: InstanceJson;

  constructor(claim: string, instance: InstanceJson, message: string) {
    super(message);
    this.claim = claim;
    this.instance = instance;
  }
}

/** Runs work that calls a claim's code. @throws ClaimFault naming claim and instance where the work throws. */
export function attributed<T>(claim: Claim, quantities: Evaluation, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ClaimFault) throw error;
    throw new ClaimFault(claim.id, instanceToJson(instanceOf(quantities)), messageOf(error));
  }
}

/** The instance of given quantities. Loading it gives the same quantities again. */
export function instanceOf({ policy, rule, n, auxiliary }: Evaluation): Instance {
  const selection = OTHER_SELECTIONS.find((name) => name === rule.selection);
  const { weights, ranks, ties } = policy;
  // Under random ties a policy numbers its continuous parts by level; an instance numbers them by outcome.
  const continuousParts = [...policy.continuousParts].map((atom) => (ties === 'level' ? ranks.indexOf(atom) : atom));
  return {
    weights,
    ranks,
    n,
    ...(ties === 'order' && policy.hasTies && { ties }),
    ...(continuousParts.length > 0 && { continuousParts }),
    ...(auxiliary.length > 0 && { auxiliary }),
    ...(selection && { selection }),
  };
}

const LONGEST_MESSAGE = 300;

/** The message of a thrown value, as one line of bounded length. The value may be anything, even an object that cannot be printed. */
export function messageOf(error: unknown): string {
  const line = textOf(error).replace(/\s+/g, ' ').trim();
  if (line === '') return 'it threw an error without a message';
  return line.length > LONGEST_MESSAGE ? `${line.slice(0, LONGEST_MESSAGE)}…` : line;
}

function textOf(error: unknown): string {
  try {
    return String(error instanceof Error ? error.message : error);
  } catch {
    return '';
  }
}
