/** How the code of a claim ended or blocked its thread. */
export type Stop = 'stalled' | 'ended' | 'failed';

/** The owner of the code: a claim of a known id, or a file. */
export type Whose = { readonly claim: string } | { readonly file: string };

/** The code of a claim did not return, so there is no result. */
export class ClaimStopped extends Error {
  override name = 'ClaimStopped';
  readonly whose: Whose;
  readonly how: Stop;

  constructor(whose: Whose, how: Stop, message: string) {
    super(`${'claim' in whose ? `claim ${whose.claim}` : `${whose.file}: the code of the claim`} ${message}`);
    this.whose = whose;
    this.how = how;
  }
}

export function stalled(whose: Whose, seconds: number): ClaimStopped {
  // For a file, the code that runs on loading may be the cause too.
  const how = 'claim' in whose ? `spent more than ${seconds} s on one instance` : `did not finish within ${seconds} s`;
  return new ClaimStopped(whose, 'stalled', `${how} and was stopped`);
}

/** @param code the exit code that the thread ended with */
export function ended(whose: Whose, code: number): ClaimStopped {
  return new ClaimStopped(whose, 'ended', `ended its thread with code ${code}; a claim must not call process.exit`);
}

export function failed(whose: Whose, message: string): ClaimStopped {
  return new ClaimStopped(whose, 'failed', `threw: ${message}`);
}
