import type { Source } from '../source.ts';
import { claim as chiSquare } from './chi-square.ts';
import { claim as hellinger } from './hellinger.ts';
import { claim as likelihoodRatio } from './likelihood-ratio.ts';
import { claim as renyiDivergence } from './renyi-divergence.ts';
import { claim as reverseKl } from './reverse-kl.ts';
import { claim as totalVariation } from './total-variation.ts';
import { claim as transport } from './transport.ts';

/** Divergences by data processing from Beta(n, 1), and transport of rewards. */
export const mroueh2024: Source = {
  citation: 'Mroueh: Information theoretic guarantees for policy alignment in large language models. arXiv 2406.05883',
  page: 'docs/theory-neighbours.md',
  claims: [totalVariation, chiSquare, hellinger, reverseKl, renyiDivergence, likelihoodRatio, transport],
};
