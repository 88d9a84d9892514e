import type { Report } from './schema.ts';

/** The report for machines. */
export function json(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
