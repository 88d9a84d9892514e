/** Compute.v: bounds that the kernel computes, on the same rational numbers. */

import { Rational } from '../../src/arithmetic/rational.ts';
import { lnSeries, lnTail } from './bounds.ts';
import { atMost, translate } from './translation.ts';
import { ln, ONE, rational, share } from './words.ts';

const argument = (x: Rational): Rational => x.sub(ONE).div(x.add(ONE));
const three = ln(rational(3));

export const compute = [
  translate('ln_ge_by_computation', 'b661258f65c0', ({ random }) => {
    const [m, x] = [random.integer(0, 8), ONE.div(share(random))];
    return [atMost(lnSeries(m, argument(x)), ln(x))];
  }),
  translate('ln_le_by_computation', '75ace9ca6e99', ({ random }) => {
    const [m, x] = [random.integer(0, 8), ONE.div(share(random))];
    const z = argument(x);
    return [atMost(ln(x), lnSeries(m, z).add(lnTail(m, z)))];
  }),
  translate('ln_3_to_ten_digits', '0e8effa8ac5b', () => [
    atMost(Rational.parse('1.0986122886'), three),
    atMost(three, Rational.parse('1.0986122887')),
  ]),
];
