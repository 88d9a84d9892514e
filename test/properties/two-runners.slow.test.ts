import { describe, expect, it } from 'vitest';
import { catalogue } from '../../properties/index.ts';
import { instanceFromJson } from '../../src/claims/instance.ts';
import { provenance, workOut } from '../../src/evidence/counterexample.ts';
import { judgeClaim } from '../../src/judge/claim.ts';
import { reportSchema } from '../../src/report/schema.ts';
import { runClaim } from '../../src/search/run-claim.ts';
import { bonafide } from '../cli/bonafide.ts';

describe('one definition, two runners', () => {
  it('the command line and the tests find the same', async () => {
    const { out } = await bonafide('verify', '--runs', '12', '--seed', '77', '--workers', '2', '--json');
    const { claims } = reportSchema.parse(JSON.parse(out));
    const found = catalogue.map((claim) => {
      const run = runClaim(claim, { runs: 12, seed: 77 });
      const { counterexample } = run;
      const worked =
        counterexample && workOut(claim, instanceFromJson(counterexample.instance), provenance(counterexample.found));
      return judgeClaim({ claim, run, file: null, violated: worked?.violated ?? null }, null);
    });
    expect(claims).toEqual(found);
  });
});
