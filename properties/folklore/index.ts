import type { Source } from '../source.ts';
import { claim as atomMassesUnderTies } from './atom-masses-under-ties.ts';
import { claim as bestWorstSymmetric } from './best-worst-symmetric.ts';
import { claim as bonAsTilt } from './bon-as-tilt.ts';
import { claim as chiSquareEquality } from './chi-square-equality.ts';
import { claim as cubicAtTwo } from './cubic-at-two.ts';
import { claim as densityAtTop } from './density-at-top.ts';
import { claim as distinctOutcomes } from './distinct-outcomes.ts';
import { claim as entropyDecreases } from './entropy-decreases.ts';
import { claim as equality } from './equality.ts';
import { claim as estimatorAtLargest } from './estimator-at-largest.ts';
import { claim as estimatorPointwiseKl } from './estimator-pointwise-kl.ts';
import { claim as estimatorPointwiseRatio } from './estimator-pointwise-ratio.ts';
import { claim as estimatorRatio } from './estimator-ratio.ts';
import { claim as gapLowerQuadratic } from './gap-lower-quadratic.ts';
import { claim as gapUpperReal } from './gap-upper-real.ts';
import { claim as idealCurve } from './ideal-curve.ts';
import { claim as k2Unbiased } from './k2-unbiased.ts';
import { claim as klAdditiveIteration } from './kl-additive-iteration.ts';
import { claim as klBelowLogNMinusOne } from './kl-below-log-n-minus-one.ts';
import { claim as klByNAlone } from './kl-by-n-alone.ts';
import { claim as klConcave } from './kl-concave.ts';
import { claim as klLogN } from './kl-log-n.ts';
import { claim as klLogNMinus } from './kl-log-n-minus.ts';
import { claim as klLog2 } from './kl-log2.ts';
import { claim as klNearFormula } from './kl-near-formula.ts';
import { claim as plugInBestOfN } from './plug-in-best-of-n.ts';
import { claim as renyiEquality } from './renyi-equality.ts';
import { claim as stdTransport } from './std-transport.ts';
import { claim as tiesAsWins } from './ties-as-wins.ts';
import { claim as tiesNeverMatter } from './ties-never-matter.ts';
import { claim as totalVariationEquality } from './total-variation-equality.ts';
import { claim as uniformMaximisesKl } from './uniform-maximises-kl.ts';
import { claim as valueBaseline } from './value-baseline.ts';
import { claim as winRateCubicReal } from './win-rate-cubic-real.ts';
import { claim as winRateEquality } from './win-rate-equality.ts';

/** False statements: some are found in papers and code, others are near misses of true statements. */
export const folklore: Source = {
  citation: 'papers, code and near misses of true statements; each claim says where',
  page: 'docs/theory-falsehoods.md',
  claims: [
    equality,
    winRateEquality,
    klLogN,
    klLogNMinus,
    klByNAlone,
    klLog2,
    klBelowLogNMinusOne,
    klNearFormula,
    klConcave,
    gapLowerQuadratic,
    cubicAtTwo,
    gapUpperReal,
    estimatorAtLargest,
    estimatorPointwiseKl,
    estimatorPointwiseRatio,
    tiesAsWins,
    winRateCubicReal,
    atomMassesUnderTies,
    tiesNeverMatter,
    idealCurve,
    totalVariationEquality,
    chiSquareEquality,
    renyiEquality,
    distinctOutcomes,
    estimatorRatio,
    entropyDecreases,
    uniformMaximisesKl,
    klAdditiveIteration,
    bestWorstSymmetric,
    densityAtTop,
    bonAsTilt,
    k2Unbiased,
    plugInBestOfN,
    stdTransport,
    valueBaseline,
  ],
};
