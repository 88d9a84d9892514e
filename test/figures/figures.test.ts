import { describe, expect, it } from 'vitest';
import { render } from '../../scripts/figures/build.ts';
import { grid, policyOf, runsOf } from '../../scripts/figures/common.ts';
import * as lowEntropy from '../../scripts/figures/low-entropy.ts';
import { pictures } from '../../scripts/figures/pictures/all.ts';
import * as rareBest from '../../scripts/figures/rare-best.ts';
import * as uniform from '../../scripts/figures/uniform.ts';
import type { Interval } from '../../src/arithmetic/interval.ts';
import { LogForm } from '../../src/arithmetic/log-form.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { difference, exactReal, rationalReal } from '../../src/arithmetic/real.ts';
import { dualBound, optimalTilt, tiltedUniform } from '../../src/bounds/optimal-curve.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';
import { estimatorMean } from '../../src/quantities/estimator.ts';
import { kl } from '../../src/quantities/kl.ts';
import type { Enclosure } from '../../src/report/figure-schema.ts';
import { decimal, interval } from '../arithmetic/exact.ts';
import { expectSame } from '../pictures/same-picture.ts';
import { factOf, figure, NAMES, seriesOf, textOf, valueAt } from './files.ts';

const enclosed = ({ lo, hi }: Enclosure): Interval => interval(lo, hi);

describe.each(NAMES)('the data of the figure %s', (name) => {
  const data = figure(name);

  it('are printed as the script prints', () => {
    expect(render(data)).toBe(textOf(`reports/figures/${name}.json`));
    expect(data.figure).toBe(name);
  });

  it('are enclosures of 15 digits', () => {
    const all = [...data.series.flatMap(({ points }) => points.flatMap(({ values }) => Object.values(values)))];
    expect(all.length).toBeGreaterThan(100);
    for (const { lo, hi } of all) {
      const width = decimal(hi).minus(lo);
      expect(width.gte(0) && width.lte(decimal(lo).abs().times('1e-15')), `${lo}, ${hi}`).toBe(true);
    }
  });
});

describe('the page and the pictures', () => {
  it.each(pictures())('are drawn from the data as they are saved: %s', (path, text) => {
    expectSame(path, text);
  });
});

describe('some of it, worked out again', () => {
  it('gives the points of uniform policies and their statement', () => {
    const data = figure('uniform');
    const policy = policyOf([[1n, 10]]);
    for (const n of [1, 7, 10, 50, 100]) {
      const point = uniform.pointAt(policy, n);
      expect(seriesOf(data, 'L = 10').points).toContainEqual(point);
    }
    for (const fact of [...uniform.statement(10), ...uniform.statement(100)])
      expect(data.statement).toContainEqual(fact);
  });

  it('gives the statements of rare best outcomes and of low entropy', () => {
    for (const each of rareBest.RARE.slice(0, 3)) {
      for (const fact of rareBest.statement(each)) expect(figure('rare-best').statement).toContainEqual(fact);
    }
    for (const each of [lowEntropy.LOW[2], lowEntropy.LOW[5]] as lowEntropy.LowEntropy[]) {
      for (const fact of lowEntropy.statement(each)) expect(figure('low-entropy').statement).toContainEqual(fact);
    }
  });

  it('gives the same KL and estimator by decimal intervals', () => {
    for (const { name, runs } of [...lowEntropy.LOW, ...rareBest.RARE.slice(0, 2)]) {
      const data = figure(lowEntropy.LOW.some((low) => low.name === name) ? 'low-entropy' : 'rare-best');
      const series = seriesOf(data, name);
      expect(series.policy).toEqual(runsOf(runs));
      const q = new BestOfN(policyOf(runs), 100);
      expect(q.inDecimals(kl, 40).overlaps(enclosed(valueAt(series, '100', 'kl'))), name).toBe(true);
      expect(q.inDecimals(estimatorMean, 40).overlaps(enclosed(valueAt(series, '100', 'estimatorMean'))), name).toBe(
        true,
      );
    }
  });
});

