import type { Model } from '../model.ts';

/** The report as JSON. Each claim, theorem or other list entry has a line of its own, so that a diff shows which of them changed. */
export function json({ report }: Pick<Model, 'report'>): string {
  return `${block(report, '')}\n`;
}

function block(value: unknown, indent: string): string {
  const deeper = `${indent}  `;
  if (Array.isArray(value) && value.some(isObject)) {
    return `[\n${value.map((entry) => `${deeper}${JSON.stringify(entry)}`).join(',\n')}\n${indent}]`;
  }
  if (!isObject(value) || Array.isArray(value)) return JSON.stringify(value);
  const fields = Object.entries(value).map(
    ([key, field]) => `${deeper}${JSON.stringify(key)}: ${block(field, deeper)}`,
  );
  return `{\n${fields.join(',\n')}\n${indent}}`;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
