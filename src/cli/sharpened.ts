import type { Typed } from '../conjectures/typed.ts';
import { type Heartbeat, tick } from '../run/heartbeat.ts';
import type { ConstantExtent, Found } from '../search/constant/find.ts';

/** One part of a search for a constant: at one n, or at all n where it is null. */
export interface SharpenInput {
  readonly typed: Typed;
  readonly unknown: string;
  readonly n: number | null;
  readonly extent: ConstantExtent;
  readonly seed: number;
  /** Time for this part; null for no limit. */
  readonly seconds: number | null;
}

/** Does one part, counting its instances. The language is loaded only where something was typed. @throws InputError as `constantIn`. */
export async function sharpened(
  { typed, unknown, n, extent, seed, seconds }: SharpenInput,
  beat: Heartbeat,
): Promise<Found> {
  const { constantIn } = await import('../conjectures/constant.ts');
  const { findConstant } = await import('../search/constant/find.ts');
  const deadline = seconds === null ? Number.POSITIVE_INFINITY : performance.now() + seconds * 1000;
  return findConstant(constantIn(typed, unknown), n, extent, seed, () => {
    tick(beat);
    return performance.now() > deadline;
  });
}
