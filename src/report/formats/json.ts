import type { Model } from '../model.ts';

/** The report for machines. */
export function json({ report }: Pick<Model, 'report'>): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
