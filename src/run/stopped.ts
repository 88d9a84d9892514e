/** How the code of a claim ended or blocked its thread. */
export const STOPS = ['stalled', 'ended', 'failed', 'memory'] as const;

export type Stop = (typeof STOPS)[number];

/** The owner of the code: a claim of a known id, or a file. */
export type Whose = { readonly claim: string } | { readonly file: string };

/** The code of a claim did not return, so there is no result. */
export class ClaimStopped extends Error {
  override name = 'ClaimStopped';
  readonly whose: Whose;
  readonly how: Stop;
  /** What it did, as the predicate of a sentence. */
  readonly what: string;

  constructor(whose: Whose, how: Stop, what: string) {
    super(`${'claim' in whose ? `claim ${whose.claim}` : `${whose.file}: the code of the claim`} ${what}`);
    this.whose = whose;
    this.how = how;
    this.what = what;
  }
}

export function stalled(whose: Whose, seconds: number): ClaimStopped {
  // For a file, the code that runs on loading may be the cause too.
  const how = 'claim' in whose ? `spent more than ${seconds} s on one instance` : `did not finish within ${seconds} s`;
  return new ClaimStopped(whose, 'stalled', `${how} and was stopped`);
}

/** The thread did not come to the first instance. */
export function notBegun(whose: Whose, seconds: number): ClaimStopped {
  return new ClaimStopped(whose, 'stalled', `was not loaded within ${seconds} s and was stopped`);
}

/** @param code the exit code that the thread ended with */
export function ended(whose: Whose, code: number): ClaimStopped {
  return new ClaimStopped(whose, 'ended', `ended its thread with code ${code}; a claim must not call process.exit`);
}

/** @param error what ended the thread, beside the answer to its task */
export function failed(whose: Whose, error: Error): ClaimStopped {
  if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY')
    return new ClaimStopped(whose, 'memory', OUT_OF_MEMORY);
  return new ClaimStopped(whose, 'failed', `threw: ${error.message}`);
}

const OUT_OF_MEMORY =
  'needed more memory than its thread has and was stopped; NODE_OPTIONS=--max-old-space-size=MB sets how much that is';
