import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../properties/index.ts';
import { INEQUALITIES } from '../../../src/regions/certificate.ts';
import { mathmlOf } from '../../../src/report/mathml.ts';
import { piecesOf } from '../../../src/report/statement/pieces.ts';

/** Words as they are, mathematics between dollars. */
function marked(statement: string): string | null {
  return (
    piecesOf(statement)
      ?.map(({ kind, text }) => (kind === 'math' ? `$${text}$` : text))
      .join('') ?? null
  );
}

const DRAWN: Readonly<Record<string, string>> = {
  '∗': '*',
  '∣': '|',
  '∥': '‖',
  '⋅': '·',
  '∑': 'Σ',
  '\u2061': '',
  '&lt;': '<',
  '&gt;': '>',
};

/** The characters that a reader sees of LaTeX, in the order of MathML: base, lower script, upper script. */
function seen(latex: string): string {
  const mathml = mathmlOf(latex);
  if (mathml === null) throw new Error(`KaTeX cannot set ${latex}`);
  return mathml
    .replace(/<annotation.*<\/annotation>/s, '')
    .replace(/<[^>]*>/g, '')
    .replace(/[∗∣∥⋅∑\u2061]|&[lg]t;/g, (mark) => DRAWN[mark] as string);
}

/** The characters of a statement without those that only say where a script or a root is. */
function written(statement: string): string {
  return statement
    .normalize('NFD')
    .replace(/\^\(([^()]{2,})\)/g, '$1')
    .replace(/√\(([^()]*)\)/g, '$1')
    .replace(/\*_n/g, 'n*')
    .replace(/[\^_{}√]/g, '')
    .replace(/½/g, '12')
    .replace(/″/g, '′′')
    .normalize('NFKD');
}

/** Without spaces, and with the hats and tildes that MathML has behind their letters as characters of their own. */
function bare(text: string): string {
  return text.replace(/\s+/g, '').replaceAll('\u0302', '^').replaceAll('\u0303', '~');
}

const STATEMENTS = [...catalogue, ...INEQUALITIES].map(({ id, statement }) => [id, statement] as const);

describe('statements', () => {
  it.each(STATEMENTS)('%s: every character of it is set, and no other', (_, statement) => {
    const pieces = piecesOf(statement);
    expect(pieces).not.toBeNull();
    const text = (pieces ?? []).map(({ kind, text }) => (kind === 'math' ? seen(text) : text)).join('');
    expect(bare(text.normalize('NFKD'))).toBe(bare(written(statement)));
  });

  it.each([
    ['p_i² and π_i/p_i', '$p_{i}^{2}$ and $\\pi_{i} / p_{i}$'],
    ['F_i^(n−1) of π^(m)', '$F_{i}^{n - 1}$ of $\\pi^{(m)}$'],
    ['e^(−D̃_n)/2', '$e^{- \\tilde{D}_{n}} / 2$'],
    ['2^−n', '$2^{-n}$'],
    ['D̂*_n(ε′)', '$\\hat{D}^{*}_{n} (\\varepsilon^{\\prime})$'],
    ['2(1 − 2√n/(n+1))', '$2 (1 - 2 \\sqrt{n} / (n + 1))$'],
    ['√π_i − √(KL/2)', '$\\sqrt{\\pi_{i}} - \\sqrt{\\mathrm{KL} / 2}$'],
    ['c e^{cu}/(e^c − 1)', '$c \\, e^{c u} / (e^{c} - 1)$'],
    ['n p_i, 2 KL_{2n}', '$n \\, p_{i}$, $2 \\, \\mathrm{KL}_{2 n}$'],
    ['log₂ n', '$\\log_{2} \\, n$'],
    ['½ Σ |π_i − p_i|', '$\\tfrac{1}{2} \\, \\sum \\lvert \\pi_{i} - p_{i} \\rvert$'],
    ['within a tie', 'within a tie'],
    ['with a the accepted mass', 'with $a$ the accepted mass'],
    ['the best-of-n law', 'the best-of-n law'],
  ])('%s is read literally', (statement, expected) => {
    expect(marked(statement)).toBe(expected);
  });

  it('are divided before relations, sums and differences, but not before signs', () => {
    expect(marked('log n − (n−1)/n − KL(π‖p) ≤ −log p_K')).toBe(
      '$\\log n - (n - 1) / n$${} - \\mathrm{KL} (\\pi \\Vert p)$$\\le - \\log p_{K}$',
    );
    expect(marked('n = 1')).toBe('$n = 1$');
  });

  it.each([
    ['x_ab', 'an index that may be longer'],
    ['x_i−1', 'an index that may be a difference'],
    ['x_12n', 'an index that may be a product'],
    ['x_(i)', 'an index in parentheses'],
    ['x^2^3', 'a power of a power'],
    ['x_i_j', 'two indices'],
    ['p_i^', 'an exponent that is missing'],
    ['(a + b', 'a bracket that stays open'],
    ['(a + b]', 'brackets that do not match'],
    ['a)', 'a bracket that was not opened'],
    ['{a}', 'braces around no script'],
    ['|a', 'a bar alone'],
    ['√', 'a root of nothing'],
    ['√2n', 'a root that may reach further'],
    ['(the sum of p)', 'words within brackets'],
    ['e^{lambda r}', 'a name within a script'],
    ['a * b', 'a star that may be anything'],
    ['KL <= 1 - x', 'ASCII for other characters'],
    ['\\frac12', 'LaTeX'],
  ])('%s is left as text: %s', (statement) => {
    expect(marked(statement)).toBeNull();
  });
});
