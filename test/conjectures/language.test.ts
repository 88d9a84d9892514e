import { describe, expect, it } from 'vitest';
import { toInterval } from '../../src/arithmetic/approximation.ts';
import type { Real } from '../../src/arithmetic/real.ts';
import { decide } from '../../src/claims/decide.ts';
import { type Instance, quantitiesOf as quantities, untied } from '../../src/claims/instance.ts';
import { conjectureOf, idOf } from '../../src/conjectures/conjecture.ts';
import { PointedError } from '../../src/conjectures/syntax/errors.ts';
import type { Typed } from '../../src/conjectures/typed.ts';

const of = (text: string, given: string | null = null): ReturnType<typeof conjectureOf> =>
  conjectureOf({ id: 'typed', text, for: given, selection: 'best-of-n' });

const outcome = (text: string, instance: Instance): string => decide(of(text).claim, instance).outcome;

const POLICY = untied([3n, 1n, 2n, 5n], 3);

describe('texts that say the same', () => {
  it.each([
    ['KL(π‖p) = log n − (n−1)/n − gap', 'KL = D - gap'],
    ['\\mathrm{KL}(\\pi\\|p) = \\log n - \\frac{n-1}{n} - gap', 'KL = D - gap'],
    ['D_{\\mathrm{KL}}(\\pi \\,\\|\\, p) = \\tilde D_n - gap', 'KL = D - gap'],
    ['Σ p_i³ = S3', 'sum(p[i]^3) = S3'],
    ['\\sum_{i=1}^{K} p_i^2 = S2', 'sum(i=1..K, p[i]*p[i]) = S2'],
    ['Σ π_i log(π_i/p_i) = KL', 'sum(i, pi[i] log(pi[i]/p[i])) = KL'],
    ['e^{-H_2} = S2', 'exp(-H(2)) = S2'],
    ['χ² = Σ (π_i − p_i)²/p_i', 'chi2 = sum((pi[i]-p[i])^2/p[i])'],
    ['D_∞(π‖p) = log max_i π_i/p_i', 'Dinf = log(max(i, pi[i]/p[i]))'],
    ['Fᵢ₋₁ = Fᵢ − pᵢ', 'F[i-1] = F[i] - p[i]'].map((side) => `for all i: ${side}`) as [string, string],
    ['let m(i) = pi[i]/p[i]; Σ π_i log m(i) = KL', 'let m(i) = pi[i]/p[i]\nsum(pi[i]*log(m(i))) = KL'],
    ['2n(n-1) S2 >= gap', 'gap <= 2*n*(n-1)*S2'],
    ['D − KL = Σ g(F_{i-1}, F_i)', 'gap = sum(g(F[i-1], F[i]))'],
    ['\\frac{12}{5} = \\frac4{5} + \\frac4 5 + \\frac 4{5}', 'n^12 = n^(12)'],
    ['KL <= D\n  and (gap\n >= 0) =>\nW <= 1', 'let a = 2\nlet b = 3;\na +\nb = 5'],
    ['KL <= est* - 0*KL', 'est* - KL >= 0'],
    ['est* - KL <= 19/20 * (est - KL)', 'est*/1 <= 0.95 est + KL - 19/20*KL'],
    ['est = Σ π_i est(p_i)', 'D̂_n(eps) = est(p[K])'],
    ['KL(2n) ≥ KL', 'KL <= KL(2*n)'],
    ['TV = ½ Σ |π_i − p_i|'.replace('½', '1/2'), '2 TV = sum(abs(pi[i] - p[i]))'],
  ])('%s holds, as does %s', (one, other) => {
    expect(outcome(one, POLICY)).toBe('holds');
    expect(outcome(other, POLICY)).toBe('holds');
  });
});

