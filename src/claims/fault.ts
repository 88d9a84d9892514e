import type { InstanceJson } from './instance-schema.ts';

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
