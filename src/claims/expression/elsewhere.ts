import { DomainError } from '../../arithmetic/errors.ts';
import type { Rational } from '../../arithmetic/rational.ts';
import { BestOfN } from '../../quantities/best-of-n.ts';
import { Evaluation } from '../../quantities/evaluation.ts';
import { ruleOf, SELECTIONS } from '../../selection/families.ts';

/** The evaluations of the same policy at other numbers of draws, each made once. */
const others = new WeakMap<Evaluation, Map<string, Evaluation>>();

/** The same quantities at another number of draws. @throws InputError where the selection does not have it. */
export function at<E extends Evaluation>(q: E, draws: Rational): E {
  const made = others.get(q) ?? new Map<string, Evaluation>();
  others.set(q, made);
  const key = draws.toString();
  const found = made.get(key) ?? anew(q, draws);
  made.set(key, found);
  // The evaluation has the class of the given one.
  return found as E;
}

function anew(q: Evaluation, draws: Rational): Evaluation {
  if (q instanceof BestOfN) return q.at(draws);
  const selection = SELECTIONS.find((name) => name === q.rule.selection);
  if (!selection) throw new DomainError(`${q.rule.name} is not known at other numbers of draws`);
  return new Evaluation(q.policy, ruleOf(selection, draws), q.auxiliary);
}