describe('logic', () => {
  it.each([
    ['n = 3 => KL < 0', 'refuted'],
    ['n = 4 => KL < 0', 'holds'],
    ['not (KL < 0)', 'holds'],
    ['not (KL < D and W < 1)', 'refuted'],
    ['KL < 0 or W > 1/2', 'holds'],
    ['KL < 0 or W > 1', 'refuted'],
    ['n != 3', 'refuted'],
    ['K = 4 and n = 2..5', 'holds'],
    ['0 < gap <= D < 1', 'holds'],
    ['for all i: pi[i] <= n p[i]', 'holds'],
    ['not (for all i: pi[i] <= p[i])', 'holds'],
    ['sqrt(9/4) = 3/2 and 8^(1/3) = 2', 'holds'],
    ['sqrt(2) = 1.4142135623730950488016887242096980785696718753769', 'refuted'],
  ])('%s: %s', (text, expected) => {
    expect(outcome(text, POLICY)).toBe(expected);
  });

  it('takes 0 · log 0 as 0, and says nothing where there is no value', () => {
    expect(outcome('sum(F[i-1] log(F[i-1])) < 0', POLICY)).toBe('holds');
    const [relation] = of('1/KL > 0').claim.relations(quantities(untied([1n, 2n], 1)));
    expect(relation?.left.name).toBe('it has no value');
  });

  it('takes responses that tie as one atom, also in means over responses', () => {
    const tied: Instance = { weights: [1n, 2n, 1n, 3n], ranks: [0, 0, 1, 1], n: 3 };
    expect(outcome('est = sum(pi[i]*est(p[i])) and est* = sum(pi[i]*better(p[i])) and K = 2', tied)).toBe('holds');
  });

  it('leaves an equality aside where its sides agree and have no exact forms, in seconds', () => {
    const far = quantities(untied([3n, 10n ** 9n + 7n, 5n], 100_003));
    const names = (text: string): string[] => [...of(text).claim.relations(far)].map(({ left }) => left.name);
    expect(names('KL = sum(pi[i]*log(pi[i]/p[i]))')).toEqual(['the sides agree']);
    expect(names('n > 1 and KL = sum(pi[i]*log(pi[i]/p[i]))')).toEqual(['the sides agree']);
    expect(names('KL = sum(pi[i]*log(pi[i]/p[i])) + 10^(-99)')).toEqual(['KL']);
  });

  it('leaves every comparison aside whose sides agree, however it compares, and so a premise', () => {
    const far = quantities(untied([3n, 10n ** 9n + 7n, 5n], 100_003));
    const names = (text: string): string[] => [...of(text).claim.relations(far)].map(({ left }) => left.name);
    for (const is of ['<=', '>=', '<', '>', '!=']) {
      const same = `KL ${is} sum(pi[i]*log(pi[i]/p[i]))`;
      expect(names(same), is).toEqual(['the sides agree']);
      expect(names(`not (${same})`), is).toEqual(['the sides agree']);
      expect(names(`${same} => KL < 0`), is).toEqual(['the sides agree']);
      expect(names(`${same} + 10^(-99)`), is).not.toEqual(['the sides agree']);
      expect(outcome(`${same} => KL > 0`, untied([3n, 10n ** 9n + 7n, 5n], 100_003)), is).toBe('holds');
    }
  });

  it('holds exactly where both sides are the same constant', () => {
    const text = 'kappa*sum(F[i]^(n-2)*p[i]^2) <= kappa*S2';
    const { outcome: decided, by, digits, relation } = decide(of(text).claim, untied([1n], 4));
    expect([decided, by, digits]).toEqual(['holds', 'exact', 0]);
    expect(relation?.left.name).not.toBe('the sides agree');
    expect(decide(of(text).claim, untied([1n, 2n], 4)).outcome).toBe('holds');
  });

  it('takes TV in double-doubles that its enclosure confirms, with ties and for other selections', () => {
    for (const [instance, selection] of [
      [POLICY, 'best-of-n'],
      [{ weights: [1n, 2n, 1n, 3n], ranks: [0, 0, 1, 1], n: 7 }, 'best-of-n'],
      [untied([2n, 3n, 9n], 4, 'worst-of-n'), 'worst-of-n'],
    ] as const) {
      const typed: Typed = { id: 'tv', text: 'TV <= 2', for: null, selection };
      const [relation] = conjectureOf(typed).claim.relations(quantities(instance));
      const value = relation?.left.value as Real;
      const fast = value.approximate();
      expect(fast === null).toBe(selection !== 'best-of-n');
      if (fast) expect(toInterval(fast, 60).overlaps(value.enclose(60))).toBe(true);
      if (fast) expect(fast.error).toBeLessThan(1e-28);
    }
  });

  it.each([
    ['g(1/2, 1/3) < 5', 'the ends of an interval are in the wrong order'],
    ['g(1/3, 2) < 5', 'an end is above 1'],
    ['est(3/2) < 5', 'a mass is above 1'],
    ['better(3/2) < 5', 'a mass is above 1'],
    ['gamma(-1) < 5', 'a mass is negative'],
    ['sqrt(KL - D) < 5', 'the root of a negative number'],
    ['log(KL - D) < 5', 'the logarithm of a negative number'],
    ['(KL - D)^(1/3) < 5', 'another root of one'],
    ['p[7] < 5', 'there is no such atom'],
    ['KL(n-3) < 5', 'there are no 0 draws'],
  ])('says nothing of %s, because %s', (text) => {
    const [relation] = of(text).claim.relations(quantities(POLICY));
    expect(relation?.left.name).toBe('it has no value');
  });

  it.each(['exp(exp(exp(9))) > 0', '9^9^9^9 > 0', 'KL < n^(10^12)'])(
    'leaves %s undecided: a number is too large',
    (text) => {
      expect(outcome(text, POLICY)).toBe('undecided');
    },
  );

  it('is false where an index is demanded and there is none', () => {
    expect(outcome('not (for all i=2..K: p[i] > 2)', untied([1n], 2))).toBe('refuted');
    expect(outcome('for all i=2..K: p[i] > 2', untied([1n], 2))).toBe('holds');
  });

  it('means indices of definitions, not those around their use', () => {
    const text = 'let s(x) = sum(p[i]*x); sum(i, p[i]*s(p[i])) = S2';
    expect(outcome(text, POLICY)).toBe('holds');
  });
});

