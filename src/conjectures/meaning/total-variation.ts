import type { Approximation } from '../../arithmetic/approximation.ts';
import { sumOf } from '../../arithmetic/folds.ts';
import { absolute } from '../../arithmetic/operations.ts';
import { Rational } from '../../arithmetic/rational.ts';
import { difference, multiple, type Real, real } from '../../arithmetic/real.ts';
import { TOTAL_VARIATION } from '../../claims/expression/divergence-symbols.ts';
import { type NamedQuantity, named } from '../../claims/expression/expression.ts';
import { TOTAL_VARIATION as VARIATION } from '../../quantities/divergence-quantities.ts';
import type { Evaluation } from '../../quantities/evaluation.ts';
import { itemsOf } from '../../quantities/items.ts';

/** TV, with an enclosure in double-doubles from those of the single atoms. */
export const FAST_TOTAL_VARIATION = named<Evaluation>({
  ...(TOTAL_VARIATION as unknown as NamedQuantity<Evaluation>),
  value: (q) => {
    const value = q.of(VARIATION);
    if (value.rational) return value;
    return real({
      enclose: (digits) => value.enclose(digits),
      exact: () => value.exact,
      approximate: () => fromItems(q),
    });
  },
});

function fromItems(q: Evaluation): Approximation | null {
  const items = itemsOf(q);
  const apart = Array.from(
    { length: items.count },
    (_, i): Real => absolute(difference(items.selected(i + 1), items.mass(i + 1))),
  );
  return multiple(Rational.of(1, 2), sumOf(apart)).approximate();
}
