import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isThere } from '../io/is-there.ts';
import { readAs } from '../io/read-text.ts';
import { reason } from '../io/reason.ts';
import { makeFolder, writeWhole } from '../io/write-whole.ts';
import { InputError } from '../policy/errors.ts';
import { type Campaign, campaignSchema } from './campaign.ts';

/** The file that says which campaign the results of a folder are of. */
export const CAMPAIGN_FILE = 'campaign.json';

/**
 * Makes a folder for the results of a campaign, or finds it.
 * @throws InputError where it has those of another campaign.
 */
export async function openFolder(folder: string, campaign: Campaign): Promise<void> {
  const file = join(folder, CAMPAIGN_FILE);
  await makeFolder(folder);
  if (!(await isThere(file))) {
    await writeWhole(file, `${JSON.stringify(campaign, null, 2)}\n`);
    return;
  }
  const difference = differenceOf(await readAs(campaignSchema, file), campaign);
  if (difference !== null) {
    const [field, there, here] = difference;
    throw new InputError(
      `${file} is of another campaign: its ${field} is ${there}, here it is ${here}; name another folder`,
    );
  }
}

/** The campaign of folders. @throws InputError naming a folder that has none, or that of which has another one. */
export async function campaignIn(folders: readonly string[]): Promise<Campaign> {
  let first: { readonly file: string; readonly campaign: Campaign } | undefined;
  for (const folder of folders) {
    const file = join(folder, CAMPAIGN_FILE);
    await namesIn(folder);
    if (!(await isThere(file)))
      throw new InputError(
        `${folder} has no ${CAMPAIGN_FILE}; name folders that verify --shard or --resume has written`,
      );
    const campaign = await readAs(campaignSchema, file);
    first ??= { file, campaign };
    const difference = differenceOf(campaign, first.campaign);
    if (difference === null) continue;
    const [field, there, here] = difference;
    throw new InputError(`${file} is of another campaign than ${first.file}: its ${field} is ${there}, not ${here}`);
  }
  if (!first) throw new InputError('name the folders with the results of the shards');
  return first.campaign;
}

/** What `--out` writes. The results of a campaign may be in that folder, too. */
const OF_REPORTS = ['verification.json', 'regions.json'];

/** The names of the JSON files of results in a folder, without their endings. @throws InputError where it cannot be read. */
export async function namesIn(folder: string): Promise<string[]> {
  try {
    const files = await readdir(folder);
    return files
      .filter((file) => file.endsWith('.json') && file !== CAMPAIGN_FILE && !OF_REPORTS.includes(file))
      .map((file) => file.slice(0, -5))
      .sort();
  } catch (error) {
    throw new InputError(`cannot read the folder ${folder}: ${reason(error)}`);
  }
}

const FIELDS: Record<Exclude<keyof Campaign, 'format'>, string> = {
  version: 'version',
  code: 'code',
  seed: 'seed',
  runs: 'budget',
  claims: 'list of claims',
  whole: 'choice of claims',
  proofs: 'check of the proofs',
  modules: 'list of own claims',
};

/** The first field in which two campaigns differ, and both values in words; null where they are the same. */
export function differenceOf(a: Campaign, b: Campaign): [field: string, a: string, b: string] | null {
  for (const [field, words] of Object.entries(FIELDS) as [keyof typeof FIELDS, string][]) {
    if (JSON.stringify(a[field]) !== JSON.stringify(b[field])) return [words, inWords(a[field]), inWords(b[field])];
  }
  return null;
}

const LONG = 60;

function inWords(value: Campaign[keyof Campaign]): string {
  const text = JSON.stringify(value);
  return text.length > LONG ? `${text.slice(0, LONG)}…` : text;
}
