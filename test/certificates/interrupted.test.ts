import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkCertificate } from '../../src/certificates/check.ts';
import { prepare } from '../../src/cli/certificates.ts';
import { PROOFS } from '../../src/prover/place.ts';
import { saying } from '../prover/tiny.ts';

test('an interruption while the checker waits is one of the check', async () => {
  const { certificate } = await prepare(join('counterexamples', 'equality', 'weights-1-1.n-2.json'));
  const interrupt = new AbortController();
  const checker = {
    ...saying(() => []),
    run: async () => {
      interrupt.abort();
      throw interrupt.signal.reason;
    },
  };
  const checked = await checkCertificate(certificate, { checker, proofs: PROOFS, signal: interrupt.signal });
  expect(checked.verdict).toBe('interrupted');
});
