import type { Claim } from '../src/claims/claim.ts';
import { beirami2024 } from './beirami-2024/index.ts';
import { folklore } from './folklore/index.ts';
import { gui2024 } from './gui-2024/index.ts';
import { mroueh2024 } from './mroueh-2024/index.ts';
import { ours } from './ours/index.ts';
import { questions } from './questions/index.ts';
import { selections } from './selections/index.ts';
import type { Source } from './source.ts';
import { yang2024 } from './yang-2024/index.ts';

/** The sources of the claims, in the order of the reports. */
export const SOURCES: readonly Source[] = [
  beirami2024,
  mroueh2024,
  yang2024,
  gui2024,
  ours,
  selections,
  folklore,
  questions,
];

/** Every claim that is verified, in the order of the reports. */
export const catalogue: readonly Claim[] = SOURCES.flatMap(({ claims }) => claims);

/** The falsehoods that the paper itself refutes. */
const IN_THE_PAPER = ['equality', 'win-rate-equality'];

/** The section of the documentation about a claim; null for a claim that is not in the catalogue. */
export function sectionOf(id: string): string | null {
  const source = SOURCES.find(({ claims }) => claims.some((claim) => claim.id === id));
  if (!source) return null;
  const page = IN_THE_PAPER.includes(id) ? beirami2024.page : source.page;
  return `${page}#claim-${id}`;
}
