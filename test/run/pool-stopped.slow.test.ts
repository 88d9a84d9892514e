import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { messageOf } from '../../src/claims/fault.ts';
import type { Task } from '../../src/run/messages.ts';
import { type NoAnswer, type PoolOptions, runTasks } from '../../src/run/pool.ts';
import { searchOnly } from '../../src/search/budget.ts';
import { SERVICES } from '../cli/services.ts';

const { catalogue } = SERVICES;
const module = new URL('./misbehaving.ts', import.meta.url).href;
const survey = (claim: string): Task => ({
  kind: 'survey',
  claim,
  module,
  extent: searchOnly(60),
  seed: 9,
  seconds: null,
});

interface Done {
  readonly surveyed: string[];
  readonly stopped: string[];
}

/** Surveys the claims, and says which were and what became of the others, in the order of their names. */
async function done(ids: readonly string[], workers: number, options: Partial<PoolOptions> = {}): Promise<Done> {
  const [surveyed, stopped]: [string[], string[]] = [[], []];
  await runTasks(ids.map(survey), {
    catalogue,
    workers,
    stallSeconds: 1,
    onNoAnswer: (why: NoAnswer) => void stopped.push(messageOf(why)),
    onReply: (reply) => {
      if (reply.kind === 'surveyed') surveyed.push(reply.run.id);
    },
    ...options,
  });
  return { surveyed: surveyed.sort(), stopped: stopped.sort() };
}

const EXIT = 'claim exits ended its thread with code 0; a claim must not call process.exit';
const STALL = 'claim hangs spent more than 1 s on one instance and was stopped';

describe('a claim whose code gives no answer', () => {
  it.each([1, 3])('is named, and the others are surveyed, by %i workers', async (workers) => {
    const ids = ['hangs', 'good', 'exits', 'better'];
    expect(await done(ids, workers)).toEqual({ surveyed: ['better', 'good'], stopped: [EXIT, STALL] });
  });

  it('ends the work where nobody wants to hear of it', async () => {
    const tasks = ['good', 'exits'].map(survey);
    await expect(runTasks(tasks, { catalogue, workers: 1, onReply: () => undefined })).rejects.toThrow(EXIT);
  });
});

describe('what the code of a claim leaves behind', () => {
  it.each([1, 2])(
    'does no harm to the claims after it where it ends their thread, with %i workers',
    async (workers) => {
      const ids = ['leaves-an-exit', 'good', 'throws-later', 'better'];
      expect(await done(ids, workers)).toEqual({ surveyed: [...ids].sort(), stopped: [] });
    },
  );

  it('and none where it blocks the thread for ever', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const surveyed: string[] = [];
    const { stopped } = await done(['leaves-a-loop', 'good'], 1, {
      onReply: (reply) => {
        if (reply.kind !== 'surveyed') return;
        surveyed.push(reply.run.id);
        if (reply.run.id !== 'leaves-a-loop') return;
        // By then the thread has its next task, which it never begins, or has done before the loop began.
        const later = setTimeout(() => vi.advanceTimersByTime(130_000), 100);
        onTestFinished(() => clearTimeout(later));
      },
    });
    expect([surveyed, stopped]).toEqual([['leaves-a-loop', 'good'], []]);
  });
});
