import { randomInt } from 'node:crypto';
import { type Manifest, stated } from './manifest.ts';
import { namesIn } from './printed.ts';
import { nonce, type Script, script } from './script.ts';

/**
 * The manifest as Coq: a module with a name that no source can know, stated before any source is loaded. Only the library's names
 * and notations are in scope then, so nothing that a source does can change what the statements mean.
 *
 * Each text is stated for arbitrary definitions in place of those that it mentions, and then applied to the sources' own definitions.
 * These are shown equal to their recorded texts in the same way, so the result is the recorded statement. The kernel then compares
 * terms that are literally the same. It would unfold two separate definitions of the same thing again and again.
 */
export interface Record {
  readonly script: Script;
  /** The statement of the theorem at an index, applied to the definitions at `places`. */
  readonly statement: (at: number, places: Places) => string;
  /** The statement that a term equals the body of the definition at an index, applied to the definitions at `places`. */
  readonly equal: (at: number, places: Places, term: string) => string;
  /** The proof that a term of the type of the definition at an index is equal to itself. */
  readonly same: (at: number, term: string) => string;
  /** The module with the gate's own definitions. */
  readonly fixed: string;
}

/** The name of a definition after all sources are loaded; null where no source declares it. */
export type Places = (definition: Manifest['definitions'][number]) => string | null;

/** Random digits, and the same digits reversed. Coq must reverse them, which a checker that computes nothing cannot. */
export interface Riddle {
  readonly digits: string;
  readonly answer: string;
}

export function riddle(): Riddle {
  const digits = Array.from({ length: 16 }, () => randomInt(1, 10)).join('');
  return { digits, answer: [...digits].reverse().join('') };
}

/** A decimal number without the notation for numbers, which must be loaded and could be redefined. */
function decimal(digits: string): string {
  return [...digits].reduceRight((rest, digit) => `(Coq.Init.Decimal.D${digit} ${rest})`, 'Coq.Init.Decimal.Nil');
}

/** The names that the manifest's texts mention and the manifest does not define: names from the library and bound variables. */
export function mentioned({ theorems, definitions }: Manifest): string[] {
  const own = new Set(definitions.map(({ name }) => name));
  const texts = [...theorems.map(({ statement }) => statement), ...definitions.map(({ text }) => text)];
  return [...new Set(texts.flatMap(namesIn))].filter((name) => !own.has(name));
}

export function record(manifest: Manifest, { digits }: Riddle): Record {
  const own = nonce();
  const [module, fixed] = [`Recorded_${own}`, `Fixed_${own}`];
  const here = (what: string, at: number): string => `${what}_${at}_${own}`;
  const full = (what: string, at: number): string => `${module}.${here(what, at)}`;
  const names = [...mentioned(manifest), ...manifest.axioms.map((axiom) => axiom.name)];
  const applied = (what: string, at: number, uses: Manifest['definitions'], places: Places): string =>
    [full(what, at), ...uses.map((used) => `(@${places(used) ?? `${module}.${used.name}`})`)].join(' ');
  return {
    statement: (at, places) => applied('statement', at, usedBy(manifest.theorems[at]?.statement, manifest), places),
    equal: (at, places, term) =>
      `${applied('equal', at, usedBy(manifest.definitions[at]?.text, manifest, at), places)} ${term}`,
    same: (at, term) => `${full('same', at)} ${term}`,
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
      ...manifest.definitions.map((definition, at) => {
        const { body, type } = stated(definition) ?? { body: '', type: '' };
        const says = `(x : ${type}) : Prop := ${fixed}.equal (${type}) x (${body})`;
        return [
          `definition ${definition.name}`,
          [
            ofAny(usedBy(definition.text, manifest, at), here('equal', at), says),
            `Definition ${here('same', at)} (x : ${type}) : ${fixed}.equal (${type}) x x := ${fixed}.same (${type}) x.`,
            `Definition ${definition.name} : (${type}) := (${body}).`,
          ].join('\n'),
        ] as const;
      }),
      ...manifest.theorems.map(({ name, statement }, at) => {
        const says = `: Prop := (${statement})`;
        return [`theorem ${name}`, ofAny(usedBy(statement, manifest), here('statement', at), says)] as const;
      }),
      ['whole', `End ${module}.\nDefinition axioms_${own} := ${allAxioms(manifest, full)}${fixed}.done.`],
      // Uses the same command as for the theorems, which exposes a checker that lists no axioms.
      ['axioms', `Print Assumptions axioms_${own}.`],
    ]),
  };
}

/** The definitions before an index that a text mentions. */
function usedBy(text = '', { definitions }: Manifest, before = definitions.length): Manifest['definitions'] {
  const names = new Set(namesIn(text));
  return definitions.slice(0, before).filter(({ name }) => names.has(name));
}

/** A definition for arbitrary terms in place of `uses`. As section variables they take arguments in the scopes of the texts. */
function ofAny(uses: Manifest['definitions'], name: string, says: string): string {
  if (uses.length === 0) return `Definition ${name} ${says}.`;
  const variables = uses.map((used) => `(${used.name} : ${stated(used)?.type ?? ''})`).join(' ');
  return `Section of_any_${name}.\nVariables ${variables}.\n#[using="All"] Definition ${name} ${says}.\nEnd of_any_${name}.`;
}

const FIXED = [
  'Definition reversed (a b : Coq.Init.Decimal.uint) : Prop := Coq.Init.Decimal.rev a = b.',
  'Definition itself (a : Coq.Init.Decimal.uint) : a = a := eq_refl.',
  'Definition done : True := I.',
  'Definition equal (T : Type) (a b : T) : Prop := a = b.',
  'Definition same (T : Type) (a : T) : equal T a a := eq_refl.',
].join('\n');

/** A computation that the kernel must accept, and one that it must refuse although the front end does not check it. */
export function refusal(fixed: string, { digits, answer }: Riddle): string {
  const goal = (said: string): string =>
    `Goal ${fixed}.reversed ${decimal(digits)} ${decimal(said)}. exact_no_check (${fixed}.itself ${decimal(said)}).`;
  const wrong = `${answer.slice(0, -1)}${answer.endsWith('1') ? '2' : '1'}`;
  return `${goal(answer)} Qed.\n${goal(wrong)} Fail Qed. Abort.`;
}

function allAxioms({ axioms }: Manifest, full: (what: string, at: number) => string): string {
  return axioms.map((_, at) => `let _ := @${full('axiom', at)} in `).join('');
}
