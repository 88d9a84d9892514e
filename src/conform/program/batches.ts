import type { Request } from '../request.ts';
import { Conversation } from './conversation.ts';
import type { Reply } from './reply.ts';

/** So many requests may take as long as one answer does. */
const REQUESTS_IN_THE_TIME_OF_ONE = 100;

/** A conversation with one process for each list of requests, which may answer when its input ends. */
export class Batches extends Conversation {
  protected override async askAll(requests: readonly Request[], replies: Map<number, Reply>): Promise<void> {
    // A list whose process crashed or fell silent is halved, until a list of one request is seen to be the cause.
    const lists = [requests];
    for (let list = lists.pop(); list !== undefined && this.givenUp === null; list = lists.pop()) {
      if (list.length === 0) continue;
      const left = await this.#askList(list, replies);
      const half = Math.ceil(left.length / 2);
      lists.push(left.slice(half), left.slice(0, half));
    }
  }

  /** Asks a list. @returns the requests to ask again. */
  async #askList(list: readonly Request[], replies: Map<number, Reply>): Promise<readonly Request[]> {
    const child = await this.start();
    const seconds = this.options.seconds * (1 + list.length / REQUESTS_IN_THE_TIME_OF_ONE);
    const { answers, why } = await this.exchange(child, list, { closes: true, seconds, window: list.length });
    for (const [id, answer] of answers) replies.set(id, { kind: 'answered', answers: answer });
    if (why === 'answered') {
      await this.letEnd(child);
      return [];
    }
    const left = list.filter(({ id }) => !answers.has(id));
    this.spend(why);
    if (why !== 'silent' && why.isClean && answers.size > 0) {
      for (const { id } of left) replies.set(id, { kind: 'unanswered' });
      return [];
    }
    const [only, ...others] = left;
    if (!only || others.length > 0) return left;
    replies.set(
      only.id,
      why === 'silent' ? { kind: 'timed-out' } : { kind: 'crashed', how: why.words, errors: child.errors },
    );
    return [];
  }

  override async close(): Promise<void> {
    // Each process has ended with its list.
  }
}
