import { expect, test } from 'vitest';
import { embedded } from '../../src/coq/gate/embedded.ts';
import { bonafideWith } from './bonafide.ts';

/** As where neither coqc nor jscoq is installed. */
const NO_CHECKER = { chooseCheckers: async () => [embedded(null)] };

test('where no checker is, verify says so, claims keep their grades, and it ends with 3', async () => {
  const args = ['verify', 'kl-bound', '--runs', '120', '--workers', '1', '--proofs'];
  const { code, out, err } = await bonafideWith(NO_CHECKER, ...args);
  expect(code).toBe(3);
  expect(out).toMatch(/^ok +kl-bound +holds: certified on 120 instances$/m);
  expect(out).toMatch(/^OPEN +the proofs were not checked: .*--no-proofs leaves them out$/m);
  expect(err).toMatch(/^proofs: embedded: the embedded checker, the npm package jscoq, is not installed/m);
});
