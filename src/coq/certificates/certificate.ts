import type { Rational } from '../../arithmetic/rational.ts';
import type { Claim, Relation } from '../../claims/claim.ts';
import { instanceFromJson } from '../../claims/instance.ts';
import type { Counterexample } from '../../evidence/schema.ts';
import { InputError } from '../../policy/errors.ts';
import { asCoqPrints, digitsToTell, inCoq, proveAtom } from './atoms.ts';
import { type Statement, statementOf } from './statements.ts';
import { type Subject, subjectOf } from './subject.ts';

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

/** The module name of a certificate, and the modules that it requires. */
export const MODULE = 'Certificate';
export const REQUIRED = ['Definitions', 'Compute', 'Forms', 'Certificates'];

/**
 * The certificate of a counterexample, on which `relation` is violated.
 * @throws InputError where the claim or the instance cannot be certified.
 */
export function certificateOf(
  claim: Claim,
  instance: Counterexample['instance'],
  { left, right }: Relation,
  file: string,
): Certificate {
  const subject = subjectOf(instanceFromJson(instance), file);
  const says = statementOf(claim, subject);
  if (!says) {
    throw new InputError(
      `${file}: it cannot be certified, because the statement of ${claim.id} has a quantity that proofs/Certificates.v lacks`,
    );
  }
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
    ...proof(subject, says, digitsToTell(left.value, right.value)),
    '',
  ].join('\n');
  const definitions = policies.flatMap(({ list, name, masses }) => [
    { name: list, text: `${list} = ${masses.map(asCoqPrints).join(' :: ')} :: nil : list Q` },
    { name, text: `${name} = fun i : nat => Q2R (nth i ${list} 0%Q) : nat -> R` },
  ]);
  return { claim: claim.id, theorem, statement, definitions, text, isLight: subject.isLight };
}

function negated({ left, is, right }: Statement): string {
  return is === '=' ? `${left} <> ${right}` : `~ ${left} <= ${right}`;
}

function listInCoq(masses: readonly Rational[]): string {
  return `(${masses.map(inCoq).join(' :: ')} :: nil)%list`;
}

/** The kernel encloses each quantity by its own computation. The rest is linear arithmetic. */
function proof({ draws, isLight }: Subject, { atoms }: Statement, digits: number): string[] {
  const compute = isLight ? 'reflexivity.' : 'vm_compute. reflexivity.';
  return [
    'Proof.',
    '  assert (valid : is_rational_policy probabilities = true) by reflexivity.',
    '  split; [exact (is_policy probabilities valid)|].',
    ...atoms.flatMap((atom, i) => proveAtom(atom, `A${i + 1}`, digits, compute)),
    `  assert (n : INR ${draws} = ${draws}) by (simpl; lra).`,
    '  try rewrite n in *.',
    '  unfold Q2R in *. simpl Qnum in *. simpl Qden in *. lra.',
    'Qed.',
  ];
}
