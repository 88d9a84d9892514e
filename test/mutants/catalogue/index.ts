import type { Mutant } from '../mutant.ts';
import { bestOfNMutants } from './best-of-n.ts';
import { boundMutants } from './bounds.ts';
import { divergenceMutants } from './divergences.ts';
import { estimatorMutants } from './estimator.ts';
import { expressionMutants } from './expressions.ts';
import { kernelMutants } from './kernels.ts';
import { klMutants } from './kl.ts';
import { lawMutants } from './law.ts';
import { localGapMutants } from './local-gap.ts';
import { operationMutants } from './operations.ts';
import { oracleMutants } from './oracles.ts';
import { otherLawsMutants } from './other-laws.ts';
import { otherPolicyMutants } from './other-policy.ts';
import { policyMutants } from './policy.ts';
import { sharperMutants } from './sharper.ts';
import { winRateMutants } from './win-rate.ts';

/** Every mutant: at least three of each function of the theory of best-of-n, one or more of what compares it with other laws, some of the levels, of the oracles, of the kernels of expressions, and of what typed conjectures use. */
export const catalogue: readonly Mutant[] = [
  ...lawMutants,
  ...klMutants,
  ...localGapMutants,
  ...estimatorMutants,
  ...winRateMutants,
  ...boundMutants,
  ...divergenceMutants,
  ...otherPolicyMutants,
  ...otherLawsMutants,
  ...bestOfNMutants,
  ...policyMutants,
  ...oracleMutants,
  ...kernelMutants,
  ...sharperMutants,
  ...expressionMutants,
  ...operationMutants,
];
