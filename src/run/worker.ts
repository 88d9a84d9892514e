import { parentPort, workerData } from 'node:worker_threads';
import type { Claim } from '../claims/claim.ts';
import { ClaimFault, messageOf } from '../claims/fault.ts';
import { checkInstances } from '../search/check-instances.ts';
import { joinPieces, onlyPart } from '../search/parts.ts';
import { finishRun, runClaim, runPart } from '../search/run-claim.ts';
import { catalogueAt } from './catalogue.ts';
import { deadline, SHARE_OF_SEARCH } from './deadline.ts';
import { begin, counted, isAskedToEnd } from './heartbeat.ts';
import { loadClaim } from './load-claims.ts';
import type { JoinTask, PieceTask, RegionTask, Reply, SurveyTask, Task } from './messages.ts';
import { certifyUpTo } from './regions.ts';
import type { ThreadData } from './start-worker.ts';

const { beat, catalogue } = workerData as ThreadData;

/** A thread that does the tasks it receives, one after another. */
parentPort?.on('message', (task: Task) => void work(task));

async function work(task: Task): Promise<void> {
  try {
    if (task.kind === 'region') {
      const { inequality, to, piece } = task;
      reply({ kind: 'certified', run: certifyUpTo(inequality, to, piece), piece });
      return;
    }
    const found = await claimOf(task);
    if (!found) throw new Error('there is no such claim');
    begin(beat);
    const claim = counted(found, beat);
    if (task.kind === 'survey') reply({ kind: 'surveyed', ...survey(claim, task) });
    else if (task.kind === 'piece') reply(pieceOf(claim, task));
    else if (task.kind === 'join') reply(joined(claim, task));
    else reply({ kind: 'checked', result: { claim: claim.id, outcomes: checkInstances(claim, task.instances) } });
  } catch (error) {
    const instance = error instanceof ClaimFault ? error.instance : undefined;
    const message = messageOf(error);
    const claim = task.kind === 'region' ? task.inequality : task.claim;
    reply({ kind: 'failed', claim, message, instance });
  }
}

async function claimOf(task: Exclude<Task, RegionTask>): Promise<Claim | undefined> {
  if (task.kind === 'survey' && task.typed) {
    // The language is loaded only where something was typed.
    const { conjectureOf } = await import('../conjectures/conjecture.ts');
    return conjectureOf(task.typed).claim;
  }
  if (task.module) return loadClaim(task.module, task.claim);
  const { claims } = await catalogueAt(catalogue);
  return claims.find(({ id }) => id === task.claim);
}

function survey(
  claim: Claim,
  { extent, seed, seconds, typed }: SurveyTask,
): Omit<Extract<Reply, { kind: 'surveyed' }>, 'kind'> {
  const isOver = deadline(typed && seconds !== null ? SHARE_OF_SEARCH * seconds : seconds);
  let isCutShort = false;
  let isLate = false;
  const run = runClaim(claim, {
    ...extent,
    seed,
    untilRefuted: typed !== undefined,
    shouldStop: () => {
      isCutShort ||= isAskedToEnd(beat);
      isLate ||= isOver();
      return isCutShort || isLate;
    },
    onProgress: seldom((instances) => reply({ kind: 'progress', claim: claim.id, instances })),
  });
  return { run, isCutShort, isLate };
}

/** Milliseconds between two reports of progress. A message costs as much as several instances. */
const BETWEEN_REPORTS = 50;

/** Leaves out the reports that come too soon after another one. */
function seldom(report: (instances: number) => void): (instances: number) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (instances) => {
    const now = performance.now();
    if (now - last < BETWEEN_REPORTS) return;
    last = now;
    report(instances);
  };
}

function pieceOf(claim: Claim, { extent, seed, part, piece }: PieceTask): Reply {
  return {
    kind: 'piece',
    claim: claim.id,
    part,
    piece,
    found: runPart(claim, { ...onlyPart(extent, part), seed, piece }),
  };
}

function joined(claim: Claim, { extent, seed, pieces }: JoinTask): Reply {
  const run = finishRun(claim, { ...extent, seed }, joinPieces(claim, seed, pieces));
  return { kind: 'surveyed', run, isCutShort: false, isLate: false };
}

function reply(message: Reply): void {
  parentPort?.postMessage(message);
}
