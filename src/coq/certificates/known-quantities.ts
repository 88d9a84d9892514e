import { CHI_SQUARE, RENYI_TWO, RENYI_TWO_BOUND, TOTAL_VARIATION } from '../../claims/expression/divergence-symbols.ts';
import type { NamedQuantity } from '../../claims/expression/expression.ts';
import {
  ATOMLESS_KL,
  BETTER_MEAN,
  BINARY_LOG,
  ESTIMATOR_MEAN,
  KL,
  SQUARES,
  WIN_RATE,
  WINS_AND_TIES,
} from '../../claims/expression/symbols.ts';
import { FAST_TOTAL_VARIATION } from '../../conjectures/meaning/total-variation.ts';
import type { BestOfN } from '../../quantities/best-of-n.ts';
import type { Atom } from './atoms.ts';
import type { Quantities } from './quantities.ts';

/** How proofs/Certificates.v knows each quantity, for one subject. */
export const ATOMS: ReadonlyMap<NamedQuantity<BestOfN>, (of: Quantities) => Atom> = new Map([
  [KL, (of) => of.kl()],
  [ATOMLESS_KL, (of) => of.formula()],
  [BINARY_LOG, (of) => of.binaryLog()],
  [SQUARES, (of) => of.powerSum(2)],
  [WIN_RATE, (of) => of.winRate()],
  [WINS_AND_TIES, (of) => of.winsAndTies()],
  [ESTIMATOR_MEAN, (of) => of.estimatorMean()],
  [BETTER_MEAN, (of) => of.betterEstimatorMean()],
  [CHI_SQUARE, (of) => of.chiSquare()],
  [TOTAL_VARIATION, (of) => of.totalVariation()],
  [FAST_TOTAL_VARIATION, (of) => of.totalVariation()],
  [RENYI_TWO, (of) => of.renyi()],
  [RENYI_TWO_BOUND, (of) => of.renyiBound()],
] satisfies [NamedQuantity<BestOfN>, (of: Quantities) => Atom][]);
