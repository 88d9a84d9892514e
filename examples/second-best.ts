/**
 * A claim about another selection than best-of-n. Run it with `bonafide verify --claim examples/second-best.ts`. Outside this
 * repository import from 'bonafide-verify'.
 */
import { atMost, defineClaim, Rational, rationalReal } from '../src/index.ts';

const half = rationalReal(Rational.of(1, 2));

/** Of two draws the second best is the worst. From three on, it wins. */
export const claim = defineClaim({
  id: 'second-best-never-worse',
  title: 'The second best of n draws never loses to one draw',
  statement: '1/2 ≤ W of the answer of second highest reward among n',
  source: 'an example of docs/theory-selections.md',
  hypotheses: 'finite policy, integer n from 2 to 64',
  expected: 'fails',
  domain: { atoms: 2, draws: 2, maxDraws: 64, selection: 'second-best-of-n' },
  shares: {},
  cost: 'high',
  relations: (q) => [atMost('1/2', half, 'W', q.winRate)],
});
