import type { Real } from '../arithmetic/real.ts';
import type { BestOfN } from '../theory/best-of-n.ts';
import type { FDivergence } from '../theory/divergences.ts';
import { atomAt, sumOver } from '../theory/law.ts';
import { atMost, equal, type Step } from './claim.ts';

/**
 * The steps of a proof that D_φ is at most its value without atoms: Jensen's inequality on the interval of each atom, and the sum of
 * the integrals. `concave` where φ is, as x^α for α < 1, and the inequality the other way.
 */
export function* jensenSteps(
  q: BestOfN,
  name: string,
  divergence: FDivergence,
  whole: Real,
  concave = false,
): Generator<Step> {
  if (q.n === 1) return;
  for (const index of someAtoms(q)) {
    const atom = q.enclosed(`${name} ${index}`, (law) => divergence.ofAtom(law.field, atomAt(law, index), law.n));
    const integral = q.enclosed(`∫ ${name} ${index}`, (law) =>
      divergence.overInterval(law.field, atomAt(law, index), law.n),
    );
    const relation = concave ? atMost('∫', integral, 'p φ(π/p)', atom) : atMost('p φ(π/p)', atom, '∫', integral);
    yield { name: `${name}: Jensen on an atom's interval`, relation };
  }
  const sum = q.enclosed(`Σ ∫ ${name}`, (law) =>
    sumOver(law, (atom) => divergence.overInterval(law.field, atom, law.n)),
  );
  yield { name: `${name}: the integrals add up to that over [0, 1]`, relation: equal('Σ ∫', sum, '∫', whole) };
}

/** Tiny atoms take many digits: no more than so many are looked at, from the lowest to the highest. */
const ATOMS = 4;

function someAtoms({ policy }: BestOfN): Set<number> {
  const atoms = [...policy.atoms.keys()].filter((index) => !policy.stretches.has(index));
  const places = Array.from({ length: ATOMS }, (_, k) => Math.round((k * (atoms.length - 1)) / (ATOMS - 1)));
  return new Set(places.flatMap((place) => atoms[place] ?? []));
}
