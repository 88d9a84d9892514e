import { SEED_LIMIT } from './random.ts';

/**
 * A search is a sequence of blocks of so many instances. Each block has its own seed, so that a later one is generated without the earlier
 * ones, and remembers only its own instances. No complete run needs a second block.
 */
export const BLOCK = 100_000;

/** Odd, so that the seeds of 2^31 blocks differ; large, so that those of neighbours are far apart. */
const STEP = 0x9e3779b1;

/** The seed of a block, from that of the search, which is the seed of the first block. */
export function blockSeed(seed: number, block: number): number {
  return (seed + Math.imul(block, STEP)) & (SEED_LIMIT - 1);
}

/** The `index`-th of `of` pieces of a part of a run, from 0. */
export interface Piece {
  readonly index: number;
  readonly of: number;
}

export const WHOLE: Piece = { index: 0, of: 1 };

/** The instances of a search from the `from`-th, counted from 0, to that before the `to`-th. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Pieces of a block are generated from its beginning, though not decided; more pieces would generate more than they decide. */
const PIECES_OF_BLOCK = 4;
/** A smaller piece takes less time than the file of its result. */
const LEAST_PIECE = 20;
/** The results of a claim stay a folder that can be read. */
const MOST_PIECES = 10_000;

/** The number of pieces of a search. It depends on nothing else, so that the pieces of any two shards fit together. */
export function piecesOf(runs: number): number {
  if (runs <= BLOCK) return Math.max(1, Math.min(PIECES_OF_BLOCK, Math.floor(runs / LEAST_PIECE)));
  return Math.min(MOST_PIECES, Math.ceil(runs / BLOCK));
}

/** The instances of a piece. Pieces of a search of several blocks consist of whole blocks. */
export function rangeOf(runs: number, { index, of }: Piece): Range {
  const step = runs <= BLOCK ? 1 : BLOCK;
  const steps = Math.ceil(runs / step);
  const upTo = (piece: number): number => Math.min(runs, step * Math.floor((steps * piece) / of));
  return { from: upTo(index), to: upTo(index + 1) };
}

/** Whether the instance of this number, from 0, is in a piece of an enumeration. Dealt out, because later instances cost more. */
export function isIn({ index, of }: Piece, number: number): boolean {
  return number % of === index;
}
