import type { Claim } from '../src/claims/claim.ts';
import { falsehoods } from './catalogue/falsehoods.ts';
import { neighbours } from './catalogue/neighbours.ts';
import { ours } from './catalogue/ours.ts';
import { paper } from './catalogue/paper.ts';
import { questions } from './catalogue/questions.ts';

/** Every claim that is verified, in the order of the reports. */
export const catalogue: readonly Claim[] = [...paper, ...neighbours, ...ours, ...falsehoods, ...questions];
