import type { Source } from '../source.ts';
import { claim as bestBaseline } from './best-baseline.ts';
import { claim as bestChallenger } from './best-challenger.ts';
import { claim as bestWorstKl } from './best-worst-kl.ts';
import { claim as bestWorstVariation } from './best-worst-variation.ts';
import { claim as coverageWin } from './coverage-win.ts';
import { claim as hartleyDavid } from './hartley-david.ts';
import { claim as jeffreys } from './jeffreys.ts';
import { claim as klBetweenDraws } from './kl-between-draws.ts';
import { claim as noRepeat } from './no-repeat.ts';
import { claim as orderFreeGap } from './order-free-gap.ts';
import { claim as oscillation } from './oscillation.ts';
import { claim as plugInBelow } from './plug-in-below.ts';
import { claim as renyiCompression } from './renyi-compression.ts';
import { claim as winRateBetween } from './win-rate-between.ts';
import { claim as winRateSixth } from './win-rate-sixth.ts';

/** Statements that compare best-of-n with other selections and other laws. */
export const selections: Source = {
  citation: 'this project and older results, docs/theory-selections.md',
  page: 'docs/theory-selections.md',
  claims: [
    klBetweenDraws,
    winRateBetween,
    bestWorstKl,
    bestWorstVariation,
    jeffreys,
    winRateSixth,
    hartleyDavid,
    plugInBelow,
    oscillation,
    orderFreeGap,
    renyiCompression,
    bestChallenger,
    bestBaseline,
    coverageWin,
    noRepeat,
  ],
};
