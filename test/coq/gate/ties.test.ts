import { describe, expect, it } from 'vitest';
import { add } from '../../../proofs/statements/number.ts';
import { parse } from '../../../proofs/statements/parse.ts';
import { isSame, type Term } from '../../../proofs/statements/term.ts';
import { checkTie, partOf, type Tie } from '../../../proofs/statements/tie.ts';
import { ties as tiesOfLaws } from '../../../proofs/statements/ties.ts';
import { tiesOfBounds } from '../../../proofs/statements/ties-of-bounds.ts';
import { tiesOfLevels } from '../../../proofs/statements/ties-of-levels.ts';
import { Rational } from '../../../src/arithmetic/rational.ts';
import { definitions, mutants, statementNamed } from './statements.ts';

const COUNT = 12;
/** The library does not speak of some instances, as at mass 0. */
const LEAST = 3;

const ties: readonly Tie[] = [...tiesOfLaws, ...tiesOfBounds, ...tiesOfLevels];

const check = (of: Tie, part = partOf(of), library = of.library): string | number =>
  checkTie({ ...of, library }, part, statementNamed(of.theorem), definitions, COUNT);

describe.each(ties)('$theorem: $part', (of) => {
  it('is what the library computes', () => {
    expect(check(of)).toBeGreaterThanOrEqual(LEAST);
  });
});

const one = (sign: '*' | '/' | '+' | '-', left: Term, right: string): Term => ({
  kind: 'operation',
  sign,
  left,
  right: parse(right),
});

/** Kinds of slips in a part that is written down for the library's number. */
const SLIPS: Record<string, (part: Term) => Term[]> = {
  'nothing but 0': () => [parse('0')],
  '1 % more': (part) => [one('*', part, '101 / 100')],
  '1 % less': (part) => [one('/', part, '101 / 100')],
  'a term dropped': (part) =>
    mutants(part, (term) => (term.kind === 'operation' && /^[+-]$/.test(term.sign) ? term.left : null)),
  'sides exchanged': (part) =>
    mutants(part, (term) =>
      term.kind === 'operation' && /^[-/^]$/.test(term.sign) ? { ...term, left: term.right, right: term.left } : null,
    ),
  'an index too early': (part) =>
    mutants(part, (term) => (term.kind === 'apply' && isSame(term.to, parse('S')) ? (term.args[0] as Term) : null)),
  'a draw too few': (part) =>
    mutants(part, (term) => (term.kind === 'name' && term.name === 'n' ? one('-', term, '1') : null)),
  'another numeral': (part) =>
    mutants(part, (term) => (term.kind === 'numeral' ? { ...term, value: term.value.add(Rational.ONE) } : null)),
  'another quantity': (part) =>
    mutants(part, (term) => (term.kind === 'name' && term.name === 'kl' ? { ...term, name: 'chi_square' } : null)),
};

/** Slips that make another part of the same statement, which is the same number. */
const SAME_NUMBER = ['- ln (1 - cdf p k)'];

describe('a slip is noticed', () => {
  it.each(Object.keys(SLIPS))('%s', (kind) => {
    let planted = 0;
    const missed = ties.flatMap((of) =>
      (SLIPS[kind]?.(partOf(of)) ?? []).flatMap((slip) => {
        planted += 1;
        return typeof check(of, slip) === 'number' ? [of.part] : [];
      }),
    );
    expect(planted).toBeGreaterThan(5);
    expect(missed.filter((part) => !SAME_NUMBER.includes(part))).toEqual([]);
  });

  it('a number of the library that is off by 10^−30', () => {
    const missed = ties.filter((of) => {
      const off: Tie['library'] = (read) => {
        const value = of.library(read);
        return value && add(value, Rational.of(1n, 10n ** 30n));
      };
      return typeof check(of, partOf(of), off) === 'number';
    });
    expect(missed.map(({ part }) => part)).toEqual([]);
  });
});
