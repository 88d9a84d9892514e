import { Rational } from '../arithmetic/rational.ts';
import { parseDraws } from '../policy/draws.ts';
import { entry, InputError, naming } from '../policy/errors.ts';
import { FinitePolicy, type Outcome } from '../policy/finite-policy.ts';
import { readNumber } from '../policy/number.ts';
import { parseProbabilities, parseWeights } from '../policy/parse.ts';
import { parsePolicyFile } from '../policy/policy-file.ts';
import { hasRule, limitsOf, ruleOf } from '../selection/families.ts';
import type { RankRule } from '../selection/rank-rule.ts';
import type { State } from './state.ts';

/** A policy and a selection from it. */
export interface Subject {
  readonly policy: FinitePolicy;
  readonly n: number;
  readonly rule: RankRule;
}

/** More outcomes than a page can show. The commands take more. */
const MAX_OUTCOMES = 100_000;

/** What the state asks for. @throws InputError with the sentence of `bonafide compute`, where that has one. */
export function subjectOf(state: State): Subject {
  const policy = policyOf(state);
  if (policy.weights.length > MAX_OUTCOMES)
    throw new InputError(`this page shows at most ${MAX_OUTCOMES} outcomes; bonafide compute takes more`);
  const n = parseDraws(state.n);
  if (!hasRule(state.selection, n)) throw new InputError(`${limitsOf(state.selection)}, not ${n}`);
  return { policy, n, rule: ruleOf(state.selection, Rational.of(n)) };
}

function policyOf({ kind, text, ties }: State): FinitePolicy {
  switch (kind) {
    case 'weights':
      return parseWeights(text, '--weights', { ties });
    case 'probabilities':
      return parseProbabilities(text, '--probabilities', { ties });
    case 'policy':
      return parsePolicyFile(text, 'policy.json', { ties });
    case 'rewards':
      return naming('rewards', () => FinitePolicy.fromOutcomes(samples(text), { ties }));
    case 'counts':
      return naming('counts', () => FinitePolicy.fromOutcomes(counted(text), { ties }));
  }
}

/** Rewards of samples. */
function samples(text: string): Outcome[] {
  const weight = Rational.ONE;
  return merged(pieces(text, /[\s,;]+/).map((piece, index) => ({ reward: readNumber(piece, entry(index)), weight })));
}

/** Outcomes of equal reward as one: nothing tells which of these samples had the same answer, and best-of-n cannot tell them apart. */
function merged(outcomes: readonly Outcome[]): Outcome[] {
  const byReward = new Map<string, Outcome>();
  for (const { reward, weight } of outcomes) {
    const key = reward.reduced().toString();
    const before = byReward.get(key);
    byReward.set(key, { reward, weight: before ? before.weight.add(weight) : weight });
  }
  return [...byReward.values()];
}

/** Lines of a reward and the number of samples that have it. */
function counted(text: string): Outcome[] {
  const outcomes = pieces(text, /\s*\n\s*/).map((line, index) => {
    const [reward, weight, ...more] = pieces(line, /[\s,;]+/);
    const place = `line ${index + 1}`;
    if (weight === undefined || more.length > 0)
      throw new InputError(`${place}: give a reward and the number of samples that have it, such as 0.5,12`);
    const samplesOfIt = readNumber(weight, `${place}, the number`);
    if (samplesOfIt.sign() <= 0)
      throw new InputError(`${place}: the number of samples is ${weight}, and must be positive`);
    return { reward: readNumber(reward, `${place}, the reward`), weight: samplesOfIt };
  });
  return merged(outcomes);
}

function pieces(text: string, between: RegExp): string[] {
  return text.split(between).filter((piece) => piece !== '');
}
