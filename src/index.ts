/**
 * The public API: exact and certified quantities of best-of-n and other selections, and what a claim is made of. The catalogue of
 * claims is `bonafide-verify/catalogue`. Nothing here uses Node, so it runs in a browser as it is.
 */
export type { Approximation } from './arithmetic/approximation.ts';
export { type Comparison, compare, type Order, type Tier } from './arithmetic/compare.ts';
export { DomainError, InsufficientPrecisionError, NumberSyntaxError, RangeExceededError } from './arithmetic/errors.ts';
export { Interval } from './arithmetic/interval.ts';
export { IntervalField, intervals } from './arithmetic/interval-field.ts';
export type { LogField } from './arithmetic/log-field.ts';
export { LogForm } from './arithmetic/log-form.ts';
export { type PrintedInterval, printReal } from './arithmetic/print.ts';
export { Rational } from './arithmetic/rational.ts';
export {
  difference,
  exactReal,
  multiple,
  product,
  type Real,
  type RealDescription,
  rationalReal,
  real,
  sum,
} from './arithmetic/real.ts';
export { chiSquareBound } from './bounds/divergence-bounds.ts';
export { idealDraws, idealWinRate } from './bounds/ideal-curve.ts';
export { dualBound, optimalTilt, optimalWinRate, type TiltedUniform, tiltedUniform } from './bounds/optimal-curve.ts';
export {
  type Assumption,
  atMost,
  type BestOfNClaim,
  type Claim,
  type Cost,
  type CrossCheck,
  type Domain,
  defineClaim,
  type Expectation,
  type Extension,
  equal,
  type Relation,
  type Side,
  type Step,
} from './claims/claim.ts';
/** Relations that are data: `formulas.isAtMost(…)`, `formulas.n` and so on. */
export * as formulas from './claims/expression/expression.ts';
export type { Instance } from './claims/instance.ts';
export { COMMON_SHARES, REGIMES, type Regime, type Shares } from './claims/regimes.ts';
export { type BestReward, bestReward } from './estimates/best-reward.ts';
export { certifyLowerWeights, certifyUpperWeights } from './estimates/certify-tie-weights.ts';
export {
  averagedEvidence,
  bettingEvidence,
  blockEvidence,
  type Evidence,
  upperConfidenceBound,
} from './estimates/evidence.ts';
export { leastGap } from './estimates/known-levels.ts';
export type { Levels } from './estimates/levels.ts';
export { estimatorsAt } from './estimates/likelihood.ts';
export { meanOverTies } from './estimates/multiplicity.ts';
export { plugInKl } from './estimates/plug-in.ts';
export { repeatEvidence } from './estimates/repeats.ts';
export { type Bracket, gapBracket, winRateBracket } from './estimates/statistics.ts';
export { type Successes, type SuccessQuantity, successEvidence } from './estimates/successes.ts';
export { type TieWeights, tieWeights } from './estimates/tie-weights.ts';
export { InputError, PolicyError } from './policy/errors.ts';
export { FinitePolicy, type Outcome, type PolicyOptions, type Ties } from './policy/finite-policy.ts';
export { parseNumbers } from './policy/parse.ts';
export { parsePolicyFile } from './policy/policy-file.ts';
export { BestOfN } from './quantities/best-of-n.ts';
export {
  CHI_SQUARE_DIVERGENCE,
  HELLINGER_DISTANCE,
  LARGEST_LOG_RATIO,
  RENYI_DIVERGENCE,
  REVERSE_KL_DIVERGENCE,
  TOTAL_VARIATION,
} from './quantities/divergence-quantities.ts';
export { Evaluation } from './quantities/evaluation.ts';
export type { KeptParameter } from './quantities/kept.ts';
export { klBetween, winRateOf } from './quantities/other-policy.ts';
export { KL, WIN_RATE } from './quantities/quantities.ts';
export {
  defineEnclosed,
  defineQuantity,
  type EnclosedDefinition,
  type EnclosedFormula,
  type Evaluated,
  type ExactDefinition,
  type Formula,
  type Quantity,
} from './quantities/quantity.ts';
export {
  type Box,
  type Certificate,
  INEQUALITIES,
  type Inequality,
  type InequalityId,
  type RegionResult,
} from './regions/certificate.ts';
export { certify } from './regions/certify.ts';
export { kappa, kappaUpper, type Maximum, sharpQuadraticConstant } from './regions/kappa.ts';
export { recheck } from './regions/recheck.ts';
export { bestOf } from './selection/best-of.ts';
export { type Law, type LawAtom, sumOver } from './selection/law.ts';
export { mirrored, worstOf } from './selection/mirrored.ts';
export { type Enumeration, enumerate } from './selection/oracles/enumerate.ts';
export { orderStatistic } from './selection/order-statistic.ts';
export { exactPmf, pmf } from './selection/pmf.ts';
export type { Distortion, RankRule } from './selection/rank-rule.ts';
export { acceptedMass, rewindWinRate } from './selection/rewind.ts';
export { tiltedWeights } from './selection/tilt.ts';
export { topFraction } from './selection/top-fraction.ts';
export { uniformTilt } from './selection/uniform-tilt.ts';
