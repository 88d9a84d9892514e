import { nameOf } from '../logs/bytes.ts';
import { oneLine } from './escape.ts';
import type { LogSummary } from './log.ts';
import { many } from './words.ts';

/** What was read, and how it was understood, as lines for a terminal. */
export function logInWords({
  files,
  rows,
  layout,
  columns,
  skipped,
  noisy = 0,
}: Omit<LogSummary, 'noisy'> & Partial<Pick<LogSummary, 'noisy'>>): string[] {
  const from = files.length === 1 ? oneLine(nameOf(files[0] as string)) : `${files.length} files`;
  const fields = Object.entries(columns).map(([field, column]) =>
    field === column ? field : `${field}=${oneLine(column)}`,
  );
  const how = layout === 'columns' ? '' : `, the layout of ${layout}`;
  return [
    `${many(rows, 'row')} of ${from}${how}; columns ${fields.join(', ')}`,
    ...skipped.map(
      ({ kind, rows, first }) => `skipped: ${many(rows, 'bad row')} (${kind}), the first at ${oneLine(first)}`,
    ),
    ...(noisy > 0 ? [`several rewards: ${many(noisy, 'response')}`] : []),
  ];
}
