import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Reply, Task } from '../../src/run/messages.ts';
import { runTasks } from '../../src/run/pool.ts';
import { searchOnly } from '../../src/search/budget.ts';
import { SERVICES } from '../cli/services.ts';

const { catalogue } = SERVICES;
const survey = (claim: string, runs: number): Task => ({
  kind: 'survey',
  claim,
  extent: searchOnly(runs),
  seed: 9,
  seconds: null,
});
const ENDLESS = 2 ** 31 - 1;

describe('work that an error ends', () => {
  it('rejects with that error, blames no claim for the end of its thread, and begins nothing more', async () => {
    const [blamed, begun]: [unknown[], Set<string>] = [[], new Set()];
    const full = new Error('the disk is full');
    const work = runTasks(
      [survey('win-rate', 5), ...['kl-bound', 'pmf', 'equality'].map((claim) => survey(claim, ENDLESS))],
      {
        catalogue,
        workers: 2,
        onNoAnswer: (why) => void blamed.push(why),
        onReply: (reply) => {
          if (reply.kind === 'progress') begun.add(reply.claim);
          if (reply.kind === 'surveyed') throw full;
        },
      },
    );
    await expect(work).rejects.toBe(full);
    expect(blamed).toEqual([]);
    const before = begun.size;
    await setTimeout(1000);
    expect(begun.size).toBe(before);
  });
});

describe('work that is ended by a signal', () => {
  it('resolves in the middle of surveys that would never end, without their replies', async () => {
    const controller = new AbortController();
    const replies: Reply[] = [];
    await runTasks(
      ['kl-bound', 'win-rate', 'pmf'].map((claim) => survey(claim, ENDLESS)),
      {
        catalogue,
        workers: 2,
        signal: controller.signal,
        onReply: (reply) => {
          replies.push(reply);
          controller.abort();
        },
      },
    );
    expect(replies.length).toBeGreaterThan(0);
    expect(replies.every(({ kind }) => kind === 'progress')).toBe(true);
  });

  it('keeps the replies that came before', async () => {
    const controller = new AbortController();
    const done: string[] = [];
    await runTasks([survey('win-rate', 5), survey('equality', ENDLESS)], {
      catalogue,
      workers: 1,
      signal: controller.signal,
      onReply: (reply) => {
        if (reply.kind === 'surveyed') done.push(reply.run.id);
        if (reply.kind === 'progress' && reply.claim === 'equality') controller.abort();
      },
    });
    expect(done).toEqual(['win-rate']);
  });

  it('starts nothing after a signal that came before', async () => {
    const replies: Reply[] = [];
    await runTasks([survey('kl-bound', ENDLESS)], {
      catalogue,
      workers: 2,
      signal: AbortSignal.abort(),
      onReply: (reply) => void replies.push(reply),
    });
    expect(replies).toEqual([]);
  });
});

it('a survey is looked at while it goes on', async () => {
  const controller = new AbortController();
  const looked: [string, boolean][] = [];
  await runTasks([survey('win-rate', ENDLESS)], {
    catalogue,
    workers: 1,
    signal: controller.signal,
    onReply: () => undefined,
    onLook: (claim, instances) => {
      looked.push([claim, instances > 0]);
      if (instances > 0) controller.abort();
    },
  });
  expect(looked.at(-1)).toEqual(['win-rate', true]);
});

it('a search that is asked to end replies with what it has, and no other begins', async () => {
  const ending = new AbortController();
  const replies: Reply[] = [];
  await runTasks([survey('kl-bound', ENDLESS), survey('win-rate', 5)], {
    catalogue,
    workers: 1,
    ending: ending.signal,
    onReply: (reply) => {
      ending.abort();
      if (reply.kind !== 'progress') replies.push(reply);
    },
  });
  expect(replies).toMatchObject([
    { kind: 'surveyed', isCutShort: true, run: { id: 'kl-bound', complete: false, outcomes: { refuted: 0 } } },
  ]);
});

describe('a failure', () => {
  it('of a worker rejects with the name of the claim, although other work would never end', async () => {
    const tasks = [survey('kl-bound', ENDLESS), survey('no-such-claim', 5)];
    await expect(runTasks(tasks, { catalogue, workers: 2, onReply: () => undefined })).rejects.toThrow(
      new Error('claim no-such-claim: there is no such claim'),
    );
  });

  it.each([
    {
      how: 'at once',
      fail: (): void => {
        throw new Error('the disk is full');
      },
    },
    { how: 'later', fail: (): Promise<void> => Promise.reject(new Error('the disk is full')) },
  ])('of who takes the replies, $how, ends the work', async ({ fail }) => {
    const tasks = [survey('win-rate', 3), survey('kl-bound', ENDLESS)];
    const take = (reply: Reply): void | Promise<void> => (reply.kind === 'surveyed' ? fail() : undefined);
    await expect(runTasks(tasks, { catalogue, workers: 2, onReply: take })).rejects.toThrow('the disk is full');
  });
});
