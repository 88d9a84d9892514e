import { extremes } from './extremes.ts';
import { families } from './families.ts';
import { FLAGS, flagsOf } from './flags.ts';
import type { Regime } from './problems.ts';
import { render } from './render.ts';
import { jsonSchema, type VectorsFile, type VectorsIndex } from './schema.ts';
import { solve } from './values.ts';

/** All regimes, in a fixed order. */
export function regimes(): Regime[] {
  return [...families(), ...extremes()];
}

/** The id of an instance by its place. New instances are added at the end of a regime, so that ids stay. */
export function idOf(regime: string, place: number): string {
  return `${regime}-${String(place + 1).padStart(4, '0')}`;
}

/** Computes the values of all instances of a regime. */
function fileOf({ regime, catches, problems }: Regime): VectorsFile {
  const instances = problems.map((problem, place) => {
    const { values, ...given } = solve(problem);
    return { id: idOf(regime, place), ...given, flags: flagsOf(problem), values };
  });
  return { format: 'bonafide-vectors/1', regime, catches, flags: legendOf(instances), instances };
}

/** The meanings of the flags that instances have. */
function legendOf(instances: readonly { readonly flags: readonly string[] }[]): VectorsFile['flags'] {
  const used = new Set(instances.flatMap(({ flags }) => flags));
  return Object.fromEntries(Object.entries(FLAGS).filter(([flag]) => used.has(flag)));
}

/** The list of the files, with the meanings of all flags. */
export function index(): VectorsIndex {
  const files = regimes().map(({ regime, catches, problems }) => ({
    file: `${regime}.json`,
    instances: problems.length,
    catches,
  }));
  return { format: 'bonafide-vectors-index/1', files, flags: FLAGS };
}

/** The files of the folder with their texts. Each is computed when requested. */
export function* texts(): Generator<[name: string, text: string]> {
  yield ['schema.json', jsonSchema()];
  yield ['index.json', `${JSON.stringify(index(), null, 2)}\n`];
  for (const regime of regimes()) yield [`${regime.regime}.json`, render(fileOf(regime))];
}
