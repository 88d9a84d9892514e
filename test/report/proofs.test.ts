import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/claims/claim.ts';
import type { ProofReport } from '../../src/coq/gate/report.ts';
import { judgeClaim } from '../../src/judge/claim.ts';
import { judge } from '../../src/judge/judge.ts';
import { judgeProofs } from '../../src/judge/parts.ts';
import { markdown } from '../../src/report/formats/markdown.ts';
import type { Model } from '../../src/report/model.ts';
import { proofsPage } from '../../src/report/proofs.ts';
import { type ClaimReport, reportSchema } from '../../src/report/schema.ts';
import type { ClaimRun } from '../../src/search/claim-run.ts';
import { falsehood, held, modelWith, NO_LINKS, refuted, theorem } from './sample-reports.ts';

const LINKS = { ...NO_LINKS, proofs: '../proofs', theorems: 'proofs.md', lines: new Map([['le', 12]]) };

const checked: ProofReport = {
  verdict: 'proved',
  checker: 'embedded',
  version: 'Coq of jscoq 7',
  checkedAgain: false,
  cached: true,
  theorems: [
    { name: 'le', file: 'A.v', statement: 'x <= y', words: '|x| ≤ y', definitions: [], ok: true, reason: null },
    { name: 'ne', file: 'B.v', statement: 'x <> y || z', words: 'x ≠ y', definitions: [], ok: true, reason: null },
  ],
  axioms: [{ name: 'Logic.classic', statement: 'forall P : Prop, P \\/ ~ P' }],
  faults: [],
};
const proofs = judgeProofs(checked);

/** What a run and these proofs say of a claim that names theorems. */
function withProof(claim: Claim, run: ClaimRun, proof: Claim['proof'], by: typeof proofs | null): ClaimReport {
  return judgeClaim({ claim: proof ? { ...claim, proof } : claim, run, file: null }, by);
}

const claim = withProof(theorem, held, undefined, null);
const whole = { theorems: ['le'] };

const unproved = checked.theorems.map((result) => ({
  ...result,
  ok: false,
  reason: 'its statement differs from the manifest: True',
}));
const isRejected: ProofReport = { ...checked, verdict: 'rejected', theorems: unproved, faults: ['A.v:1: no'] };
const rejected = judgeProofs(isRejected);
const isUnavailable: ProofReport = { ...checked, verdict: 'unavailable', theorems: unproved, axioms: [] };
const unavailable = judgeProofs(isUnavailable);

describe('what a claim gains by its theorems', () => {
  it('is the grade proved, with the theorems', () => {
    expect(withProof(theorem, held, whole, proofs)).toEqual({
      ...claim,
      grade: 'proved',
      proof: { theorems: ['le'], beyond: null },
    });
  });

  it.each([
    ['one that says more than its theorems', theorem, held, { theorems: ['le'], beyond: 'real n' }],
    ['a falsehood', falsehood, refuted, { theorems: ['ne'] }],
    ['one that the search refuted', theorem, refuted, { theorems: ['le'] }],
    ['an open one', { ...theorem, expected: 'open' as const }, held, { theorems: ['le'] }],
  ])('is no higher grade for %s', (_, other, run, proof) => {
    const raised = withProof(other, run, proof, proofs);
    expect(raised.grade).toBe(withProof(other, run, undefined, null).grade);
    expect(raised.proof?.theorems).toEqual(proof.theorems);
  });

  it('is nothing where it names none, or none was checked', () => {
    expect(withProof(theorem, held, undefined, proofs)).toEqual(claim);
    expect(withProof(theorem, held, whole, null)).toEqual(claim);
    expect(withProof(theorem, held, whole, unavailable)).toEqual(claim);
  });

  it('is a reason to fail where one is not proved or missing', () => {
    expect(withProof(theorem, held, whole, rejected)).toMatchObject({
      status: 'failed',
      reasons: ['its theorem le is not proved'],
      grade: 'certified',
      proof: null,
    });
    expect(withProof(theorem, held, { theorems: ['le', 'absent'] }, proofs).reasons).toEqual([
      'its theorem absent is not proved',
    ]);
  });
});

