import type { Reply, Request } from '../messages.ts';

/** A request without its number. */
type Asked = Request extends infer One ? (One extends Request ? Omit<One, 'turn'> : never) : never;

/** A worker that runs the program of this page. Requests are numbered; replies to older ones are dropped. */
export class Helper {
  readonly #onReply: (reply: Reply) => void;
  #worker: Worker | null = null;
  #turn = 0;

  constructor(onReply: (reply: Reply) => void) {
    this.#onReply = onReply;
  }

  ask(request: Asked): void {
    this.#turn += 1;
    this.#worker ??= this.#start();
    this.#worker.postMessage({ ...request, turn: this.#turn } satisfies Request);
  }

  /** Ends the work at hand at once. */
  stop(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#turn += 1;
  }

  #start(): Worker {
    const program = document.getElementById('program')?.textContent ?? '';
    const address = URL.createObjectURL(new Blob([program], { type: 'text/javascript' }));
    const worker = new Worker(address);
    URL.revokeObjectURL(address);
    worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      if (data.turn === this.#turn) this.#onReply(data);
    };
    worker.onerror = (event) => this.#onReply({ turn: this.#turn, kind: 'failed', message: event.message });
    return worker;
  }
}
