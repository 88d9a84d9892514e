import { bounds } from './bounds.ts';
import { bregman } from './bregman.ts';
import { compute } from './compute.ts';
import { divergences } from './divergences.ts';
import { draws } from './draws.ts';
import { estimator } from './estimator.ts';
import { estimatorTies } from './estimator-ties.ts';
import { estimatorsMonotone } from './estimators-monotone.ts';
import { examples } from './examples.ts';
import { gap } from './gap.ts';
import { gapTwo } from './gap-two.ts';
import { improved } from './improved.ts';
import { kl } from './kl.ts';
import { law } from './law.ts';
import { limits } from './limits.ts';
import { localGap } from './local-gap.ts';
import { mixedKl } from './mixed.ts';
import { monotone } from './monotone.ts';
import { rewind } from './rewind.ts';
import { sharp } from './sharp.ts';
import { ties } from './ties.ts';
import { tiesDivergences } from './ties-divergences.ts';
import { tiesShares } from './ties-shares.ts';
import { tilt } from './tilt.ts';
import { topRatioLaws } from './top-ratio.ts';
import type { Translation } from './translation.ts';
import { variance } from './variance.ts';
import { winRate } from './win-rate.ts';

/** Every theorem of the manifest, in its order, file by file. */
export const translations: readonly Translation[] = [
  ...[bounds, law, localGap, kl, winRate, estimator, improved, gap, gapTwo, mixedKl, monotone, rewind],
  ...[draws, ties, divergences, tilt, sharp, limits, compute, examples],
  ...[topRatioLaws, variance, tiesShares, tiesDivergences, estimatorTies, estimatorsMonotone, bregman],
].flat();
