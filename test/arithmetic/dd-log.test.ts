import seedrandom from 'seedrandom';
import { describe, expect, test } from 'vitest';
import { LOG_ERROR, log } from '../../src/arithmetic/dd-log.ts';
import { logRatio } from '../../src/arithmetic/fixed-point.ts';
import { Rational } from '../../src/arithmetic/rational.ts';

const BITS = 400;
const UNIT = 2n ** BigInt(BITS - 106);

/** The value of a double in units of 2^−BITS; exact for the doubles that occur here. */
function fixed(x: number): bigint {
  const { num, den } = Rational.fromDouble(x);
  return (num << BigInt(BITS)) / den;
}

/** |computed − log x| over the stated bound, as a fraction of 1000; the reference is the certified series at 400 bits. */
function thousandthsOfBound(hi: number, lo: number): bigint {
  const R = new Float64Array(4);
  R[0] = hi;
  R[1] = lo;
  log(R, 2, 0);
  const x = Rational.fromDouble(hi).add(Rational.fromDouble(lo));
  const reference = logRatio(x.num, x.den, BITS).lo;
  const error = fixed(R[2] as number) + fixed(R[3] as number) - reference;
  const size = (1n << BigInt(BITS)) + (reference < 0n ? -reference : reference);
  const bound = (BigInt(LOG_ERROR) * UNIT * size) >> BigInt(BITS);
  return ((error < 0n ? -error : error) * 1000n) / bound;
}

const random = seedrandom('dd-log');
/** A low part anywhere within half an ulp of hi. */
const low = (hi: number): number => hi * 2 ** -53 * 0.99 * (2 * random() - 1);

const families: [string, (i: number) => number][] = [
  ['in [1, 2)', () => 1 + random()],
  ['near 1', (i) => 1 + (random() - 0.5) * 2 ** -(i % 52)],
  ['near the grid of the table', (i) => 1 + (i % 1024) / 1024 + (random() - 0.5) * 2 ** -(20 + (i % 30))],
  ['of any size that the kernels use', () => 2 ** (1200 * random() - 600)],
  ['powers of two', (i) => 2 ** ((i % 1200) - 600)],
];

describe('the double-double logarithm keeps its error bound', () => {
  test.each(families)('%s', (_, make) => {
    let worst = 0n;
    for (let i = 0; i < 1500; i += 1) {
      const x = make(i);
      const l = low(x);
      const hi = x + l;
      const found = thousandthsOfBound(hi, l - (hi - x));
      if (found > worst) worst = found;
    }
    expect(worst).toBeLessThan(1000n);
  });

  test('log 1 is within the bound of 0', () => {
    const R = new Float64Array([1, 0, 0, 0]);
    log(R, 2, 0);
    expect(Math.abs(R[2] as number)).toBeLessThan(LOG_ERROR * 2 ** -106);
  });
});
