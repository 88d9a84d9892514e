import type { Figure } from '../../src/report/figure-schema.ts';
import { lowEntropy } from './low-entropy.ts';
import { shown } from './pictures/all.ts';
import { rareBest } from './rare-best.ts';
import { tradeOff } from './trade-off.ts';
import { uniform } from './uniform.ts';

/** The files as pairs of path in the project and text. */
export function texts(): [path: string, text: string][] {
  const figures = [uniform(), rareBest(), tradeOff(), lowEntropy()];
  return [
    ...figures.map((figure): [string, string] => [`reports/figures/${figure.figure}.json`, render(figure)]),
    ...shown(figures),
  ];
}

/** JSON with each point or fact on a line of its own. */
export function render({ series, statement, ...head }: Figure): string {
  const fields = Object.entries(head).map(([key, value]) => `  "${key}": ${JSON.stringify(value)}`);
  const curves = series.map(({ points, ...given }) => {
    const lines = Object.entries(given).map(([key, value]) => `      "${key}": ${JSON.stringify(value)}`);
    return `    {\n${lines.join(',\n')},\n      "points": [\n${listed(points, 8)}\n      ]\n    }`;
  });
  return `{\n${fields.join(',\n')},\n  "series": [\n${curves.join(',\n')}\n  ],\n  "statement": [\n${listed(statement, 4)}\n  ]\n}\n`;
}

function listed(entries: readonly unknown[], indent: number): string {
  return entries.map((entry) => `${' '.repeat(indent)}${JSON.stringify(entry)}`).join(',\n');
}
