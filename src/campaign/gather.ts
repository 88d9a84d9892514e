import { resolve } from 'node:path';
import { InputError } from '../policy/errors.ts';
import { namesIn } from './folder.ts';
import { type Kept, readResult } from './piece-file.ts';
import type { Named } from './pieces.ts';
import { dealt } from './shard.ts';

/** The results of a campaign, by the names of their pieces, and the pieces that have none. */
export interface Gathered {
  readonly kept: ReadonlyMap<string, Kept>;
  readonly missing: readonly Named[];
}

const ADVICE = 'remove it, and run its shard again with the same --resume';

/**
 * Reads the results in folders. `beforeEach` is called before each file, and may throw to end the work.
 * @throws InputError naming the file that is damaged or of no piece of the campaign, and the piece that is there twice.
 */
export async function gather(
  folders: readonly string[],
  key: string,
  pieces: readonly Named[],
  beforeEach: () => void = () => undefined,
): Promise<Gathered> {
  const known = new Map(pieces.map((piece) => [piece.name, piece]));
  const kept = new Map<string, Kept>();
  const seen = new Set<string>();
  for (const folder of folders) {
    if (seen.has(resolve(folder))) throw new InputError(`${folder} is named twice; name each folder once`);
    seen.add(resolve(folder));
    for (const name of await namesIn(folder)) {
      beforeEach();
      const named = known.get(name);
      if (!named) throw new InputError(`${folder}/${name}.json is no piece of this campaign; move it away`);
      const result = await readResult(named, { folder, key }).catch((error: unknown) => {
        throw error instanceof InputError ? new InputError(`${error.message}; ${ADVICE}`) : error;
      });
      const other = kept.get(name);
      if (other)
        throw new InputError(`the piece ${name} is there twice: ${other.file} and ${result.file}; keep one of them`);
      kept.set(name, result);
    }
  }
  return { kept, missing: pieces.filter(({ name }) => !kept.has(name)) };
}

const FEW = 3;

/** What is missing, in words: the shards, where all results are of shards of one number, and the first pieces. */
export function missingInWords({ kept, missing }: Gathered, pieces: readonly Named[]): string {
  const names = missing.slice(0, FEW).map(({ name }) => name);
  const rest = missing.length - names.length;
  const first = `${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
  return `${missing.length} of ${pieces.length} pieces are missing${ofShards(kept, missing, pieces)}: ${first}`;
}

function ofShards(kept: Gathered['kept'], missing: readonly Named[], pieces: readonly Named[]): string {
  const numbers = new Set([...kept.values()].map(({ shard }) => shard.split('/')[1]));
  const of = Number([...numbers][0] ?? 1);
  if (numbers.size !== 1 || of === 1) return '';
  const shards = dealt(
    pieces.map(({ weight }) => weight),
    of,
  );
  const names = new Set(missing.map(({ name }) => name));
  const lacking = [...new Set(shards.filter((_, at) => names.has(pieces[at]?.name ?? '')))].sort((a, b) => a - b);
  const listed = lacking.slice(0, FEW).map((index) => `${index}/${of}`);
  const more = lacking.length > FEW ? ` and ${lacking.length - FEW} more` : '';
  return `, of ${lacking.length === 1 ? 'shard' : 'shards'} ${listed.join(', ')}${more}`;
}
