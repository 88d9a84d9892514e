import { ClaimFault } from '../claims/fault.ts';
import { askToEnd, LOADING_SECONDS, watch } from './heartbeat.ts';
import type { Reply, Task } from './messages.ts';
import { startThread } from './start-worker.ts';
import { type ClaimStopped, ended, failed, notBegun, stalled, type Whose } from './stopped.ts';

export interface Asking {
  /** An error that it throws ends the asking. */
  readonly onReply: (reply: Reply) => void | Promise<void>;
  readonly onLook: ((claim: string, instances: number) => void) | undefined;
  readonly stallSeconds: number;
}

/** A thread that does one task after another, until it dies. */
export class PoolThread {
  readonly #thread;
  /** Why it is dead, as an error of whatever it was doing. */
  #death: ((whose: Whose) => ClaimStopped) | null = null;
  #onDeath: () => void = () => undefined;
  #onReply: (reply: Reply) => void = () => undefined;
  #tasks = 0;
  #hasStalled = false;

  constructor(catalogue: string) {
    this.#thread = startThread('src/run/worker', catalogue);
    const { worker } = this.#thread;
    worker.on('message', (reply: Reply) => this.#onReply(reply));
    let cause: Error | null = null;
    worker.on('error', (error) => {
      cause = error;
    });
    // Replies that were sent before the end have come by then, whatever ended the thread.
    worker.on('exit', (code) => this.#die((whose) => (cause ? failed(whose, cause) : ended(whose, code))));
  }

  get isDead(): boolean {
    return this.#death !== null;
  }

  /** Whether its end may come from what an earlier claim left behind, such as a timer. During a survey no other code runs. */
  get isDoubtful(): boolean {
    return this.isDead && this.#tasks > 1 && !this.#hasStalled;
  }

  /**
   * Does a task, and resolves when its last reply has been handled.
   * @throws ClaimFault where a claim's code throws on an instance; ClaimStopped where it ends the thread, or does not return: then the
   * thread is terminated.
   */
  async ask(task: Task, { onReply, onLook, stallSeconds }: Asking): Promise<void> {
    const { worker, beat } = this.#thread;
    const whose = { claim: nameOf(task) };
    this.#tasks += 1;
    let unwatch = (): void => undefined;
    const tell = async (reply: Reply): Promise<void> => onReply(reply);
    try {
      const last = await new Promise<Reply>((resolve, reject) => {
        this.#onDeath = () => reject(this.#death?.(whose));
        if (this.isDead) this.#onDeath();
        this.#onReply = (reply) => {
          if (reply.kind !== 'progress') resolve(reply);
          else void tell(reply).catch(reject);
        };
        if (task.kind !== 'region') {
          const onStall = (hasBegun: boolean): void => {
            this.#hasStalled = hasBegun;
            const loading = Math.max(stallSeconds, LOADING_SECONDS);
            this.#die(() => (hasBegun ? stalled(whose, stallSeconds) : notBegun(whose, loading)));
            void this.end();
          };
          unwatch = watch(beat, stallSeconds, onStall, (count) => onLook?.(task.claim, count));
        }
        worker.postMessage(task);
      });
      unwatch();
      if (last.kind === 'failed') throw faultOf(last);
      await tell(last);
    } finally {
      unwatch();
    }
  }

  /** Asks it to end its survey, and to reply with what it has found. */
  askToEnd(): void {
    askToEnd(this.#thread.beat);
  }

  async end(): Promise<void> {
    await this.#thread.worker.terminate();
  }

  /** The first cause counts: a thread that is terminated exits as well. */
  #die(why: (whose: Whose) => ClaimStopped): void {
    if (this.#death) return;
    this.#death = why;
    this.#onDeath();
  }
}

function faultOf({ claim, message, instance }: Extract<Reply, { kind: 'failed' }>): Error {
  return instance ? new ClaimFault(claim, instance, message) : new Error(`claim ${claim}: ${message}`);
}

function nameOf(task: Task): string {
  return task.kind === 'region' ? task.inequality : task.claim;
}
