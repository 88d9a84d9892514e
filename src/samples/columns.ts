import { isLikeCount } from '../logs/fields.ts';
import { InputError } from '../policy/errors.ts';

export const NEEDED = ['prompt', 'response', 'reward'] as const;

const MOST = 20;
const LONGEST = 20;

/** Checks the columns of samples. @throws InputError naming the place and the columns that are missing, given twice or not supported. */
export function checkColumns(columns: readonly string[], place: string): void {
  const twice = columns.find((column, at) => columns.indexOf(column) !== at);
  if (twice !== undefined) throw new InputError(`${place}: the column ${JSON.stringify(twice)} is given twice`);
  const missing = NEEDED.filter((column) => !columns.includes(column));
  if (missing.length > 0) {
    const names =
      missing.length === 1 ? `column ${missing[0]}` : `columns ${new Intl.ListFormat('en-GB').format(missing)}`;
    const are = missing.length === 1 ? 'is' : 'are';
    throw new InputError(
      `${place}: the ${names} ${are} missing; samples need prompt, response and reward, and here there ${listed(columns)}`,
    );
  }
  const count = columns.find((column) => isLikeCount(column) && !isNeeded(column));
  if (count !== undefined) {
    throw new InputError(
      `${place}: the column ${JSON.stringify(count)} is not supported: every row is one sample; repeat rows, or remove the column`,
    );
  }
}

function isNeeded(column: string): boolean {
  return (NEEDED as readonly string[]).includes(column);
}

/** The existing columns, shortened, since a file without a header has the texts of a sample instead. */
function listed(columns: readonly string[]): string {
  if (columns.length === 0) return 'is none';
  const cut = columns.slice(0, MOST).map((column) => JSON.stringify(column.slice(0, LONGEST)));
  return `${columns.length === 1 ? 'is' : 'are'} ${cut.join(', ')}`;
}
