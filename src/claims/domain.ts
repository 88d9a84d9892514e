import { z } from 'zod';
import { MAX_DRAWS } from '../policy/draws.ts';
import { fields } from './fields.ts';
import { OTHER_SELECTIONS } from './instance-schema.ts';

/** The largest K that a domain may require. The search keeps thousands of instances of that size in memory. */
const MAX_ATOMS = 10_000;

const ATOMS = 'must be an integer ≥ 1';
// An error here ends the check, since emptiness of the domain can only be decided for valid numbers.
const atoms = z
  .int(ATOMS)
  .min(1, { error: ATOMS, abort: true })
  .max(MAX_ATOMS, { error: `must be at most ${MAX_ATOMS}`, abort: true });

const draws = z.custom<number>(
  (n) => typeof n === 'number' && Number.isInteger(8 * n) && n >= 1 && n <= MAX_DRAWS,
  `must be an integer from 1 to ${MAX_DRAWS}, or a multiple of 1/8 for real n`,
);

const flag = z.literal(true, 'must be true or left out').exactOptional();

/** The instances that a claim is about. */
export const domainSchema = fields(
  {
    /** Least number of atoms K. */
    atoms,
    /** Largest K; unlimited where it is left out. */
    maxAtoms: atoms.exactOptional(),
    /** Least number of draws n. */
    draws,
    /** Largest n; unlimited where it is left out. */
    maxDraws: draws.exactOptional(),
    /** n may be any real number, not only an integer. */
    realDraws: flag,
    /** Some rewards tie in every instance. */
    ties: flag,
    /** Every instance has exact forms, that is, it is within the size rule. For claims that two numbers are equal. */
    exactForms: flag,
    /** Policies may have continuous parts. */
    continuousParts: flag,
    /** Policies consist of continuous parts only. */
    atomless: flag,
    /** The generator also makes policies with one heavier outcome at the bottom and very many light ones. */
    bottomHeavy: flag,
    /** Each instance has auxiliary weights ≥ 0 on its outcomes, not all of them 0. */
    auxiliary: flag,
    /** The selection rule; best-of-n where it is left out. */
    selection: z
      .enum(OTHER_SELECTIONS, `must be one of ${OTHER_SELECTIONS.map((name) => JSON.stringify(name)).join(', ')}`)
      .exactOptional(),
  },
  '{atoms: 1, draws: 1}',
);

/**
 * The instances that a claim is about.
 * @interface
 */
export type Domain = z.infer<typeof domainSchema>;

/** The largest instances that a run tries for a claim. It does not limit the claim itself. */
export const reachSchema = fields(
  {
    /** The most draws. */
    draws: draws.exactOptional(),
    /** The most atoms. */
    atoms: atoms.exactOptional(),
  },
  '{draws: 100000}',
);
