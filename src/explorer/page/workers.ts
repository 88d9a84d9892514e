import type { Reply, Request } from '../messages.ts';

/** How long a busy worker may take to answer a new request, in milliseconds, before another one takes its place. */
const PATIENCE = 500;

/** The replies after which a worker has nothing to do. */
const ENDS: readonly Reply['kind'][] = ['done', 'found', 'failed'];

/** A request without its number. */
type Asked = Request extends infer One ? (One extends Request ? Omit<One, 'turn'> : never) : never;

/** A worker that runs the program of this page. Requests are numbered; replies to older ones are dropped. */
export class Helper {
  readonly #onReply: (reply: Reply) => void;
  #worker: Worker | null = null;
  #turn = 0;
  #isBusy = false;
  #patience: ReturnType<typeof setTimeout> | undefined;

  constructor(onReply: (reply: Reply) => void) {
    this.#onReply = onReply;
  }

  ask(request: Asked): void {
    const wasBusy = this.#isBusy;
    this.#send(request);
    // A worker that is in the middle of something long does not hear of it.
    if (wasBusy) {
      this.#patience = setTimeout(() => {
        this.stop();
        this.#send(request);
      }, PATIENCE);
    }
  }

  #send(request: Asked): void {
    clearTimeout(this.#patience);
    this.#turn += 1;
    this.#isBusy = true;
    this.#worker ??= this.#start();
    this.#worker.postMessage({ ...request, turn: this.#turn } satisfies Request);
  }

  /** Ends the work at hand at once. */
  stop(): void {
    clearTimeout(this.#patience);
    this.#worker?.terminate();
    this.#worker = null;
    this.#isBusy = false;
    this.#turn += 1;
  }

  #take(reply: Reply): void {
    if (reply.turn !== this.#turn) return;
    clearTimeout(this.#patience);
    this.#isBusy = !ENDS.includes(reply.kind);
    this.#onReply(reply);
  }

  #start(): Worker {
    const program = document.getElementById('program')?.textContent ?? '';
    const address = URL.createObjectURL(new Blob([program], { type: 'text/javascript' }));
    const worker = new Worker(address);
    URL.revokeObjectURL(address);
    worker.onmessage = ({ data }: MessageEvent<Reply>) => this.#take(data);
    worker.onerror = (event) => this.#take({ turn: this.#turn, kind: 'failed', message: event.message });
    return worker;
  }
}
