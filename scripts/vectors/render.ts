import type { Value, Vector, VectorsFile } from './schema.ts';

/** A file as text: JSON with each value on a line of its own, so that it is readable and a diff shows what changed. */
export function render({ format, regime, catches, flags, instances }: VectorsFile): string {
  const legend = JSON.stringify(flags, null, 2).replaceAll('\n', '\n  ');
  const head = [
    ...Object.entries({ format, regime, catches }).map(([key, text]) => `  "${key}": ${JSON.stringify(text)}`),
    `  "flags": ${legend}`,
  ];
  return `{\n${head.join(',\n')},\n  "instances": [\n${instances.map(renderInstance).join(',\n')}\n  ]\n}\n`;
}

function renderInstance({ values: { pmf, ...values }, ...given }: Vector): string {
  const lines = Object.entries(values).map(([key, value]) => `        "${key}": ${renderValue(value)}`);
  if (pmf)
    lines.push(`        "pmf": [\n${pmf.map((value) => `          ${renderValue(value)}`).join(',\n')}\n        ]`);
  const fields = Object.entries(given).map(([key, value]) => `      "${key}": ${spaced(value)}`);
  return `    {\n${fields.join(',\n')},\n      "values": {\n${lines.join(',\n')}\n      }\n    }`;
}

function renderValue({ lo, hi, exact }: Value): string {
  return `{ "lo": "${lo}", "hi": "${hi}", "exact": ${JSON.stringify(exact)} }`;
}

function spaced(value: string | number | readonly (string | number)[]): string {
  return Array.isArray(value) ? `[${value.map((entry) => JSON.stringify(entry)).join(', ')}]` : JSON.stringify(value);
}
