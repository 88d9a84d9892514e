import { idOf } from '../conjectures/conjecture.ts';
import { constantIn } from '../conjectures/constant.ts';
import type { Typed } from '../conjectures/typed.ts';
import { constantReport } from '../judge/constant.ts';
import { InputError } from '../policy/errors.ts';
import { constantText } from '../report/constant-text.ts';
import { constantExtent } from '../search/constant/extent.ts';
import type { Found } from '../search/constant/find.ts';
import { partsOf } from '../search/constant/parts.ts';
import type { Selection } from '../selection/families.ts';
import { CANONICAL } from './canonical.ts';
import type { Context } from './context.ts';
import { EXIT_OF, type ExitCode } from './exit-code.ts';
import { inThread } from './in-thread.ts';
import { quietProgress } from './progress.ts';
import type { SharpenInput } from './sharpened.ts';

export interface SharpenOptions {
  readonly for?: string;
  readonly unknown: string;
  readonly selection?: Selection;
  readonly full?: boolean;
  readonly runs?: number;
  readonly time?: number;
  readonly seed?: number;
  readonly workers: number;
  readonly json?: boolean;
}

/** `bonafide sharpen 'gap <= C * S2'`: the least or greatest constant that survives all policies that are looked at. */
export async function sharpen(
  formula: string | undefined,
  options: SharpenOptions,
  context: Context,
): Promise<ExitCode> {
  if (formula === undefined) throw new InputError("give a comparison with a constant, such as 'gap <= C * S2'");
  const { for: given, unknown, selection = 'best-of-n', seed = CANONICAL.seed } = options;
  const text = formula.normalize('NFC');
  const typed: Typed = { id: idOf(formula), text, for: given?.normalize('NFC') ?? null, selection };
  const question = constantIn(typed, unknown);
  const parts = partsOf(question.domain);
  const extent = constantExtent(options.full === true, options.runs, parts.length);
  const seconds = options.time === undefined ? null : (options.time * options.workers) / parts.length;
  const inputs = parts.map((n): SharpenInput => ({ typed, unknown, n, extent, seed, seconds }));
  const report = constantReport(question, await search(inputs, options.workers, context), seed);
  context.console.out(options.json ? JSON.stringify(report, null, 2) : constantText(report));
  return EXIT_OF[report.status];
}

/** Does the parts on threads, some at a time. Their order in the result does not depend on the number of threads. */
async function search(inputs: readonly SharpenInput[], workers: number, context: Context): Promise<Found[]> {
  const found: Found[] = [];
  const waiting = [...inputs.entries()];
  const bars = quietProgress(context.console, { parts: inputs.length });
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [place, input] = next;
      const name = `n = ${input.n ?? 'any'}`;
      found[place] = await inThread('sharpen', input, context, null, (instances) => bars.update(name, instances));
      bars.finish(name, '');
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(workers, inputs.length) }, work));
  } finally {
    bars.stop();
  }
  return found;
}
