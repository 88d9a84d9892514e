import { describe, expect, it } from 'vitest';
import catalogue from '../../properties/catalogue.ts';
import type { Catalogue } from '../../src/claims/catalogue.ts';
import { type Instance, untied } from '../../src/claims/instance.ts';
import { withRelations } from '../../src/claims/with-relations.ts';
import { conjectureOf } from '../../src/conjectures/conjecture.ts';
import type { Known } from '../../src/known/known.ts';
import { knownIn } from '../../src/known/known-in.ts';
import type { Selection } from '../../src/selection/families.ts';

interface Setting {
  readonly for?: string;
  readonly selection?: Selection;
  readonly refuting?: Instance;
}

function known(text: string, { for: given, selection = 'best-of-n', refuting }: Setting = {}): Known[] {
  const conjecture = conjectureOf({ id: 'typed', text, for: given ?? null, selection });
  return knownIn(catalogue, conjecture, refuting ?? null);
}

const words = (all: readonly Known[]): string[] =>
  all.map(({ claim, how, where }) => `${how} ${claim}${where === null ? '' : ` with ${where}`}`);

describe('a conjecture is the same as a known claim', () => {
  it.each<[string, string | undefined, string[]]>([
    ['KL <= log(n) - (n-1)/n', undefined, ['same kl-bound']],
    ['log(n) - (n-1)/n >= KL', undefined, ['same kl-bound']],
    // The margin is the same, and then the same up to a factor that depends on n.
    ['gap >= 0', undefined, ['same kl-bound']],
    ['n - (n+1) W <= (n^2-1)/2 S2', undefined, ['same win-rate-gap', 'same win-rate-gap-real']],
    ['gap <= n(n-1)^2/24 S3', 'n >= 3', ['same sharp-cubic']],
    ['gap <= n(n-1)^2/24 S3', undefined, ['same sharp-cubic with n ≥ 3']],
    ['hell2 <= 2 - 4 sqrt(n)/(n+1)', undefined, ['same hellinger']],
    ['KL = log n', 'K >= 2 and n >= 2', ['same kl-log-n']],
    ['KL = log n', undefined, ['same kl-log-n with n ≥ 2 and K ≥ 2']],
  ])('%s for %s', (text, given, expected) => {
    const found = known(text, given === undefined ? {} : { for: given });
    expect(words(found)).toEqual(expected);
    for (const { instances } of found) expect(instances).toBeGreaterThan(100);
  });

  it('unless a digit far out differs', () => {
    expect(words(known('gap <= n(n-1)^2/24 S3 + 1e-30', { for: 'n >= 3' }))).toContain('implied by sharp-cubic');
    expect(words(known('gap <= n(n-1)^2/24 S3 - 1e-30', { for: 'n >= 3' }))).toContain('implies sharp-cubic');
    expect(words(known('KL = log n + 1e-30'))).toEqual([]);
  });

  it('unless it is turned round', () => {
    expect(words(known('gap <= 0'))).not.toContain('same kl-bound');
    expect(words(known('n/(n+1) <= W'))).not.toContain('same win-rate');
  });

  it('only where policies show it: of one atom any two margins are in a ratio that depends on n', () => {
    expect(words(known('KL <= 5', { for: 'K = 1' }))).toEqual([]);
  });

  it('with what is known of that claim', () => {
    expect(known('gap <= n(n-1)^2/24 S3', { for: 'n >= 3' })[0]).toMatchObject({
      states: 'gap ≤ n(n−1)²/24 Σ p³',
      where: null,
      status: 'proved',
      theorems: expect.arrayContaining(['gap_le_cubic_weighted']),
      section: 'docs/theory-ours.md#claim-sharp-cubic',
    });
    expect(known('KL = log n')[0]?.status).toBe('refuted');
    expect(known('W - 1/2 <= 5 n S2')[0]?.status).not.toBe('refuted');
    const of = known('gap <= n^2 S2').map(({ claim, status }) => [claim, status]);
    expect(of).toEqual([
      ['gap-upper-half', 'proved'],
      ['sharp-quadratic', 'holds'],
    ]);
  });
});

