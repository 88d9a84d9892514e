import { randomInt } from 'node:crypto';
import { type Manifest, stated } from './manifest.ts';
import { namesIn } from './printed.ts';
import { nonce, type Script, script } from './script.ts';

/**
 * The manifest as Coq: a module with a name that no source can know, stated before any source is loaded. Only the library's names
 * and notations are in scope then, so nothing that a source does can change what the statements mean.
 */
export interface Record {
  readonly script: Script;
  /** The full name of what is stated about the entry at an index: that it holds, that something is equal to it, that it is itself. */
  readonly name: (what: 'statement' | 'equal' | 'same' | 'axiom', at: number) => string;
  /** The module with what the gate itself needs. */
  readonly fixed: string;
}

/** Random digits, and the same from the last to the first: Coq is to turn them round, which a checker that computes nothing cannot. */
export interface Riddle {
  readonly digits: string;
  readonly answer: string;
}

export function riddle(): Riddle {
  const digits = Array.from({ length: 16 }, () => randomInt(1, 10)).join('');
  return { digits, answer: [...digits].reverse().join('') };
}

/** Without the notation for numbers, which must be loaded and can be taken for something else. */
function decimal(digits: string): string {
  return [...digits].reduceRight((rest, digit) => `(Coq.Init.Decimal.D${digit} ${rest})`, 'Coq.Init.Decimal.Nil');
}

/** A name from the library or a bound variable: everything that the manifest's texts mention and it does not define itself. */
export function mentioned({ theorems, definitions }: Manifest): string[] {
  const own = new Set(definitions.map(({ name }) => name));
  const texts = [...theorems.map(({ statement }) => statement), ...definitions.map(({ text }) => text)];
  return [...new Set(texts.flatMap(namesIn))].filter((name) => !own.has(name));
}

export function record(manifest: Manifest, { digits }: Riddle): Record {
  const own = nonce();
  const [module, fixed] = [`Recorded_${own}`, `Fixed_${own}`];
  const here = (what: string, at: number): string => `${what}_${at}_${own}`;
  const name: Record['name'] = (what, at) => `${module}.${here(what, at)}`;
  const names = [...mentioned(manifest), ...manifest.axioms.map((axiom) => axiom.name)];
  return {
    name,
    fixed,
    script: script(nonce(), [
      ...[...new Set(names)].map((word) => [`location ${word}`, `Locate Term ${word}.`] as const),
      ['riddle', `Eval compute in (Coq.Init.Decimal.rev ${decimal(digits)}).`],
      ['fixed', `Module ${fixed}.\n${FIXED}\nEnd ${fixed}.`],
      ['module', `Module ${module}.\nOpen Scope R_scope.`],
      ...manifest.axioms.map(
        (axiom, at) =>
          [`axiom ${axiom.name}`, `Definition ${here('axiom', at)} : (${axiom.statement}) := @${axiom.name}.`] as const,
      ),
      ...manifest.definitions.map(
        (definition, at) => [`definition ${definition.name}`, recorded(definition, at, here, fixed)] as const,
      ),
      ...manifest.theorems.map(
        (theorem, at) =>
          [`theorem ${theorem.name}`, `Definition ${here('statement', at)} : Prop := (${theorem.statement}).`] as const,
      ),
      ['whole', `End ${module}.\nDefinition axioms_${own} := ${allAxioms(manifest, name)}${fixed}.done.`],
      // Through the command that lists those of the theorems: a checker that lists none is noticed.
      ['axioms', `Print Assumptions axioms_${own}.`],
    ]),
  };
}

const FIXED = [
  'Definition reversed (a b : Coq.Init.Decimal.uint) : Prop := Coq.Init.Decimal.rev a = b.',
  'Definition itself (a : Coq.Init.Decimal.uint) : a = a := eq_refl.',
  'Definition done : True := I.',
  'Definition equal (T : Type) (a b : T) : Prop := a = b.',
  'Definition same (T : Type) (a : T) : equal T a a := eq_refl.',
].join('\n');

/** What a definition says, that something is equal to it, and that it is itself. */
function recorded(
  definition: Manifest['definitions'][number],
  at: number,
  here: (what: string, at: number) => string,
  fixed: string,
): string {
  const { body, type } = stated(definition) ?? { body: '', type: '' };
  const { name } = definition;
  return [
    `Definition ${name} : (${type}) := (${body}).`,
    `Definition ${here('equal', at)} (x : ${type}) : Prop := ${fixed}.equal (${type}) x ${name}.`,
    `Definition ${here('same', at)} : ${here('equal', at)} ${name} := ${fixed}.same (${type}) ${name}.`,
  ].join('\n');
}

/** A computation that the kernel must accept, and one that it must refuse whatever the front end lets through. */
export function refusal(fixed: string, { digits, answer }: Riddle): string {
  const goal = (said: string): string =>
    `Goal ${fixed}.reversed ${decimal(digits)} ${decimal(said)}. exact_no_check (${fixed}.itself ${decimal(said)}).`;
  const wrong = `${answer.slice(0, -1)}${answer.endsWith('1') ? '2' : '1'}`;
  return `${goal(answer)} Qed.\n${goal(wrong)} Fail Qed. Abort.`;
}

function allAxioms({ axioms }: Manifest, name: Record['name']): string {
  return axioms.map((_, at) => `let _ := @${name('axiom', at)} in `).join('');
}
