import type { Domain } from '../claims/domain.ts';
import { type Instance, instanceToJson } from '../claims/instance.ts';
import type { Asked, Inquiry } from './inquiry.ts';
import type { QuantityName } from './quantities.ts';
import { lineOf } from './request.ts';
import type { Crash, Unheard, WrongAnswer } from './schema.ts';
import { type ShrinkLimits, shrinkOutside } from './shrinking.ts';
import type { Wrong } from './tally.ts';

export interface Shrinker {
  readonly inquiry: Inquiry;
  readonly domain: Domain;
  readonly want: readonly QuantityName[];
  readonly isAllowed: (instance: Instance) => boolean;
  readonly limits: ShrinkLimits;
}

/** The smallest instance on which a quantity is wrong, as far as steps from the given one lead. */
export async function smallestWrong(from: Wrong, shrinker: Shrinker): Promise<WrongAnswer> {
  const { quantity } = from.judged;
  const shrunk = await shrunkBy(from.instance, shrinker, (asked) => wrongOf(asked, quantity));
  const { said, judged } = shrunk.found ?? from;
  return {
    ...described(shrunk.instance, shrinker),
    isCutShort: shrunk.isCutShort,
    said,
    truth: judged.truth as NonNullable<Wrong['judged']['truth']>,
  };
}

/** The smallest instance on which the program ends. */
export async function smallestCrash(
  from: { readonly instance: Instance; readonly reply: Ending },
  shrinker: Shrinker,
): Promise<Crash> {
  const limits = { ...shrinker.limits, atOnce: 1, most: MOST_FOR_CRASH };
  const shrunk = await shrunkBy(from.instance, { ...shrinker, limits }, ({ reply }) =>
    reply.kind === 'crashed' ? reply : null,
  );
  const { how, errors } = shrunk.found ?? from.reply;
  return { ...described(shrunk.instance, shrinker), isCutShort: shrunk.isCutShort, how, errors: [...errors] };
}

type Ending = Asked['reply'] & { readonly kind: 'crashed' };

/** Candidates for a crash are asked one at a time, since the program is started again after each that crashes. */
const MOST_FOR_CRASH = 400;

function shrunkBy<T>(instance: Instance, shrinker: Shrinker, found: (asked: Asked) => T | null) {
  const { inquiry, domain, isAllowed, limits } = shrinker;
  const ask = async (candidates: readonly Instance[]): Promise<(T | null)[]> => {
    const requests = candidates.map((candidate) => (isAllowed(candidate) ? inquiry.requestOf(candidate) : null));
    const asked = (await await inquiry.ask(requests.filter((request) => request !== null))).values();
    return requests.map((request) => (request ? found(asked.next().value as Asked) : null));
  };
  return shrinkOutside(instance, domain, ask, limits);
}

function wrongOf({ instance, reply, judged }: Asked, quantity: QuantityName): Wrong | null {
  const answer = judged?.answers.find((one) => one.quantity === quantity);
  if (answer?.outcome !== 'wrong' || reply.kind !== 'answered') return null;
  return { instance, said: reply.answers[quantity]?.text ?? '', judged: answer };
}

/** An instance as it is shown, with the line that asks for it. */
export function described(instance: Instance, { inquiry, want }: Pick<Shrinker, 'inquiry' | 'want'>): Unheard {
  const request = inquiry.requestOf(instance);
  return {
    instance: instanceToJson(instance),
    request: request ? lineOf({ ...request, id: 1 }, want).trimEnd() : '',
  };
}
