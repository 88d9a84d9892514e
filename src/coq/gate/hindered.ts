import { reason } from '../../io/reason.ts';

/** The machine prevented a check, as a full disk does. That says nothing about the proofs. */
export class Hindered extends Error {
  override name = 'Hindered';

  constructor(why: string) {
    super(`nothing was checked: ${why}`);
  }
}

/** What coqc, jscoq and their systems print when a disk is full. */
const FULL = /No space left on device|Disk quota exceeded|\bENOSPC\b|\bEDQUOT\b/i;

/** @throws Hindered where a checker failed because the disk was full. */
export function refuseFullDisk(said: readonly string[]): void {
  const complaint = said.find((line) => FULL.test(line));
  if (complaint !== undefined) throw new Hindered(`the disk is full: ${complaint.slice(0, 300)}`);
}

/** Converts an error of the file system to Hindered; returns any other error as it is. */
export function hinderedBy(error: unknown, folder: string): unknown {
  if (!(error instanceof Error) || !('syscall' in error)) return error;
  return new Hindered(`cannot use ${(error as NodeJS.ErrnoException).path ?? folder}: ${reason(error)}`);
}
