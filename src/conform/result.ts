import type { Cases } from './cases.ts';
import type { ConformOptions } from './options.ts';
import type { Trouble, TroubleKind } from './program/troubles.ts';
import type { QuantityName } from './quantities.ts';
import type { ConformResult, OfQuantity, Unheard } from './schema.ts';
import { diagnose } from './slips/slips.ts';
import { described, type Shrinker, smallestCrash, smallestWrong } from './smallest.ts';
import type { Tally } from './tally.ts';

/** All that a search found. */
export interface Found {
  readonly options: ConformOptions;
  readonly cases: Cases;
  readonly tally: Tally;
  readonly leftOut: number;
  readonly troubles: readonly Trouble[];
  readonly givenUp: string | null;
  readonly errors: readonly string[];
}

/** Shrinks what failed, names the mistakes, and decides the status. */
export async function resultOf(found: Found, shrinker: () => Shrinker): Promise<ConformResult> {
  const { options, cases, tally, leftOut, troubles, givenUp, errors } = found;
  const { command, want, form, cases: choice, tolerance, batch } = options;
  const { replies } = tally;
  const quantities: OfQuantity[] = [];
  for (const name of want) quantities.push(await ofQuantity(name, tally, shrinker));
  const ended = tally.least('crashed');
  const crash = ended && (await smallestCrash(ended, shrinker()));
  const least = (kind: 'timed-out' | 'unanswered'): Unheard | null => {
    const found = tally.least(kind);
    return found && described(found.instance, shrinker());
  };
  const result = {
    format: 'bonafide-conform/1' as const,
    program: [...command],
    asked: { want: [...want], form, ...choice, batch, tolerance },
    instances: {
      vectors: cases.vectors,
      generated: cases.instances.length - cases.vectors,
      leftOut,
      answered: replies.answered,
      crashed: replies.crashed,
      timedOut: replies['timed-out'],
      unanswered: replies.unanswered,
      notAsked: replies['not-asked'],
    },
    quantities,
    regimes: tally.regimes(),
    crash,
    silent: { timedOut: least('timed-out'), unanswered: least('unanswered') },
    troubles: [...troubles],
    givenUp,
  };
  const status = statusOf(result);
  return { ...result, status, errors: status === 'conforms' ? [] : [...errors] };
}

async function ofQuantity(name: QuantityName, tally: Tally, shrinker: () => Shrinker): Promise<OfQuantity> {
  const wrong = tally.wrong(name);
  const least = tally.leastWrong(name);
  const diagnoses = diagnose(wrong.map(({ judged }) => judged.slips));
  return {
    name,
    right: tally.count(name, 'right'),
    wrong: wrong.length,
    undecided: tally.count(name, 'undecided'),
    worst: tally.worst(name),
    smallest: least && (await smallestWrong(least, shrinker())),
    diagnoses,
    unexplained: wrong.length - diagnoses.reduce((sum, { explained }) => sum + explained, 0),
  };
}

/** Lines that break the protocol. Others are only in the way. */
const BREAKING: ReadonlySet<TroubleKind> = new Set(['unknown-id', 'second-answer']);

/** Wrong is what a program got wrong, left out or crashed on; undecided what it had no time for. */
function statusOf({
  instances,
  quantities,
  troubles,
}: Omit<ConformResult, 'status' | 'errors'>): ConformResult['status'] {
  const isBroken = troubles.some(({ kind }) => BREAKING.has(kind));
  const isWrong = quantities.some(({ wrong }) => wrong > 0) || instances.crashed > 0 || instances.unanswered > 0;
  if (isBroken || isWrong) return 'wrong';
  const isOpen =
    instances.timedOut > 0 || instances.answered === 0 || quantities.some(({ undecided }) => undecided > 0);
  return isOpen ? 'undecided' : 'conforms';
}
