import type { Instance } from '../claims/instance.ts';
import type { CaseOptions, Cases } from './cases.ts';
import { domainOf, isAllowed } from './cases.ts';
import { Inquiry, type InquiryOptions } from './inquiry.ts';
import type { ConformOptions } from './options.ts';
import { Batches } from './program/batches.ts';
import type { Conversation } from './program/conversation.ts';
import { Streaming } from './program/streaming.ts';
import type { Request } from './request.ts';
import { resultOf } from './result.ts';
import type { ConformResult } from './schema.ts';
import type { Shrinker } from './smallest.ts';
import { Tally } from './tally.ts';

/** What is computed on another thread. */
export interface Work {
  readonly cases: (options: CaseOptions) => Promise<Cases>;
  readonly judge: InquiryOptions['judge'];
}

/** Restarts of a program that crashes or falls silent, in the search and in each shrinking. */
const RESTARTS = 20;
const RESTARTS_TO_SHRINK = 60;
/** Instances that are asked before their answers are handed to the judge. */
const AT_ONCE = 200;
const AT_ONCE_IN_BATCHES = 1000;
/** Simpler instances that are asked at once, and in all. */
const SIMPLER_AT_ONCE = 50;
const SIMPLER = 4000;

/**
 * Tests a program: the instances of the vectors, then generated ones, then ever simpler ones of those that failed.
 * @throws InputError where the program does not run; the signal's reason.
 */
export async function conform(options: ConformOptions, work: Work): Promise<ConformResult> {
  const { command, want, form, tolerance, timeout, batch, signal, cases: choice } = options;
  const cases = await work.cases(choice);
  const talk = { command, want, seconds: timeout, signal };
  const conversation = batch ? new Batches(talk, RESTARTS) : new Streaming(talk, RESTARTS);
  try {
    const inquiry = new Inquiry(conversation, { form, tolerance, judge: work.judge });
    const tally = new Tally(want);
    const leftOut = await search(cases.instances, inquiry, tally, options);
    await conversation.close();
    // What the candidates of shrinking add to lines that are no answers is not counted.
    const { troubles, givenUp, errors } = conversation;
    const known = { troubles: [...troubles.all], givenUp, errors: [...errors] };
    const result = await resultOf(
      { options, cases, tally, leftOut, ...known },
      shrinkerOf(inquiry, conversation, options),
    );
    await conversation.close();
    return result;
  } finally {
    conversation.stop();
  }
}

/** Asks instances until all are asked or the time is over. @returns how many could not be given. */
async function search(
  instances: readonly Instance[],
  inquiry: Inquiry,
  tally: Tally,
  { seconds, batch }: ConformOptions,
): Promise<number> {
  const end = performance.now() + 1000 * seconds;
  const requests = instances.map((instance) => inquiry.requestOf(instance)).filter((request) => request !== null);
  const size = batch ? AT_ONCE_IN_BATCHES : AT_ONCE;
  let judging: Promise<void> = Promise.resolve();
  for (let from = 0; from < requests.length; from += size) {
    const list: readonly Request[] = requests.slice(from, from + size);
    if (performance.now() > end) {
      for (const { instance } of list) tally.reply(instance, { kind: 'not-asked' });
      continue;
    }
    const asked = await inquiry.ask(list);
    const before = judging;
    judging = before.then(() => asked).then((all) => count(all, tally));
    // A failure is heard when it is waited for.
    judging.catch(() => undefined);
  }
  await judging;
  return instances.length - requests.length;
}

function count(all: Awaited<Awaited<ReturnType<Inquiry['ask']>>>, tally: Tally): void {
  for (const { instance, reply, judged } of all) {
    tally.reply(instance, reply);
    if (judged && reply.kind === 'answered') tally.judged(instance, reply.answers, judged);
  }
}

/** What shrinking needs; each call begins with a new allowance of restarts and of time. */
function shrinkerOf(
  inquiry: Inquiry,
  conversation: Conversation,
  { cases, want, seconds }: ConformOptions,
): () => Shrinker {
  return () => {
    conversation.allow(RESTARTS_TO_SHRINK);
    const end = performance.now() + 1000 * seconds;
    const hasTime = (): boolean => performance.now() < end && conversation.givenUp === null;
    return {
      inquiry,
      want,
      domain: domainOf(cases),
      isAllowed: (instance) => isAllowed(instance, cases),
      limits: { atOnce: SIMPLER_AT_ONCE, most: SIMPLER, hasTime },
    };
  };
}
