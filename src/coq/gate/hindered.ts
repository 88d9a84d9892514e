import { reason } from '../../io/reason.ts';

/** The machine kept a check from being made, as a full disk does: that says nothing about the proofs. */
export class Hindered extends Error {
  override name = 'Hindered';

  constructor(why: string) {
    super(`nothing was checked: ${why}`);
  }
}

/** What coqc, jscoq and their systems print of a disk that takes no more. */
const FULL = /No space left on device|Disk quota exceeded|\bENOSPC\b|\bEDQUOT\b/i;

/** @throws Hindered where a checker that failed had no place to write to. */
export function refuseFullDisk(said: readonly string[]): void {
  const complaint = said.find((line) => FULL.test(line));
  if (complaint !== undefined) throw new Hindered(`the disk is full: ${complaint.slice(0, 300)}`);
}

/** What the file system refused, as Hindered; any other error as it is. */
export function hinderedBy(error: unknown, folder: string): unknown {
  if (!(error instanceof Error) || !('syscall' in error)) return error;
  return new Hindered(`cannot use ${(error as NodeJS.ErrnoException).path ?? folder}: ${reason(error)}`);
}
