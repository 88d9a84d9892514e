import { curve, type Point, signs } from '../../../src/pictures/curve.ts';
import { LEFT } from '../../../src/pictures/frame.ts';
import type { Picture } from '../../../src/pictures/picture.ts';
import { FORMULA, lookOf } from '../../../src/pictures/theme.ts';
import type { Figure } from '../../../src/report/figure-schema.ts';
import { drawsAxis, klAxis } from './axes.ts';
import { against, endLabel, lastOf } from './points.ts';

const TOP_NATS = 12;
/** One of so many points has the sign of the estimator. */
const EVERY = 6;
/** Which of these has the label. */
const SIGNED = -5;

const some = (points: readonly Point[]): Point[] => points.filter((_, i) => i % EVERY === 0);

/** The KL of uniform policies, with the estimator on it, under the formula. */
export function uniformPicture({ series }: Figure): Picture {
  const curves = series.map((one, place) => ({
    name: one.name,
    look: { ...lookOf(place), dash: undefined },
    kl: against(one, 'kl'),
    estimator: against(one, 'estimator'),
  }));
  const formula = against(series.at(-1) as Figure['series'][number], 'formula');
  const signed = some(curves.at(-1)?.estimator ?? []).at(SIGNED) as Point;
  const excess = Math.max(...curves.flatMap(({ kl, estimator }) => kl.map(({ y }, i) => (estimator[i]?.y ?? y) - y)));
  const ends = curves.map(({ name, kl }) => `${lastOf(kl).y.toFixed(2)} for ${name}`);
  return {
    id: 'uniform',
    title: 'Uniform policies keep to the formula up to n\u00a0=\u00a0L, then level off at log L',
    description: `KL against the number of draws n, on a logarithmic axis, for policies of L equally likely outcomes. The formula is a broken line that rises all the way to ${lastOf(formula).y.toFixed(2)} nats. Each KL is a full line that leaves it near n = L; at n = 10 L it is ${ends.join(', ')}. The estimator, hollow signs on the lines, is at most ${excess.toFixed(3)} nats above the KL.`,
    isTitled: true,
    panels: [
      {
        height: 430,
        left: LEFT,
        right: 180,
        heading: null,
        x: drawsAxis(lastOf(formula).x),
        y: klAxis(TOP_NATS),
        marks: [
          curve(formula, FORMULA),
          ...curves.map(({ kl, look }) => curve(kl, look)),
          ...curves.map(({ estimator, look }) => signs(some(estimator), look, false)),
        ],
        labels: [
          endLabel(formula, FORMULA, 'formula\nlog n − (n−1)/n'),
          ...curves.map(({ kl, look, name }) => endLabel(kl, look, `KL, ${name}`)),
          { ...signed, text: 'estimator,\nhollow signs', colour: 'ink', side: 'above-left' },
        ],
      },
    ],
  };
}
