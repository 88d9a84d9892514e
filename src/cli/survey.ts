import { unsteady } from '../claims/ask-again.ts';
import { instanceFromJson } from '../claims/instance.ts';
import { provenance } from '../evidence/counterexample.ts';
import { save } from '../evidence/store.ts';
import { INEQUALITIES } from '../regions/certificate.ts';
import { reportClaim } from '../report/build.ts';
import type { ClaimReport } from '../report/schema.ts';
import { findingInWords } from '../report/words.ts';
import type { Task } from '../run/messages.ts';
import { runTasks } from '../run/pool.ts';
import type { RegionRun } from '../run/regions.ts';
import { REGIONS_UP_TO } from '../search/budget.ts';
import type { ClaimRun } from '../search/claim-run.ts';
import type { Progress } from './console.ts';
import { extentFor, type Settings } from './settings.ts';
import { workedOut } from './worked-out.ts';

export interface Surveyed {
  readonly claims: ClaimReport[];
  readonly regions: RegionRun[];
}

/**
 * Surveys the claims, saving each counterexample as soon as its claim is done, and certifies the inequalities of the run's budget; what is
 * reported comes in the catalogue's order.
 */
export async function surveyClaims(settings: Settings, bars: Progress): Promise<Surveyed> {
  const { claims, modules, runs, seed, workers, signal } = settings;
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
  const reports = new Map<string, Promise<ClaimReport>>();
  const regions = new Map<string, RegionRun>();
  await runTasks([...regionTasks(settings), ...surveys], {
    workers,
    signal,
    stallSeconds: settings.stallSeconds,
    onReply: async (reply) => {
      if (reply.kind === 'progress') bars.update(reply.claim, reply.instances);
      if (reply.kind === 'certified') regions.set(reply.run.id, reply.run);
      if (reply.kind !== 'surveyed') return;
      const report = settleClaim(settings, reply.run, bars);
      reports.set(reply.run.id, report);
      await report;
    },
  });
  const done = claims.flatMap(({ id }) => reports.get(id) ?? []);
  return { claims: await Promise.all(done), regions: INEQUALITIES.flatMap(({ id }) => regions.get(id) ?? []) };
}

/** Inequalities belong to the budgets of everything, not to a search for some claims. */
function regionTasks({ runs, isWhole }: Settings): Task[] {
  if (typeof runs !== 'string' || !isWhole) return [];
  return INEQUALITIES.map(({ id }) => ({ kind: 'region', inequality: id, to: REGIONS_UP_TO[runs] }));
}

async function settleClaim(settings: Settings, run: ClaimRun, bars: Progress): Promise<ClaimReport> {
  const { claims, store } = settings;
  const claim = claims.find(({ id }) => id === run.id);
  if (!claim) throw new Error(`a worker surveyed ${run.id}, which nobody asked for`);
  const { counterexample } = run;
  let file: string | null = null;
  if (counterexample && store !== null) {
    const { instance, found } = counterexample;
    const worked = await workedOut(settings, claim, instance, provenance(found));
    if (!worked) throw unsteady(claim, instanceFromJson(instance));
    file = await save(store, worked);
  }
  const report = reportClaim(claim, run, file);
  bars.finish(run.id, findingInWords(report));
  return report;
}
