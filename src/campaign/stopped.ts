/** How a claim's code ended the thread that it ran in, or kept it from going on. */
export type Stop = 'stalled' | 'ended' | 'failed';

/** A claim whose code did not come back: what it was asked has no answer. */
export class ClaimStopped extends Error {
  override name = 'ClaimStopped';
  readonly claim: string;
  readonly how: Stop;

  constructor(claim: string, how: Stop, message: string) {
    super(message);
    this.claim = claim;
    this.how = how;
  }
}

export function stalled(claim: string, seconds: number): ClaimStopped {
  return new ClaimStopped(claim, 'stalled', `spent more than ${seconds} s on one instance and was ended`);
}

/** @param code the exit code that the thread ended with */
export function ended(claim: string, code: number): ClaimStopped {
  return new ClaimStopped(claim, 'ended', `ended its thread with code ${code}; a claim must not call process.exit`);
}

export function failed(claim: string, message: string): ClaimStopped {
  return new ClaimStopped(claim, 'failed', message);
}
