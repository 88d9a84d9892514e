import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../properties/index.ts';
import { compare } from '../../../src/arithmetic/compare.ts';
import type { Interval } from '../../../src/arithmetic/interval.ts';
import { intervals } from '../../../src/arithmetic/interval-field.ts';
import { Rational } from '../../../src/arithmetic/rational.ts';
import { difference, multiple, type Real, rationalReal } from '../../../src/arithmetic/real.ts';
import { evaluate } from '../../../src/claims/expression/evaluate.ts';
import {
  at,
  type Expression,
  log,
  minus,
  n,
  named,
  over,
  plus,
  power,
  quantitiesOf,
  times,
} from '../../../src/claims/expression/expression.ts';
import { ATOMLESS_KL, GAP, KL, SQUARES, WIN_RATE } from '../../../src/claims/expression/symbols.ts';
import { FinitePolicy } from '../../../src/policy/finite-policy.ts';
import { BestOfN } from '../../../src/quantities/best-of-n.ts';
import { Evaluation } from '../../../src/quantities/evaluation.ts';
import { powerSum } from '../../../src/quantities/renyi.ts';
import { worstOf } from '../../../src/selection/mirrored.ts';

const POLICY = FinitePolicy.fromWeights([3n, 1n, 2n]);
const q = new BestOfN(POLICY, 3);

const leaf = fc.constantFrom<Expression<BestOfN>>(n, KL, WIN_RATE, SQUARES, GAP, plus(n, 1), log(n), at(2, KL));
const { tree } = fc.letrec<{ tree: Expression<BestOfN> }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => plus(a, b)),
    fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => minus(a, b)),
    fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => times(a, b)),
    fc.tuple(tie('tree'), fc.integer({ min: 1, max: 9 })).map(([a, b]) => over(a, b)),
    tie('tree').map((a) => power(a, 2)),
  ),
}));

/** The value by intervals alone, node by node: no rational and no exact form is used. */
function byIntervals(of: Expression<BestOfN>, from: BestOfN, digits: number): Interval {
  const field = intervals(digits);
  const inner = (part: Expression<BestOfN>): Interval => byIntervals(part, from, digits);
  switch (of.kind) {
    case 'number':
      return field.rational(of.value);
    case 'draws':
      return field.rational(from.draws);
    case 'quantity':
      return of.value(from).enclose(digits);
    case 'at':
      return of.of.value(from.at(of.factor * from.n)).enclose(digits);
    case 'log':
      return field.log(inner(of.of));
    case 'power':
      return field.pow(inner(of.base), BigInt(of.exponent));
    case 'sum':
      return field.add(inner(of.left), inner(of.right));
    case 'difference':
      return field.sub(inner(of.left), inner(of.right));
    case 'product':
      return field.mul(inner(of.left), inner(of.right));
    case 'quotient':
      return field.div(inner(of.left), inner(of.right));
    default:
      throw new Error(`the trees of this test have no ${of.kind}`);
  }
}

describe('the value of an expression', () => {
  it('is what intervals give, node by node', () => {
    fc.assert(
      fc.property(tree, (expression) => {
        const value = evaluate(expression, q);
        expect(value.enclose(40).overlaps(byIntervals(expression, q, 40))).toBe(true);
        if (value.rational) expect(rationalReal(value.rational).enclose(40).overlaps(value.enclose(40))).toBe(true);
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it('is the quantity itself where it is one, so that it equals itself', () => {
    expect(evaluate(KL, q)).toBe(q.kl);
  });

  it('is rational, exactly, where its parts are', () => {
    const squares = powerSum(POLICY, 2);
    expect(evaluate(times(2, n, minus(n, 1), SQUARES), q).rational?.equals(squares.mul(Rational.of(12)))).toBe(true);
    expect(evaluate(plus(n, KL), q).rational).toBeNull();
    expect(evaluate(log(2), q).rational).toBeNull();
  });

  it('keeps the fast tier', () => {
    for (const expression of [log(n), minus(log(n), over(1, n)), times(2, KL), minus(over(n, plus(n, 1)), WIN_RATE)])
      expect(evaluate(expression, q).approximate()).not.toBeNull();
  });

  it('has an exact form where a definition has', () => {
    const [defined, value] = [evaluate(ATOMLESS_KL.definition as Expression<BestOfN>, q), q.atomlessKl];
    expect(compare(defined, value)).toMatchObject({ order: 'equal', by: 'exact' });
  });

  it('is refused where a divisor is 0, at once', () => {
    expect(() => evaluate(over(1, minus(n, 3)), q)).toThrow('it divides by 0');
    expect(() => evaluate(over(KL, minus(n, 3)), q)).toThrow('it divides by 0');
    expect(() => evaluate(over(KL, minus(WIN_RATE, WIN_RATE)), q).enclose(40)).toThrow('it divides by 0');
    expect(() => evaluate(over(n, minus(KL, KL)), q).enclose(40)).toThrow('it divides by 0');
  });

  it('is worked out for other selections, at other n for those that have a name', () => {
    const worst = new Evaluation(POLICY, worstOf(3));
    expect(evaluate(KL, worst)).toBe(worst.kl);
    expect(agree(evaluate(log(n), worst), evaluate(log(n), q))).toBe(true);
    expect(() => evaluate(at(2, KL), worst)).toThrow('is not known at other numbers of draws');
  });
});

/** Whether two reals are the same number, as far as enclosures tell. */
function agree(one: Real, other: Real): boolean {
  return difference(one, other).enclose(60).containsZero();
}

describe('what a quantity is shown by is what it is', () => {
  const defined = [...new Set(catalogue.flatMap(({ states = [] }) => states.flatMap((s) => [s.left, s.right])))]
    .flatMap((side) => quantitiesOf(side))
    .filter(({ definition }) => definition !== null);
  const policies = [POLICY, FinitePolicy.fromWeights([1n, 5n], { continuousParts: [0] })];

  it.each([...new Set(defined)].map((quantity) => [quantity.text, quantity] as const))('%s', (_, quantity) => {
    for (const policy of policies)
      for (const draws of [2, 3, 17]) {
        const from = new BestOfN(policy, draws);
        expect(agree(quantity.value(from), evaluate(quantity.definition as Expression, from))).toBe(true);
      }
  });

  it('and a wrong definition is noticed', () => {
    const wrong = named<BestOfN>({
      text: 'x',
      latex: 'x',
      definition: log(n),
      value: (from) => multiple(Rational.of(2), from.kl),
    });
    expect(agree(wrong.value(q), evaluate(wrong.definition as Expression<BestOfN>, q))).toBe(false);
  });
});
