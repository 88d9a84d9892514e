import type { Source } from '../source.ts';
import { claim as tiltIdentity } from './tilt-identity.ts';
import { claim as tiltOptimal } from './tilt-optimal.ts';

/** The optimal tilt of the reference. */
export const yang2024: Source = {
  citation: 'Yang, Salamatian, Sun, Suresh, Beirami: Asymptotics of language model alignment. arXiv 2404.01730',
  page: 'docs/theory-neighbours.md',
  claims: [tiltIdentity, tiltOptimal],
};