describe('the report of the proofs', () => {
  const of = (part: typeof proofs, ...claims: ClaimReport[]): Model => modelWith({ claims, proofs: part }, LINKS);

  it('says nothing of who checked them', () => {
    const text = JSON.stringify(proofs);
    for (const word of ['embedded', 'jscoq', 'cached', 'version']) expect(text).not.toContain(word);
    expect(reportSchema.parse(of(proofs, claim).report).proofs).toEqual(proofs);
  });

  it.each([
    ['ok', checked],
    ['failed', isRejected],
    ['inconclusive', isUnavailable],
  ])('makes the verdict %s', (verdict, part) => {
    const nothing = { claims: [], regions: [], sharpness: [], samples: null, replays: [], isInterrupted: false };
    expect(judge({ seed: 7, runs: 100, ...nothing, proofs: part }).status).toBe(verdict);
  });

  const raised = withProof(theorem, held, whole, proofs);
  const disproved = withProof(falsehood, refuted, { theorems: ['ne'], beyond: 'real n' }, proofs);

  it('puts the statement in Coq beside that of the claim', () => {
    const text = markdown(of(proofs, raised, disproved));
    expect(text).toContain(
      'Proved in Coq: [2 of 2 theorems](proofs.md). They rest on `Logic.classic`, and nothing else.',
    );
    expect(text).toContain('> x ≤ y\n\n- Proved in Coq:\n  - [`le`](../proofs/A.v#L12): `x <= y`\n');
    expect(text).toContain('- Proved in Coq that it is false, except (real n):\n  - [`ne`](../proofs/B.v)');
    expect(text).toMatch(/\| theorem .*\| proved, and certified on 100 instances/);
  });

  it.each([
    ['every policy', ', and proved false for every policy'],
    ['some policy', ''],
  ] as const)('says of a falsehood that it is false for %s', (refutes, found) => {
    const run = { ...refuted, outcomes: { holds: 0, refuted: 100, undecided: 0 } };
    const known = withProof(falsehood, run, { theorems: ['ne'], refutes }, proofs);
    expect(known).toMatchObject({ status: 'ok', proof: { refutes } });
    const text = markdown(of(proofs, known));
    expect(text).toContain(`- Proved in Coq that it is false for ${refutes}:`);
    expect(text).toMatch(new RegExp(`refuted on 100 of 100 instances${found} +\\|`));
    expect(reportSchema.parse(of(proofs, known).report).claims[0]?.proof?.refutes).toBe(refutes);
  });

  it('fails where a falsehood holds that is proved false for every policy', () => {
    const known = (refutes: 'every policy' | 'some policy') =>
      withProof(falsehood, refuted, { theorems: ['ne'], refutes }, proofs);
    expect(known('some policy').status).toBe('ok');
    expect(known('every policy')).toMatchObject({
      status: 'failed',
      reasons: ['it holds on 1 instances, where its theorems say that it is false for every policy'],
    });
  });

  it('says where they were not checked or are rejected', () => {
    expect(markdown(of(unavailable, claim))).toContain('The proofs in Coq were **not checked**');
    expect(markdown(of(rejected, claim))).toContain('[0 of 2 theorems](proofs.md)');
    expect(markdown(of(rejected, claim))).toContain('**Rejected:** A.v:1: no.');
    expect(markdown(of(rejected, claim))).not.toContain('They rest on');
  });

  it('lists every theorem with its claims, and the axioms', () => {
    const page = proofsPage(of(proofs, raised, disproved)) ?? '';
    expect(page).toContain('2 of 2 theorems');
    expect(page).toMatch(/^\| \[`le`\]\(\.\.\/proofs\/A\.v#L12\) \| \\\|x\\\| ≤ y \| `x <= y` +\| theorem +\|$/m);
    expect(page).toMatch(/`x <> y \\\|\\\| z` +\| falsehood +\|/);
    expect(page).toMatch(/^\| `Logic\.classic` \| `forall P : Prop, P \\\/ ~ P` \|$/m);
    expect(proofsPage(of(rejected, claim))).toMatch(
      /\[`le`\]\(\.\.\/proofs\/A\.v#L12\) \*\*not proved:\*\* its statement differs from the manifest: True/,
    );
    expect(proofsPage(of(rejected, claim))).not.toContain('## Axioms');
    expect(proofsPage(of(unavailable, claim))).toBeNull();
  });
});
