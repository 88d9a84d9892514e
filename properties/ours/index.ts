import type { Source } from '../source.ts';
import { claim as atomByAtom } from './atom-by-atom.ts';
import { claim as betterEstimator } from './better-estimator.ts';
import { claim as bregmanForm } from './bregman-form.ts';
import { claim as cubicTwo } from './cubic-two.ts';
import { claim as estimatorsMonotone } from './estimators-monotone.ts';
import { claim as gapUpperHalf } from './gap-upper-half.ts';
import { claim as levelKl } from './level-kl.ts';
import { claim as likelihoodBounds } from './likelihood-bounds.ts';
import { claim as sharpCubic } from './sharp-cubic.ts';
import { claim as sharpQuadratic } from './sharp-quadratic.ts';
import { claim as superadditive } from './superadditive.ts';
import { claim as topGapShape } from './top-gap-shape.ts';
import { claim as unbiasedEstimator } from './unbiased-estimator.ts';
import { claim as unbiasedVariance } from './unbiased-variance.ts';
import { claim as winRateCubic } from './win-rate-cubic.ts';
import { claim as winRateGapReal } from './win-rate-gap-real.ts';
import { claim as winRateMonotone } from './win-rate-monotone.ts';

/** Results of this project. */
export const ours: Source = {
  citation: 'this project, docs/theory-ours.md',
  page: 'docs/theory-ours.md',
  claims: [
    sharpQuadratic,
    sharpCubic,
    cubicTwo,
    gapUpperHalf,
    winRateCubic,
    atomByAtom,
    unbiasedEstimator,
    unbiasedVariance,
    betterEstimator,
    estimatorsMonotone,
    likelihoodBounds,
    bregmanForm,
    superadditive,
    winRateMonotone,
    levelKl,
    topGapShape,
    winRateGapReal,
  ],
};
