import { join } from 'node:path';
import { instances } from '../../../proofs/statements/draw.ts';
import type { Definitions } from '../../../proofs/statements/evaluate.ts';
import { definitionsOf, type Statement, statementsOf } from '../../../proofs/statements/statement.ts';
import { parts, type Term, withParts } from '../../../proofs/statements/term.ts';
import type { Truth } from '../../../proofs/statements/truth.ts';
import { readManifest } from '../../../src/coq/gate/manifest.ts';
import { PROOFS } from '../../../src/coq/gate/place.ts';

export const manifest = await readManifest(join(PROOFS, 'manifest.json'));
export const statements = statementsOf(manifest);
export const definitions = definitionsOf(manifest);

export function statementNamed(name: string): Statement {
  const found = statements.find(({ theorem }) => theorem === name);
  if (!found) throw new RangeError(`${name} is no theorem`);
  return found;
}

/** How often a statement is true, and false, on its instances; hypotheses about all policies belong to what is judged. */
export function judged(statement: Statement, using: Definitions, count: number): Record<Truth, number> {
  const found = { true: 0, false: 0, unknown: 0 };
  const claim = statement.hypotheses.reduceRight<Term>(
    (right, left) => ({ kind: 'operation', sign: '->', left, right }),
    statement.conclusion,
  );
  for (const { judge, scope } of instances(statement, using, count)) found[judge.truth(claim, scope)] += 1;
  return found;
}

/** Whether a statement is found false, or is none, as where a function is to be a number. */
export function isNoticed(statement: Statement, count: number): boolean {
  try {
    return judged(statement, definitions, count).false > 0;
  } catch (error) {
    if (error instanceof TypeError) return true;
    throw error;
  }
}

/** The terms that differ from one in a single place, where `change` gives another. */
export function mutants(term: Term, change: (part: Term) => Term | null): Term[] {
  const here = change(term);
  const inner = parts(term).flatMap((part, at) =>
    mutants(part, change).map((mutant) => withParts(term, parts(term).with(at, mutant))),
  );
  return here ? [here, ...inner] : inner;
}

/** The same hypotheses with another conclusion. */
export function concluding(statement: Statement, conclusion: Term): Statement {
  return { ...statement, conclusion };
}
