import { unsteady } from '../claims/ask-again.ts';
import type { Claim } from '../claims/claim.ts';
import { instanceFromJson } from '../claims/instance.ts';
import { provenance } from '../evidence/counterexample.ts';
import type { Counterexample } from '../evidence/schema.ts';
import { save } from '../evidence/store.ts';
import { INEQUALITIES } from '../regions/certificate.ts';
import type { ClaimResult } from '../report/build.ts';
import { catalogueAt } from '../run/catalogue.ts';
import { longestFirst } from '../run/longest-first.ts';
import type { Task } from '../run/messages.ts';
import { type NoAnswer, runTasks } from '../run/pool.ts';
import type { RegionRun } from '../run/regions.ts';
import { ClaimStopped } from '../run/stopped.ts';
import { REGIONS_UP_TO } from '../search/budget.ts';
import type { ClaimRun } from '../search/claim-run.ts';
import { noRun } from '../search/no-run.ts';
import { extentFor, type Settings } from './settings.ts';
import { workedOut } from './worked-out.ts';

export interface Surveyed {
  readonly claims: ClaimResult[];
  readonly regions: RegionRun[];
}

/** Receives the progress and the results of a survey. */
export interface Listener {
  readonly onProgress: (claim: string, instances: number) => void;
  readonly onResult: (result: ClaimResult) => void;
  /** A claim whose code gave no answer. */
  readonly onStopped: (stopped: ClaimStopped) => void;
}

/** What takes the place of a search: tasks whose replies are those of surveys, and certificates. */
export interface Instead {
  readonly tasks: readonly Task[];
  readonly regions: readonly RegionRun[];
}

/**
 * Surveys the claims and saves each counterexample as soon as its claim is done. Certifies the inequalities of the run's budget. The
 * results are in the catalogue's order. A claim whose code does not return, or ends its thread, is told and has an empty result.
 */
export async function surveyClaims(settings: Settings, listener: Listener, instead?: Instead): Promise<Surveyed> {
  const { claims, modules, runs, seed, workers, signal, catalogue, stallSeconds } = settings;
  const seconds =
    settings.seconds === null ? null : (settings.seconds * Math.min(workers, claims.length)) / claims.length;
  const surveys = longestFirst(claims, await catalogueAt(catalogue)).map(
    (claim): Task => ({
      kind: 'survey',
      claim: claim.id,
      module: modules.get(claim.id),
      extent: extentFor(claim, runs),
      seed,
      seconds,
    }),
  );
  const results = new Map<string, ClaimResult>();
  const regions = new Map(instead?.regions.map((run): [string, RegionRun] => [run.id, run]));
  const take = (result: ClaimResult): void => {
    results.set(result.claim.id, result);
    listener.onResult(result);
  };
  const stop = (stopped: NoAnswer): void => {
    // What throws on an instance is bad input, which is told with the instance.
    if (!(stopped instanceof ClaimStopped)) throw stopped;
    const { how, what, whose } = stopped;
    const claim = claimOf(settings, 'claim' in whose ? whose.claim : whose.file);
    listener.onStopped(stopped);
    take({ claim, run: noRun(claim, seed), file: null, stopped: { how, what } });
  };
  await runTasks(instead?.tasks ?? [...surveys.slice(0, 1), ...regionTasks(settings), ...surveys.slice(1)], {
    catalogue,
    workers,
    signal,
    stallSeconds,
    onNoAnswer: stop,
    onReply: async (reply) => {
      if (reply.kind === 'progress') listener.onProgress(reply.claim, reply.instances);
      if (reply.kind === 'certified') regions.set(reply.run.id, reply.run);
      if (reply.kind !== 'surveyed') return;
      take(await settleClaim(settings, reply.run));
    },
  });
  return {
    claims: claims.flatMap(({ id }) => results.get(id) ?? []),
    regions: INEQUALITIES.flatMap(({ id }) => regions.get(id) ?? []),
  };
}

/** The inequalities are certified in the canonical and the full run only. */
function regionTasks({ runs, isWhole }: Settings): Task[] {
  const to = typeof runs === 'string' && isWhole ? REGIONS_UP_TO[runs] : 0;
  return to === 0 ? [] : INEQUALITIES.map(({ id }) => ({ kind: 'region', inequality: id, to }));
}

async function settleClaim(settings: Settings, run: ClaimRun): Promise<ClaimResult> {
  const { store } = settings;
  const claim = claimOf(settings, run.id);
  const { counterexample } = run;
  let file: string | null = null;
  let violated: Counterexample['violated'] | null = null;
  if (counterexample) {
    const { instance, found } = counterexample;
    const worked = await workedOut(settings, claim, instance, provenance(found));
    if (!worked) throw unsteady(claim, instanceFromJson(instance));
    violated = worked.violated;
    if (store !== null) file = await save(store, worked);
  }
  return { claim, run, file, violated };
}

function claimOf({ claims }: Settings, id: string): Claim {
  const claim = claims.find((one) => one.id === id);
  if (!claim) throw new Error(`a worker surveyed ${id}, which nobody asked for`);
  return claim;
}