describe('the optimal win rates', () => {
  const { points } = seriesOf(figure('trade-off'), 'best-of-n without atoms');
  const tilts = seriesOf(figure('trade-off'), 'optimal tilt').points;

  it('are below the dual bound of every tilt, and above the curve at every tilt of smaller KL', () => {
    for (const { values } of points.slice(1)) {
      const optimal = enclosed(values.optimal as Enclosure);
      const most = Rational.parse((values.kl as Enclosure).hi);
      for (const { at, values: tilted } of tilts.slice(0, 20)) {
        expect(dualBound(rationalReal(most), Rational.parse(at)).enclose(30).hi.gte(optimal.lo)).toBe(true);
        if (enclosed(tilted.kl as Enclosure).hi.lt((values.kl as Enclosure).lo)) {
          expect(optimal.hi.gte((tilted.winRate as Enclosure).lo)).toBe(true);
        }
      }
    }
  });

  it('meet the dual bound within 10^−4 at a tilt near enough', () => {
    const { kl: at, optimal } = points.find((point) => point.at === '2')?.values ?? {};
    const near = dualBound(rationalReal(Rational.parse((at as Enclosure).hi)), Rational.parse('2.28')).enclose(30);
    expect(near.hi.minus((optimal as Enclosure).lo).lt('1e-4')).toBe(true);
  });

  it('lie on the curve at its own points', () => {
    for (const { at, values } of tilts.slice(0, 5)) {
      const { winRate } = tiltedUniform(Rational.parse(at));
      expect(enclosed(values.winRate as Enclosure).overlaps(winRate.enclose(40))).toBe(true);
    }
  });
});

describe('what the figures state', () => {
  const within = (value: Enclosure, lo: string, hi: string): void => {
    expect(decimal(value.lo).gte(lo) && decimal(value.hi).lte(hi), `${value.lo}, ${value.hi}`).toBe(true);
  };

  it('is that uniform policies keep to the formula up to n = L within .0415, and reach 99 % of log L near 5L', () => {
    for (const size of [10, 100, 1000, 10_000]) {
      within(factOf(figure('uniform'), 'formula − KL', `L = ${size}, n = L`), '.0406', '.0415');
      within(factOf(figure('uniform'), 'KL/log L', `L = ${size}, n = 5L`), '.985', '.996');
      within(factOf(figure('uniform'), 'least n with KL ≥ .99 log L', `L = ${size}`), `${4 * size}`, `${5.5 * size}`);
    }
  });

  it('is that best-of-1000 is optimal up to 5·10^−10', () => {
    const data = figure('trade-off');
    within(factOf(data, 'formula log n − (n−1)/n', 'n = 1000'), '5.908755', '5.908756');
    within(factOf(data, 'win rate n/(n+1)', 'n = 1000'), '.99900099', '.999001');
    within(factOf(data, 'optimal − best-of-n at equal KL', 'no atoms, n = 1000'), '4.99e-10', '5e-10');
  });

  it('is how far best-of-n is below the optimal curve at most, and where', () => {
    const data = figure('trade-off');
    const where = 'no atoms, all real n ≥ 1';
    const largest = factOf(data, 'largest optimal − best-of-n', where);
    const m = factOf(data, 'n of the largest', where);
    within(m, '1.778256', '1.778257');
    within(largest, '.00947297', '.00947298');
    // By a dual bound, which no shortfall exceeds, at a tilt near the best one.
    const bound = (text: string): Interval => {
      const draws = Rational.parse(text);
      const share = Rational.ONE.sub(Rational.ONE.div(draws));
      const formula = exactReal(LogForm.log(draws).sub(LogForm.rational(share)));
      const tilt = Rational.parse(optimalTilt(formula).enclose(20).lo.toString());
      const ideal = rationalReal(draws.div(draws.add(Rational.ONE)));
      return difference(dualBound(formula, tilt), ideal).enclose(30);
    };
    expect(bound(m.lo).overlaps(enclosed(largest))).toBe(true);
    for (const text of ['1.0001', '1.5', '1.7', '1.778', '1.779', '1.9', '2', '3', '100']) {
      expect(bound(text).hi.lt(largest.lo), text).toBe(true);
    }
  });

  it('is the excess over the ideal curve of weights 2, 1, 1, 1', () => {
    const what = 'win rate − that of best-of-m without atoms at equal KL';
    within(factOf(figure('trade-off'), what, 'weights 2, 1, 1, 1, n = 2'), '.00116029', '.0011603');
  });
});

describe('the grid', () => {
  it('holds integers in order, with those asked for', () => {
    expect(grid(100, 'coarse', [11])).toEqual([1, 2, 3, 5, 7, 10, 11, 20, 30, 50, 70, 100]);
    expect(grid(100, 'fine', [10, 50]).length).toBeGreaterThanOrEqual(30);
    expect(grid(2, 'medium')).toEqual([1, 2]);
  });
});
