import { intervals } from '../../src/arithmetic/interval-field.ts';
import { LogForm } from '../../src/arithmetic/log-form.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { exactReal, real } from '../../src/arithmetic/real.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';
import type { Fact, Figure, Series } from '../../src/report/figure-schema.ts';
import { fact, grid, policyOf, type Run, runsOf } from './common.ts';
import { pointAt } from './uniform.ts';

interface RareBest {
  readonly name: string;
  readonly runs: readonly Run[];
  /** 1/ε of every rare outcome, the best one last. */
  readonly rare: readonly number[];
}

/** Ten equally likely outcomes, and a best one of mass 1/inverse. */
function overTen(inverse: number, name: string): RareBest {
  return {
    name: `best ${name}, over ten equal ones`,
    runs: [
      [BigInt(inverse - 1), 10],
      [10n, 1],
    ],
    rare: [inverse],
  };
}

export const RARE: readonly RareBest[] = [
  overTen(100, '10⁻²'),
  overTen(10_000, '10⁻⁴'),
  overTen(1_000_000, '10⁻⁶'),
  {
    name: 'stairs of 10⁻², 10⁻⁴ and 10⁻⁶, over one',
    runs: [
      [989_899n, 1],
      [10_000n, 1],
      [100n, 1],
      [1n, 1],
    ],
    rare: [100, 10_000, 1_000_000],
  },
];

/** Policies with a rare best outcome. The KL rises by a step as n passes each 1/ε; the analytical formula rises all the time. */
export function rareBest(): Figure {
  return {
    format: 'bonafide-figure/1',
    figure: 'rare-best',
    title: 'A rare best outcome',
    shows:
      'KL, the formula and the estimator against n where the best outcomes are rare: the KL climbs a step as n passes 1/ε, to −log ε and, where a rarer one follows, slowly on. `estimator` is D̂_n(ε), at the best outcome.',
    series: RARE.map(curve),
    statement: RARE.flatMap(statement),
  };
}

function curve({ name, runs, rare }: RareBest): Series {
  const policy = policyOf(runs);
  const last = 100 * (rare.at(-1) as number);
  return {
    name,
    parameter: 'n',
    policy: runsOf(runs),
    points: grid(last, 'coarse', rare).map((n) => pointAt(policy, n)),
  };
}

export function statement({ name, runs, rare }: RareBest): Fact[] {
  const policy = policyOf(runs);
  return rare.flatMap((inverse) => {
    const step = exactReal(LogForm.log(Rational.of(inverse)));
    const at = (n: number, draws: string): Fact => {
      const { kl } = new BestOfN(policy, n);
      const share = real({ enclose: (digits) => intervals(digits).div(kl.enclose(digits), step.enclose(digits)) });
      return fact('KL/(−log ε)', `${name}, 1/ε = ${inverse}, n = ${draws}`, share);
    };
    return [at(inverse / 10, '1/(10ε)'), at(inverse, '1/ε'), at(10 * inverse, '10/ε')];
  });
}
