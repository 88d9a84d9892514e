import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../properties/index.ts';
import type { Claim } from '../../src/claims/claim.ts';
import { type Instance, policyOf, untied } from '../../src/claims/instance.ts';
import { describe as describeInstance } from '../../src/evidence/counterexample.ts';
import { type Replay, replay } from '../../src/evidence/replay.ts';
import { load, save } from '../../src/evidence/store.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';
import { temporaryFolder } from './folder.ts';
import { claimOf, counterexample, equality, found, smallest, tied } from './refuted.ts';

async function replayed(content: object): Promise<Pick<Replay, 'outcome' | 'detail'>> {
  const file = join(await temporaryFolder(), 'x.json');
  await writeFile(file, JSON.stringify(content));
  const { outcome, detail } = await replay(file, catalogue);
  return { outcome, detail };
}

/** A file whose numbers are right, of a relation of a claim that need not be violated. */
function handMade(claim: Claim, instance: Instance): object[] {
  const quantities = new BestOfN(policyOf(instance), instance.n);
  return [...claim.relations(quantities)].map((relation) => describeInstance(claim, instance, relation, found));
}

describe('a counterexample refutes when replayed', () => {
  it.each([
    ['the smallest one', smallest],
    ['one with ties', tied],
    ['one whose weights have a common factor', untied([2n, 2n], 2)],
    ['one with large weights', untied([10n ** 40n, 3n], 7)],
    ['one with a large n', untied([1n, 2n, 3n], 1_000_000)],
  ])('%s', async (_, instance) => {
    expect(await replayed(counterexample(instance))).toEqual({
      outcome: 'refuted',
      detail: 'KL = log n − (n−1)/n fails',
    });
  });

  it('and says which file and claim it was', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, await save(folder, counterexample()));
    expect(await replay(file, catalogue)).toMatchObject({ file, claim: 'equality', outcome: 'refuted' });
  });

  it('whatever it says of how it was found', async () => {
    const elsewhere = { by: 'samples', seed: null, run: null, shrinkingSteps: null, smallest: 'as observed' };
    expect((await replayed({ ...counterexample(), found: elsewhere })).outcome).toBe('refuted');
  });

  it('from the committed files, which are as the code writes them', async () => {
    const file = fileURLToPath(new URL('../../counterexamples/equality/weights-1-1.n-2.json', import.meta.url));
    const committed = await load(file);
    expect({ ...committed, found }).toEqual(counterexample());
    expect(await readFile(file, 'utf8')).toBe(`${JSON.stringify(committed, null, 2)}\n`);
    expect((await replay(file, catalogue)).outcome).toBe('refuted');
  });
});

describe('a file whose numbers are right is not refuted', () => {
  it.each(['kl-bound', 'gap-upper', 'gap-lower', 'win-rate', 'win-rate-gap', 'estimator-range', 'pmf'])(
    'where the theorem %s holds on its instance',
    async (id) => {
      const files = handMade(claimOf(id), tied);
      expect(files.length).toBeGreaterThan(0);
      for (const file of files) {
        const { outcome, detail } = await replayed(file);
        expect(outcome).toBe('not refuted');
        expect(detail).toMatch(/ [≤=] .* holds on this instance$/);
      }
    },
  );

  it.each([
    ['one atom', untied([1n], 2)],
    ['one level', { weights: [1n, 1n], ranks: [0, 0], n: 2 }],
    ['one draw', untied([1n, 1n], 1)],
  ])('where the claim does not speak of its instance: %s', async (_, instance) => {
    for (const file of handMade(equality, instance)) {
      expect(await replayed(file)).toEqual({
        outcome: 'not refuted',
        detail: 'the instance is outside the domain of the claim',
      });
    }
  });
});
