import { printReal } from '../../../src/arithmetic/print.ts';
import type { Real } from '../../../src/arithmetic/real.ts';
import { curve, type Point } from '../../../src/pictures/curve.ts';
import { LEFT } from '../../../src/pictures/frame.ts';
import type { Picture } from '../../../src/pictures/picture.ts';
import { FORMULA, lookOf } from '../../../src/pictures/theme.ts';
import { BestOfN } from '../../../src/quantities/best-of-n.ts';
import { grid, policyOf, type Run } from '../common.ts';
import { drawsAxis, klAxis, thousands } from './axes.ts';
import { drawn, endLabel, lastOf } from './points.ts';

const LAST = 10_000;
const DRAWS = grid(LAST, 'medium', [2, 3, 4, 5, 6, 7, 8]);
const DIGITS = 6;
const TOP_NATS = 9;

interface Drawn {
  readonly name: string;
  readonly label: string;
  readonly runs: readonly Run[];
}

const equal = (outcomes: number): Drawn => ({
  name: `${outcomes} equal outcomes`,
  label: `${outcomes} equal\noutcomes`,
  runs: [[1n, outcomes]],
});

/** Ten equally likely outcomes, and a better one of probability 1/1000. */
const RARE: Drawn = {
  name: '10 equal outcomes and a better one of probability 1/1000',
  label: '10 equal and a\nrare better one',
  runs: [
    [999n, 10],
    [10n, 1],
  ],
};

const POLICIES = [equal(2), equal(10), equal(100), RARE];

function along(at: (n: number) => Real): Point[] {
  return DRAWS.map((n) => ({ x: n, y: drawn(printReal(at(n), DIGITS)) }));
}

/** The picture of the README: the formula and the KL of some policies, from certified numbers. */
export function formulaAndKl(): Picture {
  const curves = POLICIES.map(({ runs, ...named }, place) => {
    const policy = policyOf(runs);
    return { ...named, look: lookOf(place), points: along((n) => new BestOfN(policy, n).kl) };
  });
  const formula = along((n) => new BestOfN(policyOf([[1n, 2]]), n).atomlessKl);
  const ends = curves.map(({ name, points }) => `${lastOf(points).y.toFixed(2)} for ${name}`);
  return {
    id: 'formula-and-kl',
    title: 'The formula grows for ever; the KL levels off',
    description: `The KL of best-of-n from the reference against the number of draws n, from 1 to ${thousands(LAST)} on a logarithmic axis. The formula log n − (n−1)/n is a broken line that rises all the way, to ${lastOf(formula).y.toFixed(2)} nats. The KL follows it at first and then levels off. At n = ${thousands(LAST)} it is ${ends.join(', ')}.`,
    isTitled: true,
    panels: [
      {
        height: 410,
        left: LEFT,
        right: 180,
        heading: null,
        x: drawsAxis(LAST),
        y: klAxis(TOP_NATS),
        marks: [...curves.map(({ points, look }) => curve(points, look)), curve(formula, FORMULA)],
        labels: [
          endLabel(formula, FORMULA, 'formula\nlog n − (n−1)/n'),
          ...curves.map(({ points, look, label }) => endLabel(points, look, label)),
        ],
      },
    ],
  };
}
