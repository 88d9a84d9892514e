import { compareInstances, type Instance } from '../claims/instance.ts';
import { REGIMES, type Regime } from '../claims/regimes.ts';
import type { Answers } from './answer.ts';
import type { Judged, JudgedAnswer } from './judged.ts';
import type { Reply } from './program/reply.ts';
import type { QuantityName } from './quantities.ts';
import type { OfRegime, Worst } from './schema.ts';
import type { ErrorSize } from './verdict.ts';

/** A wrong answer for one quantity. */
export interface Wrong {
  readonly instance: Instance;
  readonly said: string;
  readonly judged: JudgedAnswer;
}

/** Counts what became of instances. */
export class Tally {
  readonly #want: readonly QuantityName[];
  readonly replies: Record<Reply['kind'], number> = {
    answered: 0,
    crashed: 0,
    'timed-out': 0,
    unanswered: 0,
    'not-asked': 0,
  };
  readonly #answers = new Map<QuantityName, { judged: JudgedAnswer; wrong: Wrong | null }[]>();
  readonly #regimes = new Map<Regime, Judged[]>();
  readonly #least = new Map<Reply['kind'], { instance: Instance; reply: Reply }>();

  constructor(want: readonly QuantityName[]) {
    this.#want = want;
  }

  /** Counts a reply. */
  reply(instance: Instance, reply: Reply): void {
    this.replies[reply.kind] += 1;
    const least = this.#least.get(reply.kind);
    if (!least || compareInstances(instance, least.instance) < 0) this.#least.set(reply.kind, { instance, reply });
  }

  /** The least instance with a reply of a kind. */
  least<K extends Reply['kind']>(kind: K): { instance: Instance; reply: Reply & { kind: K } } | null {
    return (this.#least.get(kind) as { instance: Instance; reply: Reply & { kind: K } } | undefined) ?? null;
  }

  /** Counts the judged answers to an instance. */
  judged(instance: Instance, answers: Answers, judged: Judged): void {
    for (const answer of judged.answers) {
      const { quantity, outcome } = answer;
      const said = answers[quantity]?.text ?? '';
      const wrong = outcome === 'wrong' ? { instance, said, judged: answer } : null;
      this.#of(quantity).push({ judged: answer, wrong });
    }
    for (const regime of judged.regimes) {
      const found = this.#regimes.get(regime) ?? [];
      found.push(judged);
      this.#regimes.set(regime, found);
    }
  }

  /** The number of answers with an outcome. */
  count(quantity: QuantityName, outcome: JudgedAnswer['outcome']): number {
    return this.#of(quantity).filter(({ judged }) => judged.outcome === outcome).length;
  }

  wrong(quantity: QuantityName): readonly Wrong[] {
    return this.#of(quantity).flatMap(({ wrong }) => wrong ?? []);
  }

  /** The wrong answer of the least instance; null where none is wrong. */
  leastWrong(quantity: QuantityName): Wrong | null {
    return this.wrong(quantity).reduce<Wrong | null>(
      (least, wrong) => (least && compareInstances(least.instance, wrong.instance) <= 0 ? least : wrong),
      null,
    );
  }

  worst(quantity: QuantityName): Worst {
    return largest(this.#of(quantity).map(({ judged }) => judged.error));
  }

  /** One row for each regime in which there are instances. */
  regimes(): OfRegime[] {
    return (Object.keys(REGIMES) as Regime[]).flatMap((regime) => {
      const all = this.#regimes.get(regime) ?? [];
      if (all.length === 0) return [];
      const worst = this.#want.map((name) => [
        name,
        largest(
          all.flatMap(({ answers }) => answers.filter(({ quantity }) => quantity === name).map(({ error }) => error)),
        ),
      ]);
      return {
        regime,
        meaning: REGIMES[regime],
        instances: all.length,
        wrong: all.filter(({ answers }) => answers.some(({ outcome }) => outcome === 'wrong')).length,
        worst: Object.fromEntries(worst),
      };
    });
  }

  #of(quantity: QuantityName): { judged: JudgedAnswer; wrong: Wrong | null }[] {
    const found = this.#answers.get(quantity) ?? [];
    this.#answers.set(quantity, found);
    return found;
  }
}

function largest(errors: readonly (ErrorSize | null)[]): Worst {
  const most = (size: (error: ErrorSize) => number | null): number | null =>
    errors.reduce<number | null>((found, error) => {
      const value = error && size(error);
      return value === null || (found !== null && found >= value) ? found : value;
    }, null);
  return { relative: most(({ relative }) => relative), ofAllowed: most(({ ofAllowed }) => ofAllowed) };
}
