import type { Claim, Cost } from '../claims/claim.ts';
import { INEQUALITIES, type InequalityId } from '../regions/certificate.ts';
import type { Piece } from '../search/blocks.ts';
import { rangeOf } from '../search/blocks.ts';
import { type Extent, extentOf, REGIONS_UP_TO, searchOnly } from '../search/budget.ts';
import { type Part, piecesOfRun } from '../search/parts.ts';
import type { Campaign } from './campaign.ts';

/** The smallest part of a campaign that is done, saved and repeated as a whole. */
export type CampaignPiece =
  | { readonly kind: 'claim'; readonly claim: string; readonly part: Part; readonly piece: Piece }
  | { readonly kind: 'region'; readonly inequality: InequalityId; readonly to: number; readonly piece: Piece }
  | { readonly kind: 'sharpness' }
  | { readonly kind: 'proofs' };

/** A piece with its name, which is the name of its file too, and about how long it takes beside the others. */
export interface Named {
  readonly name: string;
  readonly piece: CampaignPiece;
  readonly weight: number;
}

type Shape = Pick<Campaign, 'runs' | 'whole' | 'proofs'>;

/** All pieces of a campaign, in the order of the report. `claims` are its claims. */
export function piecesOfCampaign(campaign: Shape, claims: readonly Claim[]): Named[] {
  const { runs, whole, proofs } = campaign;
  const to = typeof runs === 'string' && whole ? REGIONS_UP_TO[runs] : 0;
  const pieces: CampaignPiece[] = [
    ...claims.flatMap((claim) =>
      piecesOfRun(claim, extentIn(campaign, claim)).map(
        (one): CampaignPiece => ({ kind: 'claim', claim: claim.id, ...one }),
      ),
    ),
    ...(to > 0 ? INEQUALITIES.flatMap(({ id }) => piecesOfRegion(id, to)) : []),
    // Sharpness, like the region certificates, is checked in complete runs only.
    ...(to > 0 ? [{ kind: 'sharpness' } as const] : []),
    ...(proofs ? [{ kind: 'proofs' } as const] : []),
  ];
  const known = new Map(claims.map((claim) => [claim.id, claim]));
  return pieces.map((piece) => ({ name: nameOf(piece), piece, weight: weightOf(piece, campaign, known) }));
}

/** The extent of the run of a claim in a campaign. */
export function extentIn({ runs }: Pick<Campaign, 'runs'>, claim: Claim): Extent {
  return typeof runs === 'string' ? extentOf(claim, runs) : searchOnly(runs);
}

const MANY_DRAWS = 50;
const PIECES_OF_MANY = 4;

function piecesOfRegion(inequality: InequalityId, to: number): CampaignPiece[] {
  const of = to > MANY_DRAWS ? PIECES_OF_MANY : 1;
  return Array.from({ length: of }, (_, index) => ({ kind: 'region', inequality, to, piece: { index, of } }));
}

export function nameOf(piece: CampaignPiece): string {
  switch (piece.kind) {
    case 'claim':
      return `${piece.claim}.${piece.part}.${place(piece.piece)}`;
    case 'region':
      return `region.${piece.inequality}.${place(piece.piece)}`;
    default:
      return piece.kind;
  }
}

function place({ index, of }: Piece): string {
  return `${index + 1}-of-${of}`;
}

/** Milliseconds for an instance, roughly. They balance shards and change no result. */
const PER_INSTANCE: Record<Cost, number> = { low: 0.1, medium: 0.5, high: 2 };
const OTHER_PARTS: Record<Exclude<Part, 'search'>, number> = { exhaustive: 2000, far: 500, climb: 500, cells: 500 };
const [REGION, SHARPNESS, COQ] = [2000, 2000, 60_000];

function weightOf(piece: CampaignPiece, { runs }: Shape, claims: ReadonlyMap<string, Claim>): number {
  if (piece.kind === 'region') return REGION;
  if (piece.kind !== 'claim') return piece.kind === 'proofs' ? COQ : SHARPNESS;
  const claim = claims.get(piece.claim);
  if (piece.part !== 'search' || !claim) return piece.part === 'search' ? 0 : OTHER_PARTS[piece.part] / piece.piece.of;
  const { from, to } = rangeOf(extentIn({ runs }, claim).runs ?? 0, piece.piece);
  return PER_INSTANCE[claim.cost ?? 'low'] * (to - from);
}
