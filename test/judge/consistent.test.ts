import { expect, it } from 'vitest';
import { committed } from '../../scripts/reports/pages.ts';
import { contradictionIn } from '../../src/judge/consistent.ts';

const report = committed();
const [first, ...others] = report.claims;

it('a report of a run says nothing against itself', () => {
  expect(contradictionIn(report)).toBeNull();
  expect(contradictionIn({ ...report, status: 'failed' })).toBeNull();
});

it.each([
  [{ claims: [] }, 'it has no claims'],
  [{ claims: [first, first].flatMap((claim) => claim ?? []) }, 'the claim pmf is in it twice'],
  [
    { claims: first ? [{ ...first, status: 'failed' as const }, ...others] : [] },
    'its status is ok, but that of pmf is failed',
  ],
  [
    { claims: first ? [{ ...first, status: 'inconclusive' as const }, ...others] : [] },
    'its status is ok, but that of pmf is inconclusive',
  ],
  [
    { proofs: report.proofs && { ...report.proofs, status: 'failed' as const } },
    'its status is ok, but that of the proofs is failed',
  ],
  [
    { sharpness: report.sharpness.slice(0, 1).map((one) => ({ ...one, status: 'failed' as const })) },
    `its status is ok, but that of the sharpness of ${report.sharpness[0]?.claim} is failed`,
  ],
])('what contradicts itself is told', (changed, sentence) => {
  expect(contradictionIn({ ...report, ...changed })).toBe(sentence);
});
