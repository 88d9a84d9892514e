import type { ComputeOptions } from './computed.ts';
import type { Console } from './console.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { inThread } from './in-thread.ts';

/** `bonafide compute`: the quantities of one policy and one n, certified. */
export async function compute(options: ComputeOptions, console: Console, signal: AbortSignal): Promise<ExitCode> {
  console.out(await inThread('compute', options, signal));
  return EXIT.ok;
}
