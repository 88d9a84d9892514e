import * as Plot from '@observablehq/plot';
import type { Quick } from '../approximate.ts';
import { optimalCurve } from '../optimal.ts';
import type { Strip } from '../strip.ts';

const ACCENT = 'var(--interval)';
const FORMULA = 'var(--formula)';
const OTHER = 'var(--other)';
const INK = 'var(--ink)';

type Picture = ReturnType<typeof Plot.plot>;

const FRAME = {
  marginBottom: 44,
  style: { background: 'none', color: 'var(--ink)', fontSize: '12px', overflow: 'visible' },
};
/** The name of an axis stands below its numbers. */
const BELOW = { labelAnchor: 'center', labelArrow: 'none', labelOffset: 38 } as const;
const UNIT = { ...BELOW, label: 'quantile u of the reference', domain: [0, 1] as [number, number] };

/** More edges than this are not marked one by one. */
const MOST_RULES = 200;

/** One picture to those who hear the page. Its parts have names that mean nothing to them. */
function whole(picture: Picture): Picture {
  picture.setAttribute('role', 'img');
  for (const part of picture.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
  return picture;
}

/** The density of the selection, its average over each atom, and the atoms' intervals. */
export function densityPicture({ edges, ratios, density }: Strip, width: number): Picture {
  const top = Math.max(...density.map(({ y }) => y), ...ratios);
  const steps = edges.map((u, i) => ({ u, y: ratios[Math.min(i, ratios.length - 1)] as number }));
  return whole(
    Plot.plot({
      ...FRAME,
      width,
      height: 280,
      ariaLabel: 'The density of the selection and its averages over the atoms',
      x: UNIT,
      y: { label: '↑ density of the selected answer', zero: true, grid: true },
      marks: [
        Plot.areaY(steps, { x: 'u', y: 'y', curve: 'step-after', fill: ACCENT, fillOpacity: 0.18 }),
        Plot.line(steps, { x: 'u', y: 'y', curve: 'step-after', stroke: ACCENT, strokeWidth: 2 }),
        Plot.line(density, { x: 'u', y: 'y', stroke: FORMULA, strokeWidth: 2, strokeDasharray: '7 4' }),
        Plot.ruleY([0]),
        ...(edges.length <= MOST_RULES
          ? [Plot.ruleX(edges, { y1: 0, y2: top / 12, stroke: INK, strokeWidth: 2 })]
          : []),
      ],
    }),
  );
}

/** g log g against r log r: the area between is the gap. */
export function gapPicture({ between }: Strip, width: number): Picture {
  return whole(
    Plot.plot({
      ...FRAME,
      width,
      height: 240,
      ariaLabel: 'Where the gap is: the area between g log g and r log r of the averages',
      x: UNIT,
      y: { label: '↑ integrand of the KL, nats', grid: true },
      marks: [
        Plot.areaY(between, { x: 'u', y1: 'fine', y2: 'coarse', fill: OTHER, fillOpacity: 0.35 }),
        Plot.line(between, { x: 'u', y: 'coarse', stroke: ACCENT, strokeWidth: 2 }),
        Plot.line(between, { x: 'u', y: 'fine', stroke: FORMULA, strokeWidth: 2, strokeDasharray: '7 4' }),
        Plot.ruleY([0]),
      ],
    }),
  );
}

/** KL, formula and estimator over n. */
export function drawsPicture(curve: readonly Quick[], n: number, width: number): Picture {
  const line = (key: 'kl' | 'formula' | 'estimator', stroke: string, strokeDasharray: string): Plot.Markish[] => {
    const known = curve.filter((one) => one[key] !== null);
    return known.length > 1 ? [Plot.line(known, { x: 'n', y: key, stroke, strokeWidth: 2, strokeDasharray })] : [];
  };
  return whole(
    Plot.plot({
      ...FRAME,
      width,
      height: 260,
      ariaLabel: 'KL, formula and mean of the estimator over n',
      x: { ...BELOW, type: 'log', label: 'n', tickFormat: '~s' },
      y: { label: '↑ nats', grid: true, zero: true },
      marks: [
        Plot.ruleX([n], { stroke: 'var(--soft)' }),
        ...line('formula', FORMULA, '7 4'),
        ...line('estimator', OTHER, '2 3'),
        ...line('kl', ACCENT, 'none'),
        Plot.dot(
          curve.filter((one) => one.n === n && one.kl !== null),
          { x: 'n', y: 'kl', fill: ACCENT, r: 5 },
        ),
      ],
    }),
  );
}

/** Win rate against KL: the policy as n grows, and the best that any policy attains. */
export function planePicture(curve: readonly Quick[], n: number, width: number): Picture {
  const known = curve.filter(({ kl, winRate }) => kl !== null && winRate !== null);
  const most = Math.max(0.1, ...known.map(({ kl }) => kl ?? 0));
  const optimal = optimalCurve().filter(({ kl }, i, all) => kl <= most || (all[i - 1]?.kl ?? 0) <= most);
  return whole(
    Plot.plot({
      ...FRAME,
      width,
      height: 260,
      ariaLabel: 'Win rate against KL, with the largest win rate at each KL',
      x: { ...BELOW, label: 'KL from the reference, nats', domain: [0, most * 1.05], clamp: true },
      y: { label: '↑ win rate', grid: true },
      marks: [
        Plot.line(optimal, {
          x: 'kl',
          y: 'winRate',
          stroke: FORMULA,
          strokeWidth: 2,
          strokeDasharray: '7 4',
          clip: true,
        }),
        Plot.line(known, { x: 'kl', y: 'winRate', stroke: ACCENT, strokeWidth: 2 }),
        Plot.dot(known, { x: 'kl', y: 'winRate', fill: ACCENT, r: 2.5 }),
        Plot.dot(
          known.filter((one) => one.n === n),
          { x: 'kl', y: 'winRate', fill: ACCENT, r: 5 },
        ),
      ],
    }),
  );
}
