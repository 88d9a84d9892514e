/**
 * A claim that is true, with all that a claim can have. Run it with `bonafide verify --claim examples/true-claim.ts`. Outside this
 * repository import from 'bonafide-verify'.
 */
import {
  atMost,
  COMMON_SHARES,
  defineClaim,
  defineQuantity,
  equal,
  Rational,
  type Real,
  rationalReal,
  sumOver,
} from '../src/index.ts';

const half: Real = rationalReal(Rational.of(1, 2));

/** W = Σ π_i (F_{i−1} + F_i)/2, written once for every kind of number that it is worked out in. */
const WIN_RATE_AGAIN = defineQuantity({
  symbol: 'W once more',
  formula: (law) => {
    const { field } = law;
    return sumOver(law, ({ probability, below, upTo }) => {
      const middle = field.mul(field.add(below, upTo), field.rational(Rational.of(1, 2)));
      return field.lift(field.mul(probability, middle));
    });
  },
});

export const claim = defineClaim({
  id: 'never-worse',
  title: 'Best-of-n never loses to one draw',
  statement: '1/2 ≤ W',
  source: 'an example of docs/claims.md',
  hypotheses: 'finite policy, integer n ≥ 1; ties count one half',
  expected: 'holds',
  domain: { atoms: 1, draws: 1 },
  shares: COMMON_SHARES,
  relations: (q) => [atMost('1/2', half, 'W', q.winRate)],
  crossChecks: (q) => [{ name: 'W and W once more', one: q.winRate, other: q.of(WIN_RATE_AGAIN) }],
  *derivation(q) {
    const once = q.at(1).winRate;
    yield { name: 'one draw wins half of the time', relation: equal('W of one draw', once, '1/2', half) };
    yield { name: 'more draws win no less', relation: atMost('W of one draw', once, 'W', q.winRate) };
  },
});
