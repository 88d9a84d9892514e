import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../properties/index.ts';
import type { Claim } from '../../src/claims/claim.ts';
import { readManifest } from '../../src/coq/gate/manifest.ts';
import { PROOFS } from '../../src/coq/gate/place.ts';
import { judgeClaim } from '../../src/judge/claim.ts';
import { leftOut, uncovered } from '../../src/report/coverage.ts';
import { held } from './sample-reports.ts';

const { theorems } = await readManifest(join(PROOFS, 'manifest.json'));
const results = theorems.map((theorem) => ({ ...theorem, definitions: [], ok: true, reason: null }));
const proofs = { status: 'ok' as const, theorems: results, axioms: [], faults: [] };

const statementsOf = (names: readonly string[]): string[] =>
  names.map((name) => theorems.find((theorem) => theorem.name === name)?.statement ?? '');
const found = (id: string): Claim => catalogue.find((claim) => claim.id === id) as Claim;
const left = (id: string, ...names: string[]): string[] => uncovered(found(id), statementsOf(names));

describe('what a claim is about and its theorems are not', () => {
  it.each([
    ['superadditive', 'kl_superadditive'],
    ['chi-square', 'chi_square_le'],
    ['hellinger', 'hellinger_le'],
    ['reverse-kl', 'reverse_kl_le'],
    ['renyi-divergence', 'renyi_le'],
    ['likelihood-ratio', 'likelihood_ratio_le'],
    ['total-variation', 'total_variation_le', 'best_of_one'],
    ['cubic-two', 'gap_two_le_cubic'],
    ['rewind-and-repeat', 'rewind_law', 'rewind_kl', 'rewind_win_rate'],
  ])('%s: ties, of which %s says nothing', (id, ...names) => {
    expect(left(id, ...names)).toEqual(['outcomes that tie']);
  });

  it.each([
    ['kl-bound', ['kl_le_formula', 'level_policy'], ['outcomes that tie']],
    ['kl-bound', ['kl_le_formula', 'random_ties_kl'], []],
    ['kl-bound', ['kl_lt_formula', 'random_ties_kl'], ['the smallest n']],
    ['likelihood-bounds', ['ratio_bounds', 'random_ties_enumeration'], []],
    ['kl-bound', ['kl_lt_formula', 'kl_ne_formula'], ['outcomes that tie', 'the smallest n']],
    ['total-variation', ['total_variation_le'], ['outcomes that tie', 'the smallest n']],
    ['kl-bound', ['kl_strictly_monotone'], ['outcomes that tie', 'policies of one outcome']],
    ['win-rate-gap-real', ['win_rate_gap_le_quadratic', 'win_rate_ties_levels'], ['n that are no integers']],
    ['equality-without-atoms', ['kl_le_formula'], ['continuous parts without atoms']],
    ['equality-without-atoms', ['mixed_gap'], []],
    ['tilt-identity', ['kl_le_formula', 'random_ties_kl'], ['laws other than best-of-n']],
    ['tilt-identity', ['tilt_identity', 'level_policy'], []],
    ['estimator-range', ['estimator_range'], []],
    ['binary-example', ['binary_kl'], []],
  ])('%s by %j', (id, names, expected) => {
    expect(left(id as string, ...(names as string[]))).toEqual(expected);
  });

  it('is said once, where the claim says it itself', () => {
    const [claim, statements] = [found('superadditive'), statementsOf(['kl_superadditive'])];
    expect(leftOut(claim, undefined, statements)).toBe('outcomes that tie');
    expect(leftOut(claim, 'real n', statements)).toBe('real n; outcomes that tie');
    expect(leftOut(claim, 'ties', statements)).toBe('ties');
    expect(leftOut(found('estimator-range'), undefined, statementsOf(['estimator_range']))).toBeNull();
  });
});

describe('no claim of the catalogue is proved', () => {
  it.each(catalogue.filter(({ proof, expected }) => proof && expected === 'holds'))(
    '$id, while something is left out',
    (claim) => {
      const { grade, proof } = judgeClaim({ claim, run: { ...held, id: claim.id }, file: null }, proofs);
      const nothingLeft = uncovered(claim, statementsOf(claim.proof?.theorems ?? [])).length === 0;
      expect(grade === 'proved').toBe(nothingLeft && claim.proof?.beyond === undefined);
      expect(proof?.beyond === null).toBe(grade === 'proved');
    },
  );
});
