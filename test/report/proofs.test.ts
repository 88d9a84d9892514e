import { describe, expect, it } from 'vitest';
import type { ProofReport } from '../../src/coq/gate/report.ts';
import { buildReport, reportClaim } from '../../src/report/build.ts';
import { markdown } from '../../src/report/markdown.ts';
import { proofsPage, reportProofs, withProof } from '../../src/report/proofs.ts';
import { type ClaimReport, reportSchema } from '../../src/report/schema.ts';
import { falsehood, held, refuted, theorem } from './sample-reports.ts';

const LINKS = { section: () => null, counterexamples: null, figures: null, proofs: '../proofs', theorems: 'proofs.md' };

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
const proofs = reportProofs(checked);
const claim = reportClaim(theorem, held, null);
const whole = { ...theorem, proof: { theorems: ['le'] } };

const unproved = checked.theorems.map((result) => ({ ...result, ok: false, reason: 'its statement is now: True' }));
const rejected = reportProofs({ ...checked, verdict: 'rejected', theorems: unproved, faults: ['A.v:1: no'] });
const unavailable = reportProofs({ ...checked, verdict: 'unavailable', theorems: unproved, axioms: [] });

describe('what a claim gains by its theorems', () => {
  it('is the grade proved, with the theorems', () => {
    expect(withProof(claim, whole, proofs)).toEqual({
      ...claim,
      grade: 'proved',
      proof: { theorems: ['le'], beyond: null },
    });
  });

  it.each([
    ['one that says more than its theorems', claim, { theorems: ['le'], beyond: 'real n' }],
    ['a falsehood', reportClaim(falsehood, refuted, null), { theorems: ['ne'] }],
    ['one that the search refuted', reportClaim(theorem, refuted, null), { theorems: ['le'] }],
    ['an open one', { ...claim, expected: 'open' as const }, { theorems: ['le'] }],
  ])('is no higher grade for %s', (_, other: ClaimReport, proof) => {
    const raised = withProof(other, { ...theorem, proof }, proofs);
    expect(raised.grade).toBe(other.grade);
    expect(raised.proof?.theorems).toEqual(proof.theorems);
  });

  it('is nothing where it names none, or none was checked', () => {
    expect(withProof(claim, undefined, proofs)).toBe(claim);
    expect(withProof(claim, whole, null)).toBe(claim);
    expect(withProof(claim, whole, unavailable)).toBe(claim);
  });

  it('is a reason to fail where one is not proved or missing', () => {
    expect(withProof(claim, whole, rejected)).toMatchObject({
      standing: 'unexpected',
      reasons: ['its theorem le is not proved'],
      grade: 'certified',
      proof: null,
    });
    expect(withProof(claim, { ...theorem, proof: { theorems: ['le', 'absent'] } }, proofs).reasons).toEqual([
      'its theorem absent is not proved',
    ]);
  });
});

describe('the report of the proofs', () => {
  const of = (part: typeof proofs, ...claims: ClaimReport[]) =>
    buildReport({ seed: 7, runs: 100, claims, regions: [], sharpness: [], proofs: part, samples: null });

  it('says nothing of who checked them', () => {
    const text = JSON.stringify(proofs);
    for (const word of ['embedded', 'jscoq', 'cached', 'version']) expect(text).not.toContain(word);
    expect(reportSchema.parse(of(proofs, claim)).proofs).toEqual(proofs);
  });

  it.each([
    ['expected', proofs],
    ['unexpected', rejected],
    ['inconclusive', unavailable],
  ])('makes the verdict %s', (verdict, part) => {
    expect(of(part, claim).verdict).toBe(verdict);
  });

  const raised = withProof(claim, whole, proofs);
  const disproved = withProof(
    reportClaim(falsehood, refuted, null),
    { ...falsehood, proof: { theorems: ['ne'], beyond: 'real n' } },
    proofs,
  );

  it('puts the statement in Coq beside that of the claim', () => {
    const text = markdown(of(proofs, raised, disproved), LINKS);
    expect(text).toContain(
      'Proved in Coq: [2 of 2 theorems](proofs.md). They rest on `Logic.classic`, and nothing else.',
    );
    expect(text).toContain('> x ≤ y\n\n- Proved in Coq:\n  - [`le`](../proofs/A.v): `x <= y`\n');
    expect(text).toContain('- Proved in Coq that it is false, but for real n:\n  - [`ne`](../proofs/B.v)');
    expect(text).toMatch(/\| theorem .*\| proved, and certified on 100 instances/);
  });

  it.each([
    ['every policy', ', and proved false for every policy'],
    ['some policy', ''],
  ] as const)('says of a falsehood that it is false for %s', (refutes, found) => {
    const run = { ...refuted, outcomes: { holds: 0, refuted: 100, undecided: 0 } };
    const known = withProof(
      reportClaim(falsehood, run, null),
      { ...falsehood, proof: { theorems: ['ne'], refutes } },
      proofs,
    );
    expect(known).toMatchObject({ standing: 'expected', proof: { refutes } });
    const text = markdown(of(proofs, known), LINKS);
    expect(text).toContain(`- Proved in Coq that it is false for ${refutes}:`);
    expect(text).toMatch(new RegExp(`refuted on 100 of 100 instances${found} +\\|`));
    expect(reportSchema.parse(of(proofs, known)).claims[0]?.proof?.refutes).toBe(refutes);
  });

  it('fails where a falsehood holds that is proved false for every policy', () => {
    const known = (refutes: 'every policy' | 'some policy') =>
      withProof(reportClaim(falsehood, refuted, null), { ...falsehood, proof: { theorems: ['ne'], refutes } }, proofs);
    expect(known('some policy').standing).toBe('expected');
    expect(known('every policy')).toMatchObject({
      standing: 'unexpected',
      reasons: ['it holds on 1 instances, where its theorems say that it is false for every policy'],
    });
  });

  it('says where they were not checked or are rejected', () => {
    expect(markdown(of(unavailable, claim), LINKS)).toContain('The proofs in Coq were **not checked**');
    expect(markdown(of(rejected, claim), LINKS)).toContain('[0 of 2 theorems](proofs.md)');
    expect(markdown(of(rejected, claim), LINKS)).toContain('**Rejected:** A.v:1: no.');
    expect(markdown(of(rejected, claim), LINKS)).not.toContain('They rest on');
  });

  it('lists every theorem with its claims, and the axioms', () => {
    const page = proofsPage(of(proofs, raised, disproved), '../proofs') ?? '';
    expect(page).toContain('2 of 2 theorems');
    expect(page).toMatch(/^\| \[`le`\]\(\.\.\/proofs\/A\.v\) \| \\\|x\\\| ≤ y \| `x <= y` +\| theorem +\|$/m);
    expect(page).toMatch(/`x <> y \\\|\\\| z` +\| falsehood +\|/);
    expect(page).toMatch(/^\| `Logic\.classic` \| `forall P : Prop, P \\\/ ~ P` \|$/m);
    expect(proofsPage(of(rejected, claim), null)).toMatch(/`le` \*\*not proved:\*\* its statement is now: True/);
    expect(proofsPage(of(rejected, claim), null)).not.toContain('## Axioms');
    expect(proofsPage(of(unavailable, claim), null)).toBeNull();
  });
});
