import { type Campaign, keyOf } from '../campaign/campaign.ts';
import { type Gathered, gather, missingInWords } from '../campaign/gather.ts';
import type { Kept } from '../campaign/piece-file.ts';
import { extentIn, type Named } from '../campaign/pieces.ts';
import type { RESULTS, ResultOf } from '../campaign/result-schema.ts';
import { ONLY_SHARD, type Shard, shardInWords } from '../campaign/shard.ts';
import type { Claim } from '../claims/claim.ts';
import { judgeClaim } from '../judge/claim.ts';
import { evidenceInWords } from '../judge/evidence.ts';
import { INEQUALITIES } from '../regions/certificate.ts';
import { oneLine } from '../report/escape.ts';
import type { JoinTask } from '../run/messages.ts';
import { joinRegions, type RegionRun } from '../run/regions.ts';
import { conclude, type Found, type Told } from './conclude.ts';
import type { Context } from './context.ts';
import { type Done, doPieces, type Keeping } from './do-pieces.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { unlessAborted } from './interrupted.ts';
import { progress } from './progress.ts';
import type { Settings } from './settings.ts';
import { surveyClaims } from './survey.ts';

/** Does one shard of a campaign. Whether its claims behave as expected is judged when the shards are merged. */
export async function doShard(settings: Settings, keeping: Keeping, shard: Shard, context: Context): Promise<ExitCode> {
  const { console } = context;
  const { done, mine } = await doPieces(settings, keeping, shard, context);
  const whose = `shard ${shardInWords(shard)}`;
  if (done < mine.length) {
    console.err(unfinished({ done, mine }, ` of ${whose}`, context));
    return EXIT.inconclusive;
  }
  console.out(`${whose} is done: ${done} pieces in ${keeping.folder}`);
  return EXIT.ok;
}

/** A run that keeps the results of its pieces, and does only those that have none. */
export async function verifyKept(
  settings: Settings,
  keeping: Keeping,
  told: Told,
  context: Context,
): Promise<ExitCode> {
  const { console } = context;
  const { campaign, folder } = keeping;
  const { done, mine } = await doPieces(settings, keeping, ONLY_SHARD, context);
  if (done < mine.length) {
    console.err(unfinished({ done, mine }, '', context));
    return EXIT.inconclusive;
  }
  const gathered = await gather([folder], keyOf(campaign), mine, unlessAborted(context));
  return conclude(await joinAll({ campaign, pieces: mine, gathered }, settings, context), settings, told, context);
}

/** Why some pieces have no result. */
function unfinished({ done, mine }: Done, whose: string, { signal }: Context): string {
  if (signal.aborted)
    return `interrupted after ${done} of ${mine.length} pieces${whose}; the same command goes on from there`;
  return `${mine.length - done} of ${mine.length} pieces${whose} have no result, because the code of a claim gave none; the same command tries them again`;
}

/** A campaign with the results of its pieces. */
export interface Results {
  readonly campaign: Campaign;
  readonly pieces: readonly Named[];
  readonly gathered: Gathered;
}

/** Joins the results of pieces to those of the claims, and finds and saves the smallest counterexamples. */
export async function joinAll(results: Results, settings: Settings, context: Context): Promise<Found> {
  const { gathered, pieces } = results;
  const { claims, demand } = settings;
  const bars = progress(context.console, { parts: claims.length });
  const missing = countedByClaim(gathered.missing);
  const { claims: joined, regions } = await surveyClaims(
    settings,
    {
      onProgress: () => undefined,
      onStopped: ({ message }) => bars.above(() => context.console.err(`bonafide: ${oneLine(message)}`)),
      onResult: (result) => bars.finish(result.claim.id, evidenceInWords(judgeClaim(result, null, demand))),
    },
    { tasks: claims.map((claim) => joinTask(claim, results, settings)), regions: regionsOf(gathered) },
  ).finally(() => bars.stop());
  const all = countedByClaim(pieces);
  return {
    claims: joined.map(({ run, ...result }) => {
      const lacking = missing.get(run.id);
      return { ...result, run: lacking ? { ...run, missing: { pieces: lacking, of: all.get(run.id) ?? 0 } } : run };
    }),
    regions,
    sharpness: resultOf(gathered, 'sharpness') ?? [],
    proofs: resultOf(gathered, 'proofs') ?? null,
    samples: null,
    ...(gathered.missing.length > 0 && { partial: missingInWords(gathered, pieces) }),
  };
}

function countedByClaim(pieces: readonly Named[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { piece } of pieces)
    if (piece.kind === 'claim') counts.set(piece.claim, (counts.get(piece.claim) ?? 0) + 1);
  return counts;
}

/** The results of the pieces of a kind. Reading has checked that each has the form of its kind. */
function resultsOf<K extends keyof typeof RESULTS>(
  { kept }: Gathered,
  kind: K,
): (Kept & { readonly result: ResultOf<K> })[] {
  return [...kept.values()].filter(({ piece }) => piece.kind === kind) as (Kept & { readonly result: ResultOf<K> })[];
}

function resultOf<K extends 'sharpness' | 'proofs'>(gathered: Gathered, kind: K): ResultOf<K> | undefined {
  return resultsOf(gathered, kind)[0]?.result;
}

function joinTask(claim: Claim, { campaign, gathered }: Results, { seed, modules }: Settings): JoinTask {
  const pieces = resultsOf(gathered, 'claim').flatMap(({ piece, result }) =>
    piece.kind === 'claim' && piece.claim === claim.id ? [{ part: piece.part, piece: piece.piece, found: result }] : [],
  );
  const extent = extentIn(campaign, claim);
  return { kind: 'join', claim: claim.id, module: modules.get(claim.id), extent, seed, pieces };
}

/** The inequalities all pieces of which are there. */
function regionsOf(gathered: Gathered): RegionRun[] {
  const found = resultsOf(gathered, 'region');
  return INEQUALITIES.flatMap(({ id }) => {
    const ofThis = found.filter(({ result }) => result.id === id);
    const lacking = gathered.missing.some(({ piece }) => piece.kind === 'region' && piece.inequality === id);
    return ofThis.length > 0 && !lacking ? [joinRegions(ofThis.map(({ result }) => result))] : [];
  });
}
