import { describe, expect, test } from 'vitest';
import { untied } from '../../../src/claims/instance.ts';
import type { Certificate } from '../../../src/coq/certificates/certificate.ts';
import { checkCertificate } from '../../../src/coq/certificates/check.ts';
import { coqc } from '../../../src/coq/gate/coqc.ts';
import { PROOFS } from '../../../src/coq/gate/place.ts';
import { certified } from './typed.ts';

const checker = coqc();
const isThere = (await checker.version(AbortSignal.timeout(60_000))) !== null;
if (!isThere) console.warn('coqc is not installed: certificates are not checked');

async function verdict(certificate: Certificate): Promise<string> {
  const { signal } = new AbortController();
  const { verdict: said, faults, theorems } = await checkCertificate(certificate, { checker, proofs: PROOFS, signal });
  return [said, ...faults, ...theorems.flatMap(({ reason }) => reason ?? [])].join(': ');
}

describe.skipIf(!isThere)('the certificate of a typed conjecture is accepted', () => {
  test.each<[string, bigint[], number]>([
    ['KL <= H', [2n, 1n], 6],
    ['KL >= D', [1n], 2],
    ['gap <= 1/3*S2', [1n, 3n, 1n], 4],
    ['pi[1] >= p[1]', [1n, 1n], 2],
    ['KL = sum(pi[i] log(pi[i]/p[i])) + 1/50', [3n, 1n, 2n], 3],
    ['sum(i=2..K, F[i-1]^(n-1) p[i]) <= F[K-1]/20', [1n, 2n, 3n], 2],
    ['sum(F[i-1] log(F[i-1])) >= 0', [1n, 2n, 3n], 2],
    ['TV >= sum(abs(pi[i] - p[i]))', [1n, 2n], 2],
    ['KL(2n) <= KL + W/100', [1n, 2n], 2],
    ['W(n+1) - D(n+1) <= log(2n)/9', [1n, 1n], 2],
    ['est(eps) + H2 <= better(p[1]) + KL(p‖pi)/4', [1n, 2n], 2],
    ['prod(i, pi[i]/p[i]) >= n/K + S3', [1n, 2n], 3],
    ['1000 n^9 (chi2 - D/9) <= Renyi(2)', [1n, 5n], 3],
  ])('%s on %o at n = %i', async (text, weights, n) => {
    expect(await verdict(certified(text, untied(weights, n)))).toBe('proved');
  });
});

test.skipIf(!isThere)('one with another number in its statement is rejected', async () => {
  const certificate = certified('pi[1] >= p[1]', untied([1n, 1n], 2));
  const text = certificate.text.replace('~ p 0 <=', '~ p 1 <=');
  expect(text).not.toBe(certificate.text);
  expect(await verdict({ ...certificate, text })).toMatch(/^rejected/);
});
