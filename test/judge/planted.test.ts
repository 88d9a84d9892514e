import { describe, expect, it } from 'vitest';
import { ASSUMPTIONS } from '../../src/claims/claim.ts';
import { EXIT_OF } from '../../src/cli/exit-code.ts';
import { REPORTERS } from '../../src/cli/reporters.ts';
import { judge, modelOf, type Results } from '../../src/judge/judge.ts';
import { inMarkdown } from '../../src/report/escape.ts';
import type { Model } from '../../src/report/model.ts';
import { reportSchema } from '../../src/report/schema.ts';
import { STATUS_IN_WORDS } from '../../src/report/words.ts';
import type { Status } from '../../src/run/assess.ts';
import type { ClaimRun } from '../../src/search/claim-run.ts';
import { falsehood, held, NO_LINKS, refuted, samples, theorem } from '../report/sample-reports.ts';

const instance = { weights: ['1', '2'], n: 2 };
const proved = { ...theorem, proof: { theorems: ['le'] } };
const [le] = [
  { name: 'le', file: 'A.v', statement: 'x <= y', words: 'x ≤ y', definitions: [], ok: true, reason: null },
] as const;
const proofs: NonNullable<Results['proofs']> = {
  ...{ verdict: 'proved', checker: 'coqc', version: 'Coq 8.17', checkedAgain: false, cached: false },
  ...{ theorems: [{ ...le, definitions: [] }], axioms: [], faults: [] },
};
const region: Results['regions'][number] = {
  ...{ id: 'gamma-cubic', statement: 'γ(t) ≤ n(n−1)²/24 t³', from: 3, to: 3, certificates: [], failures: [] },
};
const sharp: Results['sharpness'][number] = {
  ...{ claim: 'theorem', statement: 'x ≤ y', status: 'ok', instance, relative: { lo: '0', hi: '1e-9' } },
};
const replay: Results['replays'][number] = { file: 'x.json', claim: 'falsehood', outcome: 'refuted', detail: 'so' };
const { claims: _, ...tables } = samples;
const checked = (...outcomes: ('holds' | 'refuted' | 'undecided')[]): Results['samples'] => ({
  ...tables,
  checks: [{ claim: theorem, result: { claim: 'theorem', outcomes } }],
});

const good: Results = {
  seed: 7,
  runs: 100,
  claims: [
    { claim: proved, run: held, file: null },
    { claim: falsehood, run: refuted, file: null },
  ],
  regions: [region],
  sharpness: [sharp],
  proofs,
  samples: checked('holds'),
  replays: [replay],
  isInterrupted: false,
};

const theoremRan = (changes: Partial<ClaimRun>): Partial<Results> => ({
  claims: [{ claim: proved, run: { ...held, ...changes }, file: null }],
});
const some = { holds: 98, refuted: 2, undecided: 0 };
const cell = { assumption: 'one-atom', declared: 'holds', instances: 9, silent: 0, counterexample: null } as const;

/** Each kind of failure, what the run comes to, and what every format says of it. */
const PLANTED: readonly (readonly [string, Partial<Results>, Status, string])[] = [
  [
    'a theorem that is refuted',
    theoremRan({ outcomes: some, refutedBy: ['search'] }),
    'failed',
    'it was refuted on 2 of 100 instances',
  ],
  [
    'a falsehood that is not refuted',
    { claims: [{ claim: falsehood, run: { ...held, id: 'falsehood' }, file: null }] },
    'failed',
    'it is known to be false, and the search did not refute it',
  ],
  [
    'instances left undecided',
    theoremRan({ outcomes: { holds: 98, refuted: 0, undecided: 2 } }),
    'inconclusive',
    '2 instances were left undecided',
  ],
  [
    'a regime that misses its share',
    theoremRan({ regimes: { ...held.regimes, ties: 1 } }),
    'inconclusive',
    'the regime some rewards tie got less than its share of 5 %',
  ],
  [
    'cross-checks that disagree',
    theoremRan({ disagreement: { name: 'KL twice', instance } }),
    'failed',
    'two computations of one number disagree: KL twice',
  ],
  [
    'a step of a proof that is violated',
    theoremRan({ derivation: { steps: ['one', 'two'], instances: 9, broken: { step: 'two', instance } } }),
    'failed',
    'the step “two” of its proof fails',
  ],
  [
    'an assumption that it does not survive as it says',
    theoremRan({ cells: [{ ...cell, outcomes: { holds: 8, refuted: 1, undecided: 0 } }] }),
    'failed',
    `it should hold with ${ASSUMPTIONS['one-atom']}, but fails on some instance`,
  ],
  [
    'a certificate of a region that is not confirmed',
    { regions: [{ ...region, failures: [{ n: 3, outcome: 'undecided', where: 'box 5 is not confirmed' }] }] },
    'inconclusive',
    'box 5 is not confirmed',
  ],
  [
    'a region where the inequality fails',
    { regions: [{ ...region, failures: [{ n: 3, outcome: 'refuted', where: 'at t = 1/2' }] }] },
    'failed',
    'at t = 1/2',
  ],
  [
    'a constant that is not sharp',
    { sharpness: [{ ...sharp, status: 'failed', relative: { lo: '0.003', hi: '0.004' } }] },
    'failed',
    '0.004',
  ],
  [
    'proofs that are not accepted',
    { proofs: { ...proofs, verdict: 'rejected', faults: ['A.v:1: no'] } },
    'failed',
    'A.v:1: no',
  ],
  [
    'a theorem that is not proved',
    { proofs: { ...proofs, verdict: 'rejected', theorems: [{ ...le, definitions: [], ok: false, reason: 'no' }] } },
    'failed',
    'its theorem le is not proved',
  ],
  ['proofs that nobody checked', { proofs: { ...proofs, verdict: 'unavailable' } }, 'inconclusive', ''],
  ['a check on samples that fails', { samples: checked('holds', 'refuted') }, 'failed', ''],
  ['a check on samples left undecided', { samples: checked('holds', 'undecided') }, 'inconclusive', ''],
  [
    'a saved counterexample that refutes nothing',
    { replays: [replay, { ...replay, file: 'y.json', outcome: 'not refuted', detail: 'x ≤ y holds' }] },
    'failed',
    'y.json',
  ],
  [
    'a survey that ended early',
    theoremRan({ requested: 200, complete: false }),
    'inconclusive',
    'it ended after 100 of 200 instances',
  ],
  ['an interruption', { isInterrupted: true }, 'inconclusive', ''],
];

