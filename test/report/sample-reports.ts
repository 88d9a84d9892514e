/** Reports of made-up runs, for what is written about them. */

import type { Claim } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import { judgeClaim } from '../../src/judge/claim.ts';
import { modelOf } from '../../src/judge/judge.ts';
import type { Links, Model } from '../../src/report/model.ts';
import type { ClaimReport, Report, SampleReport } from '../../src/report/schema.ts';
import type { ClaimRun } from '../../src/search/claim-run.ts';
import { madeUp } from '../search/planted.ts';

export const theorem: Claim = madeUp({
  id: 'theorem',
  title: 'A theorem',
  statement: 'x ≤ y',
  expected: 'holds',
  shares: COMMON_SHARES,
  relations: () => [],
});
export const falsehood: Claim = madeUp({ ...theorem, id: 'falsehood', title: 'A falsehood', expected: 'fails' });

export const held: ClaimRun = {
  id: 'theorem',
  seed: 11,
  requested: 100,
  instances: 100,
  complete: true,
  outcomes: { holds: 100, refuted: 0, undecided: 0 },
  refutedBy: [],
  isExact: false,
  reach: { draws: 1000, atoms: 50, digits: 31 },
  decidedBy: { exact: 40, doubleDouble: 50, intervals: { '40': 10 } },
  trivial: 2,
  regimes: {
    'best-rare': 30,
    'best-critical': 30,
    'best-common': 40,
    'collisions-rare': 10,
    'collisions-critical': 40,
    'collisions-common': 50,
    ties: 9,
  },
  smallestMargin: { lo: '0.125', hi: '0.126', instance: { weights: ['1', '2'], ranks: [0, 0], n: 3 } },
  counterexample: null,
  firstUndecided: null,
  silent: { premiseFails: 0, noValue: 0, agree: 0, firstWithoutValue: null },
  decided: { exact: 0, enclosed: 0 },
  disagreement: null,
  noticedAt: null,
  derivation: null,
  exhaustive: null,
  far: null,
  shapes: null,
  climb: null,
  cells: [],
};

export const refuted: ClaimRun = {
  ...held,
  id: 'falsehood',
  outcomes: { holds: 1, refuted: 99, undecided: 0 },
  refutedBy: ['search'],
  smallestMargin: null,
  counterexample: {
    instance: { weights: ['1', '1'], n: 2 },
    found: { by: 'search', seed: 11, run: 1, shrinkingSteps: 4, leastOf: { tried: 0, maxDraws: 16 } },
  },
};

const value = { lo: '0.1308120359411', hi: '0.1308120359412' };

export const samples: SampleReport = {
  log: {
    files: ['log.jsonl'],
    rows: 31,
    layout: 'columns',
    columns: { prompt: 'prompt', response: 'response', reward: 'score' },
    skipped: [{ kind: 'NaN', rows: 1, first: 'log.jsonl:7' }],
  },
  kind: 'samples',
  prompts: 3,
  samples: 30,
  fewest: 10,
  oneLevel: 1,
  tied: 0,
  duplicates: { how: 'error', responses: 0 },
  notes: ['one <note>'],
  rows: [
    {
      n: 2,
      formula: { lo: '0.19314718055994', hi: '0.19314718055995' },
      kl: { mean: value, min: { lo: '0', hi: '0' }, max: value },
      estimatorMean: value,
      winRate: { lo: '0.625', hi: '0.625' },
      winRateBound: { lo: '0.66666666666666', hi: '0.66666666666667' },
      outdrawn: 0,
    },
  ],
  claims: [{ id: 'theorem', expected: 'holds', status: 'ok', policies: 3, holds: 3, refuted: 0, undecided: 0 }],
};

export const NO_LINKS: Links = {
  sections: {},
  counterexamples: null,
  figures: null,
  glossary: null,
  proofs: null,
  theorems: null,
};

/** What is reported of a claim, apart from proofs. */
export function reported(claim: Claim, run: ClaimRun, file: string | null = null): ClaimReport {
  return judgeClaim({ claim, run, file }, null);
}

/** The model of a report with these parts and nothing else. */
export function modelWith(parts: Partial<Report>, links: Links = NO_LINKS): Model {
  const nothing = { claims: [], regions: [], sharpness: [], proofs: null, samples: null };
  const base = { format: 'bonafide-report/2', status: 'ok', seed: 7, runs: 100, ...nothing } as const;
  return modelOf({ ...base, ...parts } as Report, { links });
}
