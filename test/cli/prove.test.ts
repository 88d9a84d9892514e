import { expect, test } from 'vitest';
import { inWords } from '../../src/cli/prove.ts';
import type { ProofReport } from '../../src/coq/gate/report.ts';
import { refusal } from './bonafide.ts';

const theorem = { name: 't', file: 'T.v', statement: 'True', words: 'truth', definitions: [] };
const report: ProofReport = {
  verdict: 'proved',
  checker: 'coqc',
  version: 'Coq 8.16.1',
  checkedAgain: false,
  cached: false,
  theorems: [{ ...theorem, ok: true, reason: null }],
  axioms: [{ name: 'a', statement: 'True' }],
  faults: [],
};

test('a checker that there is not', async () => {
  expect(await refusal('prove', '--checker', 'lean')).toBe('--checker must be coqc, embedded or both, not "lean"');
});

test('what a report says', () => {
  expect(inWords(report)).toEqual(['coqc: 1 theorems proved, checked by Coq 8.16.1', '  resting on a']);
  expect(inWords({ ...report, checkedAgain: true, cached: true })[0]).toContain('and coqchk (an earlier run');
  const broken = { ...theorem, ok: false, reason: 'its statement differs from the manifest: False' };
  expect(inWords({ ...report, verdict: 'rejected', theorems: [broken], faults: ['T.v:1: no'] })).toEqual([
    'coqc: the proofs are rejected by Coq 8.16.1',
    '  T.v:1: no',
    '  T.v: t: its statement differs from the manifest: False',
  ]);
  expect(inWords({ ...report, verdict: 'unavailable', checker: 'embedded', version: null })[0]).toContain('npm ci');
});
