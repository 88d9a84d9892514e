import type { Told } from './told.ts';
import { aligned } from './words.ts';

/** What was told, as plain lines for a terminal. */
export function plainText({ head, tables, conclusions }: Told): string {
  return [...head, '', ...tables.flatMap((table) => [...aligned(table), '']), ...conclusions].join('\n');
}
