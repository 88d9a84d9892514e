import type { Instance } from '../claims/instance.ts';
import { type Form, givenOf } from './given.ts';
import type { Judged, ToJudge } from './judged.ts';
import type { Conversation } from './program/conversation.ts';
import type { Reply } from './program/reply.ts';
import type { Request } from './request.ts';
import type { Tolerance } from './tolerance.ts';

/** An instance with what became of it. `judged` is there where it was answered. */
export interface Asked {
  readonly instance: Instance;
  readonly request: Request;
  readonly reply: Reply;
  readonly judged: Judged | null;
}

export interface InquiryOptions {
  readonly form: Form;
  readonly tolerance: Tolerance;
  /** Judges answers somewhere else, so that the program is asked meanwhile. */
  readonly judge: (input: ToJudge) => Promise<readonly Judged[]>;
}

/** Asks a program about instances and judges its answers. */
export class Inquiry {
  readonly #conversation: Conversation;
  readonly #options: InquiryOptions;
  #lastId = 0;

  constructor(conversation: Conversation, options: InquiryOptions) {
    this.#conversation = conversation;
    this.#options = options;
  }

  /** The request for an instance; null where it cannot be given in the form. */
  requestOf(instance: Instance): Request | null {
    const given = givenOf(instance, this.#options.form);
    if (!given) return null;
    this.#lastId += 1;
    return { id: this.#lastId, instance, probabilities: given.probabilities };
  }

  /** Asks. The answers are judged while the caller goes on. */
  async ask(requests: readonly Request[]): Promise<Promise<Asked[]>> {
    const replies = await this.#conversation.ask(requests);
    return this.#judge(requests, replies);
  }

  async #judge(requests: readonly Request[], replies: readonly Reply[]): Promise<Asked[]> {
    const { form, tolerance, judge } = this.#options;
    const answered = requests.flatMap(({ instance }, i) => {
      const reply = replies[i] as Reply;
      return reply.kind === 'answered' ? [{ instance, answers: reply.answers }] : [];
    });
    const judged = answered.length > 0 ? (await judge({ form, tolerance, answered })).values() : [].values();
    return requests.map((request, i) => {
      const reply = replies[i] as Reply;
      const isAnswered = reply.kind === 'answered';
      return {
        instance: request.instance,
        request,
        reply,
        judged: isAnswered ? (judged.next().value as Judged) : null,
      };
    });
  }
}
