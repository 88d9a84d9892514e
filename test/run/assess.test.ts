import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/claims/claim.ts';
import { assess } from '../../src/run/assess.ts';
import type { ClaimRun } from '../../src/search/claim-run.ts';
import { madeUp } from '../search/planted.ts';

const theorem = madeUp({ id: 'theorem', expected: 'holds', shares: { ties: 0.05 }, relations: () => [] });
const falsehood = madeUp({ ...theorem, id: 'falsehood', expected: 'fails' });
const question = madeUp({ ...theorem, id: 'question', expected: 'open' });

const good: ClaimRun = {
  id: 'theorem',
  seed: 1,
  requested: 100,
  instances: 100,
  complete: true,
  outcomes: { holds: 100, refuted: 0, undecided: 0 },
  refutedBy: [],
  isExact: true,
  reach: { draws: 1000, atoms: 50, digits: 31 },
  decidedBy: { exact: 100, doubleDouble: 0, intervals: {} },
  trivial: 5,
  regimes: { ties: 5 },
  smallestMargin: null,
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
const refuted: ClaimRun = { ...good, outcomes: { holds: 97, refuted: 3, undecided: 0 }, refutedBy: ['search'] };
const some = { instances: 50, outcomes: { holds: 46, refuted: 4, undecided: 0 } };
const scale = { maxTotal: 8, maxDraws: 8, maxAuxiliary: null, grid: [] };
const enumerated: ClaimRun = { ...good, refutedBy: ['exhaustive'], exhaustive: { ...scale, ...some } };
const farOut: ClaimRun = { ...good, refutedBy: ['far'], far: some };
const climbed: ClaimRun = { ...good, refutedBy: ['climb'] };
const doubtful = { instances: 50, outcomes: { holds: 49, refuted: 0, undecided: 1 } };

const CASES: readonly (readonly [string, Claim, ClaimRun, string, readonly string[]])[] = [
  ['a theorem that holds', theorem, good, 'ok', []],
  ['an open question that holds', question, good, 'ok', []],
  ['a falsehood that is refuted', falsehood, refuted, 'ok', []],
  ['a theorem that is refuted', theorem, refuted, 'failed', ['it was refuted on 3 of 100 instances']],
  ['an open question that is refuted', question, refuted, 'failed', ['it was refuted on 3 of 100 instances']],
  [
    'a falsehood that survives',
    falsehood,
    good,
    'failed',
    ['it is known to be false, and the search did not refute it'],
  ],
  ['a falsehood that enumeration alone refutes', falsehood, enumerated, 'ok', []],
  ['a falsehood that instances far out alone refute', falsehood, farOut, 'ok', []],
  ['a falsehood that climbing alone refutes', falsehood, climbed, 'ok', []],
  [
    'a theorem that enumeration alone refutes',
    theorem,
    enumerated,
    'failed',
    ['enumeration refuted it on 4 of 50 instances'],
  ],
  [
    'a theorem that instances far out alone refute',
    theorem,
    farOut,
    'failed',
    ['it was refuted on 4 of 50 instances far out'],
  ],
  ['an open question that climbing alone refutes', question, climbed, 'failed', ['hill climbing refuted it']],
  [
    'a falsehood that survives search and enumeration',
    falsehood,
    { ...good, exhaustive: { ...scale, ...some }, far: some },
    'failed',
    ['it is known to be false, and the search and enumeration and instances far out did not refute it'],
  ],
  [
    'enumerated instances left undecided',
    theorem,
    { ...good, exhaustive: { ...scale, ...doubtful } },
    'inconclusive',
    ['1 enumerated instances were left undecided'],
  ],
  [
    'instances far out left undecided',
    theorem,
    { ...good, far: doubtful },
    'inconclusive',
    ['1 instances far out were left undecided'],
  ],
  [
    'two ways that disagree',
    theorem,
    { ...good, disagreement: { name: 'KL twice', instance: { weights: ['1'], n: 2 } } },
    'failed',
    ['two computations of one number disagree: KL twice'],
  ],
  [
    'instances left undecided',
    theorem,
    { ...good, outcomes: { holds: 98, refuted: 0, undecided: 2 } },
    'inconclusive',
    ['2 instances were left undecided'],
  ],
  [
    'a survey that ended early',
    theorem,
    { ...good, requested: 200, complete: false },
    'inconclusive',
    ['it ended after 100 of 200 instances'],
  ],
  ['a survey that ended with its time', theorem, { ...good, requested: null, complete: false }, 'ok', []],
  [
    'a regime that got less than its share',
    theorem,
    { ...good, regimes: { ties: 4 } },
    'inconclusive',
    ['the regime some rewards tie got less than its share of 5 %'],
  ],
  [
    'a regime that got nothing',
    theorem,
    { ...good, regimes: {} },
    'inconclusive',
    ['the regime some rewards tie got less than its share of 5 %'],
  ],
  [
    'a quick look, in which chance decides the shares',
    theorem,
    { ...good, instances: 99, trivial: 4, regimes: {} },
    'ok',
    [],
  ],
  [
    'too many trivial instances',
    theorem,
    { ...good, trivial: 6 },
    'inconclusive',
    ['more than 5 % of the instances have n = 1 or one atom'],
  ],
  [
    'no instances at all',
    theorem,
    { ...good, instances: 0, trivial: 0, regimes: {}, outcomes: { holds: 0, refuted: 0, undecided: 0 } },
    'inconclusive',
    ['the regime some rewards tie got less than its share of 5 %'],
  ],
];

describe('assess', () => {
  it.each(CASES)('%s', (_, claim, run, status, reasons) => {
    expect(assess(claim, run)).toEqual({ status, reasons, shortfalls: [] });
  });

  it('names everything that is wrong, what is unexpected first', () => {
    const run: ClaimRun = {
      ...refuted,
      outcomes: { holds: 96, refuted: 3, undecided: 1 },
      disagreement: { name: 'KL twice', instance: { weights: ['1'], n: 2 } },
      requested: 150,
      complete: false,
      trivial: 50,
      regimes: {},
    };
    expect(assess(theorem, run)).toEqual({
      status: 'failed',
      reasons: [
        'two computations of one number disagree: KL twice',
        'it was refuted on 3 of 100 instances',
        '1 instances were left undecided',
        'it ended after 100 of 150 instances',
        'the regime some rewards tie got less than its share of 5 %',
        'more than 5 % of the instances have n = 1 or one atom',
      ],
      shortfalls: [],
    });
  });

  it('does not count the weakness of a short search beside something else', () => {
    const weak: ClaimRun = { ...good, trivial: 6, regimes: {} };
    const missed = [
      'the regime some rewards tie got less than its share of 5 %',
      'more than 5 % of the instances have n = 1 or one atom',
    ];
    expect(assess(theorem, weak, 'nothing')).toEqual({ status: 'ok', reasons: [], shortfalls: missed });
    expect(assess({ ...theorem, expected: 'fails' }, good, 'nothing')).toEqual({
      status: 'ok',
      reasons: [],
      shortfalls: ['it is known to be false, and the search did not refute it'],
    });
    expect(assess(theorem, { ...refuted, trivial: 6, regimes: {} }, 'nothing')).toMatchObject({
      status: 'failed',
      shortfalls: missed,
    });
    const open = { holds: 99, refuted: 0, undecided: 1 };
    expect(assess(theorem, { ...good, outcomes: open }, 'nothing').status).toBe('inconclusive');
  });

  it('counts what few instances do not refute without an assumption as a shortfall of a scaled search', () => {
    const cell = { instances: 10, silent: 0, outcomes: { holds: 10, refuted: 0, undecided: 0 }, counterexample: null };
    const declared: ClaimRun = { ...good, cells: [{ ...cell, assumption: 'one-draw', declared: 'fails' }] };
    const missed = ['it should fail with n = 1, but was not refuted there'];
    expect(assess(theorem, declared, 'scaled')).toEqual({ status: 'ok', reasons: [], shortfalls: missed });
    expect(assess(theorem, declared)).toEqual({ status: 'failed', reasons: missed, shortfalls: [] });
    const nothing: ClaimRun = {
      ...good,
      cells: [{ ...cell, instances: 0, assumption: 'one-draw', declared: 'fails' }],
    };
    expect(assess(theorem, nothing, 'scaled').status).toBe('failed');
  });

  it('asks a scaled search to refute, and for its scaled shares at any number of instances', () => {
    expect(assess(falsehood, good, 'scaled').status).toBe('failed');
    const wide = { ...theorem, shares: { ties: 0.2 } };
    const few: ClaimRun = { ...good, instances: 80, requested: 80, trivial: 0 };
    expect(assess(wide, { ...few, regimes: { ties: 4 } }, 'scaled').status).toBe('ok');
    expect(assess(wide, { ...few, regimes: { ties: 3 } }, 'scaled')).toMatchObject({ status: 'inconclusive' });
    expect(assess(wide, { ...few, regimes: {} }).status).toBe('ok');
  });
});
