import { z } from 'zod';
import { ASSUMPTIONS } from './assumption.ts';
import { type Domain, domainSchema, reachSchema } from './domain.ts';
import { isStatement, type Statement } from './expression/expression.ts';
import { each, fields, oneOf } from './fields.ts';
import { isSound } from './in-domain.ts';
import type { Instance } from './instance.ts';
import { OTHER_SELECTIONS } from './instance-schema.ts';
import { emptiness } from './least-instance.ts';
import { REGIMES, type Shares } from './regimes.ts';

/** What is known of the claim: `holds` for a theorem, `fails` for a falsehood that must be refuted, `open` for an open question. */
export const expectationSchema = oneOf(['holds', 'fails', 'open']);

/** For a falsehood that is proved to be false: whether it fails at every policy and n of its domain, or at some. */
export const refutesSchema = oneOf(['every policy', 'some policy']);

const text = z.string('must be a string').regex(/\S/, 'must be a string');

const MAX_ID = 100;

export const idSchema = z
  .string('must be a string')
  .regex(/^[a-z][a-z0-9-]*$/, { error: ({ input }) => `${JSON.stringify(input)} is not kebab-case` })
  // Files are named after it.
  .max(MAX_ID, `must have at most ${MAX_ID} characters`);

/** Only that it is a function. What it returns is checked where it is called. */
const method = z.custom<(quantities: never) => Iterable<unknown>>(
  (value) => typeof value === 'function',
  'must be a function',
);

const statement = z.custom<Statement>(isStatement, 'must be made by isAtMost or isEqualTo');

const domain = domainSchema
  .refine(({ draws, maxDraws = draws }) => draws <= maxDraws, {
    path: ['maxDraws'],
    error: 'is below domain.draws',
    abort: true,
  })
  .refine(({ atoms, maxAtoms = atoms }) => atoms <= maxAtoms, {
    path: ['maxAtoms'],
    error: 'is below domain.atoms',
    abort: true,
  })
  .refine((given) => emptiness(given) === null, {
    error: ({ input }) => `contains no instance: ${emptiness(input as Domain)}`,
  });

const SHARE = 'must be a number from 0 to 1';
const share = z.number(SHARE).min(0, SHARE).max(1, SHARE);

const shares = each(REGIMES, share, 'COMMON_SHARES') satisfies z.ZodType<Shares>;

const instance = z
  .strictObject({
    weights: z.array(z.bigint()).readonly(),
    ranks: z.array(z.int()).readonly(),
    n: z.number(),
    ties: z.literal('order').exactOptional(),
    continuousParts: z.array(z.int()).readonly().exactOptional(),
    auxiliary: z.array(z.bigint()).readonly().exactOptional(),
    selection: z.enum(OTHER_SELECTIONS).exactOptional(),
  })
  .readonly()
  .refine(
    isSound,
    'is not an instance: weights must be positive, ranks must start at 0 and grow by 0 or 1, and n must be at least 1',
  ) satisfies z.ZodType<Instance>;

/**
 * How the claim fares without one hypothesis: it holds, it fails, it fails at this witness (out of the generator's reach), or the question
 * is meaningless, and why.
 */
const extension = z.union(
  [
    z.enum(['holds', 'fails']),
    z.strictObject({ witness: instance }).readonly(),
    z.strictObject({ notApplicable: text }).readonly(),
  ],
  'must be "holds", "fails", {witness: {weights: [1n, 2n], ranks: [0, 1], n: 1}} or {notApplicable: "why"}',
);

/** Theorems of proofs/ that together state the claim or, for a falsehood, state that it is false. */
const proof = fields(
  {
    theorems: z.array(text, 'must be a list of names').min(1, 'must name a theorem').readonly(),
    /** The part of the claim that the theorems do not state; left out where they state all of it. */
    beyond: text.exactOptional(),
    /** Given for a falsehood, and only there. */
    refutes: refutesSchema.exactOptional(),
  },
  '{theorems: ["NAME"], beyond: "what they do not say"}',
);

/** The form of a claim, except for what its methods return: `Claim` has those types. */
export const claimSchema = fields(
  {
    /** Its name, in kebab-case. */
    id: idSchema,
    /** What it says, in a few words. */
    title: text,
    /** What it states, in running text. */
    statement: text,
    /** The paper and the place in it. */
    source: text,
    /** The policies and n that it is about, in words. */
    hypotheses: text,
    /** What is known of it. */
    expected: expectationSchema,
    domain,
    shares,
    /** What deciding one instance costs. It sets how many instances a run looks at. The default is tens of microseconds. */
    cost: oneOf(['low', 'medium', 'high']).exactOptional(),
    /** The largest n and K that a run tries, for claims whose cost is proportional to n or to K. */
    reach: reachSchema.exactOptional(),
    /** How the claim fares where each assumption fails. By default a theorem or open question holds, and a falsehood does not. */
    extensions: each(ASSUMPTIONS, extension, '{"one-draw": "fails"}').exactOptional(),
    /** What of the claim is proved in Coq. */
    proof: proof.exactOptional(),
    /** The relations as data, from which `relations` is worked out. */
    states: z.array(statement).readonly().exactOptional(),
    relations: method,
    crossChecks: method.exactOptional(),
    derivation: method.exactOptional(),
  },
  'defineClaim takes',
).superRefine(({ expected, proof: given }, { addIssue }) => {
  if (!given || (expected === 'fails') === (given.refutes !== undefined)) return;
  const words = refutesSchema.options.map((word) => JSON.stringify(word)).join(' or ');
  const message = `must be ${words} for a falsehood, and left out otherwise`;
  addIssue({ code: 'custom', path: ['proof', 'refutes'], message });
});

export type ClaimForm = z.infer<typeof claimSchema>;
