import { describe, expect, test } from 'vitest';
import { examine } from '../../../src/coq/gate/check-proofs.ts';
import { coqc } from '../../../src/coq/gate/coqc.ts';
import { embedded } from '../../../src/coq/gate/embedded.ts';
import { FAULTS } from './faults.ts';
import { tiny } from './tiny.ts';

for (const checker of [coqc(), embedded()]) {
  const version = await checker.version(AbortSignal.timeout(60_000));
  if (version === null) console.warn(`${checker.name} is not installed: its tests are skipped`);

  describe.skipIf(version === null)(`planted faults, by what ${checker.name} answers alone`, () => {
    test('nothing planted, nothing found', async () => {
      const { project, manifest } = await tiny();
      const { verdict, faults, theorems } = await examine(project, manifest, { checker, again: checker.canCheckAgain });
      expect({ verdict, faults, bad: theorems.filter(({ ok }) => !ok) }).toEqual({
        verdict: 'proved',
        faults: [],
        bad: [],
      });
    });

    test.each(FAULTS)('$name', async ({ plant, seen }) => {
      const { project, manifest } = await tiny(plant);
      const { verdict, faults, theorems } = await examine(project, manifest, { checker });
      expect(verdict).toBe('rejected');
      expect([...faults, ...theorems.map(({ name, reason }) => `${name}: ${reason}`)].join('\n')).toMatch(seen);
    });
  });
}
