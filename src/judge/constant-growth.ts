import type { Domain } from '../claims/domain.ts';
import type { ConstantReport } from '../report/constant.ts';
import type { Extreme, Found } from '../search/constant/find.ts';

type Rung = ConstantReport['rise'][number];
type Key = 'atLeast' | 'atMost';

/** Increments of the ratio below this share of it are no growth. */
const NOTICEABLE = 1e-3;
/** Steps of tenfold n that shrink less than by this factor do not settle; those of 1/n shrink tenfold. */
const PER_TENFOLD = 0.5;
/** The same for twice the atoms and twice the bits; steps of 1/K are halved. */
const PER_DOUBLING = 0.9;
const SHOWN = 3;

/**
 * How the bound grows without settling, as far as was looked; null where it settles. A judgement by the last steps, and no proof: the ratios are
 * certified, and what they do beyond is not known.
 */
export function growthOf(
  found: readonly Found[],
  extreme: Extreme,
  key: Key,
  { maxDraws, maxAtoms }: Domain,
): ConstantReport['growth'] {
  const sign = key === 'atLeast' ? 1 : -1;
  const draws = maxDraws === undefined ? decades(found, key) : [];
  if (grows(draws, sign, PER_TENFOLD)) return { along: 'n', rungs: draws };
  if (grows(extreme.bits.slice(-SHOWN), sign, PER_DOUBLING))
    return { along: 'bits', rungs: extreme.bits.slice(-SHOWN) };
  const atoms = extreme.atoms.slice(-SHOWN);
  return maxAtoms === undefined && grows(atoms, sign, PER_DOUBLING) ? { along: 'K', rungs: atoms } : null;
}

/** The ratios at the largest n and at a tenth and a hundredth of it, of those that were looked at by themselves. */
function decades(found: readonly Found[], key: Key): Rung[] {
  const rows = found.flatMap((one) =>
    one.n !== null && one[key] ? [{ at: one.n, lo: one[key].lo, hi: one[key].hi }] : [],
  );
  const last = rows.at(-1)?.at ?? 0;
  return [last / 100, last / 10, last].flatMap((n) => rows.find(({ at }) => at === n) ?? []);
}

function grows(rungs: readonly Rung[], sign: 1 | -1, factor: number): boolean {
  const [a, b, c] = rungs.map(({ lo }) => sign * Number(lo)) as [number?, number?, number?];
  if (a === undefined || b === undefined || c === undefined) return false;
  return c - b > NOTICEABLE * Math.abs(c) && b > a && c - b >= factor * (b - a);
}
