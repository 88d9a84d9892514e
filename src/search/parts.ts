import type { Claim } from '../claims/claim.ts';
import { type Piece, piecesOf } from './blocks.ts';
import { type Extent, searchOnly } from './budget.ts';
import { mergeParts } from './merge-parts.ts';
import type { PartRun } from './part-run.ts';
import { runPart } from './run-claim.ts';

/** The parts of the run of a claim, in the order in which it does them. */
export const PARTS = ['search', 'exhaustive', 'far', 'climb', 'cells'] as const;
export type Part = (typeof PARTS)[number];

/** A piece of one of them. Climbing goes from each instance to the next, and has one piece only. */
export interface PartPiece {
  readonly part: Part;
  readonly piece: Piece;
}

/** Larger enumerations, and more instances far out, are cut into so many pieces. Smaller ones take less than a second. */
const PIECES = 4;
const [SMALL_TOTAL, FEW_FAR] = [6, 8];

/** All pieces of the run of a claim. They depend on its extent only. */
export function piecesOfRun({ expected }: Claim, extent: Extent): PartPiece[] {
  const { runs, exhaustive, far, climbs, cells } = extent;
  const counts: Record<Part, number> = {
    search: piecesOf(runs ?? 0),
    exhaustive: exhaustive === 0 ? 0 : exhaustive > SMALL_TOTAL ? PIECES : 1,
    far: far.draws + far.manyAtoms === 0 ? 0 : far.draws > FEW_FAR ? PIECES : 1,
    climb: climbs === 0 || expected === 'fails' ? 0 : 1,
    cells: cells === 0 ? 0 : 1,
  };
  return PARTS.flatMap((part) =>
    Array.from({ length: counts[part] }, (_, index) => ({ part, piece: { index, of: counts[part] } })),
  );
}

/** The extent of a run that has one part only. */
export function onlyPart({ runs, exhaustive, grid, far, climbs, cells }: Extent, part: Part): Extent {
  const nothing = searchOnly(0);
  switch (part) {
    case 'search':
      return { ...nothing, runs };
    case 'exhaustive':
      return { ...nothing, exhaustive, grid };
    case 'far':
      return { ...nothing, far };
    case 'climb':
      return { ...nothing, climbs };
    case 'cells':
      return { ...nothing, cells };
  }
}

/** A piece with what it found. */
export interface FoundPiece extends PartPiece {
  readonly found: PartRun;
}

/**
 * What all pieces found together; in any order, and some may be missing. A search that has used up the instances of its domain does not
 * begin another block, so what pieces after such a one found is left out.
 */
export function joinPieces(claim: Claim, seed: number, pieces: readonly FoundPiece[]): PartRun {
  const nothing = runPart(claim, { ...searchOnly(0), seed });
  const searched = pieces.filter(({ part }) => part === 'search').toSorted((a, b) => a.piece.index - b.piece.index);
  const last = searched.findIndex(({ found }) => !found.complete);
  const others = PARTS.slice(1).flatMap((part) => pieces.filter((one) => one.part === part));
  return [...(last === -1 ? searched : searched.slice(0, last + 1)), ...others].reduce(
    (joined, { found }) => mergeParts(claim, joined, found),
    nothing,
  );
}
