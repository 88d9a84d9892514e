import { describe, expect, it } from 'vitest';
import { catalogue } from '../../properties/index.ts';
import { judgeClaim } from '../../src/judge/claim.ts';
import { reportSchema } from '../../src/report/schema.ts';
import { runClaim } from '../../src/search/run-claim.ts';
import { bonafide } from '../cli/bonafide.ts';

describe('one definition, two runners', () => {
  it('the command line and the tests find the same', async () => {
    const { out } = await bonafide('verify', '--runs', '12', '--seed', '77', '--workers', '2', '--json');
    const { claims } = reportSchema.parse(JSON.parse(out));
    expect(claims).toEqual(
      catalogue.map((claim) => judgeClaim({ claim, run: runClaim(claim, { runs: 12, seed: 77 }), file: null }, null)),
    );
  });
});
