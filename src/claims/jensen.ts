import type { Real } from '../arithmetic/real.ts';
import type { BestOfN } from '../quantities/best-of-n.ts';
import type { FDivergence } from '../quantities/divergences.ts';
import { defineEnclosed, type Quantity } from '../quantities/quantity.ts';
import { atomAt, sumOver } from '../selection/law.ts';
import { atMost, equal, type Step } from './claim.ts';

/** The quantities that Jensen's inequality compares for one divergence D_φ. */
export interface JensenParts {
  readonly name: string;
  /** p φ(π/p) of the atom with this index. */
  readonly ofAtom: Quantity<[index: number]>;
  /** ∫ φ(f) over that atom's interval. */
  readonly overInterval: Quantity<[index: number]>;
  /** The sum of these integrals over all atoms. */
  readonly overAll: Quantity;
}

/** The parts of a divergence. Define them once, at the top of a module: they are the keys under which values are cached. */
export function jensenParts(name: string, { ofAtom, overInterval }: FDivergence): JensenParts {
  return {
    name,
    ofAtom: defineEnclosed({ symbol: name, formula: (law, index) => ofAtom(law, atomAt(law, index)) }),
    overInterval: defineEnclosed({
      symbol: `∫ ${name}`,
      formula: (law, index) => overInterval(law, atomAt(law, index)),
    }),
    overAll: defineEnclosed({
      symbol: `Σ ∫ ${name}`,
      formula: (law) => sumOver(law, (atom) => overInterval(law, atom)),
    }),
  };
}

/**
 * The steps of a proof that D_φ is at most its value without atoms: Jensen's inequality on an atom's interval, and the sum of the
 * integrals. Set `concave` where φ is concave, as x^α for α < 1; the inequality is then reversed.
 */
export function* jensenSteps(q: BestOfN, parts: JensenParts, whole: Real, concave = false): Generator<Step> {
  if (q.n === 1) return;
  const { name } = parts;
  for (const index of someAtoms(q)) {
    const atom = q.of(parts.ofAtom, index);
    const integral = q.of(parts.overInterval, index);
    const relation = concave ? atMost('∫', integral, 'p φ(π/p)', atom) : atMost('p φ(π/p)', atom, '∫', integral);
    yield { name: `${name}: Jensen on an atom's interval`, relation };
  }
  const sum = q.of(parts.overAll);
  yield { name: `${name}: the integrals add up to that over [0, 1]`, relation: equal('Σ ∫', sum, '∫', whole) };
}

/** How many atoms are checked, spread from the lowest to the highest. Tiny atoms need many digits. */
const ATOMS = 4;

function someAtoms({ policy }: BestOfN): Set<number> {
  const atoms = [...policy.atoms.keys()].filter((index) => !policy.continuousParts.has(index));
  const places = Array.from({ length: ATOMS }, (_, k) => Math.round((k * (atoms.length - 1)) / (ATOMS - 1)));
  return new Set(places.flatMap((place) => atoms[place] ?? []));
}
