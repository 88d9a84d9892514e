import { describe, expect, it } from 'vitest';
import type { Real } from '../../src/arithmetic/real.ts';
import { pmf } from '../../src/selection/pmf.ts';
import { decimal } from '../arithmetic/exact.ts';
import { goldenCases, printedAs, quantitiesOf } from './golden.ts';

/** More than the 60 digits that are printed. */
const DIGITS = 75;

/** The enclosure must be far narrower than the printed value's own uncertainty, and must overlap it. */
function expectPrinted(name: string, value: Real, text: string): void {
  const enclosure = value.enclose(DIGITS);
  if (text === '0') {
    expect(value.exact?.isZero(), `${name} is exactly 0`).toBe(true);
    expect(enclosure.toString(), name).toBe('[0, 0]');
    return;
  }
  const printed = printedAs(text);
  expect(enclosure.overlaps(printed), `${name}: ${enclosure} and ${text}`).toBe(true);
  const width = decimal(enclosure.hi.toString()).minus(enclosure.lo.toString());
  expect(width.lte('1e-66'), `${name} is ${width.toPrecision(3)} wide`).toBe(true);
}

describe('the golden values of mpmath lie in the enclosures', () => {
  it('of all cases, which are as many as the file says', () => {
    expect(goldenCases.length).toBe(78);
    expect(goldenCases.filter(({ pmf: values }) => values !== undefined).length).toBe(66);
  });

  it.each(goldenCases)('of $name', (golden) => {
    const quantities = quantitiesOf(golden);
    expectPrinted('kl', quantities.kl, golden.kl);
    expectPrinted('formula', quantities.atomlessKl, golden.formula);
    expectPrinted('gap', quantities.gap, golden.gap);
    if (golden.gap !== '0') expectPrinted('gapByParts', quantities.gapByParts, golden.gap);
    expectPrinted('winRate', quantities.winRate, golden.winRate);
    expectPrinted('winRateBound', quantities.winRateBound, golden.winRateBound);
    expectPrinted('estimatorMean', quantities.estimatorMean, golden.estimatorMean);
    expectPrinted('estimatorBest', quantities.estimatorBest, golden.estimatorBest);
    expectPrinted('renyi(2)', quantities.renyi(2), golden.renyi2);
    expectPrinted('renyi(3)', quantities.renyi(3), golden.renyi3);
  });
});

describe('the golden PMF lies in the enclosures, to relative precision', () => {
  const cases = goldenCases.flatMap(({ pmf: values, ...rest }) => (values ? [{ ...rest, values }] : []));

  it.each(cases)('of $name', ({ values, ...golden }) => {
    const { policy, n, hasExactForms } = quantitiesOf(golden);
    const law = pmf(policy, n, hasExactForms);
    expect(law.length).toBe(values.length);
    for (const [y, text] of values.entries()) {
      const enclosure = (law[y] as Real).enclose(50);
      expect(enclosure.overlaps(printedAs(text)), `π(${y + 1}): ${enclosure} and ${text}`).toBe(true);
      const width = decimal(enclosure.hi.toString()).minus(enclosure.lo.toString());
      expect(width.lte(decimal(text).times('1e-45')), `π(${y + 1}) is ${width.toPrecision(3)} wide`).toBe(true);
    }
  });
});

describe('printedAs', () => {
  it.each([
    ['0.25', '[0.245, 0.255]'],
    ['1.50', '[1.495, 1.505]'],
    ['7', '[6.5, 7.5]'],
    ['1.2e-301029996', '[1.15e-301029996, 1.25e-301029996]'],
  ])('leaves %s half a unit of its last digit', (text, range) => {
    expect(printedAs(text).toString()).toBe(range);
  });
});
