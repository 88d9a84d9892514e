import { describe, expect, it } from 'vitest';
import { parse } from '../../../proofs/statements/parse.ts';
import type { Term } from '../../../proofs/statements/term.ts';
import { concluding, definitions, isNoticed, judged, mutants, statementNamed, statements } from './statements.ts';

const COUNT = 12;
/** So many instances may be left undecided: there two numbers without exact forms are equal. */
const UNKNOWN = 4;

describe.each(statements)('$theorem', (statement) => {
  it('is true where it is looked at', () => {
    const { true: holds, false: fails, unknown } = judged(statement, definitions, COUNT);
    expect(fails).toBe(0);
    expect(holds + unknown).toBe(statement.binders.length === 0 ? 1 : COUNT);
    expect(unknown).toBeLessThanOrEqual(UNKNOWN);
  });
});

const isInequality = (term: Term): boolean => term.kind === 'operation' && (term.sign === '<=' || term.sign === '<');

/** Statements that are false in one relation of their conclusion. */
function falsified(change: (term: Term) => Term | null): [string, boolean][] {
  return statements.flatMap((statement) =>
    mutants(statement.conclusion, change).map((conclusion): [string, boolean] => [
      statement.theorem,
      isNoticed(concluding(statement, conclusion), 8),
    ]),
  );
}

describe('a false statement is noticed', () => {
  it('with the sides of an inequality exchanged', () => {
    const all = falsified((term) =>
      term.kind === 'operation' && isInequality(term) ? { ...term, left: term.right, right: term.left } : null,
    );
    expect(all.length).toBeGreaterThanOrEqual(170);
    // In these an exchanged hypothesis inside the conclusion leaves it true, or the sides are equal: a law of KL 0 wins one half.
    expect(all.filter(([, noticed]) => !noticed).map(([theorem]) => theorem)).toEqual([
      'quadratic_constant_iff',
      'win_rate_at_no_divergence',
      'optimal_win_rate',
      'largest_log_ratio',
      'ideal_curve_is_no_bound',
    ]);
  });

  it('with one side of an equation 1 % larger', () => {
    const larger = (term: Term): Term => ({ kind: 'operation', sign: '*', left: parse('101 / 100'), right: term });
    const all = falsified((term) =>
      term.kind === 'operation' && term.sign === '=' ? { ...term, right: larger(term.right) } : null,
    );
    expect(all.length).toBeGreaterThanOrEqual(70);
    // 1 % of 0 is 0, n = 1 is about a natural number, and that of the ideal curve is in a hypothesis that then nothing meets.
    expect(all.filter(([, noticed]) => !noticed).map(([theorem]) => theorem)).toEqual([
      'top_gap_0',
      'kl_eq_formula_iff',
      'estimator_at_one',
      'optimal_win_rate',
      ...Array.from({ length: 6 }, () => 'one_draw_diverges_nowhere'),
      'ideal_curve_is_no_bound',
      'total_variation_ties_one',
    ]);
  });

  it('with < for a ≤ between numbers that can be equal', () => {
    const strict = (term: Term): Term | null =>
      term.kind === 'operation' && term.sign === '<=' ? { ...term, sign: '<' } : null;
    const attained = ['kl_le_formula', 'win_rate_le', 'gap_ge_top', 'estimator_range', 'kl_monotone', 'level_kl_le'];
    for (const theorem of attained) {
      const statement = statementNamed(theorem);
      for (const conclusion of mutants(statement.conclusion, strict))
        expect([theorem, isNoticed(concluding(statement, conclusion), COUNT)]).toEqual([theorem, true]);
    }
  });

  it('with the best constant 1 % smaller', () => {
    const [{ conclusion, ...rest }, smaller] = [statementNamed('gap_two_le_quadratic'), parse('100 / 101')];
    const scaled = mutants(conclusion, (term) =>
      term.kind === 'operation' && term.sign === '<='
        ? { ...term, right: { kind: 'operation', sign: '*', left: smaller, right: term.right } }
        : null,
    );
    expect(scaled.map((mutant) => isNoticed({ ...rest, conclusion: mutant }, COUNT))).toEqual([true]);
  });
});

describe('a statement is read as Coq means it', () => {
  const truth = (text: string): unknown => {
    const { conclusion } = { conclusion: parse(text) };
    return judged({ theorem: 'made up', whole: conclusion, binders: [], hypotheses: [], conclusion }, definitions, 1);
  };

  it.each([
    ['2 - 3 = 0%nat', 'true'],
    ['INR 2 - INR 3 = - (1)', 'true'],
    ['- (1 / 2) ^ 2 = - (1 / 4)', 'true'],
    ['1 - 1 / 2 - 1 / 4 = 1 / 4', 'true'],
    ['2 ^ 3 * 2 = 16', 'true'],
    ['1 / 2 * 2 = 1 /\\ 1 < 2 <= 2', 'true'],
    ['1 <= 2 <= 1', 'false'],
    ['sum 3 (fun i : nat => INR i) = 3', 'true'],
    ['exp (2 * ln 3) = 9', 'true'],
    ['ln 0 = 0 /\\ Rpower 4 (1 / 2) = 2', 'true'],
    ['best_of 2 (uniform 2) 3 0 = 1 / 8', 'true'],
    ['exists i : nat, (i < 2)%nat /\\ i = 1%nat', 'true'],
    ['forall i : nat, (i < 2)%nat -> i = 1%nat', 'false'],
    ['1 = 2 -> 1 = 2 <-> 1 = 1', 'true'],
  ])('%s', (text, is) => {
    expect(truth(text)).toMatchObject({ [is]: 1 });
  });

  it.each(['1 +', '(1', '1 2)', 'match n with | S k => 1 end', 'x # y', '∀ x, x = x'])('%s is refused', (text) => {
    expect(() => parse(text)).toThrow(SyntaxError);
  });
});
