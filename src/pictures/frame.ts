import { type Axis, placeOn } from './axis.ts';
import { WIDTH } from './theme.ts';

/** Where the axes of a panel lie. */
export interface Frame {
  readonly height: number;
  /** The room to the left and to the right of the axes, in units of the picture. */
  readonly left: number;
  readonly right: number;
  readonly x: Axis;
  readonly y: Axis;
}

/** The room to the left that usual numbers need. */
export const LEFT = 66;
/** The room above and below the axes. */
export const [TOP, BOTTOM] = [40, 58];

/** The places of both ends of the axis across, and of the lower and the upper end of the other one. */
export const across = ({ left, right }: Pick<Frame, 'left' | 'right'>): [number, number] => [left, WIDTH - right];
export const up = ({ height }: Pick<Frame, 'height'>): [number, number] => [height - BOTTOM, TOP];

/** The place of a point. */
export function placeIn(frame: Frame, { x, y }: { readonly x: number; readonly y: number }): { x: number; y: number } {
  return { x: placeOn(frame.x, across(frame), x), y: placeOn(frame.y, up(frame), y) };
}
