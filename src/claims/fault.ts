import type { Evaluation } from '../quantities/evaluation.ts';
import type { Claim } from './claim.ts';
import { type Instance, instanceToJson } from './instance.ts';
import { type InstanceJson, OTHER_SELECTIONS } from './instance-schema.ts';

/** The code of a claim threw on an instance: a fault of whoever wrote the claim. */
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

/** Does work that runs a claim's code. @throws ClaimFault naming claim and instance where it throws. */
export function blaming<T>(claim: Claim, quantities: Evaluation, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ClaimFault) throw error;
    throw new ClaimFault(claim.id, instanceToJson(instanceOf(quantities)), messageOf(error));
  }
}

/** The instance that quantities are of, such that loading it gives the same quantities again. */
export function instanceOf({ policy, rule, n, other }: Evaluation): Instance {
  const selection = OTHER_SELECTIONS.find((name) => name === rule.selection);
  const { outcomes, ranks, ties } = policy;
  // Under random ties a policy's stretches are numbered by level, an instance's by outcome.
  const stretches = [...policy.stretches].map((atom) => (ties === 'level' ? ranks.indexOf(atom) : atom));
  return {
    weights: outcomes,
    ranks,
    n,
    ...(ties === 'order' && policy.hasTies && { ties }),
    ...(stretches.length > 0 && { stretches }),
    ...(other.length > 0 && { other }),
    ...(selection && { selection }),
  };
}

const LONGEST_MESSAGE = 300;

/** What was thrown, as one line of bounded length: whatever a claim throws, a number or an object that cannot be printed. */
export function messageOf(error: unknown): string {
  const line = textOf(error).replace(/\s+/g, ' ').trim();
  if (line === '') return 'it threw something without a message';
  return line.length > LONGEST_MESSAGE ? `${line.slice(0, LONGEST_MESSAGE)}…` : line;
}

function textOf(error: unknown): string {
  try {
    return String(error instanceof Error ? error.message : error);
  } catch {
    return '';
  }
}
