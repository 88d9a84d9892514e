import { rationalReal } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim } from '../../src/claims/claim.ts';
import { plugIn, plugInAgain } from '../shared/plug-in.ts';

export const claim = defineClaim({
  id: 'plug-in-below',
  title: 'The plug-in estimate of the reward is too low in the mean',
  statement: 'the mean of the plug-in estimate of E_π r from n samples is at most E_π r',
  source: 'this project, docs/theory-selections.md',
  hypotheses: 'finite policy with nondecreasing rewards, integer n from 1 to 12',
  expected: 'holds',
  domain: { atoms: 1, draws: 1, maxDraws: 12, auxiliary: true },
  shares: { 'best-critical': 0.1, 'collisions-critical': 0.1, 'collisions-common': 0.1 },
  cost: 'medium',
  reach: { atoms: 1000 },
  extensions: { 'real-draws': { notApplicable: 'only an integer number of samples can be drawn' } },
  relations(q) {
    const { mean, target } = plugIn(q);
    return [atMost('E of the estimate', rationalReal(mean), 'E_π r', rationalReal(target))];
  },
  crossChecks: plugInAgain,
});
