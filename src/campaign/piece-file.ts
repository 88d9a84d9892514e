import { join } from 'node:path';
import { z } from 'zod';
import { readAs } from '../io/read-text.ts';
import { writeWhole } from '../io/write-whole.ts';
import { InputError } from '../policy/errors.ts';
import { sha256 } from './campaign.ts';
import type { CampaignPiece, Named } from './pieces.ts';
import { contradictionIn } from './result-check.ts';
import { partRunSchema, RESULTS, type Result, regionRunSchema } from './result-schema.ts';
import { type Shard, shardInWords } from './shard.ts';

const FORMAT = 'bonafide-piece/1';

/** The form of the file of a piece. */
export const pieceFileSchema = z.strictObject({
  format: z.literal(FORMAT),
  /** The SHA-256 of the campaign: of campaign.json without white space. */
  campaign: z.string(),
  /** The name of the piece, which is that of its file. */
  piece: z.string(),
  /** The shard that did it, such as 3/8. */
  shard: z.string().regex(/^[1-9]\d*\/[1-9]\d*$/),
  result: z.union([partRunSchema, regionRunSchema, RESULTS.sharpness, RESULTS.proofs]),
  /** The SHA-256 of the JSON array of the four fields before, without white space. */
  sha256: z.string(),
});

type PieceFile = z.infer<typeof pieceFileSchema>;

/** A result that was read, with its piece and its file. */
export interface Kept {
  readonly piece: CampaignPiece;
  readonly result: Result;
  readonly shard: string;
  readonly file: string;
}

/** Where the results of a campaign are kept: a folder, and the key of the campaign. */
export interface Shelf {
  readonly folder: string;
  readonly key: string;
}

export function fileOf({ name }: Pick<Named, 'name'>, { folder }: Pick<Shelf, 'folder'>): string {
  return join(folder, `${name}.json`);
}

/** Saves the result of a piece, completely or not at all. @throws InputError where that is impossible */
export async function keepResult(named: Named, result: unknown, shard: Shard, shelf: Shelf): Promise<void> {
  const schema = RESULTS[named.piece.kind];
  const parts = { campaign: shelf.key, piece: named.name, shard: shardInWords(shard), result: schema.parse(result) };
  const file = { format: FORMAT, ...parts, sha256: seal(parts) };
  await writeWhole(fileOf(named, shelf), `${JSON.stringify(file)}\n`);
}

/** @throws InputError naming the file where it is damaged, of another campaign or of another piece. */
export async function readResult(named: Named, shelf: Shelf): Promise<Kept> {
  const file = fileOf(named, shelf);
  const damaged = (why: string): InputError => new InputError(`${file} is damaged: ${why}`);
  const outer = pieceFileSchema.extend({ result: z.unknown() });
  const read = await readAs(outer, file).catch((error: unknown) => {
    throw error instanceof InputError ? damaged(error.message) : error;
  });
  if (read.sha256 !== seal(read)) throw damaged('its content does not have the SHA-256 that it states');
  if (read.campaign !== shelf.key) throw new InputError(`${file} is of another campaign than ${shelf.folder}`);
  if (read.piece !== named.name) throw new InputError(`${file} is the result of ${read.piece}, not of ${named.name}`);
  const result = RESULTS[named.piece.kind].safeParse(read.result);
  if (!result.success) throw damaged(`its result is not that of ${named.name}`);
  const contradiction = contradictionIn(result.data);
  if (contradiction !== null) throw damaged(contradiction);
  return { piece: named.piece, result: result.data, shard: read.shard, file };
}

function seal({
  campaign,
  piece,
  shard,
  result,
}: Omit<PieceFile, 'format' | 'sha256' | 'result'> & { result?: unknown }): string {
  return sha256(JSON.stringify([campaign, piece, shard, result]));
}
