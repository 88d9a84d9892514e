import type { Histogram } from '../histogram.ts';
import { fixed, many } from '../words.ts';
import { ACROSS, UP } from './frame.ts';
import type { Drawn } from './kl-plot.ts';
import { field, line } from './marks.ts';
import { linear } from './scale.ts';

/** The number of prompts by their KL, from 0 to the formula, which a broken line marks. */
export function klHistogram({ counts, top }: Histogram): Drawn {
  const x = linear(0, top, ACROSS);
  const y = linear(0, Math.max(...counts), UP, 1);
  const columns = counts.flatMap((count, i) => {
    if (count === 0) return [];
    const [from, to] = [(i / counts.length) * top, ((i + 1) / counts.length) * top];
    const [left, right, up] = [x.at(from), x.at(to), y.at(count)];
    const corners = [
      { x: left, y: UP[0] },
      { x: left, y: up },
      { x: right, y: up },
      { x: right, y: UP[0] },
    ];
    return [field(corners, 'column', `${many(count, 'prompt')} from ${fixed(from)} to ${fixed(to)} nats`)];
  });
  const end = x.at(top);
  return {
    x: { scale: x, label: 'KL of a prompt, nats' },
    y: { scale: y, label: 'prompts' },
    marks: [...columns, line({ x: end, y: UP[0] }, { x: end, y: UP[1] }, 'formula', `the formula, ${fixed(top)} nats`)],
  };
}
