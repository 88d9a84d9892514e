import { describe, expect, it } from 'vitest';
import { coqOf } from '../../../src/claims/expression/coq.ts';
import { evaluate } from '../../../src/claims/expression/evaluate.ts';
import type { Expression } from '../../../src/claims/expression/expression.ts';
import { untied } from '../../../src/claims/instance.ts';
import { conjectureOf } from '../../../src/conjectures/conjecture.ts';
import { onInstance } from '../../../src/coq/certificates/on-instance.ts';
import { subjectOf } from '../../../src/coq/certificates/subject.ts';
import type { Term } from '../../../src/coq/certificates/term.ts';
import { certified } from './typed.ts';

const SUBJECT = subjectOf(untied([2n, 1n, 3n], 3), 'x.json');

function sideOf(text: string): Expression {
  const [statement] =
    conjectureOf({ id: 'typed', text: `${text} <= 0`, for: null, selection: 'best-of-n' }).claim.states ?? [];
  if (!statement) throw new Error('no statement');
  return statement.left;
}

const term = (text: string): Term => onInstance(sideOf(text), SUBJECT);

describe('an expression on one instance', () => {
  it.each([
    ['H', '0 - (p 0 * ln (p 0) + p 1 * ln (p 1) + p 2 * ln (p 2))'],
    ['1/3 S3', '1 / 3 * (p 0 ^ 3 + p 1 ^ 3 + p 2 ^ 3)'],
    ['Renyi(2)', null],
    ['KL(p‖pi)', null],
    ['H2', 'ln (p 0 ^ 2 + p 1 ^ 2 + p 2 ^ 2) / (-1)'],
    ['TV', 'total_variation 3 (best_of 3 p 3) p'],
    ['KL(2n) - W(n+1)', 'kl 3 (best_of 3 p 6) p - win_rate 3 (best_of 3 p 4) p'],
    ['gap(2n)', 'formula (INR 6) - kl 3 (best_of 3 p 6) p'],
    ['sum(i=2..K, F[i-1]^(n-1) abs(p[i] - i/K))', null],
    ['prod(i=2..1, p[i]) + sum(i=2..1, p[i])', '1 + 0'],
    ['sum(F[i-1] log(F[i-1]))', '0 + cdf p 1 * ln (cdf p 1) + cdf p 2 * ln (cdf p 2)'],
    ['est(p[1]) + better(eps)', 'estimator 3 (p 0) + better_estimator 3 (p 2)'],
    ['log(2n) - log(n)', 'ln (2 * INR 3) - ln (INR 3)'],
  ])('%s is %j, and of the same value', (text, coq) => {
    const { tree } = term(text);
    if (coq !== null) expect(coqOf(tree)).toBe(coq);
    const [meant, said] = [evaluate(sideOf(text), SUBJECT.q), evaluate(tree, SUBJECT.q)];
    expect(meant.enclose(40).overlaps(said.enclose(40))).toBe(true);
    expect(meant.enclose(40).hi.sub(meant.enclose(40).lo).lt('1e-30')).toBe(true);
  });

  it('knows which numbers are rational', () => {
    expect(String(term('pi[1]/p[1] + abs(p[1] - p[3]) + n^2 + W').rational?.reduced())).toMatch(/^\d+\/\d+$/);
    expect(term('KL').rational).toBeNull();
  });

  it('knows how far errors grow', () => {
    expect(term('n^9 W').growth).toBe(0);
    expect(term('10^9 KL').growth).toBeGreaterThanOrEqual(9);
    expect(term('KL/(1/10^9)').growth).toBeGreaterThanOrEqual(9);
  });

  it.each([
    ['KL^2', 'a power of a number that is not rational'],
    ['KL*D', 'a product of two numbers that are not rational'],
    ['1/KL', 'a quotient by a number that is not rational'],
    ['log(KL)', 'the logarithm of a number that is not rational'],
    ['abs(KL - D)', 'the absolute value of a number that is not rational'],
    ['2^(1/2)', 'a power whose exponent is 1/2'],
    ['sqrt(2)', 'square roots'],
    ['exp(1)', 'exponentials'],
    ['max(KL, D)', 'the least or largest of several numbers'],
    ['min(i, p[i])', 'the least of several numbers'],
    ['hell2', 'H²(π‖p)'],
    ['gamma(1/2)', 'γ at other arguments than the masses of outcomes'],
    ['KL(100000)', '100000 draws from this policy: that takes 900000 bits, more than 2000'],
    ['q[1]', 'a second policy'],
  ])('%s has no certificate: %s', (text, what) => {
    expect(() => term(text)).toThrow(`certificates do not have ${what}`);
  });
});

it('is proved with as many digits as its factors need', () => {
  const digits = (text: string): number => {
    const { text: coq } = certified(text, untied([1n, 1n], 3));
    return /\(\d+ # (\d+)\)%Q <= kl 2/.exec(coq)?.[1]?.length ?? 0;
  };
  expect(digits('KL <= H/10')).toBeGreaterThan(3);
  expect(digits('10^9 KL <= 10^8 H')).toBeGreaterThan(digits('KL <= H/10'));
});
