import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { reason } from '../../io/reason.ts';
import { InputError } from '../../policy/errors.ts';
import { LastLines } from './last-lines.ts';
import { Lines } from './lines.ts';

/** How a program ended. */
export interface Ended {
  readonly isClean: boolean;
  /** As in "it ended with exit code 3". */
  readonly words: string;
}

/** Who hears what a program does. */
export interface Listener {
  /** A line, or a text without a line feed: at the end of the output, or because it is too long. */
  readonly line: (text: string, isWhole: boolean) => void;
  readonly drain: () => void;
  readonly end: (how: Ended) => void;
}

const MOST_UNHEARD = 1000;

/** The running programs. Each leads a process group with all that it started itself. */
const running = new Set<Child>();
process.prependListener('exit', () => {
  for (const child of running) child.kill();
});

function isDenied(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'EACCES';
}

/** A running program under test. */
export class Child {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #errors = new LastLines();
  #listener: Listener | null = null;
  /** Lines that came while nobody listened. */
  #unheard: (readonly [text: string, isWhole: boolean])[] = [];
  #ended: Ended | null = null;

  /** Starts a program. @throws InputError where it cannot be started. */
  static async start([program = '', ...args]: readonly string[]): Promise<Child> {
    const child = spawn(program, args, { detached: process.platform !== 'win32' });
    try {
      await once(child, 'spawn');
    } catch (error) {
      const advice = isDenied(error)
        ? '; make it executable, or give its interpreter first, as in -- python3 kl.py'
        : '';
      throw new InputError(`the program ${JSON.stringify(program)} cannot be started: ${reason(error)}${advice}`);
    }
    return new Child(child);
  }

  private constructor(child: ChildProcessWithoutNullStreams) {
    this.#process = child;
    running.add(this);
    const lines = new Lines((text, isWhole) => this.#hear(text, isWhole));
    child.stdout.setEncoding('utf8').on('data', (text: string) => lines.take(text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => this.#errors.take(text));
    child.stdin.on('drain', () => this.#listener?.drain());
    // A program need not read its input. That it has closed it, or has ended, is seen by its silence or its end.
    child.stdin.on('error', () => undefined);
    // Processes that a program leaves behind could keep its output open.
    child.on('exit', () => this.kill());
    child.on('close', (code, signal) => {
      running.delete(this);
      lines.end();
      this.#ended = {
        isClean: code === 0,
        words: code === null ? `was killed by ${signal}` : `ended with exit code ${code}`,
      };
      this.#listener?.end(this.#ended);
    });
  }

  /** Tells a listener from now on, and first what came while there was none. */
  listen(listener: Listener | null): void {
    this.#listener = listener;
    if (!listener) return;
    for (const [text, isWhole] of this.#unheard.splice(0)) listener.line(text, isWhole);
    if (this.#ended) listener.end(this.#ended);
  }

  #hear(text: string, isWhole: boolean): void {
    if (this.#listener) this.#listener.line(text, isWhole);
    else if (this.#unheard.length < MOST_UNHEARD) this.#unheard.push([text, isWhole]);
  }

  /** Writes a text. @returns whether more may be written before the next `drain`. */
  write(text: string): boolean {
    return this.#process.stdin.writable ? this.#process.stdin.write(text) : false;
  }

  closeInput(): void {
    this.#process.stdin.end();
  }

  /** Kills the program and all that it started. */
  kill(): void {
    const { pid } = this.#process;
    if (pid === undefined) return;
    try {
      if (process.platform === 'win32') this.#process.kill('SIGKILL');
      else process.kill(-pid, 'SIGKILL');
    } catch {
      // The group is gone already.
    }
  }

  /** The last lines that it wrote to standard error. */
  get errors(): readonly string[] {
    return this.#errors.lines;
  }
}
