/** The data of the figures as committed. */
import { readFileSync } from 'node:fs';
import { type Enclosure, type Figure, figureSchema, type Series } from '../../src/report/figure-schema.ts';

export const NAMES = ['uniform', 'rare-best', 'trade-off', 'low-entropy'] as const;

export function textOf(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
}

export function figure(name: (typeof NAMES)[number]): Figure {
  return figureSchema.parse(JSON.parse(textOf(`reports/figures/${name}.json`)));
}

export function seriesOf({ series }: Figure, name: string): Series {
  const found = series.find((each) => each.name === name);
  if (!found) throw new Error(`there is no curve ${name}`);
  return found;
}

export function valueAt({ points }: Series, at: string, name: string): Enclosure {
  const found = points.find((point) => point.at === at)?.values[name];
  if (!found) throw new Error(`there is no ${name} at ${at}`);
  return found;
}

export function factOf({ statement }: Figure, what: string, where: string): Enclosure {
  const found = statement.find((each) => each.what === what && each.where === where);
  if (!found) throw new Error(`there is no statement on ${what}, ${where}`);
  return found.value;
}
