import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { PROOFS } from '../coq/gate/place.ts';
import { moduleAt, packageVersion } from '../io/place.ts';
import { readRegularText } from '../io/read-text.ts';
import { digestOfFolder, sourceDigest } from '../io/source-digest.ts';
import { GENERATOR_VERSION } from '../search/fast-check-adapter.ts';
import { SEED_LIMIT } from '../search/random.ts';

const FORMAT = 'bonafide-campaign/1';

/** What is searched, and by which code. Results belong together where all of this is the same. The form of campaign.json. */
export const campaignSchema = z.strictObject({
  format: z.literal(FORMAT),
  /** The version of the package. */
  version: z.string(),
  /** A hash of the code that searches, of the catalogue and of the proofs. */
  code: z.string(),
  seed: z
    .int()
    .min(0)
    .max(SEED_LIMIT - 1),
  /** Distinct instances for each claim, or the budget of a complete run. */
  runs: z.union([z.int().min(1), z.enum(['quick', 'canonical', 'full'])]),
  /** The ids of the claims, in the order of the report. */
  claims: z.array(z.string()).min(1),
  /** Whether these are exactly the claims of the catalogue. */
  whole: z.boolean(),
  /** Whether the proofs are checked in Coq too. */
  proofs: z.boolean(),
  /** Hashes of the modules of claims from outside the catalogue, sorted. What these modules import is not hashed. */
  modules: z.array(z.string()),
});

export type Campaign = z.infer<typeof campaignSchema>;

/** What a run is asked to do. */
export type Asked = Pick<Campaign, 'seed' | 'runs' | 'claims' | 'whole' | 'proofs'>;

/** The campaign of a run by this code. `modules` are the files of claims from outside the catalogue. */
export async function campaignOf(asked: Asked, catalogue: string, modules: readonly string[]): Promise<Campaign> {
  const { seed, runs, claims, whole, proofs } = asked;
  return {
    format: FORMAT,
    version: packageVersion(),
    code: await hashOfCode(catalogue),
    seed,
    runs,
    claims: [...claims],
    whole,
    proofs,
    modules: await hashesOfModules(modules),
  };
}

/** The name of a campaign in each of its results. */
export function keyOf(campaign: Campaign): string {
  return sha256(JSON.stringify(campaignSchema.parse(campaign)));
}

export async function hashesOfModules(files: readonly string[]): Promise<string[]> {
  return (await Promise.all(files.map(async (file) => sha256(await readRegularText(file))))).sort();
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** What results depend on: neither on reports nor on commands. */
const ROOMS = ['arithmetic', 'policy', 'kernels', 'selection', 'quantities', 'bounds', 'regions'];
const SEARCHING = ['claims', 'search', 'run', 'coq/gate'];

/** A hash of the sources that run, which is the same in every folder. */
async function hashOfCode(catalogue: string): Promise<string> {
  const rooms = [...ROOMS, ...SEARCHING].map((room) => sourceDigest(`src/${room}`));
  const claims =
    catalogue === moduleAt('properties/catalogue')
      ? sourceDigest('properties')
      : digestOfFolder(dirname(fileURLToPath(catalogue)), /\.[jt]s$/);
  const parts = await Promise.all([...rooms, claims, digestOfFolder(PROOFS, /\.v$/)]);
  return sha256(JSON.stringify([GENERATOR_VERSION, ...parts]));
}
