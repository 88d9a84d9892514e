import { describe, expect, it } from 'vitest';
import type { Paper } from '../../src/claims/paper.ts';
import { countsOf, kindOf } from '../../src/judge/counts.ts';
import { sourcesOf } from '../../src/judge/sources.ts';
import type { ClaimReport } from '../../src/report/schema.ts';
import { falsehood, held, refuted, reported, theorem } from '../report/sample-reports.ts';

const held1: ClaimReport = { ...reported(theorem, held), status: 'ok' };
const all = { theorems: ['t'], beyond: null };
const proved: ClaimReport = { ...held1, id: 'proved', grade: 'proved', proof: all };
const inPart: ClaimReport = { ...held1, id: 'in-part', proof: { theorems: ['t'], beyond: 'K = 1' } };
const failed: ClaimReport = { ...held1, id: 'failed', grade: 'refuted', status: 'failed' };
const open: ClaimReport = { ...held1, id: 'open', expected: 'open', proof: { theorems: ['t'], beyond: 'n > 2' } };
const none: ClaimReport = { ...held1, id: 'none', grade: 'none', status: 'inconclusive' };
const wrong: ClaimReport = {
  ...reported(falsehood, refuted),
  status: 'ok',
  proof: { ...all, refutes: 'every policy' },
};
const claims = [held1, proved, inPart, failed, open, none, wrong];

describe('the counts of a report', () => {
  it('tell what each claim rests on; only theorems are proved in part', () => {
    expect(claims.map(kindOf)).toEqual([
      ...['certified', 'proved', 'proved except', 'refuted', 'certified', 'undecided', 'refuted'],
    ]);
  });

  it('tell what was expected of the claims, and what of that was found', () => {
    expect(countsOf(claims)).toEqual({
      claims: 7,
      own: 0,
      theorems: { all: 5, asExpected: 3 },
      falsehoods: { all: 1, asExpected: 1 },
      questions: 1,
      kinds: { proved: 1, 'proved except': 1, certified: 2, refuted: 2, undecided: 1 },
      provedFalse: { always: 1, sometimes: 0 },
    });
  });

  it('tell how many claims are the user’s own', () => {
    const [first, second] = claims.map(({ id }) => id);
    expect(countsOf(claims, [first ?? '', second ?? '']).own).toBe(5);
  });
});

describe('the sources of claims', () => {
  const paper: Paper = { key: 'a', authors: ['Ada Ba', 'Cy De'], title: 'On KL', year: 2024, arxiv: '2401.00001' };
  const from = (id: string, source: string): ClaimReport => ({ ...held1, id, source });
  const some = [
    from('stated', 'Ba and De, arXiv 2401.00001, Theorem 1'),
    from('turned', 'Theorem 1 of Ba and De, arXiv 2401.00001, turned'),
    from('sharper', 'this project; sharpens Ba and De, arXiv 2401.00001'),
    from('slip', 'a slip'),
  ];

  it('are divided by paper, and by whether the source begins with it', () => {
    const groups = sourcesOf(some, [paper, { ...paper, arxiv: '2401.00002' }]);
    expect(groups.map(({ id, taken, naming }) => [id, taken, naming])).toEqual([
      ['2401.00001', ['stated'], ['turned', 'sharper']],
      ['ours', ['sharper'], []],
      ['others', ['slip'], []],
    ]);
    expect(groups[0]).toMatchObject({ name: 'Ba et al. 2024', address: 'https://arxiv.org/abs/2401.00001' });
  });
});
