import { describe, expect, it } from 'vitest';
import { statementCoq } from '../../../src/claims/expression/coq.ts';
import { TOTAL_VARIATION_BOUND } from '../../../src/claims/expression/divergence-symbols.ts';
import {
  at,
  type Expression,
  isAtMost,
  isEqualTo,
  log,
  minus,
  n,
  over,
  plus,
  power,
  type Statement,
  times,
} from '../../../src/claims/expression/expression.ts';
import { latexOf, statementLatex } from '../../../src/claims/expression/latex.ts';
import { ATOMLESS_KL, BINARY_LOG, GAP, KL, SQUARES, WIN_RATE } from '../../../src/claims/expression/symbols.ts';
import { fullText, shortText, statementText } from '../../../src/claims/expression/text.ts';
import type { BestOfN } from '../../../src/quantities/best-of-n.ts';

describe('a statement is printed', () => {
  it.each<[Statement<BestOfN>, string, string, string]>([
    [
      isEqualTo(KL, ATOMLESS_KL),
      'KL(π‖p) = log n − (n−1)/n',
      '\\mathrm{KL}(\\pi\\|p) = \\log n - \\frac{n - 1}{n}',
      'kl K (best_of K p n) p = formula (INR n)',
    ],
    [
      isAtMost(GAP, times(over(times(n, minus(n, 1)), 2), SQUARES)),
      'log n − (n−1)/n − KL(π‖p) ≤ n(n−1)/2 · Σ p_i²',
      '\\log n - \\frac{n - 1}{n} - \\mathrm{KL}(\\pi\\|p) \\le \\frac{n (n - 1)}{2} \\sum_i p_i^2',
      'formula (INR n) - kl K (best_of K p n) p <= INR n * (INR n - 1) / 2 * sum K (fun i : nat => p i ^ 2)',
    ],
    [
      isAtMost(minus(KL, minus(ATOMLESS_KL, 1)), at(2, KL)),
      'KL(π‖p) − (log n − (n−1)/n − 1) ≤ KL_{2n}',
      '\\mathrm{KL}(\\pi\\|p) - (\\log n - \\frac{n - 1}{n} - 1) \\le \\mathrm{KL}_{2n}',
      'kl K (best_of K p n) p - (formula (INR n) - 1) <= kl K (best_of K p (2 * n)) p',
    ],
    [
      isAtMost(over(BINARY_LOG, plus(n, 1)), power(minus(1, WIN_RATE), 2)),
      '(log₂ n)/(n+1) ≤ (1 − W)²',
      '\\frac{\\log_2 n}{n + 1} \\le (1 - W)^{2}',
      'ln (INR n) / ln 2 / (INR n + 1) <= (1 - win_rate K (best_of K p n) p) ^ 2',
    ],
  ])('%#', (statement, text, latex, coq) => {
    expect([statementText(statement), statementLatex(statement), statementCoq(statement)]).toEqual([text, latex, coq]);
  });
});

describe('parentheses stand where the tree needs them, and only there', () => {
  it.each<[Expression<BestOfN>, string, string]>([
    [minus(n, minus(n, 1)), 'n − (n−1)', 'n - (n - 1)'],
    [minus(n, 1, 1), 'n − 1 − 1', 'n - 1 - 1'],
    [plus(n, minus(n, 1)), 'n + n − 1', 'n + n - 1'],
    [times(2, plus(KL, 1)), '2(KL(π‖p) + 1)', '2 (\\mathrm{KL}(\\pi\\|p) + 1)'],
    [times(KL, over(1, n)), 'KL(π‖p) (1/n)', '\\mathrm{KL}(\\pi\\|p) \\frac{1}{n}'],
    [over(n, over(n, 2)), 'n/(n/2)', '\\frac{n}{\\frac{n}{2}}'],
    [over(over(n, 2), 3), 'n/2/3', '\\frac{\\frac{n}{2}}{3}'],
    [times(2, 3), '2 · 3', '2 \\cdot 3'],
    [power(times(2, n), 3), '(2n)³', '(2 n)^{3}'],
    [power(power(n, 2), 3), '(n²)³', '(n^{2})^{3}'],
    [log(over(n, 2)), 'log(n/2)', '\\log(\\frac{n}{2})'],
    [times(2, log(n)), '2 log n', '2 \\log n'],
    [times(log(n), n), '(log n) n', '(\\log n) n'],
    [times(SQUARES, WIN_RATE), '(Σ p_i²) W', '(\\sum_i p_i^2) W'],
    [power(SQUARES, 2), '(Σ p_i²)²', '(\\sum_i p_i^2)^{2}'],
    [power(-3, 2), '(-3)²', '(-3)^{2}'],
    [minus(WIN_RATE, -3), 'W − (-3)', 'W - (-3)'],
    [times(n, 3), 'n · 3', 'n \\cdot 3'],
    [times(2, over(3, 2)), '2(3/2)', '2 \\cdot \\frac{3}{2}'],
    [
      minus(WIN_RATE, TOTAL_VARIATION_BOUND),
      'W − ((1/n)^{1/(n−1)} − (1/n)^{n/(n−1)})',
      'W - ((1/n)^{1/(n-1)} - (1/n)^{n/(n-1)})',
    ],
    [power(BINARY_LOG, 2), '(log₂ n)²', '(\\log_2 n)^{2}'],
    [at(2, ATOMLESS_KL), '(log n − (n−1)/n at 2n)', '\\tilde D_{2n}'],
    [over(log(n), log(2)), '(log n)/log 2', '\\frac{\\log n}{\\log 2}'],
  ])('%#', (expression, text, latex) => {
    expect([fullText(expression), latexOf(expression)]).toEqual([text, latex]);
  });
});

describe('the name of a side', () => {
  it.each<[Expression<BestOfN>, string]>([
    [GAP, 'gap'],
    [KL, 'KL'],
    [ATOMLESS_KL, 'log n − (n−1)/n'],
    [minus(ATOMLESS_KL, 1), 'log n − (n−1)/n − 1'],
    [times(2, n, minus(n, 1), SQUARES), '2n(n−1) Σ p²'],
    [minus(over(n, plus(n, 1)), WIN_RATE), 'n/(n+1) − W'],
  ])('%#', (expression, name) => {
    expect(shortText(expression)).toBe(name);
  });
});
