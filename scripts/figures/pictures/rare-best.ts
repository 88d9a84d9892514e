import { curve } from '../../../src/pictures/curve.ts';
import { LEFT } from '../../../src/pictures/frame.ts';
import type { Picture } from '../../../src/pictures/picture.ts';
import { FORMULA, lookOf } from '../../../src/pictures/theme.ts';
import type { Figure } from '../../../src/report/figure-schema.ts';
import { drawsAxis, klAxis } from './axes.ts';
import { against, endLabel, lastOf } from './points.ts';

const TOP_NATS = 18;

/** What stands beside the curves; the description has their whole names. */
const SHORT: Readonly<Record<string, string>> = {
  'best 10⁻², over ten equal ones': '10⁻² over ten',
  'best 10⁻⁴, over ten equal ones': '10⁻⁴ over ten',
  'best 10⁻⁶, over ten equal ones': '10⁻⁶ over ten',
  'stairs of 10⁻², 10⁻⁴ and 10⁻⁶, over one': '10⁻⁶ over 10⁻⁴\nover 10⁻² over one',
};

/** The KL where the best outcomes are rare. */
export function rareBestPicture({ series }: Figure): Picture {
  const curves = series.map((one, place) => ({ name: one.name, look: lookOf(place), points: against(one, 'kl') }));
  const formula = against(series[2] as Figure['series'][number], 'formula');
  const ends = curves.map(({ name, points }) => `${lastOf(points).y.toFixed(2)} nats for ${name}`);
  return {
    id: 'rare-best',
    title: 'With a best outcome of rare mass ε, the KL climbs a step as n passes 1/ε',
    description: `KL against the number of draws n, on a logarithmic axis, for policies whose best outcomes are rare. The formula is a broken line that rises all the way to ${lastOf(formula).y.toFixed(2)} nats. The KL ends at ${ends.join(', ')}.`,
    isTitled: true,
    panels: [
      {
        height: 430,
        left: LEFT,
        right: 220,
        heading: null,
        x: drawsAxis(lastOf(formula).x),
        y: klAxis(TOP_NATS),
        marks: [curve(formula, FORMULA), ...curves.map(({ points, look }) => curve(points, look))],
        labels: [
          endLabel(formula, FORMULA, 'formula\nlog n − (n−1)/n'),
          ...curves.map(({ points, look, name }) => endLabel(points, look, SHORT[name] ?? name)),
        ],
      },
    ],
  };
}
