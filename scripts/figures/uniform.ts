import { toInterval } from '../../src/arithmetic/approximation.ts';
import type { Interval } from '../../src/arithmetic/interval.ts';
import { intervals } from '../../src/arithmetic/interval-field.ts';
import { LogForm } from '../../src/arithmetic/log-form.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { exactReal, type Real, real } from '../../src/arithmetic/real.ts';
import type { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';
import type { Fact, Figure, Series } from '../../src/report/figure-schema.ts';
import { fact, grid, policyOf, type Run, runsOf, values } from './common.ts';

const SIZES = [10, 100, 1000, 10_000];
const DIGITS = 25;

const runs = (size: number): Run[] => [[1n, size]];

/** Uniform policies: where the analytical formula is accurate, and where the KL levels off. */
export function uniform(): Figure {
  return {
    format: 'bonafide-figure/1',
    figure: 'uniform',
    title: 'Uniform policies',
    shows:
      'KL, the formula log n − (n−1)/n and the estimator D̂_n(1/L) against n for L equally likely outcomes. D̂_n(1/L) is its own mean.',
    series: SIZES.map(curve),
    statement: SIZES.flatMap(statement),
  };
}

function curve(size: number): Series {
  const policy = policyOf(runs(size));
  const points = grid(10 * size, 'fine', [size, 5 * size]).map((n) => pointAt(policy, n));
  return { name: `L = ${size}`, parameter: 'n', policy: runsOf(runs(size)), points };
}

export function pointAt(policy: FinitePolicy, n: number): Series['points'][number] {
  const { kl, atomlessKl, estimatorBest, estimatorMean, gap } = new BestOfN(policy, n);
  return { at: `${n}`, values: values({ kl, formula: atomlessKl, estimator: estimatorBest, estimatorMean, gap }) };
}

export function statement(size: number): Fact[] {
  const policy = policyOf(runs(size));
  const most = exactReal(LogForm.log(Rational.of(size)));
  const share = (n: number): Real => {
    const { kl } = new BestOfN(policy, n);
    return real({ enclose: (digits) => intervals(digits).div(kl.enclose(digits), most.enclose(digits)) });
  };
  const first = firstAt(policy, Rational.of(99, 100), most);
  return [
    fact('formula − KL', `L = ${size}, n = L`, new BestOfN(policy, size).gap),
    fact('KL/log L', `L = ${size}, n = L`, share(size)),
    fact('KL/log L', `L = ${size}, n = 5L`, share(5 * size)),
    fact('least n with KL ≥ .99 log L', `L = ${size}`, first),
  ];
}

/** The least n with KL ≥ share·most. The KL does not decrease in n. */
function firstAt(policy: FinitePolicy, share: Rational, most: Real): number {
  const field = intervals(DIGITS);
  const wanted = field.mul(field.rational(share), most.enclose(DIGITS));
  const reaches = (n: number): boolean => {
    const kl = enclosed(new BestOfN(policy, n).kl);
    if (kl.overlaps(wanted)) throw new Error(`${n} draws are not decided at ${DIGITS} digits`);
    return kl.lo.gt(wanted.hi);
  };
  let below = 1;
  let from = 10 * policy.weights.length;
  while (from - below > 1) {
    const middle = Math.floor((below + from) / 2);
    if (reaches(middle)) from = middle;
    else below = middle;
  }
  return from;
}

function enclosed(value: Real): Interval {
  const approximation = value.approximate();
  return approximation ? toInterval(approximation, DIGITS) : value.enclose(DIGITS);
}