function modelOfResults(changes: Partial<Results>): Model {
  const results = { ...good, ...changes };
  return modelOf(judge(results), {
    certificates: results.regions.flatMap(({ certificates }) => certificates),
    links: NO_LINKS,
  });
}

const CODES = { ok: 0, failed: 1, inconclusive: 3 };

/** That the exit code and all formats agree on what a run comes to. */
function expectAgreed(model: Model, status: Status): void {
  expect(EXIT_OF[model.report.status]).toBe(CODES[status]);
  expect(reportSchema.parse(JSON.parse(REPORTERS.json.of(model))).status).toBe(status);
  expect(REPORTERS.markdown.of(model)).toContain(`Status: **${STATUS_IN_WORDS[status]}**.`);
  expect(REPORTERS.text.of(model).split('\n').at(-1)).toBe(STATUS_IN_WORDS[status]);
}

/** That the formats of CI systems have a finding of the status, with the reason. */
function expectFound(model: Model, status: Status, reason: string): void {
  expect(REPORTERS.junit.of(model)).toMatch(status === 'failed' ? /<failure / : /<error /);
  expect(REPORTERS.sarif.of(model)).toContain(`"level": "${status === 'failed' ? 'error' : 'warning'}"`);
  expect(REPORTERS.github.of(model)).toMatch(status === 'failed' ? /^::error /m : /^::warning /m);
  const { runs } = JSON.parse(REPORTERS.sarif.of(model));
  expect(JSON.stringify(runs)).toContain(reason);
}

describe('a run in which all is as expected', () => {
  it('is ok in every format, and nothing stands out', () => {
    const model = modelOfResults({});
    expectAgreed(model, 'ok');
    expect(REPORTERS.markdown.of(model).match(/\*\*/g)).toHaveLength(2);
    expect(REPORTERS.text.of(model)).not.toMatch(/WRONG|OPEN|\*\*/);
    expect(JSON.stringify(model.report)).not.toMatch(/unexpected|inconclusive/);
    expect(REPORTERS.junit.of(model)).toContain('failures="0" errors="0"');
    expect(REPORTERS.github.of(model)).toMatch(/^\d+ passed, 0 failed, 0 undecided\n$/);
  });
});

describe('a run with a planted failure says the same in its exit code, JSON, Markdown and text:', () => {
  it.each(PLANTED)('%s', (_, changes, status, reason) => {
    const model = modelOfResults(changes);
    expectAgreed(model, status);
    const [text, page] = [REPORTERS.text.of(model), REPORTERS.markdown.of(model)];
    expect(JSON.stringify(model.report)).toContain(reason);
    expect(page).toContain(inMarkdown(reason));
    expect(text).toContain(reason);
    if (changes.isInterrupted) return;
    expectFound(model, status, reason);
    expect(text).toMatch(status === 'failed' ? /WRONG|\*\*no\*\*/ : /OPEN|\*\*inconclusive\*\*/);
    // Beside the verdict.
    expect(page.match(/\*\*/g)?.length).toBeGreaterThan(2);
  });

  it('what fails weighs more than what is undecided', () => {
    const changes = PLANTED.filter(([, , status]) => status === 'inconclusive').map(([, change]) => change);
    const both = Object.assign({}, ...changes, { isInterrupted: false, proofs: { ...proofs, verdict: 'rejected' } });
    expectAgreed(modelOfResults(both), 'failed');
  });
});

describe('what there is for a claim', () => {
  it('is said in the same words by Markdown and text', () => {
    const model = modelOfResults({});
    expect(model.evidence).toEqual({
      theorem: 'proved, and certified on 100 instances',
      falsehood: 'refuted on 99 of 100 instances',
    });
    for (const words of Object.values(model.evidence)) {
      expect(REPORTERS.markdown.of(model)).toContain(`Found: ${words};`);
      expect(REPORTERS.text.of(model)).toContain(`: ${words}\n`);
    }
  });
});
