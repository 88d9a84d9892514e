import { parseMap } from '../../../../src/logs/fields.ts';
import { attempted, textOf } from '../target.ts';

/** The map of columns of an option. */
export function fuzz(bytes: Uint8Array): void {
  attempted(() => parseMap(textOf(bytes)), 'a map of columns: ');
}
