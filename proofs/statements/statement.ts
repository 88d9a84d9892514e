import type { Manifest } from '../../src/coq/gate/manifest.ts';
import type { Definitions } from './evaluate.ts';
import { parse, parseDefinition } from './parse.ts';
import { type Binder, isSame, type Term } from './term.ts';

/** The parts of a theorem's statement: for all variables, if the hypotheses hold, the conclusion holds. */
export interface Statement {
  readonly theorem: string;
  readonly whole: Term;
  readonly binders: readonly Binder[];
  readonly hypotheses: readonly Term[];
  readonly conclusion: Term;
}

export function statementOf(theorem: string, text: string): Statement {
  return split(theorem, parse(text));
}

export function split(theorem: string, whole: Term): Statement {
  const binders: Binder[] = [];
  const hypotheses: Term[] = [];
  let conclusion = whole;
  for (;;) {
    if (conclusion.kind === 'forall') {
      binders.push(...conclusion.binders);
      conclusion = conclusion.body;
    } else if (conclusion.kind === 'operation' && conclusion.sign === '->') {
      hypotheses.push(conclusion.left);
      conclusion = conclusion.right;
    } else {
      return { theorem, whole, binders, hypotheses, conclusion };
    }
  }
}

export function statementsOf({ theorems }: Manifest): Statement[] {
  return theorems.map(({ name, statement }) => statementOf(name, statement));
}

export function definitionsOf({ definitions }: Manifest): Definitions {
  return new Map(definitions.map(({ name, text }) => [name, parseDefinition(text)]));
}

/** Whether the statement has this hypothesis, such as `policy K p`. */
export function assumes({ hypotheses }: Statement, text: string): boolean {
  const wanted = parse(text);
  return hypotheses.some((hypothesis) => isSame(hypothesis, wanted));
}
