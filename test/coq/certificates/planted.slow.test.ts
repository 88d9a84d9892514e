import { describe, expect, test } from 'vitest';
import { catalogue } from '../../../properties/index.ts';
import { decide } from '../../../src/claims/decide.ts';
import { untied } from '../../../src/claims/instance.ts';
import { type Certificate, certificateOf } from '../../../src/coq/certificates/certificate.ts';
import { checkCertificate } from '../../../src/coq/certificates/check.ts';
import { coqc } from '../../../src/coq/gate/coqc.ts';
import { PROOFS } from '../../../src/coq/gate/place.ts';
import { describe as describeCounterexample } from '../../../src/evidence/counterexample.ts';

const checker = coqc();
const isThere = (await checker.version(AbortSignal.timeout(60_000))) !== null;
if (!isThere) console.warn('coqc is not installed: certificates are not checked');

function certify(id: string, weights: bigint[], n: number): Certificate {
  const claim = catalogue.find((candidate) => candidate.id === id);
  const instance = untied(weights, n);
  const relation = claim && decide(claim, instance).relation;
  if (!relation) throw new Error(`there is no relation of ${id}`);
  const found = { by: 'search' as const, seed: 1, run: 1, shrinkingSteps: 0, smallest: 'made up' };
  return certificateOf(claim, describeCounterexample(claim, instance, relation, found).instance, relation, 'x.json');
}

async function verdict(certificate: Certificate): Promise<string> {
  const { signal } = new AbortController();
  const result = await checkCertificate(certificate, { checker, proofs: PROOFS, signal });
  const reasons = [...result.faults, ...result.theorems.map(({ reason }) => reason)].filter((reason) => reason);
  return [result.verdict, ...reasons].join(': ');
}

const replaced = (certificate: Certificate, from: string | RegExp, to: string): Certificate => {
  const text = certificate.text.replace(from, to);
  if (text === certificate.text) throw new Error(`there is no ${from}`);
  return { ...certificate, text };
};

describe.skipIf(!isThere)('a certificate is accepted', () => {
  test.each([
    ['equality', [2n, 5n, 1n, 7n], 5],
    ['kl-near-formula', [2n, 3n, 3n], 20],
    ['estimator-at-largest', [5n, 2n, 1n], 4],
    ['kl-log2', [1n, 2n, 3n], 3],
    ['win-rate-equality', [1n], 2],
    ['win-rate-equality', [1n, 99n, 900n], 2],
  ] as const)('of %s on %o at n = %i', async (id, weights, n) => {
    expect(await verdict(certify(id, [...weights], n))).toBe('proved');
  });
});

describe.skipIf(!isThere)('a certificate is rejected', () => {
  const sound = certify('kl-below-log-n-minus-one', [1n, 1n], 2);

  test('of a claim that holds there', async () => {
    // log 10 − 1 = 1.30…, and the KL of two equal outcomes is below log 2.
    expect(await verdict(certify('kl-below-log-n-minus-one', [1n, 1n], 10))).toMatch(/^rejected: .*witness/);
  });

  test('whose bounds are wrong', async () => {
    const wrong = replaced(sound, /<= Q2R \((\d+)/, '<= Q2R (1');
    expect(await verdict(wrong)).toMatch(/^rejected: Certificate\.v/);
  });

  test.each([
    [
      'that says something weaker',
      '~ kl 2 (best_of 2 p 2) p <= ln (INR 2) - 1',
      '~ kl 2 (best_of 2 p 2) p <= ln (INR 2) - 2',
    ],
    ['about another policy', '(1 # 2)%Q :: (1 # 2)%Q', '(1 # 3)%Q :: (2 # 3)%Q'],
  ])('%s', async (_, from, to) => {
    expect(await verdict(replaced(sound, from, to))).toMatch(/^rejected: .*(?:is now|Certificate\.v)/);
  });

  test.each([
    ['admits', /Proof\.[\s\S]*Qed\./, 'Proof. Admitted.', /Admitted is not allowed/],
    ['assumes', 'Theorem ', 'Axiom wish : False.\nTheorem ', /Axiom is not allowed/],
    ['is cut off', /Qed\.\n/, '', /^rejected/],
    [
      'defines what the proofs define',
      'Definition p ',
      'Definition kl (K : nat) (q p : nat -> R) : R := 0.\nDefinition p ',
      /kl/,
    ],
  ])('that %s', async (_, from, to, why) => {
    expect(await verdict(replaced(sound, from, to))).toMatch(why);
  });
});
