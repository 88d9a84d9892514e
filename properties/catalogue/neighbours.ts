import type { Claim } from '../../src/claims/claim.ts';
import { claim as chiSquare } from '../chi-square.ts';
import { claim as hellinger } from '../hellinger.ts';
import { claim as likelihoodRatio } from '../likelihood-ratio.ts';
import { claim as optimalWinRate } from '../optimal-win-rate.ts';
import { claim as renyiDivergence } from '../renyi-divergence.ts';
import { claim as reverseKl } from '../reverse-kl.ts';
import { claim as tiltIdentity } from '../tilt-identity.ts';
import { claim as tiltOptimal } from '../tilt-optimal.ts';
import { claim as totalVariation } from '../total-variation.ts';
import { claim as transport } from '../transport.ts';

/** What related papers claim of other divergences, of tilts and of optimal trade-offs. */
export const neighbours: readonly Claim[] = [
  totalVariation,
  chiSquare,
  hellinger,
  reverseKl,
  renyiDivergence,
  likelihoodRatio,
  transport,
  tiltIdentity,
  tiltOptimal,
  optimalWinRate,
];
