import type { ComputeOptions } from './computed.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { inThread } from './in-thread.ts';

/** `bonafide compute`: the quantities of one policy and one n, certified. */
export async function compute(options: ComputeOptions, context: Context): Promise<ExitCode> {
  context.console.out(await inThread('compute', options, context));
  return EXIT.ok;
}
