import { Rational } from '../../src/arithmetic/rational.ts';
import { type Random, seeded } from '../../src/search/random.ts';
import { bind, type Definitions, Evaluator, type Scope, typed } from './evaluate.ts';
import { SPECIAL } from './special.ts';
import { assumes, type Statement } from './statement.ts';
import type { Binder } from './term.ts';
import { type Candidates, Judge } from './truth.ts';
import { func, listed, toList, type Value } from './value.ts';
import { anyReal, fraction, levels, list, masses, reader } from './values.ts';

const MAX_ATOMS = 4;
const MAX_DRAWS = 5;
const TRIES = 500;

/** Values of all variables of a statement for which its hypotheses are certainly true. */
export interface Instance {
  readonly judge: Judge;
  readonly scope: Scope | null;
}

/** `count` instances, the same ones each time. Fewer where the hypotheses are seldom true, and one for a statement without variables. */
export function* instances(statement: Statement, definitions: Definitions, count: number): Generator<Instance> {
  const random = seeded(`statement/${statement.theorem}`);
  const wanted = statement.binders.length === 0 ? 1 : count;
  let made = 0;
  for (let tried = 0; made < wanted && tried < wanted * TRIES; tried += 1) {
    const judge = new Judge(new Evaluator(definitions), candidatesOf(statement));
    const scope = draw(statement, random);
    if (!assumed(statement, judge, scope)) continue;
    made += 1;
    yield { judge, scope };
  }
}

/** Whether the hypotheses are true. Those about all policies do not restrict the variables and are left to the conclusion. */
function assumed({ hypotheses }: Statement, judge: Judge, scope: Scope | null): boolean {
  return hypotheses.every((hypothesis) => isAboutPolicies(hypothesis) || judge.truth(hypothesis, scope) === 'true');
}

export function isAboutPolicies(hypothesis: Statement['conclusion']): boolean {
  return hypothesis.kind === 'forall' && hypothesis.binders.some(({ name }) => name === 'K');
}

function candidatesOf({ theorem }: Statement): Candidates {
  return (names, scope) => SPECIAL[theorem]?.candidates?.[names]?.(reader(scope));
}

function draw(statement: Statement, random: Random): Scope | null {
  let scope: Scope | null = null;
  for (const binder of statement.binders) {
    const given = SPECIAL[statement.theorem]?.draw?.[binder.name];
    const value = given ? given(reader(scope), random) : anything(binder, statement, scope, random);
    scope = bind(binder.name, typed(binder, value), scope);
  }
  return scope;
}

function anything({ name, type }: Binder, statement: Statement, scope: Scope | null, random: Random): Value {
  const { integer } = random;
  const outcomes = (): number => reader(scope)('K') as number;
  switch (type) {
    case 'nat':
      if (name === 'K') return integer(1, MAX_ATOMS);
      if (name === 'L') return integer(1, MAX_ATOMS - 1);
      return name === 'n' || name === 'm' ? integer(1, MAX_DRAWS) : integer(0, MAX_ATOMS);
    case 'R':
      return anyReal(random);
    case 'nat -> R':
      if (assumes(statement, `policy K ${name}`)) return masses(outcomes(), 1, random);
      if (assumes(statement, `distribution K ${name}`)) return masses(outcomes(), 0, random);
      return list(outcomes(), () => fraction(integer(-6, 12), 4));
    case 'nat -> nat':
      return levels(outcomes(), random);
    case 'nat -> bool':
      return listed(
        Array.from({ length: outcomes() }, () => integer(0, 2) > 0),
        true,
      );
    case 'list nat -> R': {
      const salt = integer(1, 5);
      return func((drawn) =>
        toList(drawn).reduce((all, x, at) => all.add(Rational.of((at + salt) * (x + 1) ** 2)), Rational.ONE),
      );
    }
    default:
      throw new RangeError(`nothing is drawn for ${name} : ${type}`);
  }
}
