import type { Source } from '../source.ts';
import { claim as optimalWinRate } from './optimal-win-rate.ts';

/** The largest win rate at a given KL. */
export const gui2024: Source = {
  citation:
    'Gui, Gârbacea, Veitch: BoNBoN alignment for large language models and the sweetness of best-of-n sampling. arXiv 2406.00832',
  page: 'docs/theory-neighbours.md',
  claims: [optimalWinRate],
};
