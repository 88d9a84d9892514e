import type { Request } from '../request.ts';
import type { Child } from './child.ts';
import { Conversation } from './conversation.ts';
import type { Exchanged } from './exchange.ts';
import type { Reply } from './reply.ts';

/** A conversation with one process, which answers line by line. */
export class Streaming extends Conversation {
  #child: Child | null = null;

  protected override async askAll(requests: readonly Request[], replies: Map<number, Reply>): Promise<void> {
    // After a crash, the requests that waited are asked one at a time, until one of them is seen to be the cause.
    let suspects = 0;
    for (let left = requests; left.length > 0 && this.givenUp === null; ) {
      this.#child ??= await this.start();
      const asked = suspects > 0 ? left.slice(0, 1) : left;
      const exchanged = await this.exchange(this.#child, asked, { closes: false, seconds: this.options.seconds });
      for (const [id, answers] of exchanged.answers) replies.set(id, { kind: 'answered', answers });
      suspects = Math.max(0, suspects - 1);
      if (exchanged.why !== 'answered') suspects = this.#stopped(exchanged, suspects, replies);
      left = left.filter(({ id }) => !replies.has(id));
    }
  }

  /** Says what became of the requests of a program that ended or fell silent. @returns how many of the next ones are suspected. */
  #stopped({ why, waiting, skipped }: Exchanged, suspects: number, replies: Map<number, Reply>): number {
    const child = this.#child as Child;
    const [oldest] = waiting;
    if (why === 'silent' && skipped.length > 0) {
      for (const { id } of skipped) replies.set(id, { kind: 'unanswered' });
      // Where there are others, the program is silent on the oldest of them.
      if (skipped.length === waiting.length) return this.#restart(why, 0);
    }
    const blamed =
      why === 'silent' ? waiting.find(({ id }) => !replies.has(id)) : waiting.length === 1 ? oldest : undefined;
    if (blamed)
      replies.set(
        blamed.id,
        why === 'silent' || why === 'answered'
          ? { kind: 'timed-out' }
          : { kind: 'crashed', how: why.words, errors: child.errors },
      );
    return this.#restart(why, blamed ? suspects : waiting.length);
  }

  #restart(why: Exchanged['why'], suspects: number): number {
    this.#child = null;
    if (why !== 'answered') this.spend(why);
    return suspects;
  }

  override async close(): Promise<void> {
    if (this.#child) await this.letEnd(this.#child);
    this.#child = null;
  }
}
