import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { examine } from '../../../src/coq/gate/check-proofs.ts';
import type { Checker } from '../../../src/coq/gate/checker.ts';
import { coqc } from '../../../src/coq/gate/coqc.ts';
import { embedded } from '../../../src/coq/gate/embedded.ts';
import { ENDLESS_SECONDS, type Evil } from './evil/evil.ts';
import { EVIL } from './evil/index.ts';
import { nativeSession } from './evil/native-session.ts';
import { nothing, planted } from './evil/plant.ts';

const refusable = EVIL.filter(({ by }) => by !== 'scan');
const samples = refusable.filter(({ sample }) => sample === true);
const isFirst = ({ kind }: Evil, at: number, all: readonly Evil[]): boolean =>
  all.findIndex((other) => other.kind === kind) === at;

const sessions = await mkdtemp(join(tmpdir(), 'bonafide-sessions-'));
afterAll(() => rm(sessions, { recursive: true, force: true }));

// The scan refuses all but those that only Coq can refuse: these, and samples of the others. The table asks about all.
const sides: readonly (readonly [who: string, needs: Checker, checker: Checker, chosen: readonly Evil[]])[] = [
  ['coqc', coqc(), coqc(), samples],
  [
    'one session of coqc',
    coqc(),
    await nativeSession(sessions),
    refusable.filter(({ by, sample }) => by === 'terms' || sample === true),
  ],
  // A run costs the embedded Coq half a minute or more: one of each kind.
  ['embedded', embedded(), embedded(), samples.filter(isFirst)],
];

for (const [who, needs, checker, chosen] of sides) {
  const version = await needs.version(AbortSignal.timeout(60_000));
  if (version === null) console.warn(`${needs.name} is not installed: its tests are skipped`);

  describe.skipIf(version === null)(`evil developments, by what ${who} answers alone`, () => {
    test('nothing planted, all proved', async () => {
      const { project, manifest } = await planted({ plant: nothing });
      const { verdict } = await examine(project, manifest, { checker });
      expect(verdict).toBe('proved');
    });

    test.each(chosen)('$kind: $name', async (evil) => {
      const { project, manifest } = await planted(evil);
      const limit = evil.endless === true ? { seconds: ENDLESS_SECONDS } : {};
      const { verdict, theorems } = await examine(project, manifest, { checker, ...limit });
      expect(verdict).toBe('rejected');
      expect(theorems.every(({ ok }) => ok)).toBe(false);
    });
  });
}
