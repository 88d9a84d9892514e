import { describe, expect, it } from 'vitest';
import { decide } from '../../src/claims/decide.ts';
import { type Instance, untied } from '../../src/claims/instance.ts';
import { claimOf } from '../evidence/refuted.ts';

/** Instances with continuous parts at which two sides are equal by structure, out of the reach of exact forms. */
const EQUAL: readonly (readonly [string, Instance])[] = [
  ['sharp-cubic', { ...untied([10n ** 14n, 1n, 1n, 1n, 1n], 24), continuousParts: [0, 1, 2, 3, 4] }],
  ['gap-upper', { ...untied([10n ** 14n, 1n, 1n], 40), continuousParts: [0, 1, 2] }],
  [
    'win-rate-cubic',
    { ...untied([10n ** 30n, 1n, 4n, 1n, 5n, 9n, 2n, 6n, 5n, 3n, 5n, 8n, 97n, 93n], 2), continuousParts: [1, 3, 12] },
  ],
  ['unbiased-variance', { ...untied([5n, 6n], 24), continuousParts: [1] }],
  ['unbiased-variance', { ...untied([105n, 105n, 597n], 2), continuousParts: [1, 2] }],
];

describe('a claim is decided where continuous parts make two sides equal', () => {
  it.each(EQUAL)('%s at %o', (id, instance) => {
    expect(decide(claimOf(id), instance).outcome).toBe('holds');
  });
});
