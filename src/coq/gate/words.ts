/** Words that could make Coq assume something, skip a check, read a text differently, or act outside of a proof. */
const KINDS = {
  assumes:
    'Admitted admit give_up Admit Axiom Axioms Parameter Parameters Conjecture Conjectures Hypothesis Hypotheses Variable Variables Context Primitive Declare',
  unchecks:
    'Set Unset bypass_check Universe Universes Constraint Polymorphic Monomorphic Cumulative Program Obligation Obligations Fail Succeed',
  renames:
    'where Notation Infix Coercion Canonical Arguments Reserved Delimit Undelimit Bind Close Implicit Generalizable Module Section End Include Export Ltac Ltac2 Tactic Hint Instance Class Existing Opaque Transparent Strategy',
  recurses: 'fix cofix',
  declares:
    'using Inductive CoInductive Variant Record Structure CoFixpoint Let Scheme Function Defined Save Derive Register Add Remove',
  acts: 'Load Redirect Drop Check About Search Eval Compute Locate Abort Cd Extraction Restart Undo Back Reset Quit Time Timeout Show Debug Local Global',
};

/** Words that are forbidden anywhere in a source. */
export const FORBIDDEN: ReadonlySet<string> = new Set(Object.values(KINDS).flatMap((words) => words.split(' ')));
