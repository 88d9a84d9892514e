import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalogue } from '../../../properties/index.ts';
import { prepare } from '../../../src/cli/certificates.ts';
import { checkCertificate } from '../../../src/coq/certificates/check.ts';
import { PROOFS } from '../../../src/coq/gate/place.ts';
import { saying } from '../gate/tiny.ts';

test('an interruption while the checker waits is one of the check', async () => {
  const { certificate } = await prepare(join('counterexamples', 'equality', 'weights-1-1.n-2.json'), catalogue);
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
