import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasTies, type Instance } from '../claims/instance.ts';
import { PACKAGE } from '../coq/gate/place.ts';

interface VectorsFile {
  readonly instances: readonly {
    readonly weights: readonly string[];
    readonly ranks: readonly number[];
    readonly ties: 'level' | 'order';
    readonly n: number;
  }[];
}

const FOLDER = join(PACKAGE, 'vectors');

/** The instances of the committed test vectors, file by file in the order of their names. */
export function vectorInstances(): Instance[] {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.json') && name !== 'schema.json');
  return names.sort().flatMap((name) => {
    const { instances } = JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as VectorsFile;
    return instances.map(({ weights, ranks, ties, n }) => {
      const instance: Instance = { weights: weights.map(BigInt), ranks, n };
      return ties === 'order' && hasTies(instance) ? { ...instance, ties } : instance;
    });
  });
}