describe('a conjecture follows from known claims, or implies them', () => {
  it.each<[string, string | undefined, string[]]>([
    ['gap <= n^2 S2', undefined, ['implied by gap-upper-half', 'implied by sharp-quadratic with n ≥ 2']],
    ['gap >= -1', undefined, ['implied by kl-bound']],
    ['TV <= n/(n+1)', undefined, ['implied by total-variation', 'implied by win-rate']],
    ['gap <= n(n-1)^2/30 S3', 'n >= 3', ['implies sharp-cubic']],
  ])('%s for %s', (text, given, expected) => {
    expect(words(known(text, given === undefined ? {} : { for: given }))).toEqual(expected);
  });

  it('at most two of each, the nearest ones', () => {
    expect(words(known('gap <= 1/3 S2', { for: 'n = 2' }))).toEqual([
      ...['implied by sharp-quadratic', 'implied by cubic-two', 'implies gap-upper-half', 'implies gap-upper'],
    ]);
  });

  it('not by a side that is one number everywhere', () => {
    expect(words(known('0 <= KL + 3'))).toEqual([]);
  });
});

describe('a refuted conjecture', () => {
  it('is refuted with a known falsehood by a counterexample to both', () => {
    const both = { for: 'K >= 2 and n >= 2', refuting: untied([1n, 1n], 2) };
    expect(words(known('KL = log n', both))).toEqual(['refuted with kl-log-n']);
    // The falsehood is about two atoms and more.
    expect(words(known('KL = log n', { refuting: untied([1n], 2) }))).toEqual(['same kl-log-n with n ≥ 2 and K ≥ 2']);
  });

  it('does not follow from a theorem that holds on its counterexample', () => {
    const text = 'KL <= KL - 1/1000 + 10^9 * abs(p[1] - 1001/1002)';
    expect(words(known(text))).toContain('implied by kl-bound');
    expect(words(known(text, { refuting: untied([1001n, 1n], 2) }))).toEqual([]);
  });

  it('is not said to imply a theorem', () => {
    expect(words(known('gap <= n(n-1)^2/30 S3', { for: 'n >= 3', refuting: untied([1n, 1n], 3) }))).toEqual([]);
  });
});

describe('nothing is said', () => {
  it.each([
    ['of several comparisons', 'KL <= log(n) - (n-1)/n and W <= n/(n+1)', {}],
    ['of a strict one', 'KL < log(n) - (n-1)/n', {}],
    ['of another selection', 'KL <= log(n) - (n-1)/n', { selection: 'worst-of-n' }],
    ['where no instance is shared', 'KL <= log(n) - (n-1)/n', { for: 'KL > 1000' }],
    ['where the numbers are too large', 'exp(exp(exp(n + 9))) >= KL', {}],
  ] as [string, string, Setting][])('%s', (_, text, setting) => {
    expect(known(text, setting)).toEqual([]);
  });
});

it('leaves out what a claim states more than once, as of each atom', () => {
  const conjecture = conjectureOf({ id: 'typed', text: 'KL <= D', for: null, selection: 'best-of-n' });
  const related = (times: number): string[] => {
    const claims = catalogue.claims
      .filter(({ id }) => id === 'kl-bound')
      .map((claim) => withRelations(claim, (q) => Array.from({ length: times }, () => [...claim.relations(q)]).flat()));
    return words(knownIn({ ...catalogue, claims }, conjecture, null));
  };
  expect(related(1)).toEqual(['same kl-bound']);
  expect(related(2)).toEqual([]);
});

it('evaluates the claims of a catalogue once for all conjectures', () => {
  let calls = 0;
  const claims = catalogue.claims.map((claim) =>
    withRelations(claim, (q) => {
      calls += 1;
      return claim.relations(q);
    }),
  );
  const counting: Catalogue = { ...catalogue, claims };
  const conjecture = conjectureOf({ id: 'typed', text: 'gap >= 0', for: null, selection: 'best-of-n' });
  const first = knownIn(counting, conjecture, null);
  const before = calls;
  expect(before).toBeGreaterThan(200);
  expect(knownIn(counting, conjecture, null)).toEqual(first);
  expect(calls).toBe(before);
});

it('names nothing where it is stopped between two instances', () => {
  const conjecture = conjectureOf({ id: 'typed', text: 'gap >= 0', for: null, selection: 'best-of-n' });
  let asked = 0;
  const stopsAt = (limit: number): Known[] => {
    asked = 0;
    return knownIn(catalogue, conjecture, null, () => {
      asked += 1;
      return asked > limit;
    });
  };
  expect(stopsAt(100)).toEqual([]);
  expect(stopsAt(Number.POSITIVE_INFINITY)).toHaveLength(1);
  expect(stopsAt(asked - 1)).toEqual([]);
});
