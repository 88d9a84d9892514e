import { unsteady } from '../claims/ask-again.ts';
import { instanceFromJson } from '../claims/instance.ts';
import { provenance } from '../evidence/counterexample.ts';
import type { Counterexample } from '../evidence/schema.ts';
import { save } from '../evidence/store.ts';
import { INEQUALITIES } from '../regions/certificate.ts';
import type { ClaimResult } from '../report/build.ts';
import type { Task } from '../run/messages.ts';
import { runTasks } from '../run/pool.ts';
import type { RegionRun } from '../run/regions.ts';
import { REGIONS_UP_TO } from '../search/budget.ts';
import type { ClaimRun } from '../search/claim-run.ts';
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
}

/**
 * Surveys the claims and saves each counterexample as soon as its claim is done. Certifies the inequalities of the run's budget. The
 * results are in the catalogue's order.
 */
export async function surveyClaims(settings: Settings, listener: Listener): Promise<Surveyed> {
  const { claims, modules, runs, seed, workers, signal, catalogue, stallSeconds } = settings;
  const seconds =
    settings.seconds === null ? null : (settings.seconds * Math.min(workers, claims.length)) / claims.length;
  const surveys: Task[] = claims.map((claim) => ({
    kind: 'survey',
    claim: claim.id,
    module: modules.get(claim.id),
    extent: extentFor(claim, runs),
    seed,
    seconds,
  }));
  const results = new Map<string, Promise<ClaimResult>>();
  const regions = new Map<string, RegionRun>();
  await runTasks([...regionTasks(settings), ...surveys], {
    catalogue,
    workers,
    signal,
    stallSeconds,
    onReply: async (reply) => {
      if (reply.kind === 'progress') listener.onProgress(reply.claim, reply.instances);
      if (reply.kind === 'certified') regions.set(reply.run.id, reply.run);
      if (reply.kind !== 'surveyed') return;
      const result = settleClaim(settings, reply.run);
      results.set(reply.run.id, result);
      listener.onResult(await result);
    },
  });
  const done = claims.flatMap(({ id }) => results.get(id) ?? []);
  return { claims: await Promise.all(done), regions: INEQUALITIES.flatMap(({ id }) => regions.get(id) ?? []) };
}

/** The inequalities are certified in the canonical and the full run only. */
function regionTasks({ runs, isWhole }: Settings): Task[] {
  const to = typeof runs === 'string' && isWhole ? REGIONS_UP_TO[runs] : 0;
  return to === 0 ? [] : INEQUALITIES.map(({ id }) => ({ kind: 'region', inequality: id, to }));
}

async function settleClaim(settings: Settings, run: ClaimRun): Promise<ClaimResult> {
  const { claims, store } = settings;
  const claim = claims.find(({ id }) => id === run.id);
  if (!claim) throw new Error(`a worker surveyed ${run.id}, which nobody asked for`);
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
