import { z } from 'zod';
import { MAX_DRAWS } from '../policy/draws.ts';
import { fields } from './fields.ts';
import { OTHER_SELECTIONS } from './instance-schema.ts';

/** A domain may ask for at least so many atoms; the search holds instances of that size in memory by the thousand. */
const MOST_ATOMS = 10_000;

const ATOMS = 'must be an integer ≥ 1';
// What is wrong here ends the check: whether a domain is empty is a question about good numbers.
const atoms = z
  .int(ATOMS)
  .min(1, { error: ATOMS, abort: true })
  .max(MOST_ATOMS, { error: `must be at most ${MOST_ATOMS}`, abort: true });

const draws = z.custom<number>(
  (n) => typeof n === 'number' && Number.isInteger(8 * n) && n >= 1 && n <= MAX_DRAWS,
  `must be an integer from 1 to ${MAX_DRAWS}, or a multiple of 1/8 for real n`,
);

const flag = z.literal(true, 'must be true or left out').exactOptional();

/** The inputs that a claim speaks of. */
export const domainSchema = fields(
  {
    /** Least number of atoms K. */
    atoms,
    /** Least number of draws n. */
    draws,
    /** Largest n; there is none unless it is given. */
    mostDraws: draws.exactOptional(),
    /** n is any real number, not only an integer. */
    realDraws: flag,
    /** Some rewards tie in every instance. */
    ties: flag,
    /** Exact forms are within the size rule, for claims that two numbers are equal. */
    small: flag,
    /** Policies may have stretches without atoms. */
    stretches: flag,
    /** Policies have nothing but stretches. */
    atomless: flag,
    /** Among the instances are policies of one heavier outcome at the bottom and very many light ones. */
    bottomHeavy: flag,
    /** Each instance has other weights ≥ 0 on its outcomes, not all of them 0. */
    other: flag,
    /** How one answer is chosen; best-of-n where it is left out. */
    selection: z
      .enum(OTHER_SELECTIONS, `must be one of ${OTHER_SELECTIONS.map((name) => JSON.stringify(name)).join(', ')}`)
      .exactOptional(),
  },
  '{atoms: 1, draws: 1}',
);

export type Domain = z.infer<typeof domainSchema>;

/** How far out a run looks at a claim; what the claim says is not limited by that. */
export const reachSchema = fields(
  {
    /** The most draws. */
    draws: draws.exactOptional(),
    /** The most atoms. */
    atoms: atoms.exactOptional(),
  },
  '{draws: 100000}',
);
