import { curve } from '../../../src/pictures/curve.ts';
import { LEFT } from '../../../src/pictures/frame.ts';
import type { Picture } from '../../../src/pictures/picture.ts';
import { FORMULA, lookOf } from '../../../src/pictures/theme.ts';
import type { Figure } from '../../../src/report/figure-schema.ts';
import { drawsAxis, klAxis } from './axes.ts';
import { against, endLabel, lastOf } from './points.ts';

const TOP_NATS = 6;

/** The KL where the prompt nearly determines the answer. */
export function lowEntropyPicture({ series }: Figure): Picture {
  const curves = series.map((one, place) => ({ name: one.name, look: lookOf(place), points: against(one, 'kl') }));
  const formula = against(series[0] as Figure['series'][number], 'formula');
  const ends = curves.map(({ name, points }) => `${lastOf(points).y.toFixed(2)} nats for ${name}`);
  return {
    id: 'low-entropy',
    title: 'Where one answer is nearly certain, the formula is far above the KL',
    description: `KL against the number of draws n, on a logarithmic axis, for policies with one nearly certain answer. The formula is a broken line that rises to ${lastOf(formula).y.toFixed(2)} nats; every KL is below it. At n = ${lastOf(formula).x} the KL is ${ends.join('; ')}.`,
    isTitled: true,
    panels: [
      {
        height: 480,
        left: LEFT,
        right: 245,
        heading: null,
        x: drawsAxis(lastOf(formula).x),
        y: klAxis(TOP_NATS),
        marks: [curve(formula, FORMULA), ...curves.map(({ points, look }) => curve(points, look))],
        labels: [
          endLabel(formula, FORMULA, 'formula\nlog n − (n−1)/n'),
          ...curves.map(({ points, look, name }) => endLabel(points, look, broken(name))),
        ],
      },
    ],
  };
}

/** A name on several lines, broken at its comma. */
function broken(name: string): string {
  return name.replace(', ', ',\n').replace(/^(each ten times as rare) /, '$1\n');
}
