import { describe, expect, it } from 'vitest';
import { catalogue } from '../../properties/index.ts';
import { untied } from '../../src/claims/instance.ts';
import type { Reply, Task } from '../../src/run/messages.ts';
import { runTasks } from '../../src/run/pool.ts';
import { searchOnly } from '../../src/search/budget.ts';
import { checkInstances } from '../../src/search/check-instances.ts';
import type { ClaimRun } from '../../src/search/claim-run.ts';
import { runClaim } from '../../src/search/run-claim.ts';
import { SERVICES } from '../cli/services.ts';

const survey = (claim: string, runs = 12): Task => ({
  kind: 'survey',
  claim,
  extent: searchOnly(runs),
  seed: 9,
  seconds: null,
});

async function surveyed(tasks: readonly Task[], workers: number): Promise<ClaimRun[]> {
  const runs: ClaimRun[] = [];
  await runTasks(tasks, {
    catalogue: SERVICES.catalogue,
    workers,
    onReply: (reply) => {
      if (reply.kind === 'surveyed') runs.push(reply.run);
    },
  });
  return runs.sort((a, b) => (a.id < b.id ? -1 : 1));
}

describe('workers', () => {
  const tasks = catalogue.map(({ id }) => survey(id));

  it('find what the main thread finds, one or several of them, and for a claim alone the same as among all', async () => {
    const here = catalogue.map((claim) => runClaim(claim, { runs: 12, seed: 9 }));
    const expected = here.sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(await surveyed(tasks, 2)).toEqual(expected);
    const some = catalogue.filter((_, i) => i % 8 === 0).map(({ id }) => id);
    expect(
      await surveyed(
        some.map((id) => survey(id)),
        1,
      ),
    ).toEqual(expected.filter(({ id }) => some.includes(id)));
    expect(await surveyed([survey('win-rate-gap')], 1)).toEqual(expected.filter(({ id }) => id === 'win-rate-gap'));
  });

  it('do nothing for no tasks', async () => {
    expect(await surveyed([], 4)).toEqual([]);
  });

  it('report progress before they report the end', async () => {
    const replies: Reply[] = [];
    await runTasks([survey('win-rate', 60)], {
      catalogue: SERVICES.catalogue,
      workers: 3,
      onReply: (reply) => void replies.push(reply),
    });
    const [first, ...others] = replies.map((reply) => (reply.kind === 'progress' ? reply.instances : reply.kind));
    expect([first, others.pop()]).toEqual([25, 'surveyed']);
    // Those that come too soon after another one are left out.
    expect([50, 60]).toEqual(expect.arrayContaining(others));
  });

  it('decide claims on given instances', async () => {
    const instances = [untied([1n, 1n], 2), untied([5n], 3)];
    const replies: Reply[] = [];
    const checks = catalogue.map(({ id }): Task => ({ kind: 'check', claim: id, instances }));
    await runTasks(checks, { catalogue: SERVICES.catalogue, workers: 2, onReply: (reply) => void replies.push(reply) });
    for (const claim of catalogue) {
      const result = { claim: claim.id, outcomes: checkInstances(claim, instances) };
      expect(replies).toContainEqual({ kind: 'checked', result });
    }
    expect(replies).toHaveLength(catalogue.length);
  });

  it('end a survey whose time is over', async () => {
    const [run] = await surveyed(
      [{ kind: 'survey', claim: 'pmf', extent: searchOnly(null), seed: 1, seconds: 0.01 }],
      1,
    );
    expect(run).toMatchObject({ complete: false, requested: null });
  });
});
