import type { Claim } from '../../src/claims/claim.ts';
import { falsehoods } from './falsehoods.ts';
import { neighbours } from './neighbours.ts';
import { ours } from './ours.ts';
import { paper } from './paper.ts';
import { questions } from './questions.ts';

const PAGES: readonly (readonly [string, readonly Claim[]])[] = [
  ['docs/theory.md', paper],
  ['docs/theory-neighbours.md', neighbours],
  ['docs/theory-ours.md', [...ours, ...questions]],
  ['docs/theory-falsehoods.md', falsehoods],
];

/** The falsehoods that the paper refutes itself. */
const IN_THE_PAPER = ['equality', 'win-rate-equality'];

/** Where the documentation treats a claim; null for one that is not of the catalogue. */
export function sectionOf(id: string): string | null {
  const page = PAGES.find(([, claims]) => claims.some((claim) => claim.id === id))?.[0];
  if (page === undefined) return null;
  return `${IN_THE_PAPER.includes(id) ? 'docs/theory.md' : page}#claim-${id}`;
}
