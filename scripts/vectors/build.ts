import { extremes } from './extremes.ts';
import { families } from './families.ts';
import type { Regime } from './problems.ts';
import { render } from './render.ts';
import { jsonSchema, type VectorsFile } from './schema.ts';
import { solve } from './values.ts';

/** All regimes, in a fixed order. */
export function regimes(): Regime[] {
  return [...families(), ...extremes()];
}

/** Computes the values of all instances of a regime. */
function fileOf({ regime, catches, problems }: Regime): VectorsFile {
  return { format: 'bonafide-vectors/1', regime, catches, instances: problems.map(solve) };
}

/** The files of the folder with their texts. Each is computed when requested. */
export function* texts(): Generator<[name: string, text: string]> {
  yield ['schema.json', jsonSchema()];
  for (const regime of regimes()) yield [`${regime.regime}.json`, render(fileOf(regime))];
}
