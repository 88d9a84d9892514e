import katex from 'katex';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../properties/index.ts';
import { typeset } from '../../scripts/reports/typeset.ts';

const FORMULA = /\$`([^`]*)`\$/g;
const ACCENTS: Readonly<Record<string, string>> = { '^': '\u0302', '~': '\u0303' };

/** The text of a formula as its library sets it, with its indices, exponents and roots. */
function readBack(latex: string): string {
  const page = katex.renderToString(latex, { output: 'mathml', throwOnError: true, strict: 'error' });
  return inLine(parseHTML(page).document.querySelector('semantics'));
}

/** What is read of the library's answer. */
interface Tree {
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<Tree>;
}

function inLine(node: Tree | null): string {
  if (node === null) return '';
  const [base, first, second] = [...node.childNodes].map(inLine);
  switch (node.nodeName.toLowerCase()) {
    case '#text':
      return node.textContent ?? '';
    case 'annotation':
      return '';
    case 'msub':
    case 'munder':
      return `${base}_{${first}}`;
    case 'msup':
      return `${base}^{${first}}`;
    case 'msubsup':
    case 'munderover':
      return `${base}_{${first}}^{${second}}`;
    case 'mover':
      return `${base}${ACCENTS[first ?? '']}`;
    case 'mfrac':
      return `${base}/${first}`;
    case 'msqrt':
      return `√(${[...node.childNodes].map(inLine).join('')})`;
    default:
      return [...node.childNodes].map(inLine).join('');
  }
}

/** A text in which all that both notations say is written in one way. */
function plain(text: string): string {
  const digits = (all: string, found: string): string => [...found].map((digit) => all.indexOf(digit)).join('');
  return text
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, (found) => `^{${digits('⁰¹²³⁴⁵⁶⁷⁸⁹', found)}}`)
    .replace(/[₀₁₂₃₄₅₆₇₈₉]+/g, (found) => `_{${digits('₀₁₂₃₄₅₆₇₈₉', found)}}`)
    .replace(/√(\p{L}(?:_\p{L})?)/gu, '√($1)')
    .replace(/([_^])(−?(?:\d+|[\p{L}∞]))/gu, '$1{$2}')
    .replace(/\^\(([^()]{2,})\)/g, '^{$1}')
    .replace(/\^(\([^()]\))/g, '^{$1}')
    .replace(/½/g, '1/2')
    .replace(/″/g, '′′')
    .replace(/\^\{(′+)\}/g, '$1')
    .replace(/[∗*]/g, '*')
    .replace(/(\u0302)\^\{\*\}|(\u0302)_\{n\}\^\{\*\}/g, (_, alone) => (alone ? '\u0302*' : '\u0302*_{n}'))
    .replace(/𝔼/g, 'E')
    .replace(/[-−]/g, '−')
    .replace(/[∥‖]/g, '‖')
    .replace(/[∣|]/g, '|')
    .replace(/∑/g, 'Σ')
    .replace(/⋅/g, '·')
    .replace(/ϵ/g, 'ε')
    .replace(/ϕ/g, 'φ')
    .replace(/[∼~]/g, '∼')
    .replace(/⟹|\u27f9/g, '⟹')
    .replace(/[\s\u2061\u200b\\]/g, '');
}

describe('the statements of claims in the tables of docs/', () => {
  it.each(catalogue)('$id is typeset as what it states', ({ statement }) => {
    const text = typeset(statement);
    expect(text).toMatch(/\$`|^[^≤=]*$/);
    expect(plain(text.replace(FORMULA, (_, latex: string) => readBack(latex)))).toBe(plain(statement));
  });

  it('tells words from mathematics', () => {
    expect(typeset('a within a tie, with a the mass, and 0 ≤ a between 1 and 2')).toBe(
      'a within a tie, with $`a`$ the mass, and $`0 \\le a`$ between $`1`$ and $`2`$',
    );
    expect(typeset('KL = 1; W = 2')).toBe('$`\\mathrm{KL} = 1`$; $`W = 2`$');
  });

  it('leaves what it does not know as it is', () => {
    expect(typeset('π_i ⊕ p_i')).toBe('π\\_i ⊕ p\\_i');
    expect(typeset('`a`')).toBe('\\`a\\`');
  });
});
