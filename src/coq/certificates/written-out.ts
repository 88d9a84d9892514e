import { type Atom, isRational, proveAtom } from './atoms.ts';

interface NamedAtom {
  readonly atom: Atom;
  readonly name: string;
}

/**
 * The proof of a statement in which sums are written out, up to linear arithmetic: the atoms in turn, then what is not rational becomes a
 * variable, and what is rational is replaced by its number, so that each product has a number as a factor.
 */
export function provedApart(atoms: readonly Atom[], digits: number, compute: string): string[] {
  const named = atoms.map((atom, i): NamedAtom => ({ atom, name: `A${i + 1}` }));
  const proved = named.flatMap(({ atom, name }, i) =>
    proveAtom(atom, { name, digits, compute, replace: replacing(named.slice(0, i)) }),
  );
  const variables = longestFirst(named.filter(({ atom }) => !isRational(atom)));
  return [
    ...proved,
    ...variables.map(({ atom, name }) => `  set (L${name} := ${atom.coq}) in *. clearbody L${name}.`),
    `  ${replacing(named)}`.trimEnd(),
  ];
}

/** A sentence that replaces rational atoms by their numbers; empty where there are none. */
function replacing(atoms: readonly NamedAtom[]): string {
  const names = longestFirst(atoms.filter(({ atom }) => isRational(atom))).map(({ name }) => `?${name}`);
  return names.length === 0 ? '' : `rewrite ${names.join(', ')}. `;
}

/** A longer term may contain a shorter one. */
function longestFirst(atoms: readonly NamedAtom[]): readonly NamedAtom[] {
  return atoms.toSorted((a, b) => b.atom.coq.length - a.atom.coq.length);
}
