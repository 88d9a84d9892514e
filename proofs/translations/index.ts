import { bounds } from './bounds.ts';
import { compute } from './compute.ts';
import { counterexamples } from './counterexamples.ts';
import { cubic } from './cubic.ts';
import { curve } from './curve.ts';
import { divergences } from './divergences.ts';
import { draws } from './draws.ts';
import { estimator } from './estimator.ts';
import { examples } from './examples.ts';
import { falsehoods } from './falsehoods.ts';
import { gap } from './gap.ts';
import { gapTwo } from './gap-two.ts';
import { identities } from './identities.ts';
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
import { tilt } from './tilt.ts';
import type { Translation } from './translation.ts';
import { winRate } from './win-rate.ts';

/** Every theorem of the manifest, in its order, file by file. */
export const translations: readonly Translation[] = [
  ...[bounds, law, localGap, kl, winRate, estimator, improved, gap, gapTwo, mixedKl, monotone, rewind],
  ...[draws, ties, divergences, tilt, sharp, limits, compute],
  ...[curve, cubic, identities, falsehoods, counterexamples, examples],
].flat();
