import { fileURLToPath } from 'node:url';
import { type Campaign, campaignOf, keyOf } from '../campaign/campaign.ts';
import { openFolder } from '../campaign/folder.ts';
import { fileOf, keepResult, readResult, type Shelf } from '../campaign/piece-file.ts';
import { extentIn, type Named, nameOf, piecesOfCampaign } from '../campaign/pieces.ts';
import { dealt, type Shard } from '../campaign/shard.ts';
import { isThere } from '../io/is-there.ts';
import { InputError } from '../policy/errors.ts';
import { oneLine } from '../report/escape.ts';
import type { Task } from '../run/messages.ts';
import { runTasks } from '../run/pool.ts';
import { ClaimStopped } from '../run/stopped.ts';
import type { Context } from './context.ts';
import { inThread } from './in-thread.ts';
import { unlessAborted } from './interrupted.ts';
import { type Progress, progress } from './progress.ts';
import type { Settings } from './settings.ts';
import { verifyProofs } from './verify-proofs.ts';

/** A campaign, and the folder of its results. */
export interface Keeping {
  readonly campaign: Campaign;
  readonly folder: string;
}

/** The campaign of a run whose results are kept in a folder. @throws InputError where the folder has those of another one. */
export async function keptIn(settings: Settings, folder: string): Promise<Keeping> {
  const campaign = await campaignFor(settings);
  await openFolder(folder, campaign);
  return { campaign, folder };
}

async function campaignFor(settings: Settings): Promise<Campaign> {
  const { seed, runs, claims, isWhole, withProofs, modules, catalogue } = settings;
  if (runs === null) throw new RangeError('a campaign has a number of instances');
  const asked = { seed, runs, claims: claims.map(({ id }) => id), whole: isWhole, proofs: withProofs };
  return campaignOf(asked, catalogue, filesOf(modules));
}

export function filesOf(modules: Settings['modules']): string[] {
  return [...new Set(modules.values())].map((url) => fileURLToPath(url));
}

/** How many pieces of a shard have a result, and which of all pieces it consists of. */
export interface Done {
  readonly done: number;
  readonly mine: readonly Named[];
}

/**
 * Does the pieces of a shard that have no result in the folder, the longest first, and saves each result as soon as it is there. After an
 * interruption, or where the code of a claim fails, the results so far are complete.
 */
export async function doPieces(
  settings: Settings,
  { campaign, folder }: Keeping,
  shard: Shard,
  context: Context,
): Promise<Done> {
  const { console, signal } = context;
  const all = piecesOfCampaign(campaign, settings.claims);
  const shards = dealt(
    all.map(({ weight }) => weight),
    shard.of,
  );
  const mine = all.filter((_, at) => shards[at] === shard.index);
  const shelf: Shelf = { folder, key: keyOf(campaign) };
  const todo: Named[] = [];
  const check = unlessAborted(context);
  for (const named of mine) {
    check();
    if (!(await hasResult(named, shelf, context))) todo.push(named);
  }
  let done = mine.length - todo.length;
  if (done > 0) console.err(`${done} of ${mine.length} pieces are in ${folder} already`);
  const bars = progress(console, { parts: todo.length });
  const keep = async (name: string, result: unknown): Promise<void> => {
    const named = todo.find((one) => one.name === name);
    if (!named) throw new Error(`nobody asked for ${name}`);
    await keepResult(named, result, shard, shelf);
    done += 1;
    bars.finish(name, `piece ${done} of ${mine.length}`);
  };
  await doAll(
    { ...settings, signal },
    campaign,
    todo.toSorted((a, b) => b.weight - a.weight),
    keep,
    context,
    bars,
  ).finally(() => bars.stop());
  return { done, mine };
}

/** Whether a piece has a good result. A damaged one is told, and done again. */
async function hasResult(named: Named, shelf: Shelf, { console }: Context): Promise<boolean> {
  if (!(await isThere(fileOf(named, shelf)))) return false;
  try {
    await readResult(named, shelf);
    return true;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    console.err(oneLine(`${error.message}; it is done again`));
    return false;
  }
}

type Keep = (name: string, result: unknown) => Promise<void>;

/** Does the search and the proofs at the same time. If one fails, the other is ended. */
async function doAll(
  settings: Settings,
  campaign: Campaign,
  todo: readonly Named[],
  keep: Keep,
  context: Context,
  bars: Progress,
): Promise<void> {
  const failure = new AbortController();
  const signal = AbortSignal.any([settings.signal, failure.signal]);
  const ending = (work: Promise<void>): Promise<void> =>
    work.catch((error: unknown) => {
      failure.abort();
      throw error;
    });
  const withSignal = { ...settings, signal };
  await Promise.all([
    ending(search(withSignal, campaign, todo, keep, (text) => bars.above(() => context.console.err(text)))),
    ending(prove(withSignal, todo, keep, context, bars)),
  ]);
  if (!signal.aborted && todo.some(({ piece }) => piece.kind === 'sharpness'))
    await keep('sharpness', await inThread('sharpness', null, context));
}

async function search(
  settings: Settings,
  campaign: Campaign,
  todo: readonly Named[],
  keep: Keep,
  tell: (text: string) => void,
): Promise<void> {
  const { catalogue, workers, signal, stallSeconds } = settings;
  const tasks = todo.flatMap((named) => taskOf(named, campaign, settings) ?? []);
  await runTasks(tasks, {
    catalogue,
    workers,
    signal,
    stallSeconds,
    // Its piece has no result; the others are done.
    onNoAnswer: (stopped) => {
      if (!(stopped instanceof ClaimStopped)) throw stopped;
      tell(oneLine(`bonafide: ${stopped.message}`));
    },
    onReply: async (reply) => {
      if (reply.kind === 'piece') {
        const { claim, part, piece, found } = reply;
        await keep(nameOf({ kind: 'claim', claim, part, piece }), found);
      }
      if (reply.kind === 'certified' && reply.piece) {
        const { run, piece } = reply;
        await keep(nameOf({ kind: 'region', inequality: run.id, to: run.to, piece }), run);
      }
    },
  });
}

/** The task of a thread; null for a piece that is done elsewhere. */
function taskOf({ piece }: Named, campaign: Campaign, { claims, modules, seed }: Settings): Task | null {
  if (piece.kind === 'region') return piece;
  if (piece.kind !== 'claim') return null;
  const claim = claims.find(({ id }) => id === piece.claim);
  if (!claim) throw new Error(`there is no claim ${piece.claim}`);
  return { ...piece, kind: 'piece', module: modules.get(claim.id), extent: extentIn(campaign, claim), seed };
}

async function prove(
  settings: Settings,
  todo: readonly Named[],
  keep: Keep,
  { chooseCheckers }: Context,
  bars: Progress,
): Promise<void> {
  if (!todo.some(({ piece }) => piece.kind === 'proofs')) return;
  // The bar of the proofs is finished with their result.
  const report = await verifyProofs(settings, chooseCheckers, { ...bars, finish: () => undefined }, new Map());
  if (!settings.signal.aborted) await keep('proofs', report);
}
