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

/** A product of two random numbers, which a checker that computes nothing does not know. */
export interface Product {
  readonly factors: readonly [number, number];
}

/** A name from the library or a bound variable: everything that the manifest's texts mention and it does not define itself. */
export function mentioned({ theorems, definitions }: Manifest): string[] {
  const own = new Set(definitions.map(({ name }) => name));
  const texts = [...theorems.map(({ statement }) => statement), ...definitions.map(({ text }) => text)];
  return [...new Set(texts.flatMap(namesIn))].filter((name) => !own.has(name));
}

export function record(manifest: Manifest, product: Product): Record {
  const own = nonce();
  const [module, fixed] = [`Recorded_${own}`, `Fixed_${own}`];
  const here = (what: string, at: number): string => `${what}_${at}_${own}`;
  const name: Record['name'] = (what, at) => `${module}.${here(what, at)}`;
  const [a, b] = product.factors;
  const names = [...mentioned(manifest), ...manifest.axioms.map((axiom) => axiom.name)];
  return {
    name,
    fixed,
    script: script(nonce(), [
      ...[...new Set(names)].map((word) => [`location ${word}`, `Locate Term ${word}.`] as const),
      ['product', `Eval compute in (Nat.mul ${a} ${b}).`],
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
  'Definition product (a b c : nat) : Prop := Nat.mul a b = c.',
  'Definition computed (c : nat) : c = c := eq_refl.',
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
export function refusal(fixed: string, { factors: [a, b] }: Product): string {
  const goal = (c: number): string => `Goal ${fixed}.product ${a} ${b} ${c}. exact_no_check (${fixed}.computed ${c}).`;
  return `${goal(a * b)} Qed.\n${goal(a * b + 1)} Fail Qed. Abort.`;
}

function allAxioms({ axioms }: Manifest, name: Record['name']): string {
  return axioms.map((_, at) => `let _ := @${name('axiom', at)} in `).join('');
}
