import { campaignOf, keyOf } from '../campaign/campaign.ts';
import { campaignIn, differenceOf } from '../campaign/folder.ts';
import { gather, missingInWords } from '../campaign/gather.ts';
import { piecesOfCampaign } from '../campaign/pieces.ts';
import { checkFolder } from '../io/check-folder.ts';
import { InputError } from '../policy/errors.ts';
import { catalogueAt } from '../run/catalogue.ts';
import { STALL_SECONDS } from '../run/pool.ts';
import { conclude, replaySaved } from './conclude.ts';
import type { Context } from './context.ts';
import { filesOf } from './do-pieces.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { unlessAborted } from './interrupted.ts';
import { joinAll } from './kept-run.ts';
import { load } from './load.ts';
import type { Printed } from './options.ts';
import { COUNTEREXAMPLES, codeOf } from './replay.ts';
import type { Settings } from './settings.ts';

export interface MergeOptions {
  /** Modules with the user's own claims. */
  readonly claim?: readonly string[];
  readonly partial?: boolean;
  readonly workers: number;
  readonly counterexamples?: string;
  readonly out?: string;
  readonly reporter?: Printed;
  readonly json?: boolean;
}

/** `bonafide merge DIR…`: what one run of the whole campaign would have done after its search. */
export async function merge(folders: readonly string[], options: MergeOptions, context: Context): Promise<ExitCode> {
  const started = performance.now();
  const { out = null, counterexamples, partial = false } = options;
  if (options.json && options.reporter)
    throw new InputError('--json cannot be combined with --reporter; give one of them');
  for (const folder of [out, counterexamples]) if (typeof folder === 'string') await checkFolder(folder);
  const settings = await settingsOf(folders, options, context);
  const { campaign } = settings;
  const pieces = piecesOfCampaign(campaign, settings.claims);
  const gathered = await gather(folders, keyOf(campaign), pieces, unlessAborted(context));
  if (gathered.missing.length > 0 && !partial) {
    throw new InputError(`${missingInWords(gathered, pieces)}; run these shards to their end, or give --partial`);
  }
  const replays = await replaySaved(settings, context);
  if (codeOf(replays) === EXIT.badInput) return EXIT.badInput;
  const found = await joinAll({ campaign, pieces, gathered }, settings, context);
  return conclude(found, settings, { ...options, replays, started }, context);
}

/** The settings of the run whose results are in the folders. @throws InputError where this code cannot have written them */
async function settingsOf(
  folders: readonly string[],
  { claim: files = [], counterexamples, out, workers }: MergeOptions,
  context: Context,
): Promise<Settings & { readonly campaign: Awaited<ReturnType<typeof campaignIn>> }> {
  const { catalogue, signal } = context;
  const campaign = await campaignIn(folders);
  const own = await load(files, STALL_SECONDS, context);
  const difference = differenceOf(campaign, await campaignOf(campaign, catalogue, filesOf(own.modules)));
  if (difference !== null) {
    const [field, there, here] = difference;
    const advice = field === 'list of own claims' ? 'give the same --claim' : 'merge with the version that searched';
    throw new InputError(`${folders[0]}: the ${field} of the campaign is ${there}, here it is ${here}; ${advice}`);
  }
  const known = new Map([...(await catalogueAt(catalogue)).claims, ...own.claims].map((claim) => [claim.id, claim]));
  const { runs, seed, whole, proofs } = campaign;
  return {
    campaign,
    claims: campaign.claims.map((id) => {
      const claim = known.get(id);
      if (!claim)
        throw new InputError(`${folders[0]}: there is no claim ${id} here; merge with the catalogue that was searched`);
      return claim;
    }),
    isWhole: whole,
    modules: own.modules,
    runs,
    seconds: null,
    stallSeconds: STALL_SECONDS,
    seed,
    workers,
    out: out ?? null,
    store: counterexamples ?? null,
    saved: counterexamples ?? COUNTEREXAMPLES,
    withProofs: proofs,
    demand: runs === 'quick' ? 'scaled' : 'all',
    signal,
    catalogue,
  };
}
