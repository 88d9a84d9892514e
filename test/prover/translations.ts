import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { instances } from '../../proofs/translations/instances.ts';
import { type Assertion, isSo, type Translation } from '../../proofs/translations/translation.ts';
import { readManifest } from '../../src/prover/manifest.ts';
import { PROOFS } from '../../src/prover/place.ts';
import { canonical } from '../../src/prover/printed.ts';

const COUNT = 200;

export const manifest = await readManifest(join(PROOFS, 'manifest.json'));

/** The digits under which a translation names its statement. */
export function fingerprint(statement: string): string {
  return createHash('sha256').update(canonical(statement)).digest('hex').slice(0, 12);
}

/** What does not hold of what a translation says, and how much it says. */
export function evaluate(translation: Translation): { asserted: number; wrong: Assertion | null } {
  let asserted = 0;
  for (const instance of instances(translation, COUNT)) {
    for (const assertion of translation.says(instance)) {
      asserted += 1;
      if (!isSo(assertion)) return { asserted, wrong: assertion };
    }
  }
  return { asserted, wrong: null };
}

export function test(translations: readonly Translation[]): void {
  describe.each(translations)('$theorem', (translation) => {
    it('is translated from the statement that is proved', () => {
      const theorem = manifest.theorems.find(({ name }) => name === translation.theorem);
      expect(translation.statement).toBe(fingerprint(theorem?.statement ?? ''));
    });

    it(`holds on ${COUNT} instances`, () => {
      const { asserted, wrong } = evaluate(translation);
      expect(wrong).toBeNull();
      expect(asserted).toBeGreaterThanOrEqual(COUNT);
    });
  });
}
