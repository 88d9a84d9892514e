import { InputError } from '../../policy/errors.ts';
import { quoted, readLine } from '../answer.ts';
import type { QuantityName } from '../quantities.ts';
import type { Request } from '../request.ts';
import { Child, type Ended } from './child.ts';
import { type Exchanged, exchange, type Manner } from './exchange.ts';
import type { Reply } from './reply.ts';
import { Troubles } from './troubles.ts';

export interface ConversationOptions {
  /** The program and its arguments. */
  readonly command: readonly string[];
  readonly want: readonly QuantityName[];
  /** The longest time for an answer. */
  readonly seconds: number;
  readonly signal: AbortSignal;
}

/** Requests that are written ahead of their answers. */
const WINDOW = 200;
/** A program that does not end when its input does is killed after this time. */
const MILLISECONDS_TO_END = 500;
/** After so many ends before any answer, the program does not run at all. */
const STARTS_WITHOUT_ANSWER = 3;

/** A conversation with a program: it is started when it is needed, and again after it crashed, as often as `restarts` allows. */
export abstract class Conversation {
  readonly options: ConversationOptions;
  readonly troubles = new Troubles();
  /** Why the rest is not asked; null while all is. */
  givenUp: string | null = null;
  protected readonly answered = new Set<number>();
  #restarts: number;
  #started: Child | null = null;
  #fruitless = 0;
  #errors: readonly string[] = [];

  constructor(options: ConversationOptions, restarts: number) {
    this.options = options;
    this.#restarts = restarts;
  }

  /** Asks. The replies are in the order of the requests. @throws InputError where the program does not run; the signal's reason. */
  async ask(requests: readonly Request[]): Promise<Reply[]> {
    const replies = new Map<number, Reply>();
    if (this.givenUp === null) await this.askAll(requests, replies);
    return requests.map(({ id }) => replies.get(id) ?? { kind: 'not-asked' });
  }

  protected abstract askAll(requests: readonly Request[], replies: Map<number, Reply>): Promise<void>;

  /** Lets the program end, and kills it where it does not. What it still prints is heard. */
  abstract close(): Promise<void>;

  /** Kills the program if it is running. */
  stop(): void {
    this.#started?.kill();
  }

  /** Allows so many restarts from now on. */
  allow(restarts: number): void {
    this.#restarts = restarts;
    this.givenUp = null;
  }

  /** The last lines that the program wrote to standard error when it ran last. */
  get errors(): readonly string[] {
    return this.#errors;
  }

  protected async start(): Promise<Child> {
    this.options.signal.throwIfAborted();
    this.#started = await Child.start(this.options.command);
    return this.#started;
  }

  /** One exchange with a running program. If it does not end well, the program is killed. */
  protected async exchange(
    child: Child,
    requests: readonly Request[],
    manner: Pick<Manner, 'closes' | 'seconds'> & { readonly window?: number },
  ): Promise<Exchanged> {
    const { want, signal } = this.options;
    const { troubles, answered } = this;
    try {
      const exchanged = await exchange(child, requests, {
        window: WINDOW,
        want,
        signal,
        troubles,
        answered,
        ...manner,
      });
      this.#errors = child.errors;
      if (exchanged.why !== 'answered') child.kill();
      return exchanged;
    } catch (error) {
      child.kill();
      throw error;
    }
  }

  /** Ends a program that was asked everything. */
  protected async letEnd(child: Child): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, MILLISECONDS_TO_END);
      const hear = (line: string, isWhole: boolean): void =>
        this.troubles.hear(line, isWhole, readLine(line, this.options.want), this.answered);
      const end = (): void => {
        clearTimeout(timer);
        resolve();
      };
      child.listen({ line: hear, drain: () => undefined, end });
      child.closeInput();
    });
    child.listen(null);
    child.kill();
    this.#errors = child.errors;
  }

  /** Uses up a restart after the program ended or fell silent. @throws InputError where it never answered. */
  protected spend(why: Ended | 'silent'): void {
    const { seconds } = this.options;
    if (this.answered.size === 0) {
      if (why === 'silent') {
        this.givenUp = `no answer came within ${seconds} s: a program must flush its output after each line, or be run with --batch; --timeout allows more time`;
        return;
      }
      this.#fruitless += 1;
      if (this.#fruitless >= STARTS_WITHOUT_ANSWER)
        throw new InputError(`the program ${why.words} before its first answer${this.#inErrors()}`);
    }
    if (this.#restarts === 0) this.givenUp = 'the program crashed or fell silent too often';
    this.#restarts -= 1;
  }

  #inErrors(): string {
    const line = this.#errors.at(-1);
    return line === undefined ? ' and wrote nothing to standard error' : `; on standard error: ${quoted(line)}`;
  }
}