describe('limits of n and K', () => {
  it.each([
    ['n >= 3', { draws: 3, atoms: 1 }],
    ['n = 2..10 and K > 2', { draws: 2, maxDraws: 10, atoms: 3 }],
    ['2 < n < 5.5, '.replace(', ', ''), { draws: 3, maxDraws: 5, atoms: 1 }],
    ['K = 2', { draws: 1, atoms: 2, maxAtoms: 2 }],
  ])('%s is a limit of the domain', (given, domain) => {
    expect(of('KL <= D', given).claim.domain).toEqual(domain);
  });

  it('anything else is a premise', () => {
    const { claim } = of('KL <= 0', 'pmax > 1/2');
    expect(decide(claim, POLICY).outcome).toBe('holds');
    expect(decide(claim, untied([1n, 9n], 2)).outcome).toBe('refuted');
  });
});

describe('texts that are refused, with the place', () => {
  it.each([
    ['', 'there is no formula', 0],
    ['KL <= ', 'the formula ends where a number, a name or a bracket is expected', 5],
    ['KL', 'this is a number; a statement compares two', 0],
    ['KL <= (D', 'a closing bracket is expected', 8],
    ['KL <= log n / n', 'this can be read in two ways', 6],
    ['KL <= 1/2n', 'this can be read in two ways', 8],
    ['W (n+1) <= 1', 'W (…) can be read in two ways', 0],
    ['est*(1/3) <= 1', 'est*(…) can be read in two ways', 0],
    ['est*-KL <= 1', 'est*-… can be read in two ways', 0],
    ['est* -KL <= 1', 'est*-… can be read in two ways', 0],
    ['est* KL <= 1', 'est* … can be read in two ways', 0],
    ['n^1/2 <= KL', 'this can be read in two ways; put parentheses around the exponent', 1],
    ['n^-1/2 <= KL', 'this can be read in two ways', 1],
    ['n^2n <= KL', 'this can be read in two ways', 1],
    ['sum(F_i-1) <= K', 'this can be read in two ways; write _{i-1}, or spaces around the -', 5],
    ['sum(F[i]^n-1) <= K', 'write ^{n-1}, or spaces around the -', 8],
    ['\\frac12 n = KL', 'write both parts in braces', 5],
    ['KL <= \\frac 1 23', 'write both parts in braces', 14],
    ['KL <= \\frac{1}23', 'write both parts in braces', 14],
    ['\\frac12 \\sum_i p_i = KL', 'write both parts in braces', 5],
    ['n^12 \\le KL', 'write ^{12}', 1],
    ['p_12 \\le KL', 'write _{12}', 1],
    ['\\sqrt[3]{n} <= n', 'for a cube root', 0],
    ['D_2 <= 1', 'D_2 can be read in two ways', 0],
    ['Kl <= D', 'there is no name "Kl"; did you mean KL', 0],
    ['nK <= 1', 'did you mean n K?', 0],
    ['p[i] <= 1', 'the index i is not bound', 2],
    ['p <= 1', 'p has a number for each atom', 0],
    ['sum(p[i]*q[j]) <= 1', 'its index could be i or j', 0],
    ['KL/0 <= 1', 'it divides by 0', 0],
    ['log(-1) <= 1', '-1 has no logarithm', 0],
    ['n <= 1e999999', 'has more than 10000 digits', 5],
    ['__proto__ <= 1', '"_" stands where a number, a name or a bracket is expected', 0],
    ['constructor <= 1', 'there is no name "constructor"', 0],
    ['toString(n) <= 1', 'there is no name "toString"', 0],
    ['KL <= D; process.exit(1)', 'has no meaning here', 16],
    ['let f(x) = f(x); f(1) <= 1', 'uses itself', 11],
    ['(KL <= D) + 1 <= 2', 'a number is expected here', 0],
    [`${'('.repeat(100)}KL${')'.repeat(100)} <= D`, 'brackets may be nested 60 deep', 60],
    [`${'-'.repeat(3000)}1 <= KL`, 'where a number, a name or a bracket is expected', 1],
    ['n <= '.padEnd(1_000_000, '1'), 'a formula may have at most 20000 characters', 0],
    [
      `let a = n + n; ${Array.from({ length: 20 }, (_, i) => `let x${i} = ${i === 0 ? 'a' : `x${i - 1}`} * ${i === 0 ? 'a' : `x${i - 1}`}; `).join('')}x19 <= 1`,
      'too large a formula',
      null,
    ],
  ])('%.40s', (text, message, column) => {
    const refusal = refused(text);
    expect(refusal.message).toContain(message);
    expect(refusal.message).not.toContain('\n');
    if (column !== null) expect(refusal.message).toMatch(new RegExp(`^column ${column + 1}: `));
    if (column !== null && column < 30) expect(refusal.excerpt.split('\n')[1]?.indexOf('^')).toBe(column + 2);
  });

  it.each([
    ['KL <= D\ngap >= 0', 'column 1 of line 2: a line goes on with a relation or another sign'],
    ['KL <=\nD\n\n(n - 1)', 'column 1 of line 4: a line goes on with'],
    ['let a = 2\na <= KL\nb', 'column 1 of line 3: a line goes on with'],
  ])('lines that would become factors: %j', (text, message) => {
    expect(refused(text).message).toContain(message);
  });

  it('contradicting limits', () => {
    expect(() => of('KL <= D', 'n >= 3 and n <= 2')).toThrow('no n is within the limits of --for');
    expect(() => of('KL <= D', 'K >= 20000')).toThrow('no K is within the limits of --for');
  });

  it('a selection that is not for every n, without limits', () => {
    const typed = { id: 'typed', text: 'W >= 1/2', selection: 'second-best-of-n' } as const;
    expect(() => conjectureOf({ ...typed, for: null })).toThrow(
      "--for must limit n or K, as in --for 'n >= 2': second-best-of-n is for integers n from 2",
    );
    expect(() => conjectureOf({ ...typed, for: 'n >= 2' })).not.toThrow();
  });
});

it('suggests an id for a file', () => {
  expect(idOf('KL <= H')).toBe('kl-le-h');
  expect(idOf('KL ≤ log n − (n−1)/n')).toBe('kl-le-log-n-minus-n-minus-1-over-n');
  expect(idOf('½')).toMatch(/^[a-z][a-z0-9-]*$/);
  expect(idOf(`${'KL + '.repeat(40)}1 <= D`)).not.toBe(idOf(`${'KL + '.repeat(40)}2 <= D`));
});

function refused(text: string): PointedError {
  try {
    of(text);
  } catch (error) {
    if (error instanceof PointedError) return error;
    throw error;
  }
  throw new Error(`${text.slice(0, 40)} is taken`);
}
