import { bounds } from './bounds.ts';
import { estimator } from './estimator.ts';
import { gap } from './gap.ts';
import { gapTwo } from './gap-two.ts';
import { improved } from './improved.ts';
import { kl } from './kl.ts';
import { law } from './law.ts';
import { localGap } from './local-gap.ts';
import type { Translation } from './translation.ts';
import { winRate } from './win-rate.ts';

/** Every theorem of the manifest, in its order, file by file. */
export const translations: readonly Translation[] = [
  ...bounds,
  ...law,
  ...localGap,
  ...kl,
  ...winRate,
  ...estimator,
  ...improved,
  ...gap,
  ...gapTwo,
];
