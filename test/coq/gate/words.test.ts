import { describe, expect, it } from 'vitest';
import { isSame, type Term } from '../../../proofs/statements/term.ts';
import { manifest, statements } from './statements.ts';

const LONGEST = 220;
const words = manifest.theorems.map((theorem) => theorem.words);

/** How the letters of a statement are written in words. */
const LETTERS: Record<string, string> = { k: 'κ', eps: 'δ' };
/** Relations in words, without the bounds of sums and what is in an index. */
const signsIn = (text: string): string[] => text.replace(/_\{[^}]*\}|\[[^\]]*\]/g, '').match(/[≤<=≠]/g) ?? [];

/** The last relation of a conclusion that is one, or a chain; none where it says something else. */
function lastSign({ kind, ...term }: Term): string | null {
  if (kind !== 'operation') return null;
  const { sign, left, right } = { kind, ...term } as Term & { kind: 'operation' };
  const chained = right.kind === 'operation' && left.kind === 'operation' && isSame(left.right, right.left);
  if (sign === '/\\') return chained ? lastSign(right) : null;
  return { '<=': '≤', '<': '<', '=': '=', '<>': '≠' }[sign as string] ?? null;
}

describe('the words of a theorem', () => {
  it('are those of no other', () => {
    expect(words.filter((text, at) => words.indexOf(text) !== at)).toEqual([]);
  });

  it('are one sentence, and short', () => {
    expect(words.filter((text) => text.trim() !== text || text === '' || text.length > LONGEST)).toEqual([]);
    expect(words.filter((text) => /[.;:?]\s|[.;:\n]$|\*\*|`/.test(text))).toEqual([]);
  });

  it('name no theorem', () => {
    const names = new Set(manifest.theorems.map(({ name }) => name));
    expect(words.filter((text) => (text.match(/\w+/g) ?? []).some((word) => names.has(word)))).toEqual([]);
  });
});

describe.each(statements.map((statement, at) => ({ ...statement, text: words[at] ?? '' })))(
  'the words of $theorem',
  ({ hypotheses, conclusion, text }) => {
    it('end in the relation of its conclusion', () => {
      const sign = lastSign(conclusion);
      if (sign !== null && !text.includes('if and only if')) expect(signsIn(text).at(-1)).toBe(sign);
      const isIff = conclusion.kind === 'operation' && conclusion.sign === '<->';
      expect(text.includes('if and only if')).toBe(isIff);
    });

    it('say from which number on, and from no other', () => {
      const stated = [...text.matchAll(/(?<![\p{L}\d])([KNLn]) ≥ (\d)/gu)].map(
        ([, name, least]) => `${name} ≥ ${least}`,
      );
      const chained = /1 ≤ n [≤<] m/.test(text) ? ['n ≥ 1'] : [];
      const assumed = hypotheses.flatMap((hypothesis) => {
        if (hypothesis.kind !== 'operation' || hypothesis.sign !== '<=') return [];
        const { left, right } = hypothesis;
        const isBound = left.kind === 'numeral' && right.kind === 'name' && /^[KNLn]$/.test(right.name);
        return isBound ? [`${right.name} ≥ ${left.value}`] : [];
      });
      expect([...stated, ...chained].sort()).toEqual(assumed.sort());
    });

    it('say which real numbers are between which', () => {
      const pairs = new Set<string>();
      const chain = /([\p{L}_\d]+)\s([≤<≥>])\s(?=([\p{L}_\d]+))/gu;
      for (const [, left, sign, right] of text.matchAll(chain)) {
        if (sign === '≤' || sign === '<') pairs.add(`${left} ${sign} ${right}`);
        else pairs.add(`${right} ${sign === '≥' ? '≤' : '<'} ${left}`);
      }
      const letter = (name: string): string => LETTERS[name] ?? name;
      const missing = hypotheses.flatMap((hypothesis) => {
        if (hypothesis.kind !== 'operation' || !(hypothesis.sign === '<=' || hypothesis.sign === '<')) return [];
        const { left, right, sign } = hypothesis;
        const isPlain = (term: Term): boolean =>
          term.kind === 'numeral' || (term.kind === 'name' && /^[a-ehst-z]$|^eps$/.test(term.name));
        if (!isPlain(left) || !isPlain(right)) return [];
        const of = (term: Term): string =>
          term.kind === 'numeral' ? String(term.value) : letter((term as { name: string }).name);
        const written = `${of(left)} ${sign === '<' ? '<' : '≤'} ${of(right)}`;
        return pairs.has(written) ? [] : [written];
      });
      expect(missing).toEqual([]);
    });
  },
);
