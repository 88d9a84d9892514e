import { describe, expect, it } from 'vitest';
import { Checker, derivationOf, FAULTS } from '../../bench/derivations/faults.ts';
import { derivationIn } from '../../src/conjectures/derivation/chain.ts';
import { PointedError } from '../../src/conjectures/syntax/errors.ts';
import { searchOnly } from '../../src/search/budget.ts';

const of = (text: string): ReturnType<typeof derivationIn> =>
  derivationIn(text, 'proof.tex', { id: 'proof', for: null, selection: null });

const linksOf = (text: string): string[] => of(text).links.map(({ left, is, right }) => `${left} ${is} ${right}`);

const EXPECTED = ['KL = D - gap', 'D - gap <= D'];

describe('the same chain', () => {
  it.each([
    ['KL = D - gap <= D'],
    ['KL\n  = D - gap\n  <= D.'],
    ['KL =\n  D - gap <=\n  D\n'],
    ['my-id: KL = D - gap # the formula\n  <= D ;\r\nfor n >= 2'],
    ['\\begin{align}\n\\label{eq:a} KL &= D - gap, \\tag{3} \\\\[2pt]\n &\\le D. \\nonumber % by (2)\n\\end{align}'],
    [
      '\\begin{equation*}\\begin{split}\nKL &= D - gap \\\\\n\\intertext{and, by Theorem {2},}\n &\\leq D\\,.\n\\end{split}\\end{equation*}',
    ],
    ['\\[ KL = D - gap \\le D, \\]'],
    ['$$KL = D - gap \\le D$$'],
    ['KL &\\overset{(a)}{=} D - gap \\\\\n&\\stackrel{\\text{(b)}}{\\le} D && \\text{by Jensen}'],
    ['KL &:= D - gap \\quad \\text{trivial} \\\\\n&\\mathrel{\\phantom{=}} {}\\le{} D \\qquad \\text{(see 4.1)},'],
  ])('%j', (text) => {
    const plain = linksOf(text).map((link) => link.replace(/\s+/g, ' '));
    expect(plain).toEqual(EXPECTED);
  });
});

describe('links', () => {
  it('carry names, limits and places', () => {
    const { id, for: limits, links } = of('cubic: KL = D - gap\n  <= D\n  for n >= 3\n');
    expect([id, limits]).toEqual(['cubic', 'n >= 3']);
    expect(links.map(({ line, column, conjecture: { typed } }) => [line, column, typed.id])).toEqual([
      [1, 13, 'cubic-link-1'],
      [2, 6, 'cubic-link-2'],
    ]);
    const named = of('let m(i) = pi[i]/p[i]\nlet s = 1; max(i, m(i)) <= n*s = n').links;
    expect(named[1]?.conjecture.typed.text).toBe('let m(i) = pi[i]/p[i]; let s = 1; n*s = n');
  });

  it('may be for all indices', () => {
    expect(linksOf('for all i: pi[i] <= n p[i] <= n')).toEqual([
      'for all i: pi[i] <= n p[i]',
      'for all i: n p[i] <= n',
    ]);
    expect(of('for all i: pi[i] <= n p[i] <= n').links[1]?.conjecture.typed.text).toBe('for all i: n p[i] <= n');
  });

  it('are whole where a side ends with a fraction', () => {
    expect(linksOf('\\begin{eqnarray}H & = & -\\log\\frac{1}{\\exp(H)} \\\\ & = & H\\end{eqnarray}')).toEqual([
      'H = -\\log\\frac{1}{\\exp(H)}',
      '-\\log\\frac{1}{\\exp(H)} = H',
    ]);
  });

  it('keep a comma and a range within brackets', () => {
    expect(linksOf('sum(i=1..K,\n p[i]) = 1 = min(1,\n2)')).toEqual(['sum(i=1..K, p[i]) = 1', '1 = min(1, 2)']);
  });
});

it('takes limits and a selection from the file or the command line, not from both', () => {
  const given = { id: 'proof', for: 'n = 1', selection: 'worst-of-n' as const };
  const { links, ...rest } = derivationIn('W = 1/2 <= K', 'proof.txt', given);
  expect(rest).toEqual(given);
  expect(links[1]?.conjecture.typed).toEqual({ ...given, id: 'proof-link-2', text: '1/2 <= K' });
  expect(of('W <= 1\nselection worst-of-n').selection).toBe('worst-of-n');
  const twice = (): unknown => derivationIn('W <= 1\nfor n >= 2', 'proof.txt', given);
  expect(twice).toThrow('proof.txt:2:5: --for is given, and so is this line');
});

it.each([
  ['KL &= D - gap \\quad \\text{for } n \\ge 3 \\\\ &\\le D', ':1:21: a condition is a line of its own'],
  ['KL &= \\text{in all} D \\\\ &\\le D', ':1:7: words within a row have no meaning'],
  ['\\[ KL = D \\]\n\\[ KL = D \\]', ':2:1: there is a second block'],
  ['\\begin{align} KL = D', ':1:21: the block is not ended'],
  ['KL = D \\\\ \\end{align}', ':1:11: \\end{align} ends what has not begun'],
  ['KL &\\overset{a = D \\\\', ':1:5: these braces are not closed'],
  ['KL <= D\n\nW <= 1', ':3:1: a line goes on with a relation or another sign'],
  ['KL <= D,\nD <= 1', ':2:1: a line goes on with a relation'],
  ['\\begin{align} KL &= D - gap & W &\\le 1 \\end{align}', ':1:31: a line goes on with a relation'],
  ['KL = D \\quad W = 1 \\\\ = 2', ':1:14: a line goes on with a relation'],
  ['KL <= 100% D', ':1:10: "%" has no meaning here'],
  ['n >= 3 => KL = D - gap', ':1:1: this is no chain'],
  ['', ':1:1: there is no chain in it'],
  ['# nothing\n', ':1:1: there is no chain in it'],
  ['a: W', ':1:4: this is no chain; a chain has relations'],
  ['W <= \n  <= 1', ':2:3: "<=" stands where a number'],
  ['let a = 1\nW <= a\n  <= Dd', ':3:6: there is no name "Dd"'],
  ['W <= 1\nexpect holds', ':2:1: a derivation is expected to hold'],
  ['W <= 1\nfor n > 1\nfor n > 2', ':3:1: there are two lines that begin with for'],
  ['W <= 1\nselection best', ':2:11: selection must be'],
  ['\\begin{foo}W <= 1\\end{foo}', ':1:1: the environment "foo" is none of align'],
])('refuses %j', (text, message) => {
  expect(() => of(text)).toThrow(PointedError);
  expect(() => of(text)).toThrow(`proof.tex${message}`);
});

describe('planted faults of which small instances tell', () => {
  const SOME = ['win-rate.txt', 'chi-square.txt', 'total-variation.txt', 'max-ratio.tex', 'win-rate-gap.txt'];
  const extent = { ...searchOnly(5), exhaustive: 4 };

  it.each(SOME)('%s: each is named at its own link, and without one no link is', (file) => {
    const checker = new Checker(extent);
    expect(checker.firstBroken(derivationOf(file))).toBeNull();
    const faults = FAULTS.filter(({ derivation }) => derivation === file);
    expect(faults.map((fault) => checker.firstBroken(derivationOf(file, fault)))).toEqual(
      faults.map(({ link }) => link),
    );
  });
});
