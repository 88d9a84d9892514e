import { parentPort, workerData } from 'node:worker_threads';
import type { Claim } from '../claims/claim.ts';
import { ClaimFault, messageOf } from '../claims/fault.ts';
import { checkInstances } from '../search/check-instances.ts';
import type { ClaimRun } from '../search/claim-run.ts';
import { runClaim } from '../search/run-claim.ts';
import { catalogueAt } from './catalogue.ts';
import { begin, counted } from './heartbeat.ts';
import { loadClaim } from './load-claims.ts';
import type { Reply, SurveyTask, Task } from './messages.ts';
import { certifyUpTo } from './regions.ts';
import type { ThreadData } from './start-worker.ts';

const { beat, catalogue } = workerData as ThreadData;
const { claims } = await catalogueAt(catalogue);

/** A thread that does the tasks it receives, one after another. */
parentPort?.on('message', (task: Task) => void work(task));

async function work(task: Task): Promise<void> {
  try {
    if (task.kind === 'region') {
      reply({ kind: 'certified', run: certifyUpTo(task.inequality, task.to) });
      return;
    }
    const found = task.module ? await loadClaim(task.module, task.claim) : claims.find(({ id }) => id === task.claim);
    if (!found) throw new Error('there is no such claim');
    begin(beat);
    const claim = counted(found, beat);
    if (task.kind === 'survey') reply({ kind: 'surveyed', run: survey(claim, task) });
    else reply({ kind: 'checked', result: { claim: claim.id, outcomes: checkInstances(claim, task.instances) } });
  } catch (error) {
    const instance = error instanceof ClaimFault ? error.instance : undefined;
    const message = messageOf(error);
    const claim = task.kind === 'region' ? task.inequality : task.claim;
    reply({ kind: 'failed', claim, message, instance });
  }
}

function survey(claim: Claim, { extent, seed, seconds }: SurveyTask): ClaimRun {
  const deadline = seconds === null ? Number.POSITIVE_INFINITY : Date.now() + seconds * 1000;
  return runClaim(claim, {
    ...extent,
    seed,
    shouldStop: () => Date.now() > deadline,
    onProgress: (instances) => reply({ kind: 'progress', claim: claim.id, instances }),
  });
}

function reply(message: Reply): void {
  parentPort?.postMessage(message);
}
