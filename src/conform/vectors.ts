import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasTies, type Instance } from '../claims/instance.ts';
import { PACKAGE } from '../io/place.ts';

interface VectorsFile {
  readonly instances: readonly {
    readonly weights: readonly string[];
    readonly ranks: readonly number[];
    readonly ties: 'level' | 'order';
    readonly n: number;
  }[];
}

const FOLDER = join(PACKAGE, 'vectors');

function read(name: string): unknown {
  return JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));
}

/** The instances of the committed test vectors, file by file in the order of the index. */
export function vectorInstances(): Instance[] {
  const { files } = read('index.json') as { files: readonly { readonly file: string }[] };
  return files.flatMap(({ file }) => {
    const { instances } = read(file) as VectorsFile;
    return instances.map(({ weights, ranks, ties, n }) => {
      const instance: Instance = { weights: weights.map(BigInt), ranks, n };
      return ties === 'order' && hasTies(instance) ? { ...instance, ties } : instance;
    });
  });
}
