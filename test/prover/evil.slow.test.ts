import { describe, expect, test } from 'vitest';
import { examine } from '../../src/prover/check-proofs.ts';
import { coqc } from '../../src/prover/coqc.ts';
import { embedded } from '../../src/prover/embedded.ts';
import { EVIL } from './evil/index.ts';
import { nothing, planted } from './evil/plant.ts';

const refusable = EVIL.filter(({ by }) => by !== 'scan');
const sides = [
  { checker: coqc(), chosen: refusable },
  // A run costs the embedded Coq half a minute or more: some of each kind stand for it.
  { checker: embedded(), chosen: refusable.filter(({ sample }) => sample === true) },
];

for (const { checker, chosen } of sides) {
  const version = await checker.version();
  if (version === null) console.warn(`${checker.name} is not installed: its tests are skipped`);

  describe.skipIf(version === null)(`evil developments, by what ${checker.name} answers alone`, () => {
    test('nothing planted, all proved', async () => {
      const { project, manifest } = await planted({ plant: nothing });
      const { verdict } = await examine(project, manifest, { checker });
      expect(verdict).toBe('proved');
    });

    test.each(chosen)('$kind: $name', async (evil) => {
      const { project, manifest } = await planted(evil);
      const { verdict, theorems } = await examine(project, manifest, { checker });
      expect(verdict).toBe('rejected');
      expect(theorems.every(({ ok }) => ok)).toBe(false);
    });
  });
}
