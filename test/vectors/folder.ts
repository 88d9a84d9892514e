/** The folder of test vectors as it stands, and what recomputation says about an instance. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Vector, VectorsFile } from '../../scripts/vectors/schema.ts';
import { problemOf, solve } from '../../scripts/vectors/values.ts';

const folder = new URL('../../vectors/', import.meta.url);

/** The names of all JSON files. */
export function names(): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.json'));
}

export function textOf(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8');
}

/** The files of instances, unvalidated. */
export function files(): VectorsFile[] {
  return names()
    .filter((name) => name !== 'schema.json' && name !== 'index.json')
    .map((name) => JSON.parse(textOf(name)) as VectorsFile);
}

/** The values that the project prints otherwise than stated: none where an instance is right. */
export function wrongValues(vector: Vector): string[] {
  const solved = Object.entries(solve(problemOf(vector)).values);
  const stated = Object.keys(vector.values).length;
  const wrong = solved.filter(([key, value]) => {
    const given = vector.values[key as keyof Vector['values']];
    return JSON.stringify(given) !== JSON.stringify(value);
  });
  return [...wrong.map(([key]) => key), ...(stated === solved.length ? [] : [`${stated} values`])];
}
