import * as Plot from '@observablehq/plot';
import { FORMULA } from '../../pictures/theme.ts';
import type { Histogram } from '../histogram.ts';
import { fixed, many } from '../words.ts';
import { type Drawn, frameOf } from './frame.ts';
import { classOf } from './marks.ts';

const TICKS = 5;

/** The number of prompts by their KL, from 0 to the formula, which a broken line marks. */
export function klHistogram({ counts, top }: Histogram): Drawn {
  const most = Math.max(...counts);
  const frame = frameOf(() => ({
    x: { label: 'KL of a prompt', unit: 'nats', type: 'linear', domain: [0, top], ticks: TICKS },
    // No more ticks than whole numbers.
    y: { label: 'prompts', unit: null, type: 'linear', domain: [0, most], ticks: Math.min(TICKS, most) },
  }));
  const columns = counts.flatMap((count, i) => {
    const [from, to] = [(i / counts.length) * top, ((i + 1) / counts.length) * top];
    return count === 0
      ? []
      : [{ from, to, count, words: `${many(count, 'prompt')} from ${fixed(from)} to ${fixed(to)} nats` }];
  });
  const formula = { x: top, words: `the formula, ${fixed(top)} nats` };
  const marks = [
    Plot.rect(columns, {
      x1: 'from',
      x2: 'to',
      y1: 0,
      y2: 'count',
      title: 'words',
      inset: 0.5,
      className: classOf('column'),
    }),
    Plot.ruleX([formula], {
      x: 'x',
      title: 'words',
      className: classOf('formula'),
      strokeWidth: FORMULA.width,
      strokeDasharray: FORMULA.dash ?? 'none',
    }),
  ];
  return { ...frame, marks, labels: [{ x: top, y: most, text: 'formula', colour: FORMULA.colour }] };
}
