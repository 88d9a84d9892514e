import { type Answers, readLine } from '../answer.ts';
import type { QuantityName } from '../quantities.ts';
import { lineOf, type Request } from '../request.ts';
import type { Child, Ended } from './child.ts';
import type { Troubles } from './troubles.ts';

/** How requests are put to a running program. */
export interface Manner {
  readonly want: readonly QuantityName[];
  /** The most requests that wait for their answers at the same time. */
  readonly window: number;
  /** Whether the program's input ends after the last request. */
  readonly closes: boolean;
  /** The longest time without an answer. */
  readonly seconds: number;
  readonly troubles: Troubles;
  /** Ids that were answered before. */
  readonly answered: Set<number>;
  readonly signal: AbortSignal;
}

/** What came of requests. */
export interface Exchanged {
  readonly answers: ReadonlyMap<number, Answers>;
  /** Requests that were written and not answered, in their order. */
  readonly waiting: readonly Request[];
  /** Those of them that were written before one that was answered. */
  readonly skipped: readonly Request[];
  readonly why: 'answered' | 'silent' | Ended;
}

/**
 * Writes requests ahead of their answers, as far as the window and the pipe allow, until all are answered, no answer comes for too long, or
 * the program ends. @throws the signal's reason.
 */
export function exchange(child: Child, requests: readonly Request[], manner: Manner): Promise<Exchanged> {
  const { want, window, closes, seconds, troubles, answered, signal } = manner;
  return new Promise((resolve, reject) => {
    const answers = new Map<number, Answers>();
    const waiting = new Map<number, Request>();
    let next = 0;
    let last = -1;
    let isFull = false;
    let timer: NodeJS.Timeout | undefined;
    const settle = (): void => {
      clearTimeout(timer);
      child.listen(null);
      signal.removeEventListener('abort', abort);
    };
    const finish = (why: Exchanged['why']): void => {
      settle();
      const left = [...waiting.values()];
      resolve({ answers, waiting: left, skipped: left.filter(({ id }) => id < last), why });
    };
    const abort = (): void => {
      settle();
      reject(signal.reason);
    };
    const wait = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => finish('silent'), 1000 * seconds);
    };
    const feed = (): void => {
      while (!isFull && next < requests.length && waiting.size < window) {
        const request = requests[next] as Request;
        next += 1;
        waiting.set(request.id, request);
        isFull = !child.write(lineOf(request, want));
      }
      if (closes && next === requests.length) child.closeInput();
    };
    const take = (line: string, isWhole: boolean): void => {
      const read = readLine(line, want);
      if (read.kind === 'answer' && waiting.delete(read.id)) accept(read.id, read.answers);
      else troubles.hear(line, isWhole, read, answered);
    };
    const accept = (id: number, answer: Answers): void => {
      answered.add(id);
      answers.set(id, answer);
      last = Math.max(last, id);
      if (answers.size === requests.length) finish('answered');
      else {
        wait();
        feed();
      }
    };
    signal.addEventListener('abort', abort);
    wait();
    child.listen({
      line: take,
      drain: () => {
        isFull = false;
        feed();
      },
      end: finish,
    });
    feed();
    if (signal.aborted) abort();
  });
}
