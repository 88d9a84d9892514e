import type { Rational } from '../../arithmetic/rational.ts';
import type { Claim, Relation } from '../../claims/claim.ts';
import { instanceFromJson } from '../../claims/instance.ts';
import { TYPED } from '../../conjectures/typed.ts';
import type { Counterexample } from '../../evidence/schema.ts';
import { InputError } from '../../policy/errors.ts';
import { type Atom, asCoqPrints, digitsToTell, inCoq, proveAtom } from './atoms.ts';
import { Lacking } from './lacking.ts';
import { type Statement, statementOf, statementOnInstance } from './statements.ts';
import { type Subject, subjectOf } from './subject.ts';
import { provedApart } from './written-out.ts';

/** A Coq file whose theorem says that a claim fails on one instance. */
export interface Certificate {
  readonly claim: string;
  /** The theorem's name. */
  readonly theorem: string;
  /** Its statement as Coq prints it. */
  readonly statement: string;
  /** The definitions of the file, as Coq prints them. */
  readonly definitions: readonly { readonly name: string; readonly text: string }[];
  readonly text: string;
  /** Whether the embedded Coq can check it. */
  readonly isLight: boolean;
}

/** For more quantities the kernel needs its virtual machine. */
const MOST_LIGHT_ATOMS = 4;

/** The module name of a certificate, and the modules that it requires. */
export const MODULE = 'Certificate';
export const REQUIRED = ['Definitions', 'Compute', 'Forms', 'Certificates'];

/**
 * The certificate of a counterexample, on which `relation` is violated. That of a typed conjecture writes out its sums on the instance.
 * @throws InputError where the claim or the instance cannot be certified.
 */
export function certificateOf(
  claim: Claim,
  instance: Counterexample['instance'],
  { left, right }: Relation,
  file: string,
): Certificate {
  const subject = subjectOf(instanceFromJson(instance), file);
  const says = claim.source === TYPED ? typedStatement(claim, subject, file) : statementOf(claim, subject);
  if (!says) {
    throw new InputError(
      `${file}: it cannot be certified, because the statement of ${claim.id} has a quantity that proofs/Certificates.v lacks`,
    );
  }
  const isLight = subject.isLight && says.atoms.length <= MOST_LIGHT_ATOMS;
  const theorem = `${claim.id.replaceAll('-', '_')}_fails`;
  const statement = `policy ${subject.outcomes} p /\\ ${negated(says)}`;
  const policies = [{ list: 'probabilities', name: 'p', masses: subject.masses }, ...(says.other ? [says.other] : [])];
  const header = [
    `(* The claim ${claim.id} fails on ${subject.outcomes} outcomes and ${subject.draws} draws.`,
    '   To check it by hand, beside the compiled files of proofs/: coqc -Q . BoN FILE *)',
  ];
  const text = [
    ...header,
    'Require Import Reals Lra Lia List QArith Qreals.',
    `From BoN Require Import ${REQUIRED.join(' ')}.`,
    'Open Scope R_scope.',
    '',
    ...policies.flatMap(({ list, name, masses }) => [
      `Definition ${list} : list Q := ${listInCoq(masses)}.`,
      '',
      `Definition ${name} (i : nat) : R := Q2R (nth i ${list} 0%Q).`,
      '',
    ]),
    `Theorem ${theorem} : ${statement}.`,
    ...proof(subject, says, digitsToTell(left.value, right.value), isLight),
    '',
  ].join('\n');
  const definitions = policies.flatMap(({ list, name, masses }) => [
    { name: list, text: `${list} = ${masses.map(asCoqPrints).join(' :: ')} :: nil : list Q` },
    { name, text: `${name} = fun i : nat => Q2R (nth i ${list} 0%Q) : nat -> R` },
  ]);
  return { claim: claim.id, theorem, statement, definitions, text, isLight };
}

/** @throws InputError where the conjecture is no single comparison, or has what certificates do not have. */
function typedStatement({ states = [] }: Claim, subject: Subject, file: string): Statement {
  const refuse = (why: string): InputError => new InputError(`${file}: it cannot be certified, because ${why}`);
  const [tree, ...more] = states;
  if (!tree || more.length > 0)
    throw refuse('it is not one comparison by <=, >= or =, or has other conditions than limits of n and K');
  try {
    return statementOnInstance(tree, subject);
  } catch (error) {
    throw error instanceof Lacking ? refuse(error.message) : error;
  }
}

function negated({ left, is, right }: Statement): string {
  return is === '=' ? `${left} <> ${right}` : `~ ${left} <= ${right}`;
}

function listInCoq(masses: readonly Rational[]): string {
  return `(${masses.map(inCoq).join(' :: ')} :: nil)%list`;
}

/** The kernel encloses each quantity by its own computation. The rest is linear arithmetic. */
function proof({ draws }: Subject, { atoms, growth }: Statement, digits: number, isLight: boolean): string[] {
  const compute = isLight ? 'reflexivity.' : 'vm_compute. reflexivity.';
  return [
    'Proof.',
    '  assert (valid : is_rational_policy probabilities = true) by reflexivity.',
    '  split; [exact (is_policy probabilities valid)|].',
    ...(growth === undefined ? provedInTurn(atoms, digits, compute) : provedApart(atoms, digits + growth, compute)),
    `  assert (n : INR ${draws} = ${draws}) by (simpl; lra).`,
    '  try rewrite n in *.',
    '  unfold Q2R in *. simpl Qnum in *. simpl Qden in *. lra.',
    'Qed.',
  ];
}

function provedInTurn(atoms: readonly Atom[], digits: number, compute: string): string[] {
  return atoms.flatMap((atom, i) => proveAtom(atom, { name: `A${i + 1}`, digits, compute }));
}
