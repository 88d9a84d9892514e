import { curve, type Point, signs } from '../../../src/pictures/curve.ts';
import { LEFT } from '../../../src/pictures/frame.ts';
import type { Picture } from '../../../src/pictures/picture.ts';
import type { Label } from '../../../src/pictures/placed.ts';
import { FORMULA, type Look, lookOf } from '../../../src/pictures/theme.ts';
import type { Enclosure, Figure, Series } from '../../../src/report/figure-schema.ts';
import { drawn, lastOf } from './points.ts';

interface Style {
  readonly look: Look;
  readonly text: string;
  readonly side?: Label['side'];
}

const SMOOTH: Readonly<Record<string, Style>> = {
  'optimal tilt': { look: { ...lookOf(4), dash: undefined }, text: 'optimal tilt' },
  'best-of-n without atoms': { look: FORMULA, text: 'best-of-n\nwithout ties' },
  'rewind-and-repeat': { look: lookOf(1), text: 'rewind-and-\nrepeat' },
};

/** Best-of-n from finite policies, drawn as signs at the integers n. */
const SIGNS: Readonly<Record<string, Style>> = {
  'best-of-n, 2 equal outcomes': { look: lookOf(0), text: 'best-of-n, 2 equal', side: 'below-right' },
  'best-of-n, weights 2, 1, 1, 1': { look: lookOf(2), text: 'weights 2, 1, 1, 1', side: 'below-right' },
  'best-of-n, 10 equal outcomes': { look: lookOf(3), text: '10 equal', side: 'below-right' },
};

const MAX_NATS = 3;

function pointsOf({ points }: Series): Point[] {
  return points
    .map(({ values }) => ({ x: drawn(values.kl as Enclosure), y: drawn(values.winRate as Enclosure) }))
    .filter(({ x }) => x <= MAX_NATS);
}

/** Win rate against KL: curves where the parameter is real, signs where n is an integer. */
export function tradeOffPicture({ series }: Figure): Picture {
  const styled = (styles: Readonly<Record<string, Style>>): (Style & { points: Point[]; name: string })[] =>
    Object.entries(styles).map(([name, style]) => ({ ...style, name, points: pointsOf(named(series, name)) }));
  const [smooth, finite] = [styled(SMOOTH), styled(SIGNS)];
  const label = ({ points, look: { colour }, text, side }: Style & { points: Point[] }): Label => ({
    ...lastOf(points),
    colour,
    text,
    ...(side ? { side } : {}),
  });
  return {
    id: 'trade-off',
    title: 'Best-of-n wins nearly as often as any policy of its KL can',
    description: `Win rate against KL. The axis across is the KL up to ${MAX_NATS} nats, the other one the win rate from 0.5 to 1. Curves: ${smooth.map(ended).join('; ')}. Signs at the integers n: ${finite.map(ended).join('; ')}.`,
    isTitled: true,
    panels: [
      {
        height: 440,
        left: LEFT,
        right: 160,
        heading: null,
        x: { label: 'KL from the reference', unit: 'nats', type: 'linear', domain: [0, MAX_NATS], ticks: 6 },
        y: { label: 'win rate against the reference', unit: null, type: 'linear', domain: [0.5, 1], ticks: 5 },
        marks: [
          ...smooth.map(({ points, look }) => curve(points, look)),
          ...finite.map(({ points, look }) => signs(points, look, true)),
        ],
        labels: [...smooth, ...finite].map(label),
      },
    ],
  };
}

function ended({ name, points }: { readonly name: string; readonly points: readonly Point[] }): string {
  const { x, y } = lastOf(points);
  return `${name}, to a win rate of ${y.toFixed(3)} at ${x.toFixed(2)} nats`;
}

/** @throws Error where there is no such curve. */
function named(series: readonly Series[], name: string): Series {
  const found = series.find((one) => one.name === name);
  if (!found) throw new Error(`there is no curve ${name}`);
  return found;
}
